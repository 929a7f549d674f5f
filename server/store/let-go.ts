import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import type { Instant } from '../../shared/instant.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

/** Trucks that were let go, until nobody has to look after them any more. */
export type LetGoRow = Tables['let_go']

export const addLetGo = (row: LetGoRow): Write =>
  sql
    .insertInto('let_go')
    .values(row)
    .onConflict((conflict) => conflict.column('inspection_id').doNothing())
    .compile()

/** `arrived_at`: when somebody knew its trip to be at the company, or beyond. */
export const letGoDue = (until: Instant, limit: number): CompiledQuery<LetGoRow & { arrived_at: number | null }> =>
  sql
    .selectFrom('let_go')
    .leftJoin('arrival', 'arrival.trip_id', 'let_go.trip_id')
    .selectAll('let_go')
    .select('arrival.at as arrived_at')
    .where('let_go.next_at', '<=', until)
    .orderBy('let_go.next_at')
    .limit(limit)
    .compile()

export const letGoOfTrip = (trip: string): CompiledQuery<LetGoRow> =>
  sql.selectFrom('let_go').selectAll().where('trip_id', '=', trip).compile()

export const letGoById = (inspection: string): CompiledQuery<LetGoRow> =>
  sql.selectFrom('let_go').selectAll().where('inspection_id', '=', inspection).compile()

export const lookAgain = (inspection: string, at: Instant | null): Write =>
  sql.updateTable('let_go').set({ next_at: at }).where('inspection_id', '=', inspection).compile()

/** The record was corrected: that truck was not let go by it. */
export const dropLetGo = (inspection: string): Write =>
  sql.deleteFrom('let_go').where('inspection_id', '=', inspection).compile()
