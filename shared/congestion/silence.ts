import { minute, plus, type Instant } from '../instant.ts'
import type { Inspected } from './event.ts'
import type { LaneNow } from './lanes.ts'
import { countUntil, type Start } from './departures.ts'
import type { Service } from './service.ts'

/** Trucks that should have been heard of before silence means anything. */
const missed = 7

/** Starts a minute before a moment: the least of what the last spans show, for arrivals may have been ending. */
export const rateBefore = (starts: readonly Start[], at: number): number =>
  Math.min(...[20, 60, 120].map((span) => rateIn(starts, at, span)))

/** Starts a minute in a span before a moment. */
export function rateIn(starts: readonly Start[], at: number, span: number): number {
  const known = at - (starts[0]?.at ?? at)
  return (countUntil(starts, at) - countUntil(starts, at - span)) / Math.max(Math.min(span, known), 10)
}

/** By how often trucks came until the last, several should have come in so many minutes. */
export const isOverdue = (starts: readonly Start[], silent: number): boolean =>
  silent * Math.max(rateBefore(starts, starts.at(-1)?.at ?? 0), 0.02) > missed

type Given = {
  readonly departures: { readonly starts: readonly Start[]; readonly heldBack: Instant | null }
  readonly lanes: readonly LaneNow[]
  readonly service: Service
  readonly now: Instant
}

/**
 * Since when nothing has come from the booths although trucks were to be expected by what came before, or what was kept back is
 * still coming in; null = all is well, or every lane is told closed. A quiet night is quiet, and not lost.
 */
export function lostSince({ departures: { starts, heldBack }, lanes, service, now }: Given): Instant | null {
  if (heldBack !== null) return heldBack
  const last = starts.at(-1)
  if (last === undefined || !lanes.some(({ open }) => open)) return null
  const heard = starts.reduce((latest, { end }) => Math.max(latest, end), -Infinity)
  const opened = lanes.reduce((latest, { open, since }) => (open ? Math.max(latest, since) : latest), -Infinity)
  const from = Math.max(heard, opened)
  // A whole millisecond: minutes are fractions, and what is kept is not.
  return -from > Math.max(4, service.long) && isOverdue(starts, -from) ? plus(now, Math.round(from * minute)) : null
}

/** Later than this after it happened, minutes, an upload was kept back by a phone without a network. */
const keptBack = 4
/** A phone that sends what it kept is through after so long without another such upload, minutes. */
const through = 3

/**
 * What phones kept back and are sending now. Half of it would look like a time with half the trucks, so none of it counts until
 * all has come. One late upload alone is no such thing.
 */
export function comingIn(
  inspected: readonly Inspected[],
  late: (event: Inspected) => number,
  now: Instant,
): Set<string> {
  const coming = inspected.filter(
    (event) => now - event.receivedAt < through * minute && late(event) > keptBack * minute,
  )
  return new Set(coming.length < 4 ? [] : coming.map(({ id }) => id))
}
