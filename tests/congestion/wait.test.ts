import { describe, expect, it } from 'vitest'
import type { QueueEvent } from '../../shared/congestion/event.ts'
import { observe, queueAt, waitAt } from '../../shared/congestion/wait.ts'
import { shortTime } from '../../shared/instant.ts'
import { at, backToBack, checkedIn, inspected, lane, nowAndThen, reported, siteWith } from './kit/said.ts'

const both = [lane('lane_open', 1, 0), lane('lane_open', 2, 0)]

/** The estimate some minutes after six, by what had been received until then. */
function waitIn(events: readonly QueueEvent[], minutes: number, site = siteWith()) {
  const queue = queueAt(site)
  for (const event of events) if (event.receivedAt <= at(minutes)) observe(queue, event)
  return waitAt(queue, at(minutes)).estimate
}

/** From the 40th minute on trucks stand; each joined `wait` before its turn, and every third of them checked in. */
const queueOf = (wait: number, until = 120): QueueEvent[] => {
  const trucks = backToBack(40, until)
  const joins = trucks.flatMap((truck, nth) =>
    truck.kind === 'inspected' && nth % 3 === 0
      ? [checkedIn(truck.plate, (truck.at - at(0)) / 60_000 - Math.min(wait, (truck.at - at(40)) / 60_000) + 0.8, 101)]
      : [],
  )
  return [...both, ...nowAndThen(0, 40), ...trucks, ...joins]
}

describe('what stands at the checkpoint', () => {
  it('nothing is known yet: no wait, and no failure', () => {
    const none = waitIn([], 5)
    expect([none.wait, none.vehicles, none.metres, none.lostSince]).toEqual([0, 0, 0, null])
  })
  it('lanes that stand between trucks mean no wait', () =>
    expect(waitIn([...both, ...nowAndThen(0, 90)], 90).wait).toBeLessThan(1))
  it('a queue has the wait of those who are taken from it', () => {
    const { wait, low, high } = waitIn(queueOf(15), 118)
    expect(wait).toBeGreaterThan(12)
    expect(wait).toBeLessThan(18)
    expect(low).toBeLessThan(15)
    expect(high).toBeGreaterThan(15)
  })
  it('a driver who rested for hours after the fence makes no queue of a quiet night', () => {
    const slept = [checkedIn('豫A10015', 2, 3000, 'fence'), checkedIn('豫A10016', 3, 3000, 'fence')]
    expect(waitIn([...both, ...nowAndThen(0, 90), ...slept], 80).wait).toBeLessThan(1)
  })
  it('all lanes closed: the wait grows a minute a minute', () => {
    const closed = [lane('lane_closed', 1, 120), lane('lane_closed', 2, 120)]
    const [now, later] = [waitIn([...queueOf(15), ...closed], 125), waitIn([...queueOf(15), ...closed], 145)]
    expect(later.wait - now.wait).toBeGreaterThan(18)
    expect(later.wait - now.wait).toBeLessThan(22)
    expect(later.lostSince).toBeNull()
  })
})

describe('what a person says', () => {
  it('a wait that was typed beats the model for ten minutes', () => {
    const told = [...queueOf(15), reported(110, { wait_min: 33 })]
    expect(waitIn(told, 112)).toMatchObject({ wait: 33, basis: 'report' })
    expect(waitIn(told, 120)).toMatchObject({ wait: 33, basis: 'report' })
    expect(waitIn(told, 121).basis).toBe('model')
  })
  it('metres typed for minutes of wait are not believed, a long wait is', () => {
    expect(waitIn([...queueOf(15), reported(110, { wait_min: 800 })], 112)).toMatchObject({ basis: 'model' })
    expect(waitIn([...queueOf(15), reported(110, { wait_min: 150 })], 112)).toMatchObject({ basis: 'report' })
  })
  it.each<[string, Record<string, unknown>]>([
    ['metres', { queue_m: 400 }],
    ['a stake', { tail_stake: 'K44+800' }],
  ])('a length in %s', (_, line) => {
    const { metres } = waitIn([...both, ...nowAndThen(0, 40), ...backToBack(40, 70), reported(68, line)], 70)
    expect(metres).toBeGreaterThan(250)
    expect(metres).toBeLessThan(480)
  })
  it.each<[string, number]>([
    ['kilometres', 0.4],
    ['a nought too many', 4000],
  ])('%s typed for metres does not carry the queue away', (_, metres) => {
    const before = [...both, ...nowAndThen(0, 40), ...backToBack(40, 80), reported(60, { queue_m: 400 })]
    const found = waitIn([...before, reported(68, { queue_m: 400 }), reported(78, { queue_m: metres })], 80).metres
    expect(found).toBeGreaterThan(150)
    expect(found).toBeLessThan(700)
  })
  it.each<[string, Record<string, unknown>]>([
    ['the wait in minutes', { queue_m: 23 }],
    ['the stake, in metres', { queue_m: 44_800 }],
    ['the length in kilometres', { queue_m: 0.4 }],
  ])('%s typed for the length changes the wait by little', (_, line) => {
    const [without, with_] = [waitIn(queueOf(15), 118), waitIn([...queueOf(15), reported(112, line)], 118)]
    expect(Math.abs(with_.wait - without.wait)).toBeLessThan(2.5)
  })
  it('a stake on the wrong side of the booth is no length', () =>
    expect(waitIn([...both, ...nowAndThen(0, 60), reported(58, { tail_stake: 'K46+900' })], 60).metres).toBe(0))
})

describe('hardly a truck, and nobody tells anything', () => {
  it.each([30, 50, 75, 119])('%d minutes after the last truck nothing is made of it', (later) => {
    const trucks = Array.from({ length: 5 }, (_, nth) => inspected(`豫A1000${nth}`, 1, nth * 22, nth * 22 + 4))
    const { wait, vehicles, lostSince } = waitIn(trucks, 92 + later)
    expect([wait < 1, vehicles < 5, lostSince]).toEqual([true, true, null])
  })
})

describe('data lost', () => {
  it('is said, with the time of the last truck, when the booths fall silent under load', () => {
    const { lostSince, confidence } = waitIn(queueOf(15), 135)
    expect(lostSince === null ? null : shortTime(lostSince)).toBe('05-16 08:00')
    expect(confidence).toBe('low')
  })
  it('is not said in a quiet night', () =>
    expect(waitIn([...both, ...nowAndThen(0, 90, 12)], 110).lostSince).toBeNull())
  it('is not said when every lane was told closed', () => {
    const closed = [lane('lane_closed', 1, 120), lane('lane_closed', 2, 120)]
    expect(waitIn([...queueOf(15), ...closed], 150).lostSince).toBeNull()
  })
  it('stands until all that was kept back is through', () => {
    const kept = backToBack(120, 160).map((event, nth) =>
      event.kind === 'inspected' ? { ...event, receivedAt: at(162 + (nth % 7) / 4) } : event,
    )
    expect(waitIn([...queueOf(15), ...kept], 163).lostSince).not.toBeNull()
    expect(waitIn([...queueOf(15), ...kept], 167).lostSince).not.toBeNull()
    const goesOn = [...queueOf(15), ...kept, ...backToBack(162, 180)]
    expect(waitIn(goesOn, 175).lostSince).toBeNull()
  })
})

it('the green channel passes the general queue and tells nothing about it', () => {
  const site = siteWith({ inspection_lanes: 3, green_lane: 3 })
  const green = Array.from({ length: 18 }, (_, nth) => inspected(`豫G${20_000 + nth}`, 3, 60 + nth * 3, 61 + nth * 3))
  const seen = Array.from({ length: 18 }, (_, nth) => checkedIn(`豫G${20_000 + nth}`, 59 + nth * 3, 250))
  const [without, with_] = [waitIn(queueOf(15), 118, site), waitIn([...queueOf(15), ...green, ...seen], 118, site)]
  expect(with_.wait).toBeCloseTo(without.wait, 5)
})
