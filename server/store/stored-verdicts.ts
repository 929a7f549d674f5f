import { sql as raw } from 'kysely'
import type { CompiledQuery } from 'kysely'
import type { Instant } from '../../shared/instant.ts'
import { sql } from './db.ts'
import type { InspectionRow } from './inspections.ts'

export type StoredVerdict = Pick<InspectionRow, 'id' | 'made_at' | 'facts' | 'verdict'>
export type VerdictPage = {
  from: Instant
  /** Not included. */
  until: Instant
  /** The last of the page before. */
  after?: Pick<StoredVerdict, 'id' | 'made_at'> | undefined
  limit: number
}

/** With what says by which edition it was to be judged. */
export type ToReplay = StoredVerdict & Pick<InspectionRow, 'checkpoint_id' | 'edition'>

/** What was judged and how, oldest first by (made_at, id); every inspection, corrected ones too. */
export function storedVerdicts({ from, until, after, limit }: VerdictPage): CompiledQuery<ToReplay> {
  const query = sql
    .selectFrom('inspection')
    .select(['id', 'made_at', 'facts', 'verdict', 'checkpoint_id', 'edition'])
    .where('made_at', '<', until)
    .orderBy('made_at')
    .orderBy('id')
    .limit(limit)
  // One lower bound only: with two, SQLite begins at the first and reads every earlier page again.
  const since =
    after === undefined
      ? raw<boolean>`made_at >= ${from}`
      : raw<boolean>`(made_at, id) > (${after.made_at}, ${after.id})`
  return query.where(since).compile()
}

export type ToTry = StoredVerdict & Pick<InspectionRow, 'checkpoint_id' | 'plate'>

/** The same with where and which truck, for a draft to be tried out on; what was corrected since is counted once. */
export function inspectionsToTry({ from, until, after, limit }: VerdictPage): CompiledQuery<ToTry> {
  const since =
    after === undefined
      ? raw<boolean>`inspection.made_at >= ${from}`
      : raw<boolean>`(inspection.made_at, inspection.id) > (${after.made_at}, ${after.id})`
  return sql
    .selectFrom('inspection')
    .leftJoin('inspection as later', 'later.corrects', 'inspection.id')
    .select(['inspection.id', 'inspection.made_at', 'inspection.facts', 'inspection.verdict'])
    .select(['inspection.checkpoint_id', 'inspection.plate'])
    .where('inspection.made_at', '<', until)
    .where(since)
    .where('later.id', 'is', null)
    .orderBy('inspection.made_at')
    .orderBy('inspection.id')
    .limit(limit)
    .compile()
}
