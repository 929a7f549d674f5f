import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

export type PassRow = Tables['pass']
type Standing = PassRow & { status: Tables['revocation']['status'] | null }

const passes = () =>
  sql
    .selectFrom('pass')
    .leftJoin('revocation', 'revocation.jti', 'pass.jti')
    .selectAll('pass')
    .select('revocation.status as status')

export const passOfTrip = (trip: string): CompiledQuery<Standing> => passes().where('trip_id', '=', trip).compile()

/** The pass of this plate that runs longest. */
export const lastPassOfPlate = (plate: string): CompiledQuery<Standing> =>
  passes().where('pass.plate', '=', plate).orderBy('valid_to', 'desc').limit(1).compile()

export const addPass = (row: PassRow): Write => sql.insertInto('pass').values(row).compile()
