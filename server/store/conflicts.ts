import { sql as raw } from 'kysely'
import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

export type Conflict = Pick<
  Tables['inspection'],
  | 'id'
  | 'made_at'
  | 'received_at'
  | 'checkpoint_id'
  | 'lane'
  | 'plate'
  | 'row'
  | 'outcome'
  | 'edition'
  | 'offline'
  | 'server_row'
  | 'verdict'
  | 'device_verdict'
> & {
  inspector: string
  finding: Tables['verdict_review']['finding'] | null
  note: string | null
  reviewed_at: number | null
  reviewer: string | null
}

const conflicts = () =>
  sql
    .selectFrom('inspection')
    .innerJoin('staff', 'staff.id', 'inspection.staff_id')
    .leftJoin('verdict_review as seen', 'seen.inspection_id', 'inspection.id')
    .leftJoin('staff as reviewer', 'reviewer.id', 'seen.by_staff')
    .select(['inspection.id', 'made_at', 'received_at', 'inspection.checkpoint_id', 'lane', 'plate', 'row', 'outcome'])
    .select(['edition', 'offline', 'server_row', 'verdict', 'device_verdict', 'staff.name as inspector'])
    .select(['seen.finding', 'seen.note', 'seen.at as reviewed_at', 'reviewer.name as reviewer'])
    .where('agrees', '=', 0)

export type ConflictPage = {
  checkpoint: string
  /** Whether somebody said what it was; left out = both. */
  reviewed?: boolean | undefined
  before?: { madeAt: number; id: string } | undefined
  limit: number
}

/** Records on which phone and server disagree, the newest first; one more than `limit` tells of another page. */
export function conflictPage({ checkpoint, reviewed, before, limit }: ConflictPage): CompiledQuery<Conflict> {
  let query = conflicts()
    .where('inspection.checkpoint_id', '=', checkpoint)
    .orderBy('made_at', 'desc')
    .orderBy('inspection.id', 'desc')
    .limit(limit + 1)
  if (reviewed !== undefined) query = query.where('seen.at', reviewed ? 'is not' : 'is', null)
  if (before !== undefined)
    query = query.where(raw<boolean>`(inspection.made_at, inspection.id) < (${before.madeAt}, ${before.id})`)
  return query.compile()
}

export const conflictById = (id: string): CompiledQuery<Conflict> =>
  conflicts().where('inspection.id', '=', id).compile()

export const addReview = (row: Tables['verdict_review']): Write =>
  sql.insertInto('verdict_review').values(row).compile()

/** Those that nobody has looked at; `most` at most. */
export const openConflicts = (checkpoint: string, most: number): CompiledQuery<{ id: string }> =>
  sql
    .selectFrom('inspection')
    .leftJoin('verdict_review', 'verdict_review.inspection_id', 'inspection.id')
    .select('inspection.id')
    .where('checkpoint_id', '=', checkpoint)
    .where('agrees', '=', 0)
    .where('verdict_review.at', 'is', null)
    .limit(most)
    .compile()
