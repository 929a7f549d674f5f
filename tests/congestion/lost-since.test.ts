import { expect, it } from 'vitest'
import { lostSince } from '../../shared/congestion/silence.ts'
import { instant } from '../../shared/instant.ts'

it('data is lost since a whole millisecond, whatever fraction of a minute that is', () => {
  const now = instant(1_796_083_339_665)
  for (const milliseconds of [907_123, 1_800_001, 3_599_999, 6_000_007]) {
    const at = -milliseconds / 60_000
    const starts = Array.from({ length: 12 }, (_, n) => ({ at: at - n, end: at - n }))
    const given = { departures: { starts: starts.toReversed(), heldBack: null }, lanes: [{ open: true, since: -500 }] }
    const found = lostSince({ ...given, service: { long: 4 }, now } as unknown as Parameters<typeof lostSince>[0])
    expect(found).toBe(now - milliseconds)
  }
})
