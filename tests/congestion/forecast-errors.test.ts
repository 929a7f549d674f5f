import { describe, expect, it } from 'vitest'
import { errorsOf, outcomeOf } from '../../shared/congestion/forecast/errors.ts'
import { hourOf } from '../../shared/congestion/forecast/hours.ts'
import { hour, instant, minute, plus } from '../../shared/instant.ts'
import { beijingTime, weeks } from './kit/weeks.ts'

const at = (text: string) => beijingTime(`2022-06-16T${text}`)
const peak = { from: at('17:00'), to: at('19:00'), lanes: 2, adviceLanes: 4 }
const evening = (wait: number, lanes = 2) =>
  weeks('2022-06-16T00:00', '2022-06-17T00:00', (when) =>
    when >= at('17:00') && when < at('19:00') ? { arrivals: 140, lanes, wait } : { arrivals: 50, lanes: 2 },
  )

describe('what came of a peak that was told', () => {
  it.each([
    { outcome: 'came', seen: evening(25), why: 'as long a wait as was said' },
    { outcome: 'handled', seen: evening(4, 4), why: 'the lanes were opened, and nobody waited' },
    { outcome: 'false', seen: evening(4), why: 'nobody opened anything, and nobody waited' },
    { outcome: 'unseen', seen: evening(25).map((one) => ({ ...one, minutes: 5 })), why: 'the network was gone' },
  ])('$outcome: $why', ({ outcome, seen }) => expect(outcomeOf(peak, seen, 10)).toBe(outcome))

  it('counts those that came, were handled, were nothing, and those nobody was told of', () => {
    const seen = [
      ...evening(25),
      ...weeks('2022-06-17T00:00', '2022-06-18T00:00', (when) =>
        // Three hours in a row are one missed peak.
        when >= beijingTime('2022-06-17T09:00') && when < beijingTime('2022-06-17T12:00')
          ? { arrivals: 90, lanes: 2, wait: 15 }
          : { arrivals: 50, lanes: 2 },
      ),
    ]
    const said = seen.map((one) => ({
      at: one.at,
      arrivals: one.arrivals + (one.at < at('12:00') ? 10 : -10),
      low: one.arrivals - 5,
      high: one.arrivals + 15,
      wait: one.wait + 2,
    }))
    const errors = errorsOf({ foretold: said, seen, told: [peak], startWait: 10 })
    expect(errors).toMatchObject({ hours: 48, came: 1, handled: 0, false: 0, missed: 1, within: 1 })
    expect(errors.arrivalsOff).toBeCloseTo(10)
    expect(errors.waitOff).toBeCloseTo(2)
  })

  it('an hour that was not seen is no error, and no hit', () => {
    const seen = evening(25).map((one) => ({ ...one, minutes: 0 }))
    const said = seen.map((one) => ({ at: one.at, arrivals: 1, low: 0, high: 2, wait: 0 }))
    expect(errorsOf({ foretold: said, seen, told: [peak], startWait: 10 })).toMatchObject({
      hours: 0,
      missed: 0,
      came: 0,
    })
  })
})

describe('an hour as it was', () => {
  const minutes = (vehicles: (m: number) => number) =>
    Array.from({ length: 61 }, (_, m) => ({
      at: plus(at('10:00'), m * minute),
      wait: m / 4,
      vehicles: vehicles(m),
      seen: true,
    }))
  const trucks = (n: number) =>
    Array.from({ length: n }, (_, nth) => ({
      at: instant(at('10:00') + (nth * hour) / n),
      plate: `豫HX${String(1000 + nth)}`,
      lane: 1 + (nth % 2),
    }))
  const lanes = [
    { lane: 1, from: at('06:00'), to: null },
    { lane: 2, from: at('10:30'), to: null },
  ]

  it('who joined: the inspected, and by how much the queue grew', () => {
    const seen = hourOf(at('10:00'), { readings: minutes((m) => m), inspected: trucks(40), lanes })
    expect(seen).toMatchObject({ minutes: 60, trucks: 40, arrivals: 100, lanes: 1.5, worst: 14.75 })
    expect(seen.wait).toBeCloseTo(7.4, 1)
  })
  it('a queue that melts was there before', () =>
    expect(hourOf(at('10:00'), { readings: minutes((m) => 60 - m), inspected: trucks(40), lanes }).arrivals).toBe(0))
  it('what a lane does while somebody waits is not what it does when nobody does', () => {
    const idle = hourOf(at('10:00'), { readings: minutes(() => 0), inspected: trucks(40), lanes })
    expect(idle).toMatchObject({ busyTrucks: 0, busyMinutes: 0 })
    const busy = hourOf(at('10:00'), { readings: minutes(() => 20), inspected: trucks(60), lanes })
    expect(busy).toMatchObject({ busyTrucks: 60, busyMinutes: 90 })
  })
  it('a truck that was looked at twice is one; minutes without data are not counted', () => {
    const twice = [...trucks(40), ...trucks(40)]
    const readings = minutes(() => 0).map((one, m) => ({ ...one, seen: m < 20 }))
    expect(hourOf(at('10:00'), { readings, inspected: twice, lanes })).toMatchObject({ trucks: 40, minutes: 20 })
  })
  it('where nobody says which lanes are open, those count through which trucks went', () =>
    expect(hourOf(at('10:00'), { readings: minutes(() => 0), inspected: trucks(40), lanes: [] }).lanes).toBe(2))
})
