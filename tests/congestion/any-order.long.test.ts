import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { QueueEvent } from '../../shared/congestion/event.ts'
import { keeps } from '../../shared/congestion/limits.ts'
import { observe, queueAt, waitAt } from '../../shared/congestion/wait.ts'
import { instant, minute } from '../../shared/instant.ts'
import { at, siteWith } from './kit/said.ts'

const now = at(180)
const moment = fc.integer({ min: 0, max: 180 * 60 })
const plate = fc.integer({ min: 1, max: 25 }).map((number) => `豫H${10_000 + number}`)
const times = fc.record({ at: moment, late: fc.oneof(fc.constant(5), fc.integer({ min: -200, max: 1200 })) })

/** An event as anything may send it: wrong clocks, late, unlikely lengths. */
const event = fc
  .record({
    kind: fc.constantFrom('inspected', 'inspected', 'check-in', 'report', 'lane'),
    times,
    plate,
    lane: fc.integer({ min: 1, max: 3 }),
    took: fc.integer({ min: 0, max: 900 }),
    metres: fc.oneof(fc.constantFrom(300, 600), fc.integer({ min: 0, max: 9000 })),
    open: fc.boolean(),
  })
  .map(({ kind, times, plate, lane, took, metres, open }) => {
    const begins = at(0) + times.at * 1000
    const receivedAt = instant(begins + (took + times.late) * 1000)
    const common = { at: instant(begins), receivedAt }
    switch (kind) {
      case 'inspected':
        return {
          ...common,
          kind,
          plate,
          lane,
          device: `PDA${lane}`,
          completedAt: instant(begins + took * 1000),
        } as const
      case 'check-in':
        return { ...common, kind, plate, source: open ? 'qr' : 'fence', metres: metres > 8000 ? null : metres } as const
      case 'report':
        return { ...common, kind, metres, stake: null, waitMinutes: metres < 100 ? metres : null } as const
      default:
        return { ...common, kind: 'lane', lane, open } as const
    }
  })
const log = fc
  .array(event, { maxLength: 60 })
  .map((events) => events.map((one, nth): QueueEvent => ({ ...one, id: `e${nth}` })))

function after(events: readonly QueueEvent[]) {
  const queue = queueAt(siteWith({ green_lane: 3 }))
  for (const one of events) observe(queue, one)
  return waitAt(queue, now).estimate
}

it('the same uploads in any order, each twice, give the same estimate', () => {
  const shuffled = log.chain((events) =>
    fc.record({
      events: fc.constant(events),
      again: fc.shuffledSubarray([...events, ...events], {
        minLength: events.length * 2,
        maxLength: events.length * 2,
      }),
    }),
  )
  fc.assert(
    fc.property(shuffled, ({ events, again }) => {
      expect(after(again)).toEqual(after(events))
    }),
    { numRuns: 150 },
  )
})

it('whatever comes: every number is one, none is below zero, and the wait lies in its interval', () => {
  fc.assert(
    fc.property(log, (events) => {
      const { wait, low, high, virtual, vehicles, metres, deviation } = after(events)
      for (const value of [wait, low, high, virtual, vehicles, metres, deviation]) {
        expect(Number.isFinite(value)).toBe(true)
        expect(value).toBeGreaterThanOrEqual(0)
      }
      expect(low).toBeLessThanOrEqual(wait)
      expect(high).toBeGreaterThanOrEqual(wait)
    }),
    { numRuns: 150 },
  )
})

it('the memory of a checkpoint is bounded, and what is old is forgotten', () => {
  const queue = queueAt(siteWith())
  for (let nth = 0; nth < 12_000; nth += 1) {
    const when = instant(at(0) + nth * 1000)
    const common = { id: `e${nth}`, at: when, receivedAt: when }
    observe(queue, { ...common, kind: 'inspected', plate: `豫H${nth}`, lane: 1, device: 'PDA1', completedAt: when })
    observe(queue, { ...common, kind: 'check-in', plate: `豫H${nth}`, source: 'qr', metres: 50 })
    observe(queue, { ...common, kind: 'report', metres: 50, stake: null, waitMinutes: null })
    observe(queue, { ...common, kind: 'lane', lane: 1, open: nth % 2 === 0 })
  }
  const { inspected, checkIns, reports, lanes } = queue.memory
  expect(inspected.size).toBeLessThanOrEqual(keeps.inspected)
  expect(checkIns.size).toBeLessThanOrEqual(keeps.checkIns)
  expect(reports.size).toBeLessThanOrEqual(keeps.reports)
  expect(lanes.size).toBeLessThanOrEqual(keeps.lanes)
  waitAt(queue, instant(at(0) + 24 * 60 * minute))
  expect([inspected.size, checkIns.size, reports.size]).toEqual([0, 0, 0])
})
