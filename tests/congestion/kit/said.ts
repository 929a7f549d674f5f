import { parseQueueEvent, type QueueEvent } from '../../../shared/congestion/event.ts'
import { parseScenario, type Site } from '../../../shared/congestion/site.ts'
import { beijingIso, instant, minute, parseInstant, type Instant } from '../../../shared/instant.ts'

/** 08:30 of a day in May, or minutes after six. */
export const at = (clock: string | number): Instant =>
  typeof clock === 'number'
    ? instant(at('06:00') + clock * minute)
    : (parseInstant(`2022-05-16T${clock}:00+08:00`) ?? instant(0))

/** Two booths behind two approach lanes, unless told otherwise. */
export function siteWith(more: Record<string, unknown> = {}): Site {
  const checkpoint = {
    checkpoint: 'TEST-1',
    approach_lanes: 2,
    inspection_lanes: 2,
    green_lane: null,
    approach_m: 4000,
    booth_stake_m: 45_200,
    stake_upstream: 'decreasing',
    fence_m: 3000,
    qr_signs_m: [300, 600, 1000],
    ...more,
  }
  return parseScenario({ start: '2022-05-16T06:00:00+08:00', hours: 1, checkpoints: [checkpoint] }).sites[0]!
}

let made = 0
const event = (line: Record<string, unknown>, when: number, heard = when + 0.1): QueueEvent => {
  made += 1
  const common = { event_id: `e${made}`, checkpoint: 'TEST-1', occurred_at: beijingIso(at(when)) }
  return parseQueueEvent({ received_at: beijingIso(at(heard)), ...common, ...line }).event
}

/** Minutes after six. */
export const inspected = (plate: string, lane: number, from: number, to: number, heard?: number): QueueEvent =>
  event(
    { kind: 'inspected', plate, lane, device: `PDA${lane}`, completed_at: beijingIso(at(to)) },
    from,
    heard ?? to + 0.1,
  )
export const checkedIn = (plate: string, when: number, metres?: number, source = 'qr'): QueueEvent =>
  event({ kind: 'arrival_checkin', plate, source, ...(metres === undefined ? {} : { dist_m: metres }) }, when)
export const reported = (when: number, line: Record<string, unknown>): QueueEvent =>
  event({ kind: 'queue_report', by: 'inspector', ...line }, when)
export const lane = (kind: 'lane_open' | 'lane_closed', number: number, when: number): QueueEvent =>
  event({ kind, lane: number }, when)

/** Truck after truck at both booths, a minute each and 15 s to move up: as many as fit. */
export const backToBack = (from: number, until: number, lanes = [1, 2]): QueueEvent[] =>
  lanes.flatMap((number) =>
    Array.from({ length: Math.floor((until - from) / 1.25) }, (_, nth) => {
      const begins = from + nth * 1.25 + number * 0.3
      return inspected(`豫H${number}${String(1000 + Math.round(begins * 4))}`, number, begins, begins + 1)
    }),
  )
/** A truck now and then. */
export const nowAndThen = (from: number, until: number, every = 4): QueueEvent[] =>
  Array.from({ length: Math.floor((until - from) / every) }, (_, nth) =>
    inspected(`豫A${10_000 + Math.round(from) * 100 + nth}`, (nth % 2) + 1, from + nth * every, from + nth * every + 1),
  )
