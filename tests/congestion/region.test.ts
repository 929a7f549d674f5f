import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areNeighbours, regionNumbersOf, regionsOf, type Closure, type Rise } from '../../shared/congestion/region.ts'
import { numbersAt } from '../../shared/policy/numbers.ts'
import { at } from './kit/said.ts'

/** West and East lie on one road, South in the county of the first; North has nothing to do with them. */
const places = [
  { id: 'west', road: 'G5512', county: '410822' },
  { id: 'east', road: 'G5512', county: '410823' },
  { id: 'south', road: 'S309', county: '410822' },
  { id: 'north', road: 'G55', county: '410881' },
]
const closed = (checkpoint: string, from: number, to: number | null = null): Closure => ({
  id: `${checkpoint}-${from}`,
  checkpoint,
  why: 'lanes',
  from: at(from),
  to: to === null ? null : at(to),
})
const rose = (checkpoint: string, minutes: number | number[], ended: number | null = null): Rise => ({
  incident: `${checkpoint}-${String(minutes)}`,
  checkpoint,
  moments: [minutes].flat().map(at),
  endedAt: ended === null ? null : at(ended),
})
const seen = (closures: Closure[], rises: Rise[], now = 60) =>
  regionsOf({ places, closures, rises, numbers: regionNumbersOf(numbersAt(at(now))), now: at(now) })
const shown = (...given: Parameters<typeof seen>) =>
  seen(...given).map(({ closure, members, endedAt }) => [
    closure.checkpoint,
    members.map(({ checkpoint }) => checkpoint).join(' '),
    endedAt === null ? 'goes on' : (endedAt - at(0)) / 60_000,
  ])

describe('neighbours that rise after a closure', () => {
  it('two of them are one group, and the closed one is its cause', () => {
    expect(shown([closed('west', 0)], [rose('east', 8), rose('south', 15)])).toEqual([
      ['west', 'east south', 'goes on'],
    ])
    expect(seen([closed('west', 0)], [rose('east', 8), rose('south', 15)])[0]?.since).toBe(at(15))
  })

  it.each<[string, Closure[], Rise[]]>([
    ['one neighbour alone', [closed('west', 0)], [rose('east', 8)]],
    ['the same one twice', [closed('west', 0)], [rose('east', 8), rose('east', 18)]],
    ['one that is no neighbour', [closed('west', 0)], [rose('east', 8), rose('north', 9)]],
    ['the closed one itself', [closed('west', 0)], [rose('west', 3), rose('east', 8)]],
    ['one that rose before', [closed('west', 10)], [rose('east', 9.9), rose('south', 15)]],
    ['one that rose later than twenty minutes', [closed('west', 0)], [rose('east', 8), rose('south', 20.1)]],
    [
      'lanes that were closed for the hand-over of a shift',
      [closed('west', 0, 4)],
      [rose('east', 1), rose('south', 3)],
    ],
    ['no closure: two that rise together are two incidents', [], [rose('east', 8), rose('south', 8)]],
  ])('%s is none', (_, closures, rises) => expect(shown(closures, rises)).toEqual([]))

  it('twenty minutes on the dot belong to it; a step of an incident that ran before counts as rising', () => {
    expect(shown([closed('west', 0)], [rose('east', 0), rose('south', 20)])).toHaveLength(1)
    expect(shown([closed('west', 10)], [rose('east', [2, 14]), rose('south', 12)])).toEqual([
      ['west', 'south east', 'goes on'],
    ])
  })

  it('of two closures the later one before it is the cause', () => {
    const both = [closed('west', 0), closed('south', 10)]
    expect(shown(both, [rose('east', 5), rose('east', 6)])).toEqual([])
    const third = { id: 'far', road: 'G5512', county: '410822' }
    const found = regionsOf({
      places: [...places, third],
      closures: both,
      rises: [rose('far', 12), rose('east', 5), rose('west', 13)],
      numbers: regionNumbersOf(numbersAt(at(60))),
      now: at(60),
    })
    expect(found.map(({ closure, members }) => [closure.checkpoint, members.length])).toEqual([['south', 2]])
  })

  it('is over five minutes after the last of them, not before: it may begin again', () => {
    const rises = [rose('east', 8, 30), rose('south', 15, 40)]
    expect(shown([closed('west', 0)], rises, 44.9)).toEqual([['west', 'east south', 'goes on']])
    expect(shown([closed('west', 0)], rises, 45)).toEqual([['west', 'east south', 40]])
  })

  it('is the same in whatever order it comes to be known', () => {
    const closures = [closed('west', 0), closed('south', 4), closed('east', 30)]
    const rises = [rose('east', 8), rose('south', 15, 50), rose('west', 33), rose('north', 9), rose('south', 35)]
    fc.assert(
      fc.property(
        fc.shuffledSubarray(closures, { minLength: 3 }),
        fc.shuffledSubarray(rises, { minLength: 5 }),
        (a, b) => {
          expect(seen(a, b)).toEqual(seen(closures, rises))
        },
      ),
    )
  })
})

it('on the same road or in the same county, and nobody is his own neighbour', () => {
  const [west, east, south, north] = places
  expect([areNeighbours(west!, east!), areNeighbours(west!, south!)]).toEqual([true, true])
  expect([areNeighbours(east!, south!), areNeighbours(west!, north!), areNeighbours(west!, west!)]).toEqual([
    false,
    false,
    false,
  ])
})
