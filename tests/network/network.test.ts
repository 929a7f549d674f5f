import { describe, expect, it } from 'vitest'
import { isToRise, risesAt, type Block } from '../../shared/network/block.ts'
import { lacksForTrucks, reopensAt, stateOf } from '../../shared/places/place.ts'
import { at } from '../congestion/kit/said.ts'

const block = (more: Partial<Block> = {}): Block => ({
  kind: 'blocked',
  startedAt: at(0),
  resolvedAt: null,
  level: 'county',
  levelSince: null,
  ...more,
})

describe('a blocked road', () => {
  it.each<[string, Partial<Block>, number, boolean]>([
    ['30 minutes on the dot', {}, 30, false],
    ['a moment more', {}, 30.01, true],
    ['at the city, by its own clock', { level: 'city', levelSince: at(31) }, 61, false],
    ['at the city, after 30 minutes there', { level: 'city', levelSince: at(31) }, 61.1, true],
    ['at the province, which has nobody above', { level: 'province', levelSince: at(62) }, 900, false],
    ['cleared', { resolvedAt: at(20) }, 900, false],
    ['only slow', { kind: 'slow' }, 900, false],
  ])('%s: goes up or not', (_, more, minutes, rises) => expect(isToRise(block(more), 30, at(minutes))).toBe(rises))

  it('says when it would go up', () => {
    expect([risesAt(block(), 30), risesAt(block({ kind: 'exit' }), 30)]).toEqual([at(30), null])
  })
})

describe('a service area', () => {
  it('closed on 16 May at 08:00 is to open on 19 May at 08:00 (G46), and is due from then on', () => {
    const place = { kind: 'service-area', closedAt: at(0) } as const
    const threeDays = 72 * 60
    expect(reopensAt(place, 72)).toBe(at(threeDays))
    expect([stateOf(place, 72, at(threeDays - 0.1)), stateOf(place, 72, at(threeDays))]).toEqual(['closed', 'due'])
    expect(stateOf({ ...place, closedAt: null }, 72, at(0))).toBe('open')
  })

  it('a point for tests that is closed is due at no time', () => {
    expect(stateOf({ kind: 'test-point', closedAt: at(0) }, 72, at(1e6))).toBe('closed')
  })

  it('for trucks has all four services (R90)', () => {
    expect(lacksForTrucks(true, ['fuel', 'toilet'])).toEqual(['meals', 'test'])
    expect(lacksForTrucks(false, [])).toEqual([])
  })
})
