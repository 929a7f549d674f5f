import { sql as raw } from 'kysely'
import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import type { Instant } from '../../shared/instant.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

export type WithdrawnCode = Tables['code_withdrawn']

/** Trips whose earlier freight codes are void, until the last of those has run out anyway. */
export const withdrawnCodes = (
  now: Instant,
): CompiledQuery<Pick<WithdrawnCode, 'trip_number'> & { before_at: number }> =>
  sql
    .selectFrom('code_withdrawn')
    .select(({ fn }) => ['trip_number', fn.max('before_at').as('before_at')])
    .where('until', '>', now)
    .groupBy('trip_number')
    .orderBy('trip_number')
    .compile()

/** Of codes that name this plate, those of the last `limit` trips. */
export const withdrawnOfPlate = (plate: string, now: Instant, limit: number): CompiledQuery<WithdrawnCode> =>
  sql
    .selectFrom('code_withdrawn')
    .selectAll()
    .where('plate', '=', plate)
    .where('until', '>', now)
    .orderBy('before_at', 'desc')
    .limit(limit)
    .compile()

/** What was void stays void, whatever a second withdrawal says. */
export const withdrawCodes = (row: WithdrawnCode): Write =>
  sql
    .insertInto('code_withdrawn')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['plate', 'trip_number']).doUpdateSet({
        before_at: raw<number>`max(before_at, excluded.before_at)`,
        until: raw<number>`max(until, excluded.until)`,
        reason: row.reason,
      }),
    )
    .compile()

export const forgetWithdrawals = (now: Instant): Write =>
  sql.deleteFrom('code_withdrawn').where('until', '<=', now).compile()
