/** The law over time: at every moment, one version of each demand, and a value for each number. */
import { describe, expect, test } from 'vitest'
import { instant } from '../../shared/instant.ts'
import { documents } from '../../shared/policy/documents.ts'
import { editionInForce, editions, makeEdition } from '../../shared/policy/edition.ts'
import { parameters, type Dated } from '../../shared/policy/parameters.ts'
import { law, modifiers } from '../../shared/policy/rules/index.ts'
import { begins, isInForce, type InForce } from '../../shared/policy/spans.ts'
import { rowsByGravity } from '../../shared/policy/verdict.ts'
import { moment } from './truck.ts'

type Demand = { readonly says: string; readonly inForce: InForce }

/** Two that say the same and share a moment. Half-open: one may begin when the other ends. */
function overlaps(demands: readonly Demand[]): readonly string[] {
  return demands.flatMap((one, index) =>
    demands
      .slice(index + 1)
      .filter((other) => other.says === one.says)
      .filter(
        (other) =>
          isInForce(one.inForce, begins(other.inForce.from)) || isInForce(other.inForce, begins(one.inForce.from)),
      )
      .map(({ says }) => says),
  )
}

/** What begins after something has ended, with nothing between; or ends for good. */
function holes(values: readonly InForce[]): readonly string[] {
  const ordered = values.toSorted((a, b) => begins(a.from) - begins(b.from))
  return ordered.flatMap(({ until }, index) => {
    const next = ordered[index + 1]
    if (until === undefined) return []
    return next === undefined || begins(next.from) > begins(until) ? [until] : []
  })
}

const rules = law.flatMap(({ lines }) => lines.map(({ rule }) => rule))
// ASK is asked by several rules, each for another fact.
const demands: readonly Demand[] = [
  ...rules.map(({ row, id, inForce }) => ({ says: row === 'ASK' ? id : row, inForce })),
  ...modifiers.map(({ rule }) => ({ says: rule.modifier, inForce: rule.inForce })),
]
const changes = [...rules, ...modifiers.map(({ rule }) => rule)]
  .flatMap(({ inForce }) => [inForce.from, inForce.until ?? inForce.from])
  .concat(Object.values<Dated<number | string>>(parameters).flatMap(({ values }) => values.map(({ from }) => from)))
const moments = [...new Set(changes)].flatMap((at) => [-1, 0, 1].map((off) => instant(begins(at) + off)))

describe('no two versions of one demand are in force at once', () => {
  test('in the law', () => expect(overlaps(demands)).toEqual([]))
  test('in the editions', () => {
    const starts = editions.map(({ from }) => begins(from))
    expect(starts).toEqual([...new Set(starts)].toSorted((a, b) => a - b))
    for (const { from, id } of editions) expect(editionInForce(begins(from)).id).toBe(id)
  })
  const may = { from: '2022-05-01T00:00:00+08:00', until: '2022-06-01T00:00:00+08:00' }
  const june = { from: '2022-06-01T00:00:00+08:00' }
  test('one after another is none', () => {
    expect(
      overlaps([
        { says: 'V8', inForce: may },
        { says: 'V8', inForce: june },
      ]),
    ).toEqual([])
    expect(
      overlaps([
        { says: 'V8', inForce: may },
        { says: 'V5', inForce: may },
      ]),
    ).toEqual([])
  })
  test('a planted one is found, whichever stands first', () => {
    const longer = { ...may, until: '2022-06-01T00:00:01+08:00' }
    const [a, b] = [
      { says: 'V8', inForce: longer },
      { says: 'V8', inForce: june },
    ]
    expect([overlaps([a, b]), overlaps([b, a])]).toEqual([['V8'], ['V8']])
  })
})

describe('no number has a hole', () => {
  test.each(Object.entries<Dated<number | string>>(parameters))('%s', (_name, { values }) =>
    expect(holes(values)).toEqual([]),
  )
  test('a planted hole is found, and an end', () => {
    const until = '2022-06-01T00:00:00+08:00'
    const ended = { from: '2022-05-01T00:00:00+08:00', until }
    expect(holes([ended, { from: '2022-06-02T00:00:00+08:00' }])).toEqual([until])
    expect(holes([ended])).toEqual([until])
    expect(holes([{ from: until }, ended])).toEqual([])
  })
  test('each begins with the first document or before', () => {
    const first = Math.min(...Object.values(documents).map(({ from }) => begins(from)))
    for (const { values } of Object.values<Dated<number | string>>(parameters))
      expect(begins(values[0].from)).toBeLessThanOrEqual(Math.max(first, begins(editions[0].from)))
  })
})

test('around every change, every row has its rule, and every number a value', () => {
  for (const at of [...moments, moment('2020-01-01T00:00'), moment('2030-01-01T00:00')]) {
    const edition = editionInForce(at)
    const rows = edition
      .lawAt(at)
      .chapters.flat()
      .map(({ row }) => row)
    expect(new Set(rows)).toEqual(new Set(rowsByGravity))
    expect(Object.values(edition.numbersAt(at)).filter((value) => value === undefined)).toEqual([])
  }
})

test('a row of a parameter that begins later is followed by both sides of its moment', () => {
  const from = '2022-06-01T00:00:00+08:00'
  const longer = {
    ...parameters.testValidity,
    values: [parameters.testValidity.values[0], { from, value: 72 }] as const,
  }
  const edition = makeEdition('changed', editions[0].from, { ...parameters, testValidity: longer })
  const at = (off: number) => edition.numbersAt(instant(begins(from) + off)).testValidity
  expect([at(-1), at(0)]).toEqual([48, 72])
})
