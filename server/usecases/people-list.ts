import type { AnswerOf, BodyOf, QueryOf } from '../../schema/api/endpoint.ts'
import type { findPeople as findContract, listPeople as listContract } from '../../schema/api/codes.ts'
import type { PersonQueue } from '../../shared/codes/purposes.ts'
import { Fault } from '../../shared/fault.ts'
import { parsePersonDocument } from '../../shared/identity/person-document.ts'
import { normalisePlate } from '../../shared/identity/plate.ts'
import { hour, parseInstant, plus } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { tripsOfPlate } from '../store/people-known.ts'
import { colouredPeople, peopleCounts, peopleToCome, waitingPeople } from '../store/people-queues.ts'
import type { After } from '../store/people-queues.ts'
import { crewOfTrip, crewOfTrips, tripByNumber } from '../store/trips.ts'
import { permit } from './may.ts'
import { peopleRows } from './people-rows.ts'
import type { PersonView } from './people-rows.ts'
import { personTag } from './person-tag.ts'
import { must } from './read-notes.ts'
import { readTripNumber } from './trip-number.ts'

type Query = QueryOf<typeof listContract>
const usualPage = 50
/** A queue that is worked off is short; who does not fit on its page comes up as others leave it. */
const mostWaiting = 200
/** Somebody to whom something happened since the last run may stand in any queue. */
const mostUnsettled = 200
const nobody = { waiting: 0, red: 0, yellow: 0, listed: 0 }

/** Whose test lapses soon: the span of the first reminder. */
const soon = ({ law, now }: Deps) => law.numbersAt(now()).testReminderFirst * hour

/** One queue, masked. Where somebody stands is asked of his ledger, so whoever left a queue a second ago is not in it. */
export async function listPeople(deps: Deps, asker: Asker, query: Query): Promise<AnswerOf<typeof listContract>> {
  permit(asker, 'see codes')
  const limit = query.limit ?? usualPage
  const after = query.after === undefined ? undefined : readCursor(query.after)
  const [found, fresh, counts] = await Promise.all([
    deps.db.all(inQueue(deps, query.queue, limit, after)),
    after === undefined ? deps.db.all(peopleToCome(deps.now(), mostUnsettled)) : [],
    deps.db.all(peopleCounts()),
  ])
  const paged = query.queue === 'red' || query.queue === 'yellow'
  const page = paged ? found.slice(0, limit) : found
  const rows = await peopleRows(
    deps,
    [...page, ...fresh].map((row) => row.person_tag),
  )
  const items = rows.filter((row) => stands[query.queue](row, deps)).toSorted(order[query.queue])
  const last = page.at(-1)
  const next = paged && found.length > limit && last ? `${last.since}_${last.person_tag}` : null
  const counted = { ...(counts[0] ?? nobody), overstay: null }
  // What is shown whole is counted as shown; the rest as of the last run.
  const whole = next === null && after === undefined ? { [query.queue]: items.length } : {}
  return { counts: { ...counted, ...whole }, items, next }
}

function inQueue(deps: Deps, queue: PersonQueue, limit: number, after: After | undefined) {
  if (queue === 'waiting') return waitingPeople(mostWaiting)
  if (queue === 'overstay') return peopleToCome(plus(deps.now(), soon(deps)), mostWaiting)
  return colouredPeople(queue, limit, after)
}

/** First minute without a valid test, for somebody who is inside the city. */
const lapse = ({ insideSince, testLapsesAt }: PersonView) =>
  insideSince === null || testLapsesAt === null ? undefined : parseInstant(testLapsesAt)

const stands: Readonly<Record<PersonQueue, (row: PersonView, deps: Deps) => boolean>> = {
  waiting: ({ waiting }) => waiting.length > 0,
  red: ({ colour }) => colour === 'red',
  yellow: ({ colour }) => colour === 'yellow',
  overstay: (row, deps) => (lapse(row) ?? Infinity) <= plus(deps.now(), soon(deps)),
}

const byText = (a: string | null | undefined, b: string | null | undefined) =>
  (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0
const newestFirst = (a: PersonView, b: PersonView) => byText(b.since, a.since) || byText(a.person, b.person)

/** What waits longest, or runs out soonest, comes first. */
const order: Readonly<Record<PersonQueue, (a: PersonView, b: PersonView) => number>> = {
  waiting: (a, b) => byText(a.waiting[0]?.since, b.waiting[0]?.since) || byText(a.person, b.person),
  red: newestFirst,
  yellow: newestFirst,
  overstay: (a, b) => byText(a.testLapsesAt, b.testLapsesAt) || byText(a.person, b.person),
}

function readCursor(text: string): After {
  const [, since, person] = /^(\d{1,15})_([\w-]{43})$/.exec(text) ?? []
  if (since === undefined || person === undefined)
    throw new Fault('bad-input', 'CO-16', 'not the `next` of a page', { path: 'query.after' })
  return { since: Number(since), person }
}

type Form = BodyOf<typeof findContract>
const mostTrips = 20

/** Nobody is told whether a number exists anywhere but here, and whoever is found is masked all the same. */
export async function findPeople(deps: Deps, asker: Asker, form: Form): Promise<AnswerOf<typeof findContract>> {
  permit(asker, 'see codes')
  const rows = await peopleRows(deps, await tagsFor(deps, form))
  return { items: 'document' in form ? rows.filter(isAnybody) : rows }
}

export const isAnybody = ({ surname, idTail, colour, open, waiting, listed }: PersonView): boolean =>
  surname !== '' || idTail !== '' || colour !== 'grey' || open.length + waiting.length > 0 || listed !== null

async function tagsFor(deps: Deps, form: Form): Promise<string[]> {
  if ('document' in form) {
    const number = must(parsePersonDocument(form.document, form.number, deps.now()), 'number')
    return [await personTag(deps.vault, form.document, number)]
  }
  const crew = 'trip' in form ? await crewByNumber(deps, form.trip) : await crewByPlate(deps, form.plate)
  return crew.map((row) => row.person_tag)
}

async function crewByNumber(deps: Deps, number: string) {
  const [trip] = await deps.db.all(tripByNumber(readTripNumber(number) ?? ''))
  return trip === undefined ? [] : deps.db.all(crewOfTrip(trip.id))
}

async function crewByPlate(deps: Deps, plate: string) {
  const trips = await deps.db.all(tripsOfPlate(normalisePlate(plate), mostTrips))
  return deps.db.all(crewOfTrips(trips.map(({ id }) => id)))
}
