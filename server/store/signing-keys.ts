import type { Selectable } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import type { Instant } from '../../shared/instant.ts'
import { sql } from './db.ts'
import type { Db, Write } from './db.ts'

export type SigningKeyRow = Selectable<Tables['signing_key']>

export const listSigningKeys = (db: Db): Promise<SigningKeyRow[]> =>
  db.all(sql.selectFrom('signing_key').selectAll().orderBy('not_before').orderBy('kid').compile())

export const insertSigningKey = (row: SigningKeyRow): Write => sql.insertInto('signing_key').values(row).compile()

export const retireSigningKey = (kid: string, at: Instant): Write =>
  sql
    .updateTable('signing_key')
    .set({ retired_at: at })
    .where('kid', '=', kid)
    .where('retired_at', 'is', null)
    .compile()
