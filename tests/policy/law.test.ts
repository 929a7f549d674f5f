import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { hour, instant, minutesBetween, plus, type Instant } from '../../shared/instant.ts'
import { timers } from '../../shared/codes/timers.ts'
import { citations } from '../../shared/policy/citations.ts'
import { clause, documents, everyClause } from '../../shared/policy/documents.ts'
import { editionInForce, editions, getEdition, makeEdition } from '../../shared/policy/edition.ts'
import { at, numbersAt, numbersOf } from '../../shared/policy/numbers.ts'
import { parameters, type Dated } from '../../shared/policy/parameters.ts'
import { law, modifiers } from '../../shared/policy/rules/index.ts'
import { transferPointEntry } from '../../shared/policy/rules/transfer-point-entry.ts'
import { setAside } from '../../shared/policy/set-aside.ts'
import { begins, bySpan } from '../../shared/policy/spans.ts'
import { rowsByGravity } from '../../shared/policy/verdict.ts'
import { driven, judged, moment, now, truck } from './truck.ts'

const rules = law.flatMap(({ lines }) => lines.map(({ rule }) => rule))
const folder = new URL('../../shared/policy/', import.meta.url)

describe('the table of contents', () => {
  test('every file of rules/ is a line, and its name is the rule’s id', () => {
    const files = readdirSync(new URL('rules/', folder)).map((file) => file.replace(/\.ts$/, ''))
    const ids = [...rules.map(({ id }) => id), ...modifiers.map(({ rule }) => rule.id), transferPointEntry.id]
    expect(ids.toSorted()).toEqual(files.filter((file) => file !== 'index').toSorted())
  })
  test('every row has its rule; only ASK has several', () => {
    const rows = rules.map(({ row }) => row).filter((row) => row !== 'ASK')
    expect(rows.toSorted()).toEqual(rowsByGravity.filter((row) => row !== 'ASK').toSorted())
    expect(modifiers.map(({ rule }) => rule.modifier)).toEqual(['M1', 'M2', 'M4', 'M5', 'M6', 'M7'])
  })
  test('every line and chapter has a caption in both languages', () => {
    for (const { caption } of [...law, ...law.flatMap(({ lines }) => lines), ...modifiers]) {
      expect(caption.zh).toMatch(/\p{Script=Han}/u)
      expect(caption.en).toMatch(/^[\x20-\x7e]+$/)
    }
  })
})

describe('documents', () => {
  const numbered = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => String(from + n))
  test('hold every article we were given', () => {
    const articles = Object.fromEntries(Object.entries(documents).map(([id, one]) => [id, Object.keys(one.articles)]))
    expect(articles).toEqual({
      'henan-16': numbered(1, 16),
      'jiaozuo-20': numbered(1, 20),
      'henan-notice-13': ['6', '7'],
      'jiaozuo-25': ['6', '7'],
      'national-services-43': ['42', '43'],
    })
  })
  test.each(everyClause)('%s is cited or set aside, never both, and summarised in both languages', (ref) => {
    const by = citations().get(ref) ?? []
    const reason = setAside[ref]
    expect(by.length > 0).toBe(reason === undefined)
    expect(clause(ref).summary.zh).toMatch(/\p{Script=Han}/u)
    expect(clause(ref).summary.en.length).toBeGreaterThan(10)
  })
})

describe('timers', () => {
  test.each(Object.entries(timers))(
    '%s keeps an article that is cited, or set aside in its name',
    (id, { article }) => {
      const cited = citations().has(article)
      const { zh = '', en = '' } = setAside[article] ?? {}
      expect([cited, zh.includes(id), en.includes(id)]).toEqual([cited, !cited, !cited])
    },
  )
  test('no reason names a timer that there is not', () => {
    const named = Object.values(setAside).flatMap(({ en }) => en.match(/\bT\d+\b/g) ?? [])
    expect(named.filter((id) => !(id in timers))).toEqual([])
    expect(new Set(named)).toEqual(new Set(['T14', 'T15']))
  })
})

const months: readonly Instant[] = Array.from({ length: 12 * 6 }, (_, n) => instant(Date.UTC(2022, n, 15)))

describe('timeline', () => {
  test('in every month of 2022 to 2027 the law answers and every number is known', () => {
    for (const month of months) {
      const tested = (hours: number) =>
        driven({ nucleicAcid: { result: 'negative', reportedAt: plus(month, -hours * hour) } })
      expect([judged(tested(48), month).row, judged(tested(49), month).row]).toEqual(['V10', 'V11'])
      for (const value of Object.values(numbersAt(month))) expect(value).toBeDefined()
    }
  })
  test('no parameter has a hole or an overlap, and each says its unit and its source', () => {
    for (const [name, one] of Object.entries<Dated<number | string>>(parameters)) {
      one.values.forEach(({ from, until, clause: cited }, index) => {
        const next = one.values[index + 1]
        if (next) expect(begins(next.from), name).toBeGreaterThan(begins(from))
        expect(until, `${name} ends`).toBe(next && until ? next.from : undefined)
        expect(cited ?? one.proposal, `${name} has neither clause nor proposal`).toBeDefined()
      })
      expect(one.unit).not.toBe('')
      expect(moment(`${one.checked}T00:00`)).toBeGreaterThan(0)
    }
  })
  test('before the first document the first values hold', () => {
    expect(judged(truck(), moment('2020-01-01T00:00')).edition).toBe(editions[0].id)
    expect(numbersAt(moment('2020-01-01T00:00')).testValidity).toBe(48)
  })
  test('48 h becomes 72 h by a row, from that very moment', () => {
    const later = { from: '2022-06-01T00:00:00+08:00', value: 72 }
    const longer = { ...parameters.testValidity, values: [parameters.testValidity.values[0], later] } as const
    const changed = numbersOf({ ...parameters, testValidity: longer })
    expect(changed(moment('2022-05-31T23:59:59')).testValidity).toBe(48)
    expect(changed(moment('2022-06-01T00:00')).testValidity).toBe(72)
    expect(at(longer, moment('2022-06-01T00:00'))).toBe(72)
    expect(at(longer, moment('2021-06-01T00:00'))).toBe(48)
  })
  test('no two versions of one demand, and each begins with its document', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
    for (const { inForce, clauses } of rules) {
      const first = Math.min(...clauses.map((ref) => begins(clause(ref).document.from)))
      expect(begins(inForce.from)).toBeGreaterThanOrEqual(first)
    }
  })
  test('a period ends on the moment of its until', () => {
    const held = bySpan(
      [{ from: '2022-05-01T00:00:00+08:00', until: '2022-06-01T00:00:00+08:00' }],
      (from) => minutesBetween(begins('2022-05-01T00:00:00+08:00'), from) / 60 / 24,
    )
    expect([
      held(moment('2022-05-31T23:59')),
      held(moment('2022-06-01T00:00')),
      held(moment('2021-01-01T00:00')),
    ]).toEqual([0, 31, 0])
    expect(() => begins('2022-05-01')).toThrow(RangeError)
    expect(() => bySpan([], () => 0)).toThrow(RangeError)
  })
})

describe('data only', () => {
  test('parameters hold no function', () => {
    const source = readFileSync(new URL('parameters.ts', folder), 'utf8')
    expect(source).not.toMatch(/=>|\bfunction\b/)
    expect(JSON.parse(JSON.stringify(parameters))).toEqual(parameters)
  })
  test('no rule reads a clock, a plate or a date of its own', () => {
    for (const file of readdirSync(new URL('rules/', folder))) {
      const source = readFileSync(new URL(`rules/${file}`, folder), 'utf8').replace(/inForce: \{[^}]*\}/, '')
      expect(source, file).not.toMatch(/\bplate\b(?=[.?])|Date\b|\d{4}-\d{2}-\d{2}/)
    }
  })
})

describe('editions', () => {
  const edition = editionInForce(now)
  test('the id names the law and its content', () => {
    expect(edition.id).toMatch(/^2022-05-JZ20-1\.[0-9a-f]{8}$/)
    expect(judged(truck()).edition).toBe(edition.id)
    expect(getEdition(edition.id)).toBe(edition)
    expect(() => getEdition('2021-1.00000000')).toThrow(/known: 2022-05-JZ20-1/)
  })
  test('another number is another id; the order of writing is not', () => {
    const hotter = {
      ...parameters,
      normalTemperatureMax: { ...parameters.normalTemperatureMax, checked: '2022-06-01' },
    }
    const { testValidity, ...others } = parameters
    const turned = { ...others, testValidity }
    expect(makeEdition(edition.name, edition.from, hotter).id).not.toBe(edition.id)
    expect(makeEdition(edition.name, edition.from, turned).id).toBe(edition.id)
  })
})
