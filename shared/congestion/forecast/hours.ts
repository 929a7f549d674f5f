import { hour, instant, minute, plus, type Instant } from '../../instant.ts'

/** What came of one hour at a checkpoint. */
export type HourSeen = {
  readonly at: Instant
  /** In so many of its minutes the queue was seen. */
  readonly minutes: number
  /** Inspected. */
  readonly trucks: number
  /** Joined the queue: the inspected, and by how much the queue grew. */
  readonly arrivals: number
  /** Of the truck at the booth, minutes: mean and longest. */
  readonly wait: number
  readonly worst: number
  /** Open on the average. */
  readonly lanes: number
  /** What lanes do while somebody waits: trucks, and minutes of one lane. */
  readonly busyTrucks: number
  readonly busyMinutes: number
}

/** A reading of the queue, one a minute; `seen` = false where data were lost or nothing was known. */
export type MinuteSeen = {
  readonly at: Instant
  readonly wait: number
  readonly vehicles: number
  readonly seen: boolean
}
export type HourGiven = {
  /** From the beginning of the hour up to and with the beginning of the next. */
  readonly readings: readonly MinuteSeen[]
  readonly inspected: readonly { readonly at: Instant; readonly plate: string; readonly lane: number }[]
  /** When which lane was open; `to` = null: still is. */
  readonly lanes: readonly { readonly lane: number; readonly from: Instant; readonly to: Instant | null }[]
}

/** So far from an end of the hour a reading still tells how long the queue was there. */
const nearEnd = 5 * minute

export function hourOf(at: Instant, { readings, inspected, lanes }: HourGiven): HourSeen {
  const end = plus(at, hour)
  const trucks = onceEach(inspected.filter((one) => one.at >= at && one.at < end))
  const seen = readings.filter((one) => one.seen)
  const inside = seen.filter((one) => one.at < end)
  const first = seen.find((one) => one.at < at + nearEnd)
  const last = seen.findLast((one) => one.at > end - nearEnd)
  const grew = first === undefined || last === undefined ? 0 : last.vehicles - first.vehicles
  const used = new Set(trucks.map(({ lane }) => lane)).size
  const openAt = (when: number) =>
    lanes.length === 0
      ? used
      : new Set(lanes.filter(({ from, to }) => from <= when && (to === null || to > when)).map(({ lane }) => lane)).size
  const waits = inside.map(({ wait }) => wait)
  const minutes = Array.from({ length: 60 }, (_, nth) => openAt(at + nth * minute))
  const busy = inside.filter((one) => one.vehicles >= Math.max(2, openAt(one.at)))
  const busyStarts = new Set(busy.map((one) => Math.floor(one.at / minute)))
  return {
    at: instant(at),
    minutes: inside.length,
    trucks: trucks.length,
    arrivals: Math.max(trucks.length + grew, 0),
    wait: mean(waits),
    worst: Math.max(0, ...waits),
    lanes: mean(minutes),
    busyTrucks: trucks.filter((one) => busyStarts.has(Math.floor(one.at / minute))).length,
    busyMinutes: busy.reduce((sum, one) => sum + openAt(one.at), 0),
  }
}

/** A truck looked at twice is one truck. */
const onceEach = <One extends { readonly plate: string }>(all: readonly One[]): One[] => [
  ...new Map(all.map((one) => [one.plate, one])).values(),
]

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
