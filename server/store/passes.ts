import { sql as raw } from 'kysely'
import type { CompiledQuery } from 'kysely'
import type { Standing, Tables } from '../../schema/tables.ts'
import type { Instant } from '../../shared/instant.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

export type PassRow = Tables['pass']

const passes = () => sql.selectFrom('pass').selectAll('pass')

/** The trip's present pass: the one that no other has replaced. */
export const passOfTrip = (trip: string): CompiledQuery<PassRow> =>
  passes()
    .leftJoin('pass as later', 'later.replaces', 'pass.number')
    .where('pass.trip_id', '=', trip)
    .where('later.number', 'is', null)
    .compile()

export const passByNumber = (number: string): CompiledQuery<PassRow> => passes().where('number', '=', number).compile()

/** The pass of this plate that runs longest, of those in force before those that are not. */
export const lastPassOfPlate = (plate: string): CompiledQuery<PassRow> =>
  passes()
    .where('plate', '=', plate)
    .orderBy((pass) => pass('status', '<>', 'valid'))
    .orderBy('valid_to', 'desc')
    .limit(1)
    .compile()

export const addPass = (row: PassRow): Write => sql.insertInto('pass').values(row).compile()

export type StatusSet = {
  number: string
  status: Standing
  reason: string | null
  note: string | null
  by: string | null
  at: Instant
}

/** The pass and its place on the list in one go; a pass that already stands so is left as it is, and no change is told. */
export const setStatus = ({ number, status, reason, note, by, at }: StatusSet): readonly Write[] => [
  sql
    .insertInto('status_change')
    .columns(['list', 'idx', 'status', 'at'])
    .expression((from) =>
      from
        .selectFrom('pass')
        .select(['list', 'idx', raw<Standing>`${status}`.as('status'), raw<number>`cast(${at} as integer)`.as('at')])
        .where('number', '=', number)
        .where('status', '<>', status),
    )
    .compile(),
  sql
    .updateTable('pass')
    .set({ status, status_reason: reason, status_note: note, status_by: by, status_at: at })
    .where('number', '=', number)
    .where('status', '<>', status)
    .compile(),
]
