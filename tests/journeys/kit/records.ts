import { sql } from '../../../server/store/db.ts'
import { openSqlite } from '../../../server/store/sqlite.ts'
import type { Server } from './server.ts'

/** How many trips are registered, looked at in the database itself. */
export async function countTrips(server: Server): Promise<number> {
  const db = openSqlite(`${server.data}/changxing.db`)
  const rows = await db.all(sql.selectFrom('trip').select('id').compile())
  db.close()
  return rows.length
}
