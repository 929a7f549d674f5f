import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

/** Never on a screen, on paper or in a message (the glossary of the trade): nobody is turned back, blamed or branded. */
const never = /劝返|禁止通行|拒绝入焦|不予放行|遣返|疑似患者|黑名单|高危人员/

const root = join(import.meta.dirname, '..')
const sources = ['checkpoint-app', 'server', 'shared'].flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && /\.(tsx?|html|webmanifest)$/.test(file.name))
    .map((file) => join(file.parentPath, file.name)),
)

it('no source says a word that is never said', () => {
  expect(sources.length).toBeGreaterThan(600)
  expect(sources.filter((path) => never.test(readFileSync(path, 'utf8')))).toEqual([])
})
