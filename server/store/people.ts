import { sql as raw } from 'kysely'
import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import { among } from './among.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

/** What is known of persons by their tag: test results taken in, and lists. */
export type ResultRow = Tables['health_result']
export type ListedRow = Tables['listed_person']

export const resultsOf = (people: readonly string[]): CompiledQuery<ResultRow> =>
  sql
    .selectFrom('health_result')
    .selectAll()
    .where('person_tag', 'in', among(people))
    .orderBy('taken_in_at', 'desc')
    .compile()

export const knownResults = (ids: readonly string[]): CompiledQuery<{ id: string }> =>
  sql.selectFrom('health_result').select('id').where('id', 'in', among(ids)).compile()

/** The same result taken in twice is one result. */
export const addResult = (row: ResultRow): Write =>
  sql
    .insertInto('health_result')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .compile()

export const listedAmong = (people: readonly string[]): CompiledQuery<ListedRow> =>
  sql.selectFrom('listed_person').selectAll().where('person_tag', 'in', among(people)).compile()

/** Everybody on a list. Who came onto it by number only has the surname of his last registration, if there is one. */
export const everybodyListed = (): CompiledQuery<Pick<ListedRow, 'kind' | 'surname' | 'id_tail'>> =>
  sql
    .selectFrom('listed_person')
    .select((row) => [
      'kind',
      'id_tail',
      raw<string>`coalesce(nullif(${row.ref('listed_person.surname')}, ''), (select c.surname from trip_crew c where c.person_tag = ${row.ref('listed_person.person_tag')} limit 1), '')`.as(
        'surname',
      ),
    ])
    .orderBy('person_tag')
    .compile()

/** A person stands on one list only: the newer entry replaces the older. */
export const putOnList = (row: ListedRow): Write =>
  sql
    .insertInto('listed_person')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('person_tag').doUpdateSet({ kind: row.kind, since: row.since, source: row.source }),
    )
    .compile()
