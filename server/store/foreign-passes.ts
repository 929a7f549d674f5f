import { sql as raw } from 'kysely'
import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

/** Passes of other provinces 全国互认, as inspectors recorded them. */
export type ForeignPassRow = Tables['foreign_pass']

export const addForeignPass = (row: ForeignPassRow): Write => sql.insertInto('foreign_pass').values(row).compile()

export type ForeignPage = {
  plate?: string | undefined
  before: { at: number; id: string } | undefined
  limit: number
}

/** Newest first; one more than `limit` tells that there is another page. */
export function foreignPassPage({ plate, before, limit }: ForeignPage): CompiledQuery<ForeignPassRow> {
  let query = sql
    .selectFrom('foreign_pass')
    .selectAll()
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (plate !== undefined) query = query.where('plate', '=', plate)
  if (before !== undefined) query = query.where(raw<boolean>`(recorded_at, id) < (${before.at}, ${before.id})`)
  return query.compile()
}
