import { sql as raw } from 'kysely'
import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import type { CaseCategory, CaseLevel, CaseState } from '../../shared/cases/kinds.ts'
import type { CaseNumber } from '../../shared/cases/number.ts'
import type { Instant } from '../../shared/instant.ts'
import { among } from './among.ts'
import { sql } from './db.ts'
import { inArea } from './in-area.ts'
import type { Write } from './db.ts'

export type CaseRow = Tables['hotline_case']
export type CaseEventRow = Tables['hotline_case_event']
export type CaseAndPlace = CaseRow & { checkpoint_name: string | null }
export type CaseEventAndName = CaseEventRow & { by_name: string | null }

/** Fails with Taken where the id, or the number of the day, is taken. */
export const addCaseRow = (row: CaseRow): Write => sql.insertInto('hotline_case').values(row).compile()

/** Of two who do something at once, the second fails with Taken('hotline_case_event.case_id'…). */
export const addCaseEvent = (row: CaseEventRow): Write => sql.insertInto('hotline_case_event').values(row).compile()

type Changing = 'state' | 'level' | 'category' | 'events' | 'round' | 'due_at' | 'look_at' | 'supervised' | 'overdue'
export const changeCaseRow = (id: string, change: Partial<Pick<CaseRow, Changing>>): Write =>
  sql.updateTable('hotline_case').set(change).where('id', '=', id).compile()

/** The number of the last case of that day, or nothing. */
export const lastCaseNo = (day: number): CompiledQuery<{ day_no: number }> =>
  sql.selectFrom('hotline_case').select('day_no').where('day', '=', day).orderBy('day_no', 'desc').limit(1).compile()

const named = () =>
  sql
    .selectFrom('hotline_case')
    .leftJoin('checkpoint', 'checkpoint.id', 'hotline_case.checkpoint_id')
    .selectAll('hotline_case')
    .select('checkpoint.name as checkpoint_name')

export const caseById = (id: string): CompiledQuery<CaseAndPlace> => named().where('hotline_case.id', '=', id).compile()

/** In the order in which it was done. */
export const eventsOfCase = (id: string): CompiledQuery<CaseEventAndName> =>
  sql
    .selectFrom('hotline_case_event')
    .leftJoin('staff', 'staff.id', 'hotline_case_event.by_id')
    .selectAll('hotline_case_event')
    .select('staff.name as by_name')
    .where('case_id', '=', id)
    .orderBy('n')
    .compile()

/** Of many, each in the order in which it was done. */
export const eventsOfCases = (ids: readonly string[]): CompiledQuery<CaseEventAndName> =>
  sql
    .selectFrom('hotline_case_event')
    .leftJoin('staff', 'staff.id', 'hotline_case_event.by_id')
    .selectAll('hotline_case_event')
    .select('staff.name as by_name')
    .where('case_id', 'in', among(ids))
    .orderBy('case_id')
    .orderBy('n')
    .compile()

/** Newest first. */
export const casesOfTrip = (trip: string, limit: number): CompiledQuery<CaseAndPlace> =>
  named()
    .where('hotline_case.trip_id', '=', trip)
    .orderBy('hotline_case.made_at', 'desc')
    .orderBy('hotline_case.id', 'desc')
    .limit(limit)
    .compile()

/** What somebody sees of all cases. */
export type CaseReach = { readonly area?: string; readonly checkpoint?: string }

/** What a text typed into the search box may mean; all of it at once. */
export type CaseWanted = {
  readonly number?: CaseNumber | undefined
  readonly plate?: string | undefined
  readonly phone?: string | undefined
  readonly tail?: string | undefined
  readonly words?: string | undefined
}
export type CasePage = {
  readonly states?: readonly CaseState[] | undefined
  /** Those whose next deadline is missed by then. */
  readonly overdueAt?: Instant | undefined
  readonly category?: CaseCategory | undefined
  readonly level?: CaseLevel | undefined
  readonly checkpoint?: string | undefined
  /** A county, or a city with all below. */
  readonly county?: string | undefined
  readonly within: CaseReach
  readonly since?: Instant | undefined
  readonly until?: Instant | undefined
  readonly wanted?: CaseWanted | undefined
  /** The last of the page before. */
  readonly after?: { readonly at: number; readonly id: string } | undefined
  readonly limit: number
}

function fitting({
  states,
  overdueAt,
  category,
  level,
  checkpoint,
  county,
  within,
  since,
  until,
  wanted,
}: Omit<CasePage, 'after' | 'limit'>) {
  let query = named().where(seenWithin(within))
  if (states !== undefined) query = query.where('hotline_case.state', 'in', states)
  if (overdueAt !== undefined) query = query.where('hotline_case.due_at', '<=', overdueAt)
  if (category !== undefined) query = query.where('hotline_case.category', '=', category)
  if (level !== undefined) query = query.where('hotline_case.level', '=', level)
  if (checkpoint !== undefined) query = query.where('hotline_case.checkpoint_id', '=', checkpoint)
  if (county !== undefined) query = query.where(inArea('hotline_case.area', county))
  if (since !== undefined) query = query.where('hotline_case.made_at', '>=', since)
  if (until !== undefined) query = query.where('hotline_case.made_at', '<', until)
  return wanted === undefined ? query : query.where(meaning(wanted))
}

function seenWithin({ area, checkpoint }: CaseReach) {
  const parts = [
    area !== undefined && inArea('hotline_case.area', area),
    checkpoint !== undefined && raw<boolean>`hotline_case.checkpoint_id = ${checkpoint}`,
  ].flatMap((part) => (part === false ? [] : [part]))
  return parts.length === 0 ? raw<boolean>`1 = 1` : raw<boolean>`${raw.join(parts, raw` and `)}`
}

function meaning({ number, plate, phone, tail, words }: CaseWanted) {
  const parts = [
    number && raw<boolean>`(hotline_case.day = ${number.day} and hotline_case.day_no = ${number.no})`,
    plate !== undefined && raw<boolean>`hotline_case.plate = ${plate}`,
    phone !== undefined && raw<boolean>`hotline_case.phone_tag = ${phone}`,
    tail !== undefined && raw<boolean>`hotline_case.phone_tail_tag = ${tail}`,
    words !== undefined && raw<boolean>`instr(hotline_case.words, ${words}) > 0`,
  ].flatMap((part) => (part ? [part] : []))
  return parts.length === 0 ? raw<boolean>`1 = 0` : raw<boolean>`(${raw.join(parts, raw` or `)})`
}

/** By what is due first; one more than `limit` tells that there is another page. */
export function openCases({ after, limit, ...page }: CasePage): CompiledQuery<CaseAndPlace> {
  let query = fitting(page).where('hotline_case.due_at', 'is not', null)
  if (after) query = query.where(raw<boolean>`(hotline_case.due_at, hotline_case.id) > (${after.at}, ${after.id})`)
  return query
    .orderBy('hotline_case.due_at')
    .orderBy('hotline_case.id')
    .limit(limit + 1)
    .compile()
}

/** The newest first. */
export function newestCases({ after, limit, ...page }: CasePage): CompiledQuery<CaseAndPlace> {
  let query = fitting(page)
  if (after) query = query.where(raw<boolean>`(hotline_case.made_at, hotline_case.id) < (${after.at}, ${after.id})`)
  return query
    .orderBy('hotline_case.made_at', 'desc')
    .orderBy('hotline_case.id', 'desc')
    .limit(limit + 1)
    .compile()
}

/** State and deadline of what is open, that which is due first; counted no further than `most`. */
export const openCaseCount = (
  within: CaseReach,
  most: number,
): CompiledQuery<Pick<CaseRow, 'state' | 'due_at' | 'made_at'>> =>
  sql
    .selectFrom('hotline_case')
    .select(['state', 'due_at', 'made_at'])
    .where('due_at', 'is not', null)
    .where(seenWithin(within))
    .orderBy('due_at')
    .orderBy('id')
    .limit(most)
    .compile()

const toLookAt = (until: Instant, limit: number) =>
  named()
    .where('hotline_case.look_at', '<=', until)
    .orderBy('hotline_case.look_at')
    .orderBy('hotline_case.id')
    .limit(limit)

/** Those that wait for a deed of the office and that a timer has to look at by then. */
export const casesToLookAt = (until: Instant, limit: number): CompiledQuery<CaseAndPlace> =>
  toLookAt(until, limit).where('hotline_case.state', '<>', 'replied').compile()

/** Those whose reporter is to be called from then on. */
export const casesToCallBack = (until: Instant, limit: number): CompiledQuery<CaseAndPlace> =>
  toLookAt(until, limit).where('hotline_case.state', '=', 'replied').compile()

type Looked = { readonly id: string; readonly round: number; readonly seen: Instant; readonly next: Instant | null }

/** Gone through up to `seen`; what was written meanwhile, or is of another round, says itself when to look. */
export const lookedAtCase = ({ id, round, seen, next }: Looked): Write =>
  sql
    .updateTable('hotline_case')
    .set({ look_at: next })
    .where('id', '=', id)
    .where('round', '=', round)
    .where('look_at', '<=', seen)
    .compile()

/** Running and past trips of whoever has this number; the newest first. */
export const tripsOfPhone = (tag: string, now: Instant, limit: number): CompiledQuery<Tables['trip']> =>
  sql
    .selectFrom('trip')
    .selectAll()
    .where('id', 'in', sql.selectFrom('trip_crew').select('trip_id').where('phone_tag', '=', tag))
    .where('cancelled_at', 'is', null)
    .where('ends_at', '>', now)
    .orderBy('registered_at', 'desc')
    .limit(limit)
    .compile()
