import type { Actor, LedgerEvent } from '../../shared/codes/events.ts'
import { instant } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Write } from '../store/db.ts'
import type { CrewRow, TripRow } from '../store/trips.ts'
import { addEvents } from './code-ledger.ts'

/** A trip as it was before; null = it is new. */
export type Before = { endsAt: number; crew: readonly CrewRow[] } | null

const driver = (trip: TripRow): Actor => ({ role: 'driver', id: trip.id })

const registered = (trip: TripRow, now: Instant): LedgerEvent => ({
  kind: 'registered',
  id: `registered@${trip.id}/${trip.version}`,
  at: now,
  source: 'driver',
  actor: driver(trip),
  trip: trip.id,
  until: instant(trip.ends_at),
})

const ended = (trip: TripRow, at: Instant): LedgerEvent => ({
  kind: 'trip-ended',
  id: `trip-ended@${trip.id}/${trip.version}`,
  at,
  source: 'driver',
  actor: driver(trip),
  trip: trip.id,
})

/** Who is on it now and was not; who no longer is; and for those who stay, its new end. */
export function onTheTrip(trip: TripRow, before: Before, crew: readonly CrewRow[], now: Instant): readonly Write[] {
  const was = new Set(before?.crew.map(({ person_tag: person }) => person))
  const is = new Set(crew.map(({ person_tag: person }) => person))
  const moved = before !== null && before.endsAt !== trip.ends_at
  return [...new Set([...was, ...is])].flatMap((person) => {
    if (!is.has(person)) return addEvents(person, [ended(trip, now)], { now })
    if (!was.has(person)) return addEvents(person, [registered(trip, now)], { now })
    // What ends at a moment ends the registrations of that very moment, too.
    return moved ? addEvents(person, [ended(trip, instant(now - 1)), registered(trip, now)], { now }) : []
  })
}
