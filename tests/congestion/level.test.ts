import { describe, expect, it } from 'vitest'
import type { Estimate } from '../../shared/congestion/estimate.ts'
import { calm, nextCondition } from '../../shared/congestion/level.ts'
import { instant } from '../../shared/instant.ts'
import { at } from './kit/said.ts'

const sure: Estimate = {
  at: at(0),
  wait: 0,
  low: 0,
  high: 0,
  deviation: 0.5,
  soon: 0,
  virtual: 0,
  vehicles: 0,
  metres: 0,
  metresDeviation: 10,
  confidence: 'high',
  basis: 'model',
  lostSince: null,
}

/** The levels after each half minute of such waits (minutes), or lengths. */
function levels(each: readonly Partial<Estimate>[]) {
  let condition = calm
  return each.map((more, nth) => {
    const soon = more.soon ?? more.wait ?? 0
    condition = nextCondition(condition, { ...sure, soon, ...more, at: instant(at(0) + nth * 30_000) })
    return more.metres === undefined ? condition.level : condition.overKilometre
  })
}
const waits = (...minutes: number[]) => levels(minutes.map((wait) => ({ wait })))
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value)

describe('a step goes up when it has held for a minute: over, not at (超 is strict)', () => {
  it.each<[string, number[], number]>([
    ['exactly 20', times(9, 20), 0],
    ['20.01, two looks', [20.01, 20.01], 0],
    ['20.01, three looks', [20.01, 20.01, 20.01], 1],
    ['30', times(9, 30), 1],
    ['30.01', times(3, 30.01), 2],
    ['60', times(9, 60), 2],
    ['60.01', times(3, 60.01), 3],
    ['from nothing to an hour: all at once', times(3, 75), 3],
    ['a dip in between begins anew', [21, 21, 19, 21, 21], 0],
  ])('%s', (_, minutes, level) => expect(waits(...minutes).at(-1)).toBe(level))
  it('a vague estimate must say more', () => {
    expect(levels(times(9, { wait: 21, deviation: 8 })).at(-1)).toBe(0)
    expect(levels(times(9, { wait: 23, deviation: 8 })).at(-1)).toBe(1)
  })
})

describe('and down when it has been clearly below for four minutes', () => {
  const up = times(3, 21)
  it.each<[string, number[], number]>([
    ['a wobble at the limit', [...up, 19, 18.5, 20.5, 18.1, 19.9, 18, 18, 18, 18, 18, 18], 1],
    ['below 18 for three and a half minutes', [...up, ...times(8, 17.9)], 1],
    ['below 18 for four', [...up, ...times(9, 17.9)], 0],
    ['one look above begins anew', [...up, ...times(7, 17), 18.5, ...times(7, 17)], 1],
    ['an hour falls to 58', [...times(3, 70), ...times(9, 58)], 3],
    ['an hour falls below 58', [...times(3, 70), ...times(9, 57.9)], 2],
  ])('%s', (_, minutes, level) => expect(waits(...minutes).at(-1)).toBe(level))
})

describe('one kilometre', () => {
  const lengths = (...metres: number[]) => levels(metres.map((each) => ({ metres: each }))).at(-1)
  it.each<[string, number[], boolean]>([
    ['1000 m', times(9, 1000), false],
    ['1001 m for a minute', times(3, 1001), false],
    ['1001 m for a minute and a half', times(4, 1001), true],
    ['down to 880 m', [...times(4, 1100), ...times(9, 880)], true],
    ['down to 879 m for four minutes', [...times(4, 1100), ...times(9, 879)], false],
  ])('%s', (_, metres, over) => expect(lengths(...metres)).toBe(over))
})

it('lost data neither calms nor alarms', () => {
  const lost = { lostSince: at(0) }
  expect(levels([...times(3, { wait: 35 }), ...times(40, { wait: 0, ...lost })]).at(-1)).toBe(2)
  expect(levels(times(40, { wait: 90, ...lost })).at(-1)).toBe(0)
})
