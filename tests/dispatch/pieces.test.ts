import { describe, expect, it } from 'vitest'
import { alarmBetween } from '../../checkpoint-app/dispatch/alarms.ts'
import { curveOf } from '../../checkpoint-app/dispatch/curve.ts'
import { fits, noFilter, regionsOf } from '../../checkpoint-app/dispatch/filter.ts'
import { keptOrder } from '../../checkpoint-app/dispatch/order.ts'
import { sketchOf } from '../../checkpoint-app/dispatch/roads.ts'
import { pieces, trendOf } from '../../checkpoint-app/dispatch/spark.ts'
import { toneOfVerdict } from '../../checkpoint-app/dispatch/verdict-tones.ts'
import { verdictTone } from '../../checkpoint-app/inspector/verdict-tone.ts'
import { byUrgency, isVague, standingOf } from '../../shared/congestion/urgency.ts'
import { incidentOf, rowOf } from './rows.ts'

describe('the order of the rows', () => {
  it('goes by the step, then the condition, then who does not answer, then the wait; the same each time', () => {
    const rows = [
      rowOf('CALM', { waitMinutes: 19 }),
      rowOf('LOST', { lostSince: '2022-05-16T09:00:00+08:00' }),
      rowOf('NONE', { waitMinutes: null }),
      rowOf('WATCHED', { incident: incidentOf({ step: null, watched: true }) }),
      rowOf('GRAVE', { incident: incidentOf({ step: 'L3' }) }),
      rowOf('FIRST', { incident: incidentOf({ step: 'L1', unanswered: 2 }) }),
      rowOf('SECOND', { incident: incidentOf({ step: 'L1' }), waitMinutes: 29 }),
      rowOf('THIRD', { incident: incidentOf({ step: 'L1' }), waitMinutes: 22 }),
      rowOf('ASKED', { incident: incidentOf({ step: null, startedAt: null }) }),
    ]
    const order = rows.toSorted(byUrgency).map(({ id }) => id)
    expect(order).toEqual(['GRAVE', 'FIRST', 'SECOND', 'THIRD', 'WATCHED', 'ASKED', 'LOST', 'NONE', 'CALM'])
    expect(
      rows
        .toReversed()
        .toSorted(byUrgency)
        .map(({ id }) => id),
    ).toEqual(order)
  })

  it('stays under a hand: what is new comes last, what has gone leaves, and that it waits is said', () => {
    expect(keptOrder(['a', 'b', 'c'], ['c', 'a', 'd'])).toEqual({ order: ['a', 'c', 'd'], waits: true })
    expect(keptOrder(['a', 'b'], ['a', 'b', 'c'])).toEqual({ order: ['a', 'b', 'c'], waits: false })
  })

  it('no data, and data lost, are neither calm nor nought', () => {
    expect(standingOf(rowOf('A', { waitMinutes: null }))).toBe('unknown')
    expect(standingOf(rowOf('A', { lostSince: '2022-05-16T09:00:00+08:00', waitMinutes: 0 }))).toBe('lost')
    expect(isVague({ wait: 230, low: 0, high: 650 })).toBe(true)
    expect(isVague({ wait: 52, low: 21, high: 82 })).toBe(false)
  })
})

describe('the trend', () => {
  const box = { width: 100, height: 50, most: 50 }
  it('leaves open what is not known', () => {
    expect(pieces([0, 10, null, 20, 25, null, 50], box)).toEqual([
      'M0 50 L16.7 40',
      'M50 30 L66.7 25',
      'M100 0 h16.666666666666668',
    ])
    expect(pieces([null, null], box)).toEqual([])
  })

  it('rises, falls, stays, and says nothing of too little', () => {
    expect(trendOf([3, 5, 7, 9, 12, 15])).toBe('up')
    expect(trendOf([30, 28, 25, 20, 18])).toBe('down')
    expect(trendOf([10, 10, 10, 11, 10])).toBe('flat')
    expect(trendOf([null, null, 8, 9])).toBeUndefined()
  })

  it('the curve parts where two minutes are missing or the data was lost', () => {
    const point = (minute: number, lost = false) => ({
      at: `2022-05-16T10:${String(minute).padStart(2, '0')}:00+08:00`,
      waitMinutes: 10,
      lowMinutes: 8,
      highMinutes: 12,
      lost,
    })
    const from = Date.parse('2022-05-16T10:00:00+08:00')
    const given = { from, to: from + 3_600_000, width: 600, height: 200 }
    const { line, band, highest } = curveOf([point(1), point(2), point(7), point(8, true), point(9)], given)
    expect(line).toHaveLength(2)
    expect(band.every((d) => d.endsWith('Z'))).toBe(true)
    expect(highest).toEqual({ minutes: 10, at: '10:01' })
  })
})

describe('what is shown of many', () => {
  it('by text, by region, by step', () => {
    const row = rowOf('JZ-G04', {
      name: '柏香站',
      road: 'G3511 菏宝高速',
      incident: incidentOf({ step: 'L3', watched: true }),
    })
    expect(fits(row, { ...noFilter, text: ' g3511 ' })).toBe(true)
    expect(fits(row, { ...noFilter, text: '武陟' })).toBe(false)
    expect(fits(row, { ...noFilter, region: '4108' })).toBe(true)
    expect(fits(row, { ...noFilter, part: 'LM' })).toBe(true)
    expect(fits(row, { ...noFilter, part: 'L2' })).toBe(false)
  })

  it('regions are those that part what is there: counties of one city, cities of a province', () => {
    const counties = [rowOf('A'), rowOf('B', { county: '410823' }), rowOf('C', { county: '410823' })]
    expect(regionsOf(counties).map(({ prefix, count }) => [prefix, count])).toEqual([
      ['410822', 1],
      ['410823', 2],
    ])
    expect(regionsOf([...counties, rowOf('D', { county: '410105' })]).map(({ prefix }) => prefix)).toEqual([
      '4101',
      '4108',
    ])
  })

  it('the roads run through their checkpoints from one end to the other', () => {
    const at = (id: string, lat: number, lon: number, road = 'G1') => rowOf(id, { road, place: { lat, lon } })
    const sketch = sketchOf([
      at('A', 35, 113),
      at('C', 35.1, 113.4),
      at('B', 35.02, 113.2),
      at('X', 35.3, 113.1, 'S9'),
    ])!
    expect(sketch.roads.map(({ name }) => name)).toEqual(['G1'])
    const xs = Array.from(sketch.roads[0]!.d.matchAll(/[ML](\d+)/g), ([, x]) => Number(x))
    expect(xs).toEqual(xs.toSorted((a, b) => a - b))
    const y = (id: string) => sketch.spots.find((spot) => spot.id === id)!.y
    expect(y('X')).toBeLessThan(y('A'))
    expect(sketchOf([rowOf('A')])).toBeUndefined()
  })
})

describe('what is heard', () => {
  const board = (...rows: ReturnType<typeof rowOf>[]) => new Map(rows.map((row) => [row.id, row]))
  const calm = rowOf('A')
  it('nothing at first and nothing for what falls; one kind for a step, one for a grave one, one for a question', () => {
    const step = rowOf('A', { incident: incidentOf({ step: 'L1' }) })
    const grave = rowOf('A', { incident: incidentOf({ step: 'L3' }) })
    const asked = rowOf('A', { incident: incidentOf({ step: null, startedAt: null }) })
    expect(alarmBetween(undefined, board(grave))).toBeUndefined()
    expect(alarmBetween(board(calm), board(step))).toBe('step')
    expect(alarmBetween(board(step), board(grave))).toBe('grave')
    expect(alarmBetween(board(calm), board(asked))).toBe('ask')
    expect(alarmBetween(board(grave), board(calm))).toBeUndefined()
    expect(alarmBetween(board(step), board(step))).toBeUndefined()
  })
})

it('verdicts have the tones they have at the booth', () => {
  for (const [row, tone] of Object.entries(verdictTone)) expect([row, toneOfVerdict(row)]).toEqual([row, tone])
})
