import { hour } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import { sql } from './db.ts'
import type { Db } from './db.ts'

/** Figures for /metrics that an index answers without reading the whole table. */
export async function recentCounts(db: Db, now: Instant): Promise<{ inspectionsLastHour: number; openTasks: number }> {
  const inspections = sql
    .selectFrom('inspection')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('made_at', '>', now - hour)
  const tasks = sql
    .selectFrom('task')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('state', '=', 'open')
  const [[made], [open]] = await Promise.all([db.all(inspections.compile()), db.all(tasks.compile())])
  return { inspectionsLastHour: made?.count ?? 0, openTasks: open?.count ?? 0 }
}
