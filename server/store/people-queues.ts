import { sql as raw } from 'kysely'
import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import type { Instant } from '../../shared/instant.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

/** The queues of the epidemic office, found in `code_person`; who stands in them is asked of the ledger again. */
export type Queued = Pick<Tables['code_person'], 'person_tag' | 'since'>
export type After = { since: number; person: string }

const queued = () => sql.selectFrom('code_person').select(['person_tag', 'since'])

/** Newest first; one more than `limit` tells that there is another page. */
export function colouredPeople(
  colour: 'red' | 'yellow',
  limit: number,
  after: After | undefined,
): CompiledQuery<Queued> {
  const query = queued()
    .where('colour', '=', colour)
    .where('since', 'is not', null)
    .orderBy('since', 'desc')
    .orderBy('person_tag', 'desc')
    .limit(limit + 1)
  if (after === undefined) return query.compile()
  return query.where(raw<boolean>`(since, person_tag) < (${after.since}, ${after.person})`).compile()
}

export const waitingPeople = (limit: number): CompiledQuery<Queued> =>
  queued().where('proposals', '>', 0).limit(limit).compile()

/** Whoever time has something to say to by `until`; `next_at` 0 = not looked at since something happened. */
export const peopleToCome = (until: Instant, limit: number): CompiledQuery<Queued> =>
  queued().where('next_at', '<=', until).orderBy('next_at').limit(limit).compile()

export type Counts = { waiting: number; red: number; yellow: number; listed: number }

const countOf = (colour: 'red' | 'yellow') =>
  raw<number>`(select count(*) from code_person where colour = ${raw.lit(colour)})`

export const peopleCounts = (): CompiledQuery<Counts> =>
  raw<Counts>`select
    (select count(*) from code_person where proposals > 0) as waiting,
    ${countOf('red')} as red,
    ${countOf('yellow')} as yellow,
    (select count(*) from listed_person) as listed`.compile(sql)

export type ListedRow = Tables['listed_person']

/** In the order of their tags, which says nothing; one more than `limit` tells that there is another page. */
export function listedPage(
  kind: ListedRow['kind'] | undefined,
  limit: number,
  after: string | undefined,
): CompiledQuery<ListedRow> {
  let query = sql
    .selectFrom('listed_person')
    .selectAll()
    .orderBy('person_tag')
    .limit(limit + 1)
  if (kind !== undefined) query = query.where('kind', '=', kind)
  if (after !== undefined) query = query.where('person_tag', '>', after)
  return query.compile()
}

export const takeOffList = (person: string): Write =>
  sql.deleteFrom('listed_person').where('person_tag', '=', person).compile()
