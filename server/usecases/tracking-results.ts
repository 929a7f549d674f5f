import type { LedgerEvent, Proposed, Tested } from '../../shared/codes/events.ts'
import { comingOfTracking } from '../../shared/codes/coming-follow-up.ts'
import { answersRelease } from '../../shared/codes/tracked-sample.ts'
import { day, instant, plus } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import { everyCheckpoint } from '../store/checkpoints.ts'
import type { CheckpointRow } from '../store/checkpoints.ts'
import type { Write } from '../store/db.ts'
import type { ResultRow } from '../store/people.ts'
import { settles, settleTracking, trackingsOf, tripsById, tripsOfPeople } from '../store/tracking.ts'
import type { TrackingRow, TripOfPerson } from '../store/tracking.ts'
import type { TripRow } from '../store/trips.ts'
import { addEvents, eventsOf } from './code-ledger.ts'
import { tellLaterNegative, tellPositive } from './tracking-tell.ts'

/** How far back a release is still looked at when a result comes in. */
const lookBack = 30 * day

export type Around = {
  trackings: readonly TrackingRow[]
  /** Registrations of the persons, newest first, also some that have ended. */
  trips: readonly TripOfPerson[]
  tripOfTracking: ReadonlyMap<string, TripRow>
  checkpoints: readonly CheckpointRow[]
  events: ReadonlyMap<string, readonly LedgerEvent[]>
}
/** A result that says something. */
export type Told = ResultRow & { result: 'negative' | 'positive' }
export const isTold = (row: ResultRow): row is Told => row.result !== 'pending'

/** What is to be known of the persons before any of their results is followed. */
export async function readAroundResults(deps: Deps, rows: readonly Told[]): Promise<Around> {
  const people = [...new Set(rows.map((row) => row.person_tag))]
  const positive = [...new Set(rows.filter(isPositive).map((row) => row.person_tag))]
  const since = plus(deps.now(), -lookBack)
  const [trackings, trips, checkpoints, events] = await Promise.all([
    people.length === 0 ? [] : deps.db.all(trackingsOf(people, since)),
    positive.length === 0 ? [] : deps.db.all(tripsOfPeople(positive, since)),
    deps.db.all(everyCheckpoint()),
    eventsOf(deps, positive),
  ])
  const ids = new Set(trackings.flatMap((row) => row.trip_id ?? []))
  const named = ids.size === 0 ? [] : await deps.db.all(tripsById([...ids]))
  return { trackings, trips, checkpoints, events, tripOfTracking: new Map(named.map((trip) => [trip.id, trip])) }
}

/** What a test means for a person's ledger. */
export const testedEvent = (row: ResultRow): Tested => ({
  kind: 'tested',
  id: row.id,
  at: instant(row.taken_in_at),
  source: 'intake',
  actor: { role: 'system', id: 'intake', unit: row.source },
  result: row.result,
  sampledAt: momentOf(row.sampled_at),
  reportedAt: momentOf(row.reported_at),
})
const momentOf = (at: number | null): Instant | null => (at === null ? null : instant(at))

const answers = ({ opened_at: openedAt }: TrackingRow, row: Told): boolean =>
  answersRelease(instant(openedAt), {
    sampledAt: momentOf(row.sampled_at),
    reportedAt: momentOf(row.reported_at),
    takenInAt: instant(row.taken_in_at),
  })

/** Those of the person's releases whose sample this result can be of, and which it still says something to. */
export const answered = (row: Told, trackings: readonly TrackingRow[]): readonly TrackingRow[] =>
  trackings.filter(
    (one) => one.person_tag === row.person_tag && settles(row.result).includes(one.state) && answers(one, row),
  )

/** The positive ones first: no negative closes what a positive of the same delivery opens. */
export function followResults(deps: Deps, rows: readonly ResultRow[], around: Around): readonly Write[] {
  const told = rows.filter(isTold)
  const inOrder = [...told.filter(isPositive), ...told.filter((row) => !isPositive(row))]
  const writes: Write[] = []
  let { trackings } = around
  for (const row of inOrder) {
    writes.push(...followResult(deps, row, { ...around, trackings }))
    const settled = new Set(answered(row, trackings).map(({ id }) => id))
    trackings = trackings.map((one) => (settled.has(one.id) ? { ...one, state: row.result } : one))
  }
  return writes
}
const isPositive = ({ result }: Told): boolean => result === 'positive'

/** What follows from one result for those who were let go: closing, or alert and proposal, in the same commit as the result. */
export function followResult(deps: Deps, row: Told, around: Around): readonly Write[] {
  const mine = answered(row, around.trackings)
  const closed = mine.map(({ id }) =>
    settleTracking(id, { state: row.result, result: row.id, at: instant(row.taken_in_at) }),
  )
  return [
    ...closed,
    ...(row.result === 'positive' ? ofPositive(deps, row, mine, around) : ofNegative(deps, row, around)),
  ]
}

/** Later than a positive one it closes nothing that the positive one opened. */
const ofNegative = (deps: Deps, row: Told, { trackings }: Around): readonly Write[] =>
  trackings
    .filter((one) => one.person_tag === row.person_tag && one.state === 'positive' && answers(one, row))
    .flatMap((one) => tellLaterNegative(deps, one.id, one.plate))

function ofPositive(deps: Deps, row: Told, mine: readonly TrackingRow[], around: Around): readonly Write[] {
  const trips = around.trips.filter((trip) => trip.person_tag === row.person_tag)
  const running = trips.filter((trip) => trip.ends_at > deps.now())
  const { checkpoints } = around
  const released = mine.map((tracking) => ({
    tracking,
    trip: around.tripOfTracking.get(tracking.trip_id ?? '') ?? running[0],
  }))
  const told = released.flatMap(({ tracking, trip }) =>
    tellPositive(deps, { about: tracking.id, plate: tracking.plate, tracking, trip, checkpoints }),
  )
  const others = besides(
    running,
    released.flatMap(({ trip }) => trip ?? []),
  ).flatMap((trip) =>
    tellPositive(deps, { about: `${row.id}/${trip.id}`, plate: trip.plate, tracking: undefined, trip, checkpoints }),
  )
  const known = trips.length > 0 || around.trackings.some((one) => one.person_tag === row.person_tag)
  return [...told, ...others, ...(known ? propose(deps, row, mine[0], around) : [])]
}

/** Nobody knows on which of his running registrations he is: each truck and company is told once. */
function besides(running: readonly TripOfPerson[], told: readonly TripRow[]): readonly TripOfPerson[] {
  const same = (a: TripRow, b: TripRow) => a.plate === b.plate && a.consignee === b.consignee
  return running.filter(
    (trip, place) => ![...told, ...running.slice(0, place)].some((other) => other.id === trip.id || same(other, trip)),
  )
}

/** One result proposes one red, however many releases it answers. */
function propose(deps: Deps, row: Told, tracking: TrackingRow | undefined, around: Around): readonly Write[] {
  const given = around.events.get(row.person_tag) ?? []
  if (given.some((event) => event.kind === 'proposed' && event.evidence.id === row.id)) return []
  const event = tracking === undefined ? proposalOf(row) : proposalOfTracking(deps, row, tracking)
  return addEvents(row.person_tag, event === null ? [] : [event], { now: deps.now() })
}

function proposalOfTracking(deps: Deps, row: Told, tracking: TrackingRow): LedgerEvent | null {
  const result = { id: row.id, at: instant(row.taken_in_at), result: row.result }
  const coming = comingOfTracking({ id: tracking.id, openedAt: instant(tracking.opened_at), result }, (at) =>
    deps.law.numbersAt(at),
  )
  return coming.find(({ action }) => action === 'alert-ahead')?.event ?? null
}

const proposalOf = (row: Told): Proposed => ({
  kind: 'proposed',
  id: `R3@${row.id}`,
  at: instant(row.taken_in_at),
  source: 'intake',
  actor: { role: 'system', id: 'intake', unit: row.source },
  reason: 'R3',
  ground: 'nucleic-positive',
  evidence: { kind: 'result', id: row.id },
})
