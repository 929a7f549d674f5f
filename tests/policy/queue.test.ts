import { describe, expect, it, test } from 'vitest'
import { instant, minute } from '../../shared/instant.ts'
import { laneSeconds, waitsOf } from '../../shared/policy/queue.ts'
import { rowsByGravity } from '../../shared/policy/verdict.ts'

/** Minutes in, minutes out: arrivals as [minute, minutes at the booth]. */
const table: readonly [string, number, readonly (readonly [number, number])[], readonly number[]][] = [
  ['nobody', 2, [], []],
  ['one truck never waits', 1, [[0, 5]], [0]],
  ['the second waits for the first', 1, [[0, 5], [1, 5]], [0, 4]],
  ['exactly as the lane is free', 1, [[0, 5], [5, 5]], [0, 0]],
  ['two lanes take two at once', 2, [[0, 5], [0, 5], [0, 5]], [0, 0, 5]],
  ['the lane that is free first', 2, [[0, 9], [0, 2], [1, 4], [1, 1]], [0, 0, 1, 5]],
  ['a queue that builds up', 1, [[0, 3], [2, 3], [4, 3], [6, 3]], [0, 1, 2, 3]],
  ['and goes down again', 1, [[0, 10], [1, 1], [20, 1]], [0, 9, 0]],
  ['what is said in the bay takes no lane', 1, [[0, 5], [1, 0], [2, 5]], [0, 0, 3]],
] // prettier-ignore

describe('waits at the booth', () => {
  it.each(table)('%s (%i lanes)', (_, lanes, trucks, waits) => {
    const arrivals = trucks.map(([at, minutes]) => ({ at: instant(at * minute), seconds: minutes * 60 }))
    expect(waitsOf(arrivals, lanes).map((wait) => wait / minute)).toEqual(waits)
  })

  it('is refused without a lane', () => {
    expect(() => waitsOf([], 0)).toThrow(RangeError)
  })
})

test('every row has a service time, and nothing that is asked more takes less of the lane than a code', () => {
  expect(Object.keys(laneSeconds).toSorted()).toEqual([...rowsByGravity].toSorted())
  for (const row of ['V6', 'V7', 'V9', 'V10', 'V11'] as const) expect(laneSeconds[row]).toBeGreaterThan(laneSeconds.V5)
})
