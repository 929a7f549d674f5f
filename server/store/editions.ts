import { sql as raw } from 'kysely'
import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

/** What was published, and taken back: the rows whose days count. Oldest first. */
export type PublishedRow = Pick<Tables['amendment'], 'id' | 'draft' | 'published_at' | 'ended_at'>
export const publishedAmendments = (): CompiledQuery<PublishedRow> =>
  sql
    .selectFrom('amendment')
    .select(['id', 'draft', 'published_at', 'ended_at'])
    .where('state', 'in', ['published', 'rolled-back'])
    .where('published_at', 'is not', null)
    .orderBy('id')
    .compile()

export type BindingRow = Pick<Tables['overlay'], 'level' | 'place' | 'file' | 'under' | 'from_at' | 'ended_at'>
export const bindingOverlays = (): CompiledQuery<BindingRow> =>
  sql.selectFrom('overlay').select(['level', 'place', 'file', 'under', 'from_at', 'ended_at']).orderBy('id').compile()

/** The county that each checkpoint lies in. */
export const countyOfCheckpoints = (): CompiledQuery<Pick<Tables['checkpoint'], 'id' | 'county'>> =>
  sql.selectFrom('checkpoint').select(['id', 'county']).orderBy('id').compile()

/** Another text than before when anything was published, ended or moved to another county. */
export const lawStamp = (): CompiledQuery<{ stamp: string | null }> =>
  raw<{ stamp: string | null }>`SELECT json_array(
    (SELECT group_concat(id || ':' || published_at || ':' || coalesce(ended_at, ''))
       FROM (SELECT * FROM amendment WHERE state IN ('published', 'rolled-back') ORDER BY id)),
    (SELECT group_concat(id || ':' || from_at || ':' || coalesce(ended_at, '')) FROM (SELECT * FROM overlay ORDER BY id)),
    (SELECT group_concat(id || ':' || county) FROM (SELECT * FROM checkpoint ORDER BY id))
  ) AS stamp`.compile(sql)

export type KeptRow = Tables['edition_kept']

export const keptEditions = (): CompiledQuery<KeptRow> =>
  sql.selectFrom('edition_kept').selectAll().orderBy('id').compile()

/** An edition that is kept already stays as it is. */
export const keepEdition = (row: KeptRow): Write =>
  sql
    .insertInto('edition_kept')
    .values(row)
    .onConflict((taken) => taken.column('id').doNothing())
    .compile()
