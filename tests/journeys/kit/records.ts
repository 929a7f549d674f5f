import { sql } from '../../../server/store/db.ts'
import { openSqlite } from '../../../server/store/sqlite.ts'
import type { Server } from './server.ts'

/** Every inspection that is recorded, looked at in the database itself. */
export async function inspectionRows(server: Server) {
  const db = openSqlite(`${server.data}/changxing.db`)
  const rows = await db.all(
    sql.selectFrom('inspection').select(['id', 'plate', 'server_row', 'agrees', 'offline', 'corrects']).compile(),
  )
  db.close()
  return rows
}

/** How many trips are registered, looked at in the database itself. */
export async function countTrips(server: Server): Promise<number> {
  const db = openSqlite(`${server.data}/changxing.db`)
  const rows = await db.all(sql.selectFrom('trip').select('id').compile())
  db.close()
  return rows.length
}

/** What the signed record of a truck says, as it lies in the ledger. */
export async function recordOf(server: Server, plate: string): Promise<Record<string, unknown> | undefined> {
  const db = openSqlite(`${server.data}/changxing.db`)
  const query = sql.selectFrom('inspection').select('envelope').where('plate', '=', plate).orderBy('id', 'desc')
  const [row] = await db.all(query.compile())
  db.close()
  const [, claims] = row?.envelope.split('.') ?? []
  return claims === undefined
    ? undefined
    : (JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>)
}
