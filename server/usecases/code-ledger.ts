import type { Instant } from '../../shared/instant.ts'
import type { LedgerEvent } from '../../shared/codes/events.ts'
import { Fault } from '../../shared/fault.ts'
import { ledgerAt } from '../../shared/codes/ledger.ts'
import type { Ledger } from '../../shared/codes/ledger.ts'
import { admit } from '../../shared/codes/refusals.ts'
import type { Deps, Told } from '../deps.ts'
import { addEvent, addEventOfStanding, addEventToAllOf, eventsOfPeople, lookAt, lookAtAllOf } from '../store/codes.ts'
import { Taken as AlreadyTaken } from '../store/db.ts'
import type { Write } from '../store/db.ts'
import { happenOnce } from '../store/once.ts'

/** `inspection`: the one it came from; a correction of that inspection reaches everybody of whom it wrote something. */
export type Taken = { now: Instant; inspection?: string }

/** For the same commit as what the events tell of. Written again they change nothing; the person is looked at by the next run. */
export const addEvents = (
  person: string,
  events: readonly LedgerEvent[],
  { now, inspection }: Taken,
): readonly Write[] =>
  events.length === 0
    ? []
    : [
        ...events.map((event) => addEvent({ ...rowOf(person, event, now), inspection_id: inspection ?? null })),
        lookAt(person),
      ]

/** Of a record that came in before this; nothing where it has been undone or put right meanwhile. */
export const addEventsOfStanding = (
  person: string,
  events: readonly LedgerEvent[],
  { now, inspection }: Required<Taken>,
): readonly Write[] => [
  ...events.map((event) => addEventOfStanding({ ...rowOf(person, event, now), inspection_id: inspection })),
  lookAt(person),
]

const rowOf = (person: string, event: LedgerEvent, now: Instant) => ({
  person_tag: person,
  id: event.id,
  at: event.at,
  kind: event.kind,
  event: JSON.stringify(event),
  taken_in_at: now,
})

/** The event is told to everybody of whom that inspection wrote something. */
export const addEventAbout = (inspection: string, event: LedgerEvent, now: Instant): readonly Write[] => [
  addEventToAllOf(inspection, {
    id: event.id,
    at: event.at,
    kind: event.kind,
    event: JSON.stringify(event),
    taken_in_at: now,
  }),
  lookAtAllOf(inspection),
]

/** Nobody is left out: who has no events has none. */
export async function eventsOf(
  deps: Pick<Deps, 'db'>,
  persons: readonly string[],
): Promise<ReadonlyMap<string, readonly LedgerEvent[]>> {
  const found = new Map<string, LedgerEvent[]>(persons.map((person) => [person, []]))
  if (persons.length === 0) return found
  for (const row of await deps.db.all(eventsOfPeople([...found.keys()])))
    found.get(row.person_tag)?.push(readEvent(row.event))
  return found
}

/** Written by `addEvents` and by nobody else. */
function readEvent(text: string): LedgerEvent {
  const event: LedgerEvent = JSON.parse(text)
  return event
}

/** As of now, by the numbers of the law as published here. */
export async function ledgersOf(
  deps: Pick<Deps, 'db' | 'now' | 'law'>,
  persons: readonly string[],
): Promise<ReadonlyMap<string, Ledger>> {
  const now = deps.now()
  const events = await eventsOf(deps, persons)
  return new Map([...events].map(([person, of]) => [person, ledgerAt(of, now, (at) => deps.law.numbersAt(at))]))
}

/** Two decisions made at once on the same ledger may not fit each other: the second commit with this fails with Taken. */
export const firstAfter = (person: string, given: readonly LedgerEvent[], now: Instant): Write =>
  happenOnce(`decided/${person}/${given.length}/${given.at(-1)?.id ?? ''}`, now)

/** Answers that somebody else decided on this person at the same moment. */
export function decidedMeanwhile(cause: unknown): never {
  if (!(cause instanceof AlreadyTaken)) throw cause
  throw new Fault('conflict', 'CO-01', 'somebody else decided at the same moment; load again', { cause })
}

/**
 * A decision of the staff: asked of the rules beside everything that is known, then written and logged in one commit.
 * @throws Fault conflict CO-01, not-allowed CO-02, bad-input CO-03; Taken when somebody else decided at the same moment
 */
export async function writeChecked(
  deps: Pick<Deps, 'db' | 'now' | 'law' | 'audit'>,
  person: string,
  event: LedgerEvent,
  entries: Told['entries'],
  more: readonly Write[] = [],
): Promise<void> {
  const now = deps.now()
  const given = (await eventsOf(deps, [person])).get(person) ?? []
  admit(event, given, now, (at) => deps.law.numbersAt(at))
  await deps.audit.commit([firstAfter(person, given, now), ...addEvents(person, [event], { now }), ...more], entries)
}
