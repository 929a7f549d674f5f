import { sql as raw } from 'kysely'
import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import type { Instant } from '../../shared/instant.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

export type StatusListRow = Omit<Tables['status_list'], 'id'> & { id: number }
export type StatusChangeRow = Omit<Tables['status_change'], 'seq'> & { seq: number }

/** The list that takes passes now. */
export const openList = (): CompiledQuery<StatusListRow> =>
  sql.selectFrom('status_list').selectAll().where('closed_at', 'is', null).orderBy('id', 'desc').limit(1).compile()

/** A pass was put on it. */
export const countOnList = (id: number, until: Instant): Write =>
  sql
    .updateTable('status_list')
    .set({ issued: raw<number>`issued + 1`, until: raw<number>`max(until, cast(${until} as integer))` })
    .where('id', '=', id)
    .compile()
