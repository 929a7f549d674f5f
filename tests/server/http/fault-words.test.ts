import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { faultWords } from '../../../shared/wording/faults.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const folders = ['server/usecases', 'server/routes', 'server/ports', 'server/http', 'server/store', 'server/timers']
const thrown = new Set(
  folders
    .flatMap((folder) => readdirSync(root + folder).map((name) => `${root}${folder}/${name}`))
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/'([A-Z]{2}-\d{2})'/g)].map(([, code]) => code!)),
)
/** These carry words of their own, made from the case at hand. */
const ownWords = new Set(['MA-01', 'OB-01', 'TE-09', 'DB-05', 'DB-06'])

describe('the words of a fault', () => {
  it('are there in both languages for every code that the server throws', () => {
    expect(thrown.size).toBeGreaterThan(60)
    expect([...thrown].filter((code) => faultWords[code] === undefined && !ownWords.has(code))).toEqual([])
  })

  it('mean one thing each: no code stands in two files of words', () => {
    const folder = `${root}shared/wording/`
    const codes = readdirSync(folder)
      .filter((file) => file.endsWith('faults.ts'))
      .flatMap((file) =>
        [...readFileSync(folder + file, 'utf8').matchAll(/^  '([A-Z]{2}-\d{2})':/gm)].map(([, code]) => code),
      )
    expect(codes.length).toBeGreaterThan(60)
    expect(codes.filter((code, place) => codes.indexOf(code) !== place)).toEqual([])
  })

  it('are Chinese in Chinese and English in English', () => {
    for (const [code, { zh, en }] of Object.entries(faultWords)) {
      expect([code, /\p{Script=Han}/u.test(zh), /\p{Script=Han}/u.test(en)]).toEqual([code, true, false])
    }
  })
})
