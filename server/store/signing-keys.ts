import type { Selectable } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import type { Instant } from '../../shared/instant.ts'
import { sql } from './db.ts'
import type { Db, Write } from './db.ts'

export type SigningKeyRow = Selectable<Tables['signing_key']>

export const listSigningKeys = (db: Db): Promise<SigningKeyRow[]> =>
  db.all(sql.selectFrom('signing_key').selectAll().orderBy('not_before').orderBy('kid').compile())

export const insertSigningKey = (row: SigningKeyRow): Write => sql.insertInto('signing_key').values(row).compile()

/** `null` = it goes on signing after all. */
export const retireSigningKey = (kid: string, at: Instant | null): Write =>
  sql.updateTable('signing_key').set({ retired_at: at }).where('kid', '=', kid).compile()

/** A key that waits begins at once. */
export const beginSigningKey = (kid: string, at: Instant): Write =>
  sql.updateTable('signing_key').set({ not_before: at }).where('kid', '=', kid).compile()

/** Once and for good. */
export const revokeSigningKey = (kid: string, at: Instant, reason: string): Write =>
  sql
    .updateTable('signing_key')
    .set({ revoked_at: at, revoked_reason: reason })
    .where('kid', '=', kid)
    .where('revoked_at', 'is', null)
    .compile()
