import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import type { Instant } from '../../shared/instant.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

export const revocationsInForce = (now: Instant): CompiledQuery<Pick<Tables['revocation'], 'jti' | 'status'>> =>
  sql.selectFrom('revocation').select(['jti', 'status']).where('until', '>', now).orderBy('jti').compile()

export const addRevocation = (row: Tables['revocation']): Write => sql.insertInto('revocation').values(row).compile()
