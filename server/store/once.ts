import type { CompiledQuery, Insertable, Selectable } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import type { Instant } from '../../shared/instant.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

export type SecretRow = Insertable<Tables['one_time_secret']>
/** `used_at` is null while the secret has not been used. */
export type Secret = Selectable<Tables['one_time_secret']> & { used_at: number | null }

export const addSecret = (row: SecretRow): Write => sql.insertInto('one_time_secret').values(row).compile()

export const secretByTag = (tag: string, purpose: SecretRow['purpose']): CompiledQuery<Secret> =>
  sql
    .selectFrom('one_time_secret')
    .leftJoin('once', 'once.what', 'one_time_secret.secret_tag')
    .selectAll('one_time_secret')
    .select('once.at as used_at')
    .where('secret_tag', '=', tag)
    .where('purpose', '=', purpose)
    .compile()

/** What happens only once: the second commit with the same `what` fails with Taken('once.what'). */
export const happenOnce = (what: string, at: Instant): Write => sql.insertInto('once').values({ what, at }).compile()

/** The set-up link lives from start to start: the one printed before no longer opens anything. */
export const dropSetUpSecrets = (): Write => sql.deleteFrom('one_time_secret').where('purpose', '=', 'setup').compile()
