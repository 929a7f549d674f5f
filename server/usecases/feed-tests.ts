import type { LedgerEvent, Tested } from '../../shared/codes/events.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import { crewOfTrip, tripOfPerson } from '../store/trips.ts'
import { addEvents, eventsOf, ledgersOf } from './code-ledger.ts'
import { openMember } from './crew.ts'
import type { Member } from './crew.ts'
import { gatherFacts } from './health-facts.ts'
import type { Gathered, PersonFacts } from './health-facts.ts'

/** What the health authority's system says that his ledger does not know yet. The same result told again is the same event. */
export function freshTests(
  facts: PersonFacts | undefined,
  known: readonly LedgerEvent[],
  now: Instant,
): readonly Tested[] {
  const test = facts?.test
  if (!test || test.from !== 'feed' || test.result === 'pending') return []
  const { result, sampledAt = null, reportedAt = null } = test
  const id = `feed/${result}/${sampledAt ?? ''}/${reportedAt ?? ''}`
  if (known.some((event) => event.id === id)) return []
  const actor = { role: 'feed', id: 'health-data' } as const
  return [{ kind: 'tested', id, at: now, source: 'feed', actor, result, sampledAt, reportedAt }]
}

/** Gathers what is known of a crew, and puts the results that the authority's system has into their ledgers: nobody stays yellow for a test it knows. */
export async function gatherAndTakeIn(deps: Deps, crew: readonly Member[]): Promise<Gathered> {
  const gathered = await gatherFacts(deps, crew)
  if (gathered.people.every(({ test }) => test?.from !== 'feed')) return gathered
  const tags = crew.map(({ personTag }) => personTag)
  const known = await eventsOf(deps, tags)
  const now = deps.now()
  const writes = tags.flatMap((tag, index) =>
    addEvents(tag, freshTests(gathered.people[index], known.get(tag) ?? [], now), { now }),
  )
  if (writes.length === 0) return gathered
  await deps.db.commit(writes)
  const ledgers = await ledgersOf(deps, tags)
  const people = gathered.people.map((facts, index) => ({ ...facts, ledger: ledgers.get(tags[index] ?? '') }))
  return { ...gathered, people }
}

/** Asks the authority's system about persons known here by their tag alone; who was on no trip is left out. */
export async function askAbout(deps: Deps, persons: readonly string[]): Promise<void> {
  if (!deps.healthData.configured || persons.length === 0) return
  const members = await Promise.all(persons.map((person) => memberOf(deps, person)))
  await gatherAndTakeIn(
    deps,
    members.filter((member) => member !== undefined),
  )
}

async function memberOf(deps: Deps, person: string): Promise<Member | undefined> {
  const [trip] = await deps.db.all(tripOfPerson(person, deps.now()))
  const crew = trip === undefined ? [] : await deps.db.all(crewOfTrip(trip.id))
  const row = crew.find((one) => one.person_tag === person)
  return row && openMember(deps.vault, row)
}
