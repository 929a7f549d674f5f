import { describe, expect, it } from 'vitest'
import { flowOver } from '../../shared/congestion/forecast/fluid.ts'
import { hourOf } from '../../shared/congestion/forecast/hours.ts'
import { hour, instant, minute, plus } from '../../shared/instant.ts'
import { make } from './kit/scenarios.ts'
import { truthOf } from './kit/truth.ts'
import { beijingTime } from './kit/weeks.ts'

const now = beijingTime('2022-06-16T12:00')
const flow = (
  hours: readonly { arrivals: number; capacity: number; lanes?: number }[],
  standing = { vehicles: 0, wait: 0 },
) =>
  flowOver(
    hours.map((one, nth) => ({ lanes: 2, ...one, at: plus(now, nth * hour) })),
    now,
    standing,
  )

describe('arrivals against lanes', () => {
  it('an hour of thirty too many leaves thirty standing, and the last of them waits as long as thirty take', () => {
    const [first, second] = flow([
      { arrivals: 120, capacity: 90 },
      { arrivals: 90, capacity: 90 },
    ])
    expect(first!.left).toBeCloseTo(30)
    // Twenty minutes, and some that chance makes.
    expect(second!.worst).toBeGreaterThan(18)
    expect(second!.worst).toBeLessThan(27)
  })
  it('what stands now is taken first', () => {
    const [first] = flow([{ arrivals: 0, capacity: 90 }], { vehicles: 45, wait: 30 })
    expect(first!.left).toBe(0)
    expect(first!.worst).toBeGreaterThan(28)
  })
  it('nobody is taken: the wait grows a minute a minute', () => {
    const [first] = flow([{ arrivals: 60, capacity: 0, lanes: 0 }], { vehicles: 1, wait: 0 })
    expect(first!.worst).toBeCloseTo(60, -1)
  })
  it('room to spare: hardly any wait, but not none', () => {
    const [quiet] = flow([{ arrivals: 30, capacity: 90 }])
    const [full] = flow([{ arrivals: 85, capacity: 90 }])
    expect(quiet!.wait).toBeLessThan(0.5)
    expect(full!.wait).toBeGreaterThan(3)
    expect(full!.wait).toBeLessThan(10)
  })
  it('the rest of an hour is the rest of it', () => {
    const [rest] = flowOver([{ at: now, arrivals: 120, capacity: 60, lanes: 1 }], plus(now, 45 * minute), {
      vehicles: 0,
      wait: 0,
    })
    expect(rest!.left).toBeCloseTo(15)
  })

  it('a drawn day, truck by truck: with who came and what a lane did, the wait of each hour is what it was', () => {
    const { road, scenario } = make('ordinary peak', 7)
    const truth = truthOf(road)
    const start = scenario.start
    const readings = truth
      .filter(({ at }) => at % 60 === 0)
      .map(({ at, wait, vehicles }) => ({ at: instant(start + at * 1000), wait, vehicles, seen: true }))
    const inspected = road.trucks.flatMap(({ plate, start: taken, end, lane }) =>
      taken === null || end === null || lane === null ? [] : [{ at: instant(start + end * 1000), plate, lane }],
    )
    const hours = Array.from({ length: scenario.hours }, (_, nth) =>
      hourOf(plus(start, nth * hour), {
        readings: readings.filter(({ at }) => at >= start + nth * hour && at <= start + (nth + 1) * hour),
        inspected,
        lanes: [],
      }),
    )
    const busy =
      hours.reduce((sum, one) => sum + one.busyTrucks, 0) / hours.reduce((sum, one) => sum + one.busyMinutes, 0)
    const waits = flowOver(
      hours.map(({ at, arrivals, lanes }) => ({ at, arrivals, lanes, capacity: lanes * busy * 60 })),
      start,
      { vehicles: 0, wait: 0 },
    )
    const off = hours.map((one, nth) => Math.abs(one.wait - waits[nth]!.wait))
    expect(Math.max(...hours.map((one) => one.wait))).toBeGreaterThan(12)
    expect(off.reduce((sum, each) => sum + each, 0) / off.length).toBeLessThan(5)
  })
})
