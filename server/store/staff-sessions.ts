import type { Tables } from '../../schema/tables.ts'
import { instant } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import { sql } from './db.ts'
import type { Db, Write } from './db.ts'

export type StaffSession = {
  staff: string
  role: Tables['staff']['role']
  checkpoint: string | null
  area: string | null
  expiresAt: Instant
}

/** The session if it runs and its member of staff is not disabled. */
export async function findSession(db: Db, tokenTag: string, now: Instant): Promise<StaffSession | undefined> {
  const query = sql
    .selectFrom('staff_session')
    .innerJoin('staff', 'staff.id', 'staff_session.staff_id')
    .select([
      'staff.id as staff',
      'staff.role',
      'staff.checkpoint_id as checkpoint',
      'staff.area',
      'staff_session.expires_at as expiresAt',
    ])
    .where('token_tag', '=', tokenTag)
    .where('expires_at', '>', now)
    .where('disabled_at', 'is', null)
  const [row] = await db.all(query.compile())
  return row === undefined ? undefined : { ...row, expiresAt: instant(row.expiresAt) }
}

export const insertSession = (row: { tokenTag: string; staff: string; now: Instant; expiresAt: Instant }): Write =>
  sql
    .insertInto('staff_session')
    .values({ token_tag: row.tokenTag, staff_id: row.staff, created_at: row.now, expires_at: row.expiresAt })
    .compile()

export const deleteSession = (tokenTag: string): Write =>
  sql.deleteFrom('staff_session').where('token_tag', '=', tokenTag).compile()

export const deleteSessionsOf = (staff: string): Write =>
  sql.deleteFrom('staff_session').where('staff_id', '=', staff).compile()

export const deleteExpiredSessions = (now: Instant): Write =>
  sql.deleteFrom('staff_session').where('expires_at', '<=', now).compile()
