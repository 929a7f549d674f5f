import { sql as raw } from 'kysely'
import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import { day } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import { among } from './among.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

/** Dynamic tracking 动态追踪: whoever was let go while a sample is on its way. */
export type TrackingRow = Tables['tracking']
export type TrackingAndPlace = TrackingRow & { checkpoint_name: string; closed_by_name: string | null }
export type TrackingState = TrackingRow['state']

/** One who was let go. `person` null = the inspector matched nobody registered. */
export type LetGo = {
  inspection: string
  seat: number
  person: string | null
  surname: string
  idTail: string
  plate: string
  checkpoint: string
  trip: string | null
  at: Instant
}

/** The same for the same seat of the same inspection; stands in addresses. */
export const trackingId = (inspection: string, seat: number): string => `${inspection}-${seat}`

const newTracking = ({ inspection, seat, at, ...who }: LetGo) =>
  sql.insertInto('tracking').values({
    id: trackingId(inspection, seat),
    inspection_id: inspection,
    seat,
    person_tag: who.person,
    surname: who.surname,
    id_tail: who.idTail,
    plate: who.plate,
    checkpoint_id: who.checkpoint,
    trip_id: who.trip,
    opened_at: at,
    state: 'waiting',
    result_id: null,
    result_at: null,
    closed_at: null,
    closed_by: null,
    outcome: null,
  })

/** To be written before the inspection it belongs to, in the same commit: the database refuses the release otherwise. */
export const openTracking = (released: readonly LetGo[]): Write[] => released.map((one) => newTracking(one).compile())

/** Of a verdict that was put right, before that is written: whoever is tracked already stays as he is. */
export const openTrackingOfOthers = (released: readonly LetGo[]): Write[] =>
  released.map((one) =>
    newTracking(one)
      .onConflict((conflict) => conflict.doNothing())
      .compile(),
  )

/** The inspection was corrected: what it opened is taken back, where no result has come yet. */
export const withdrawTrackings = (inspection: string, at: Instant): Write =>
  sql
    .updateTable('tracking')
    .set({ state: 'withdrawn', closed_at: at })
    .where('inspection_id', '=', inspection)
    .where('state', '=', 'waiting')
    .compile()

export type Settled = { state: 'negative' | 'positive'; result: string; at: Instant }

/** What a result of this kind still changes: a positive one opens again what a negative one has closed. */
export const settles = (state: Settled['state']): readonly TrackingState[] =>
  state === 'negative' ? ['waiting'] : ['waiting', 'negative']

/** A negative closes; a positive waits for the epidemic office. Does nothing to one that is past it. */
export const settleTracking = (id: string, { state, result, at }: Settled): Write =>
  sql
    .updateTable('tracking')
    .set({ state, result_id: result, result_at: at, closed_at: state === 'negative' ? at : null })
    .where('id', '=', id)
    .where('state', 'in', settles(state))
    .compile()

export type Match = { person: string; trip: string; surname: string; idTail: string }

export const matchTracking = (id: string, to: Match): Write =>
  sql
    .updateTable('tracking')
    .set({ person_tag: to.person, trip_id: to.trip, surname: to.surname, id_tail: to.idTail })
    .where('id', '=', id)
    .where('person_tag', 'is', null)
    .compile()

export type Closing = { staff: string; at: Instant; outcome: string }

/** Does nothing where its state is no longer the one that was looked at. */
export const closeTracking = ({ id, state }: Pick<TrackingRow, 'id' | 'state'>, by: Closing): Write =>
  sql
    .updateTable('tracking')
    .set({ state: 'handled', closed_at: by.at, closed_by: by.staff, outcome: by.outcome })
    .where('id', '=', id)
    .where('state', '=', state)
    .compile()

const placed = () =>
  sql
    .selectFrom('tracking')
    .innerJoin('checkpoint', 'checkpoint.id', 'tracking.checkpoint_id')
    .leftJoin('staff', 'staff.id', 'tracking.closed_by')
    .selectAll('tracking')
    .select(['checkpoint.name as checkpoint_name', 'staff.name as closed_by_name'])

export const trackingById = (id: string): CompiledQuery<TrackingAndPlace> =>
  placed().where('tracking.id', '=', id).compile()

export type TrackingPage = {
  /** Of those that are not done; `done` = the others. */
  states: readonly ('waiting' | 'positive')[] | 'done'
  plate?: string | undefined
  unmatched?: boolean
  /** Opened before this: those that should have a result by now. */
  until?: Instant | undefined
  /** The last of the page before. */
  after?: { positive: boolean; openedAt: number; id: string } | undefined
  limit: number
}

/**
 * Of those not done the positive ones first, then whoever waits longest; those that are done newest first. One more than `limit`
 * tells that there is another page.
 */
export function trackingPage(page: TrackingPage): CompiledQuery<TrackingAndPlace> {
  const open = page.states !== 'done'
  const order = open ? 'asc' : 'desc'
  let query = placed().limit(page.limit + 1)
  if (page.states === 'done') query = query.where(page.plate === undefined ? isDone : isDoneOnPlate)
  else query = query.where('tracking.state', 'in', page.states).orderBy(raw`tracking.state <> 'positive'`)
  query = query.orderBy('tracking.opened_at', order).orderBy('tracking.id', order)
  if (page.plate !== undefined) query = query.where('tracking.plate', '=', page.plate)
  if (page.unmatched === true) query = query.where('tracking.person_tag', 'is', null)
  if (page.until !== undefined) query = query.where('tracking.opened_at', '<=', page.until)
  if (page.after !== undefined) query = query.where(beyond(page.after, open))
  return query.compile()
}

const isDone = raw<boolean>`(tracking.state in ('waiting', 'positive')) = 0`
/** The plus keeps it out of the index: those of a plate are fewer than those that are done. */
const isDoneOnPlate = raw<boolean>`+(tracking.state in ('waiting', 'positive')) = 0`

const beyond = ({ positive, openedAt, id }: NonNullable<TrackingPage['after']>, open: boolean) =>
  open
    ? raw<boolean>`(tracking.state <> 'positive', tracking.opened_at, tracking.id) > (${positive ? 0 : 1}, ${openedAt}, ${id})`
    : raw<boolean>`(tracking.opened_at, tracking.id) < (${openedAt}, ${id})`

export type OpenCount = { state: TrackingState; overdue: 0 | 1; unmatched: 0 | 1; n: number }

/** Of those that are not done yet. */
export const openCounts = (overdueBefore: Instant): CompiledQuery<OpenCount> =>
  sql
    .selectFrom('tracking')
    .select((row) => [
      'state',
      raw<0 | 1>`${row.ref('opened_at')} <= ${overdueBefore}`.as('overdue'),
      raw<0 | 1>`${row.ref('person_tag')} is null`.as('unmatched'),
      raw<number>`count(*)`.as('n'),
    ])
    .where('state', 'in', ['waiting', 'positive'])
    .groupBy(['state', 'overdue', 'unmatched'])
    .compile()

export const trackingsOf = (people: readonly string[], since: Instant): CompiledQuery<TrackingRow> =>
  sql
    .selectFrom('tracking')
    .selectAll()
    .where('person_tag', 'in', among(people))
    .where('opened_at', '>=', since)
    .orderBy('opened_at')
    .orderBy('id')
    .compile()

/** Those that wait and whose alert has not been given, the oldest first. */
export const waitingUnalerted = (limit: number): CompiledQuery<TrackingRow> =>
  sql
    .selectFrom('tracking')
    .selectAll()
    .where('state', '=', 'waiting')
    .where(raw<boolean>`not exists (select 1 from due_done where due_done.id = 'T5/' || tracking.id || '/overdue')`)
    .orderBy('opened_at')
    .orderBy('id')
    .limit(limit)
    .compile()

/** Those that wait although their result is here, as `answersRelease` (shared/codes) says: the record came in after it. */
export const waitingWithResult = (limit: number): CompiledQuery<TrackingRow> =>
  sql
    .selectFrom('tracking')
    .selectAll()
    .where('state', '=', 'waiting')
    .where(
      raw<boolean>`exists (select 1 from health_result as told
        where told.person_tag = tracking.person_tag and told.result <> 'pending' and (
          told.sampled_at >= tracking.opened_at - ${day}
          or told.reported_at >= tracking.opened_at
          or (told.sampled_at is null and told.reported_at is null and told.taken_in_at >= tracking.opened_at)))`,
    )
    .orderBy('opened_at')
    .limit(limit)
    .compile()

export type TripOfPerson = Tables['trip'] & { person_tag: string }

/** Registrations that had not ended by `since`, cancelled ones not among them; the newest of a person first. */
export const tripsOfPeople = (people: readonly string[], since: Instant): CompiledQuery<TripOfPerson> =>
  sql
    .selectFrom('trip_crew')
    .innerJoin('trip', 'trip.id', 'trip_crew.trip_id')
    .selectAll('trip')
    .select('trip_crew.person_tag')
    .where('trip_crew.person_tag', 'in', among(people))
    .where('trip.ends_at', '>', since)
    .where('trip.cancelled_at', 'is', null)
    .orderBy('trip.registered_at', 'desc')
    .compile()

export const tripsById = (ids: readonly string[]): CompiledQuery<Tables['trip']> =>
  sql.selectFrom('trip').selectAll().where('id', 'in', among(ids)).compile()

export type CrewOnPlate = Tables['trip_crew'] & { number: string; registered_at: number }

/** Whoever was registered on a plate in that time, newest first. */
export const crewOnPlate = (plate: string, span: { from: Instant; to: Instant }): CompiledQuery<CrewOnPlate> =>
  sql
    .selectFrom('trip')
    .innerJoin('trip_crew', 'trip_crew.trip_id', 'trip.id')
    .selectAll('trip_crew')
    .select(['trip.number', 'trip.registered_at'])
    .where('trip.plate', '=', plate)
    .where('trip.registered_at', '>=', span.from)
    .where('trip.registered_at', '<=', span.to)
    .orderBy('trip.registered_at', 'desc')
    .orderBy('trip_crew.seat')
    .limit(40)
    .compile()
