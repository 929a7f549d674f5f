import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import type { Instant } from '../../shared/instant.ts'
import { among } from './among.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

export type DueRow = Tables['due_done']

export const doneAmong = (ids: readonly string[]): CompiledQuery<{ id: string }> =>
  sql.selectFrom('due_done').select('id').where('id', 'in', among(ids)).compile()

/** The second to do it fails with Taken('due_done.id'), and with it all that it wanted to write. */
export const noteDone = (row: DueRow): Write => sql.insertInto('due_done').values(row).compile()

export const seenBy = (runner: string): CompiledQuery<{ seen_until: number }> =>
  sql.selectFrom('runner').select('seen_until').where('name', '=', runner).compile()

export const saw = (runner: string, until: Instant): Write =>
  sql
    .insertInto('runner')
    .values({ name: runner, seen_until: until })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ seen_until: until }))
    .compile()
