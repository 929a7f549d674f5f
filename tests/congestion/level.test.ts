import { describe, expect, it } from 'vitest'
import type { Estimate } from '../../shared/congestion/estimate.ts'
import { calm, nextCondition } from '../../shared/congestion/level.ts'
import { readingOf } from '../../shared/congestion/reading.ts'
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
  metresDeviation: 50,
  confidence: 'high',
  basis: 'model',
  load: 1,
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

describe('a step goes up when it has held for a minute', () => {
  const said = (...minutes: number[]) => levels(minutes.map((wait) => ({ wait, basis: 'report' })))
  it.each<[string, number[], number]>([
    ['exactly 20', times(9, 20), 0],
    ['20.01, two looks', [20.01, 20.01], 0],
    ['20.01, three looks', [20.01, 20.01, 20.01], 1],
    ['30', times(9, 30), 1],
    ['30.01', times(3, 30.01), 2],
    ['60', times(9, 60), 2],
    ['60.01', times(3, 60.01), 3],
  ])('a person says %s: over, not at (超 is strict)', (_, minutes, level) =>
    expect(said(...minutes).at(-1)).toBe(level),
  )
  it.each<[string, number[], number]>([
    ['19.2', times(9, 19.2), 0],
    ['19.3 cannot be told from 20', times(3, 19.3), 1],
    ['28.9', times(9, 28.9), 1],
    ['29.3', times(3, 29.3), 2],
    ['58.9', times(9, 58.9), 2],
    ['59.3', times(3, 59.3), 3],
    ['from nothing to an hour: all at once', times(3, 75), 3],
    ['a dip in between begins anew', [21, 21, 19, 21, 21], 0],
  ])('an estimate of %s', (_, minutes, level) =>
    expect(levels(minutes.map((wait) => ({ wait, deviation: 1.5 }))).at(-1)).toBe(level),
  )
  it('one that is exact must be over, too', () => expect(levels(times(9, { wait: 19.9, deviation: 0 })).at(-1)).toBe(0))
  it('a vague estimate must say more', () => {
    expect(levels(times(9, { wait: 21, deviation: 8 })).at(-1)).toBe(0)
    expect(levels(times(9, { wait: 23, deviation: 8 })).at(-1)).toBe(1)
  })
  it('one that may be anything says nothing, however long the wait', () =>
    expect(levels(times(20, { wait: 230, deviation: 250 })).at(-1)).toBe(0))
  it('lanes that stand between trucks have no queue, whatever somebody scanned', () => {
    expect(levels(times(20, { wait: 40, load: 0.2 })).at(-1)).toBe(0)
    expect(levels(times(20, { wait: 40, load: 0.2, basis: 'report' })).at(-1)).toBe(2)
  })
  it('of lanes that are closed no load is known, and the trucks stand', () =>
    expect(levels(times(20, { wait: 40, load: null })).at(-1)).toBe(2))
  it('what stands there and is over in two minutes counts', () =>
    expect(levels(times(3, { wait: 18, soon: 20.5 })).at(-1)).toBe(1))
})

describe('and down when it has been clearly below for four minutes', () => {
  const up = times(3, 21)
  it.each<[string, number[], number]>([
    ['a wobble at the limit', [...up, 19, 18.5, 20.5, 18.1, 19.9, 18, 18, 18, 18, 18, 18], 1],
    ['below 18 for three and a half minutes', [...up, ...times(8, 17.9)], 1],
    ['below 18 for four', [...up, ...times(9, 17.9)], 0],
    ['one look above begins anew', [...up, ...times(7, 17), 18.7, ...times(7, 17)], 1],
    ['a wobble of half a minute does not', [...up, ...times(7, 17), 18.5, 17], 0],
    ['an hour falls to 58', [...times(3, 70), ...times(9, 58)], 3],
    ['an hour falls below 58', [...times(3, 70), ...times(9, 57.9)], 2],
  ])('%s', (_, minutes, level) => expect(waits(...minutes).at(-1)).toBe(level))
})

describe('what wavers about a limit is one time over it', () => {
  const down = [...times(3, 21), ...times(9, 17)]
  it.each<[string, number[], number]>([
    ['21 five minutes after', [...down, ...times(10, 21)], 0],
    ['22.1 five minutes after', [...down, ...times(10, 22.1)], 1],
    ['21 for more than ten minutes', [...down, ...times(24, 21)], 1],
  ])('%s', (_, minutes, level) => expect(waits(...minutes).at(-1)).toBe(level))
})

describe('one kilometre', () => {
  const lengths = (...metres: number[]) => levels(metres.map((each) => ({ metres: each }))).at(-1)
  it.each<[string, number[], boolean]>([
    ['970 m', times(9, 970), false],
    ['980 m cannot be told from more', times(3, 980), true],
    ['1001 m for half a minute', times(2, 1001), false],
    ['down to 900 m', [...times(4, 1100), ...times(9, 900)], true],
    ['down to 899 m for four minutes', [...times(4, 1100), ...times(9, 899)], false],
  ])('%s', (_, metres, over) => expect(lengths(...metres)).toBe(over))
})

it('lost data neither calms nor alarms', () => {
  const lost = { lostSince: at(0) }
  expect(levels([...times(3, { wait: 35 }), ...times(40, { wait: 0, ...lost })]).at(-1)).toBe(2)
  expect(levels(times(40, { wait: 90, ...lost })).at(-1)).toBe(0)
})

it.each([
  ['12 minutes, 4 at least', { wait: 12, low: 4, high: 20 }, 'busy'],
  ['12 minutes that may as well be none', { wait: 12, low: 0, high: 31 }, 'between'],
  ['no wait', { wait: 0, low: 0, high: 5 }, 'clear'],
])('what begins an incident by measurement: %s', (_, estimate, load) => {
  expect(readingOf({ ...sure, ...estimate }, calm, '').wait).toBe(load)
})
