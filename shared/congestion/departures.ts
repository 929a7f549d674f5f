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
  const held = events.filter(({ id }) => coming.has(id)).map((event) => event.completedAt + clock(event))
  const starts = events
    .filter(({ id }) => !coming.has(id))
    .map((event) => startOf(event, clock(event), now))
    .toSorted(inOrder)
  const last = new Map<string, number>()
  const once = starts.filter(({ plate, at }) => {
    const before = last.get(plate)
    if (before !== undefined && at - before < sameTruckMinutes) return false
    last.set(plate, at)
    return true
  })
  return {
    starts: once.filter(({ lane }) => lane !== greenLane),
    green: new Set(once.filter(({ lane }) => lane === greenLane).map(({ plate }) => plate)),
    heldBack: held.length === 0 ? null : instant(Math.min(...held)),
  }
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
