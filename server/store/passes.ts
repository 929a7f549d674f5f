import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

export type PassRow = Tables['pass']
/** With its standing on the revocation list. */
export type PassInLight = PassRow & { status: Tables['revocation']['status'] | null; reason: string | null }

const passes = () =>
  sql
    .selectFrom('pass')
    .leftJoin('revocation', 'revocation.jti', 'pass.jti')
    .selectAll('pass')
    .select(['revocation.status as status', 'revocation.reason as reason'])

/** The trip's present pass: the one that no other has replaced. */
export const passOfTrip = (trip: string): CompiledQuery<PassInLight> =>
  passes()
    .leftJoin('pass as later', 'later.replaces', 'pass.number')
    .where('pass.trip_id', '=', trip)
    .where('later.number', 'is', null)
    .compile()

/** The pass of this plate that runs longest, of those not on the revocation list before those that are. */
export const lastPassOfPlate = (plate: string): CompiledQuery<PassInLight> =>
  passes()
    .where('pass.plate', '=', plate)
    .orderBy((pass) => pass('status', 'is not', null))
    .orderBy('valid_to', 'desc')
    .limit(1)
    .compile()

export const addPass = (row: PassRow): Write => sql.insertInto('pass').values(row).compile()
