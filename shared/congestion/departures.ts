import { instant, minute, type Instant } from '../instant.ts'
import { clocksOf } from './clock.ts'
import type { Inspected } from './event.ts'
import { sameTruckMinutes, scanSeconds } from './limits.ts'
import { comingIn } from './silence.ts'

/** A truck taken by an inspector. Times are minutes before (negative) the moment of the estimate. */
export type Start = {
  readonly plate: string
  readonly lane: number
  readonly at: number
  readonly end: number
  readonly heard: number
}

export type Departures = {
  /** Of the general queue, in order; the place of a truck in it is its number on the departure curve. */
  readonly starts: readonly Start[]
  /** Plates that went by the green channel. */
  readonly green: ReadonlySet<string>
  /** Phones are sending what they kept back since then; it does not count yet. */
  readonly heldBack: Instant | null
}

const scan = scanSeconds * 1000

/** Each truck once, by repaired clocks; those of the green lane are no part of the general queue. */
export function departuresOf(inspected: Iterable<Inspected>, now: Instant, greenLane: number | null): Departures {
  const events = [...inspected]
  const clock = clocksOf(events)
  const coming = comingIn(events, (event) => event.receivedAt - event.completedAt - clock(event), now)
  const all: Start[] = []
  let heldBack = Infinity
  for (const event of events)
    if (coming.has(event.id)) heldBack = Math.min(heldBack, event.completedAt + clock(event))
    else all.push(startOf(event, clock(event), now))
  const last = new Map<string, number>()
  const starts: Start[] = []
  const green = new Set<string>()
  for (const start of all.sort(inOrder)) {
    const before = last.get(start.plate)
    if (before !== undefined && start.at - before < sameTruckMinutes) continue
    last.set(start.plate, start.at)
    if (start.lane === greenLane) green.add(start.plate)
    else starts.push(start)
  }
  return { starts, green, heldBack: heldBack === Infinity ? null : instant(heldBack) }
}

const inOrder = (a: Start, b: Start) => a.at - b.at || a.lane - b.lane || (a.plate < b.plate ? -1 : 1)

function startOf(event: Inspected, behind: number, now: Instant): Start {
  const end = Math.min(event.completedAt + behind, event.receivedAt)
  const took = Math.min(Math.max(event.completedAt - event.at, 0), 60 * minute)
  return {
    plate: event.plate,
    lane: event.lane,
    at: (end - took - scan - now) / minute,
    end: (end - now) / minute,
    heard: (event.receivedAt - now) / minute,
  }
}

/** How many of the sorted were at or before that moment. */
export function countUntil(starts: readonly { readonly at: number }[], at: number): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle]?.at ?? Infinity) <= at) low = middle + 1
    else high = middle
  }
  return low
}
