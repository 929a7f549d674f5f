/** Whatever the command amends, every truck still reaches exactly one row, and no number has a hole in its life. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amendable, isAmendableNumber, type AmendableNumber } from '../../shared/policy/amendment-bounds.ts'
import { amend } from '../../shared/policy/amendment-edition.ts'
import type { Amendment } from '../../shared/policy/amendment.ts'
import { editions } from '../../shared/policy/edition.ts'
import type { Dated } from '../../shared/policy/parameters.ts'
import { begins } from '../../shared/policy/spans.ts'
import { rowsByGravity } from '../../shared/policy/verdict.ts'
import { amendment } from './amendment-kit.ts'
import { coverage } from './coverage.ts'
import { moment, now } from './truck.ts'

const [program] = editions
const published = moment('10T00:00')
const from = '2022-05-12T00:00:00+08:00'

/** All that a verdict reads, at one end of its bounds. */
const weighty = ['testValidity', 'priorReleaseWindow', 'pendingSampleWindow', 'driverWhitelistMin'] as const
const ends = (end: 'min' | 'max') => Object.fromEntries(weighty.map((name) => [name, amendable[name][end]]))

const degrees = fc.integer({ min: 365, max: 385 }).map((tenths) => ({
  normalTemperatureMax: tenths / 10,
  abnormalTemperatureMin: (tenths + 1) / 10,
}))
const numbers = fc.record(
  Object.fromEntries(weighty.map((name) => [name, fc.integer({ min: amendable[name].min, max: amendable[name].max })])),
  { requiredKeys: [] },
)
const clock = fc.constantFrom({}, { testClockBasis: 'report' }, { testClockBasis: 'sample' })
const anyAmendment = fc
  .tuple(numbers, fc.oneof(fc.constant({}), degrees), clock)
  .map((parts): object => Object.assign({}, ...parts))
  .filter((values) => Object.keys(values).length > 0)
  .map((values) => amendment(values, { from }))

const tried: readonly (readonly [string, Amendment])[] = [
  [
    'the least of everything',
    amendment({ ...ends('min'), normalTemperatureMax: 36.5, abnormalTemperatureMin: 36.6 }, { from }),
  ],
  [
    'the most of everything',
    amendment({ ...ends('max'), normalTemperatureMax: 38.5, abnormalTemperatureMin: 38.6 }, { from }),
  ],
  ...fc.sample(anyAmendment, { numRuns: 4, seed: 20220516 }).map((one) => [JSON.stringify(one.values), one] as const),
]

test.each(tried)('every point reaches exactly one row, and every row is reached: %s', { timeout: 30_000 }, (_, one) => {
  const edition = amend(program, one, published)
  const { odd, reached } = coverage({ above: program, below: edition, now }, edition)
  expect(odd).toEqual([])
  expect([...reached].toSorted()).toEqual([...rowsByGravity].toSorted())
})

describe('over time', () => {
  const names = Object.keys(amendable).filter(isAmendableNumber)
  /** One number at a time, several times over, on any days and in any order. */
  const history = fc.array(
    fc.record({ day: fc.integer({ min: 1, max: 28 }), many: fc.integer({ min: 12, max: 20 }) }),
    { minLength: 1, maxLength: 6 },
  )
  const alone: readonly AmendableNumber[] = names.filter(
    (name) => amendable[name].min <= 12 && amendable[name].max >= 20,
  )

  test('the rows of a number lie end to end in order, and each moment has the value that began last', () => {
    fc.assert(
      fc.property(history, fc.constantFrom(...alone.filter((name) => isAlone(name))), (given, name) => {
        const day = (n: number) => `2022-06-${String(n).padStart(2, '0')}T00:00:00+08:00`
        const edition = given.reduce(
          (before, { day: n, many }) => amend(before, amendment({ [name]: many }, { from: day(n) }), published),
          program,
        )
        const rows = Object.values<Dated<number | string>>(edition.parameters).map(({ values }) => values)
        for (const values of rows)
          values.forEach(({ from: begun, until }, index) => {
            const next = values[index + 1]
            expect(until).toBe(next?.from)
            if (next) expect(begins(next.from)).toBeGreaterThan(begins(begun))
          })
        for (const { day: n } of given) {
          const last = given.findLast((one) => one.day === n)
          expect(edition.numbersAt(begins(day(n)))[name]).toBe(last?.many)
        }
      }),
    )
  })
})

const isAlone = (name: string): boolean => {
  try {
    amendment({ [name]: 12 })
    return true
  } catch {
    return false
  }
}
