import { sql } from './db.ts'
import type { Db, Write } from './db.ts'

/** The set-up link lives from start to start: the one printed before no longer opens anything. */
export const dropSetUpSecrets = (): Write => sql.deleteFrom('one_time_secret').where('purpose', '=', 'setup').compile()

export async function hasAdministrator(db: Db): Promise<boolean> {
  const query = sql.selectFrom('staff').select('id').where('role', '=', 'admin').limit(1)
  return (await db.all(query.compile())).length > 0
}
