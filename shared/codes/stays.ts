/** When the person was inside the city, and when he left it. */
import { floorMinute, hour, plus, type Instant } from '../instant.ts'
import { isVerified, ofKind, type Left, type LedgerEvent } from './events.ts'
import type { NumbersAt, Results } from './results.ts'
import { holds } from './results.ts'

/** Half-open; `to` null = still inside. */
export type Stay = { readonly from: Instant; readonly to: Instant | null }
export type Departure = {
  readonly at: Instant
  /** From when it counts: what only the driver says counts after a wait without a contrary record (A42). */
  readonly countsFrom: Instant
  readonly throughTrain: boolean
}
export type Leaving = { readonly saidAt: Instant; readonly countsFrom: Instant }
export type Movements = {
  readonly stays: readonly Stay[]
  readonly departures: readonly Departure[]
  /** He says himself that he has left, it does not count yet, and nobody has seen him since. */
  readonly leaving: Leaving | null
}

/** Somebody else's record that he was in the city. */
const seenAt = (events: readonly LedgerEvent[]): readonly Instant[] =>
  events
    .filter(
      (event) =>
        (event.kind === 'arrived' && isVerified(event)) ||
        ((event.kind === 'opened' || event.kind === 'proposed') && event.evidence.kind === 'inspection'),
    )
    .map(({ at }) => at)

const waitOver = (at: Instant, numbersAt: NumbersAt): Instant => plus(at, numbersAt(at).selfReportedLeavingWait * hour)

function departureOf(left: Left, seen: readonly Instant[], now: Instant, numbersAt: NumbersAt): Departure | undefined {
  const { at, source, throughTrain = false } = left
  if (source !== 'driver') return { at, countsFrom: at, throughTrain }
  const countsFrom = waitOver(at, numbersAt)
  if (countsFrom > now || seen.some((moment) => moment > at && moment <= countsFrom)) return undefined
  return { at, countsFrom, throughTrain }
}

function leavingAt(events: readonly LedgerEvent[], now: Instant, numbersAt: NumbersAt): Leaving | null {
  const seen = seenAt(events)
  const said = ofKind(events, 'left').find(
    ({ at, source }) => source === 'driver' && waitOver(at, numbersAt) > now && !seen.some((moment) => moment > at),
  )
  return said ? { saidAt: said.at, countsFrom: waitOver(said.at, numbersAt) } : null
}

export function movementsOf(events: readonly LedgerEvent[], now: Instant, numbersAt: NumbersAt): Movements {
  const seen = seenAt(events)
  const departures = ofKind(events, 'left')
    .map((left) => departureOf(left, seen, now, numbersAt))
    .filter((one) => one !== undefined)
  const stays: Stay[] = []
  for (const { at } of ofKind(events, 'arrived').filter(isVerified)) {
    const last = stays.at(-1)
    if (last && (last.to === null || at < last.to)) continue
    stays.push({ from: at, to: departures.find((left) => left.at >= at)?.at ?? null })
  }
  return { stays, departures, leaving: leavingAt(events, now, numbersAt) }
}

/** On a registered trip, or inside the city. */
export function isCurrent(events: readonly LedgerEvent[], { stays }: Movements, at: Instant): boolean {
  const ends = ofKind(events, 'trip-ended').filter((end) => end.at <= at)
  const registered = ofKind(events, 'registered').some(
    (trip) => trip.at <= at && at < trip.until && !ends.some((end) => end.trip === trip.trip && end.at >= trip.at),
  )
  return registered || stays.some(({ from, to }) => from <= at && (to === null || at < to))
}

/** At the start of that minute; who leaves within it has left. */
const wasInside = ({ from, to }: Stay, at: Instant): boolean =>
  floorMinute(from) < at && (to === null || floorMinute(to) > at)

/**
 * The minutes at which a test that held during a stay lapsed with none to follow it (T2). Who came without a valid test is
 * tested and tracked by rows V11–V14; his clock starts with the next negative. Who says that he left before is not held to have
 * stayed until that is known.
 */
export function overstays({ stays, leaving }: Movements, { negatives }: Results, now: Instant): readonly Instant[] {
  const lapses = negatives
    .map(({ lapsesAt }) => lapsesAt)
    .filter((lapse) => lapse <= now && stays.some((stay) => wasInside(stay, lapse)))
    .filter((lapse) => leaving === null || floorMinute(leaving.saidAt) > lapse)
    .filter((lapse) => !negatives.some((one) => holds(one, lapse)))
  return [...new Set(lapses)].toSorted((a, b) => a - b)
}
