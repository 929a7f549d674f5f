import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

/** Somebody knows that the truck of this trip is at the company, or beyond. */
export type ArrivalRow = Tables['arrival']

/** Whoever comes second is refused: Taken('arrival.trip_id'). */
export const addArrival = (row: ArrivalRow): Write => sql.insertInto('arrival').values(row).compile()

/** The first to say so counts. */
export const addFirstArrival = (row: ArrivalRow): Write =>
  sql
    .insertInto('arrival')
    .values(row)
    .onConflict((conflict) => conflict.column('trip_id').doNothing())
    .compile()

export const arrivalOf = (trip: string): CompiledQuery<ArrivalRow> =>
  sql.selectFrom('arrival').selectAll().where('trip_id', '=', trip).compile()
