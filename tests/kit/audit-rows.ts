import { sql } from '../../server/store/db.ts'
import type { Db } from '../../server/store/db.ts'

/** The log as it stands, the oldest first. */
export const listAudit = (db: Db) => db.all(sql.selectFrom('audit').selectAll().orderBy('seq').compile())
