import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

/**
 * Never on a screen, on paper or in a message (the glossary of the trade): nobody is turned back, blamed or branded. What a driver
 * complains of has its name: it is a category of the hotline, and stands in one place.
 */
const never = /劝返|禁止通行|拒绝入焦|不予放行|遣返|疑似患者|黑名单|高危人员/

const complaint = { path: 'shared/wording/cases.ts', words: "'层层加码·劝返'" }

const root = join(import.meta.dirname, '..')
const sources = ['checkpoint-app', 'server', 'shared'].flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && /\.(tsx?|html|webmanifest)$/.test(file.name))
    .map((file) => join(file.parentPath, file.name)),
)

it('no source says a word that is never said', () => {
  expect(sources.length).toBeGreaterThan(600)
  const textOf = (path: string) => {
    const text = readFileSync(path, 'utf8')
    return path === join(root, complaint.path) ? text.replace(complaint.words, '') : text
  }
  expect(sources.filter((path) => never.test(textOf(path)))).toEqual([])
})
