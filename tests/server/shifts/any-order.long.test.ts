import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { beijingIso, instant, minute } from '../../../shared/instant.ts'
import { oneBooth } from './kit.ts'

/** Late, twice, in whatever order: what the office reads in the end is the same. */
it('the uploads of a shift in any order give the same day', async () => {
  const script = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 0, 2, 4, 6], { minLength: 11, maxLength: 11 })
  const dayAfter = async (order: readonly number[]) => {
    const road = await oneBooth()
    const first = '018f0000-0000-7000-8000-000000000001'
    const again = '018f0000-0000-7000-8000-000000000002'
    const at = (minutes: number) => ({ madeAt: beijingIso(instant(road.clock.now() + minutes * minute)) })
    const [zhang, li] = [road.zhang.shift, road.li.shift]
    const tokens = await Promise.all([
      zhang.seal({ id: first, kind: 'on', lane: 1, segment: '19800000001', ...at(0) }),
      zhang.seal({ kind: 'lane-open', lane: 1, ...at(1) }),
      zhang.seal({ kind: 'off', shift: first, handover: null, ...at(60) }),
      zhang.seal({ kind: 'lane-closed', lane: 1, ...at(61) }),
      li.seal({ id: again, kind: 'on', lane: 2, segment: '19800000001', ...at(30) }),
      li.seal({ kind: 'lane-open', lane: 2, ...at(31) }),
      li.seal({ kind: 'seen', shift: first, ...at(32) }),
    ])
    road.forward(120)
    for (const place of order) await (place < 4 ? zhang : li).send(tokens[place]!)
    const { shifts, lanes, gaps } = await road.duty()
    return { shifts, lanes, gaps: gaps.map((gap) => ({ ...gap, unsure: null })) }
  }
  const expected = await dayAfter([0, 1, 2, 3, 4, 5, 6])
  expect(expected.shifts.map(({ second }) => second?.of)).toEqual([undefined, 'segment'])
  await fc.assert(
    fc.asyncProperty(script, async (order) => {
      expect(await dayAfter(order)).toEqual(expected)
    }),
    { numRuns: 8 },
  )
}, 30_000)
