import type { CompiledQuery } from 'kysely'
import type { Db } from '../../server/store/db.ts'

/** How SQLite goes about it: a step a line. */
export async function planOf(db: Db, query: CompiledQuery): Promise<string[]> {
  const steps = await db.all<{ detail: string }>({
    ...query,
    query: query.query,
    sql: `explain query plan ${query.sql}`,
  })
  return steps.map(({ detail }) => detail)
}
