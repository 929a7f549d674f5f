import { sql as raw } from 'kysely'
import type { CompiledQuery } from 'kysely'
import type { Instant } from '../../shared/instant.ts'
import { among } from './among.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'
import type { PassRow } from './passes.ts'

/** `beginnings`: all of one length, as headers of one type are. */
export type SealedBy = { beginnings: readonly string[]; now: Instant }

const living = ({ beginnings, now }: SealedBy) =>
  sql
    .selectFrom('pass')
    .where('valid_to', '>', now)
    .where('status', '<>', 'revoked')
    .where(raw<string>`substr(token, 1, ${beginnings[0]?.length ?? 0})`, 'in', among(beginnings))

export const countSealedBy = (asked: SealedBy): CompiledQuery<{ n: number }> =>
  living(asked)
    .select((row) => row.fn.countAll<number>().as('n'))
    .compile()

export const sealedBy = (asked: SealedBy & { after: string; limit: number }): CompiledQuery<PassRow> =>
  living(asked).selectAll().where('number', '>', asked.after).orderBy('number').limit(asked.limit).compile()

/** Whoever sealed it anew meanwhile has done the same. */
export const putToken = ({ number, token: before }: Pick<PassRow, 'number' | 'token'>, token: string): Write =>
  sql.updateTable('pass').set({ token }).where('number', '=', number).where('token', '=', before).compile()
