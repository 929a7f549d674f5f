import { describe, expect, test } from 'vitest'
import { en as factsEn } from '../../checkpoint-app/office/inspections/fact-words.en.ts'
import { zh as factsZh } from '../../checkpoint-app/office/inspections/fact-words.zh.ts'
import { headlineOf, verdictRows } from '../../checkpoint-app/office/inspections/headline.ts'
import { articlesOf, editionThen, factsOf, linesOf } from '../../checkpoint-app/office/inspections/verdict-in-words.ts'
import { checkNewStaff, loginShape } from '../../checkpoint-app/office/new-staff.ts'
import { lastSeen, shortIso } from '../../checkpoint-app/office/times.ts'
import { en } from '../../checkpoint-app/office/words.en.ts'
import { zh } from '../../checkpoint-app/office/words.zh.ts'
import { parseInstant } from '../../shared/instant.ts'
import { decide } from '../../shared/policy/decide.ts'

const id = '01a20406-d006-7104-accb-316c61c54822'
const madeAt = '2022-05-16T10:00:00+08:00'
const facts = {
  trip: { scope: 'cross-province', registered: true },
  vehicle: { plate: '沪DX0001', freight: true },
  freightCode: 'green',
  crew: [{ role: 'driver', temperatures: [36.5] }],
}

describe('a recorded verdict in words', () => {
  const found = factsOf(facts, id, madeAt)!
  const { edition } = decide(found.facts, found.now)
  const judged = {
    ...found,
    edition: editionThen({ checkpoint: 'JZ-G01', county: '410822', law: { amendments: [], overlays: [] } }, found.now),
  }
  test('has reason, next step and article where this page judges by the same edition', () => {
    expect(linesOf(judged, { row: 'V8', edition }, 'zh')).toMatchObject({
      headline: '快速放行',
      next: '不再核验一证两码',
    })
  })
  test.each([
    ['another edition', { row: 'V8', edition: 'older' }],
    ['another row', { row: 'V11', edition: edition }],
  ])('of %s gives none, rather than the reason of something else', (_, recorded) => {
    expect(linesOf(judged, recorded, 'zh')).toBeUndefined()
  })
  test('facts of a newer version are not guessed at', () => {
    expect(factsOf({ ...facts, weather: 'rain' }, id, madeAt)).toBeUndefined()
  })
  test('names its articles in the language chosen, an unknown one by its reference', () => {
    const verdict = { articles: ['jiaozuo-20#2', 'moon-1#1', 7] }
    expect(articlesOf(verdict, 'zh').map(({ name }) => name)).toEqual(['二十条第二条', 'moon-1#1'])
    expect(articlesOf(verdict, 'en')[0]).toMatchObject({ name: 'Twenty Measures, article 2' })
    expect(articlesOf({}, 'zh')).toEqual([])
  })
  test('a row of a newer version goes by its own name', () => {
    expect([headlineOf('V8', 'zh'), headlineOf('V99', 'zh'), verdictRows.length]).toEqual(['快速放行', 'V99', 17])
  })
})

describe('when a terminal was last seen', () => {
  const now = parseInstant('2022-05-16T10:00:00+08:00')!
  test.each([
    [null, '尚未联网'],
    ['2022-05-16T09:59:10+08:00', '刚刚'],
    ['2022-05-16T09:58:00+08:00', '2分钟前'],
    ['2022-05-16T09:01:00+08:00', '59分钟前'],
    ['2022-05-16T09:00:00+08:00', '1小时前'],
    ['2022-05-15T10:01:00+08:00', '23小时前'],
    ['2022-05-15T10:00:00+08:00', '05-15 10:00'],
  ])('%s: %s', (at, said) => {
    expect(lastSeen(at, now, zh.terminals)).toBe(said)
  })
  test('a moment is shown in Beijing time', () => {
    expect(shortIso('2022-05-16T02:05:00Z')).toBe('05-16 10:05')
  })
})

describe('a new member of staff', () => {
  const good = { name: '李示例', login: 'inspector1', password: 'haul-Tarp-93', repeat: 'haul-Tarp-93' }
  test.each([
    [{}, []],
    [{ name: ' ' }, ['name']],
    [{ login: '李' }, ['login']],
    [{ login: 'ab' }, ['login']],
    [{ login: '.abc' }, ['login']],
    [{ password: 'short', repeat: 'short' }, ['password']],
    [{ repeat: 'haul-Tarp-94' }, ['repeat']],
    [{ name: '', login: '', password: '' }, ['name', 'login', 'password']],
  ])('%j has to be corrected at %j', (change, fields) => {
    expect(Object.keys(checkNewStaff({ ...good, ...change }, zh.password))).toEqual(fields)
  })
  test('a user name is brought to its kept form', () => {
    expect(loginShape(' Ｉnspector1 ')).toBe('inspector1')
  })
})

describe('the words', () => {
  const texts = (words: unknown): string[] =>
    typeof words === 'string'
      ? [words]
      : typeof words === 'function'
        ? [String(words)]
        : Object.values(Object(words)).flatMap(texts)
  const forbidden = ['劝返', '禁止通行', '拒绝入焦', '不予放行', '遣返', '疑似患者', '黑名单', '高危人员', '外省车']
  test.each(forbidden)('never say %s', (word) => {
    expect(texts([zh, factsZh]).filter((text) => text.includes(word))).toEqual([])
  })
  test('in English hold no Chinese but what stands in a file or a plate', () => {
    const quoted = /证件号|结果|采样时间|报告时间|豫H|阴性|阳性|已采未出/g
    const left = texts([en, factsEn]).filter((text) => /\p{Script=Han}/u.test(text.replace(quoted, '')))
    expect(left).toEqual([])
  })
})
