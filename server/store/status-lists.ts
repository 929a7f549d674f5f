import { sql as raw } from 'kysely'
import type { CompiledQuery } from 'kysely'
import type { Standing, Tables } from '../../schema/tables.ts'
import type { Instant } from '../../shared/instant.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

export type StatusListRow = Omit<Tables['status_list'], 'id'> & { id: number }
export type StatusChangeRow = Omit<Tables['status_change'], 'seq'> & { seq: number }

const lists = () => sql.selectFrom('status_list').selectAll()

/** The one opened last: where passes are put, unless it is closed. */
export const newestList = (): CompiledQuery<StatusListRow> => lists().orderBy('id', 'desc').limit(1).compile()

/** With the lists that still have passes in force on them, or will have. */
export const liveLists = (now: Instant): CompiledQuery<StatusListRow> =>
  lists()
    .where((list) => list.or([list('closed_at', 'is', null), list('until', '>', now)]))
    .orderBy('id')
    .compile()

export const statusList = (id: number): CompiledQuery<StatusListRow> => lists().where('id', '=', id).compile()

/** In one commit with the next one: of two that open it at once, the second finds its number taken. */
export const openNextList = (after: number, size: number, now: Instant): readonly Write[] => [
  sql.updateTable('status_list').set({ closed_at: now }).where('closed_at', 'is', null).compile(),
  sql
    .insertInto('status_list')
    .values({ id: after + 1, opened_at: now, closed_at: null, until: 0, size, issued: 0 })
    .compile(),
]

/** A list that nobody is on yet is as good as new. */
export const openAgain = (id: number, now: Instant): Write =>
  sql.updateTable('status_list').set({ opened_at: now }).where('id', '=', id).where('issued', '=', 0).compile()

/** A pass was put on it. */
export const countOnList = (id: number, until: Instant): Write =>
  sql
    .updateTable('status_list')
    .set({ issued: raw<number>`issued + 1`, until: raw<number>`max(until, cast(${until} as integer))` })
    .where('id', '=', id)
    .compile()

export const takenWithin = (list: number, { from, to }: { from: number; to: number }): CompiledQuery<{ idx: number }> =>
  sql.selectFrom('pass').select('idx').where('list', '=', list).where('idx', '>=', from).where('idx', '<', to).compile()

export type NotValid = { list: number; idx: number; status: Standing }

/** Passes of a plate that would still run and do not count, the latest first. */
export const notValidOfPlate = (
  plate: string,
  now: Instant,
  limit: number,
): CompiledQuery<{ number: string; standing: 'revoked' | 'suspended' }> =>
  sql
    .selectFrom('pass')
    .select(['number', raw<'revoked' | 'suspended'>`status`.as('standing')])
    .where('plate', '=', plate)
    .where('valid_to', '>', now)
    .where('status', '<>', 'valid')
    .orderBy('valid_to', 'desc')
    .limit(limit)
    .compile()

/** Places that are not as they were issued, on one list or on all from it on. */
export const notValid = (list: number, which: 'of' | 'from'): CompiledQuery<NotValid> =>
  sql
    .selectFrom('pass')
    .select(['list', 'idx', 'status'])
    .where('list', which === 'of' ? '=' : '>=', list)
    .where('status', '<>', raw<Standing>`'valid'`)
    .orderBy('list')
    .orderBy('idx')
    .compile()

export type Versions = { first: number | null; last: number | null }

/** Numbers of the first and the last change that are kept. */
export const versions = (): CompiledQuery<Versions> =>
  raw<Versions>`select (select min(seq) from status_change) as first, (select max(seq) from status_change) as last`.compile(
    sql,
  )

export const lastChangeOf = (list: number): CompiledQuery<{ last: number | null }> =>
  sql
    .selectFrom('status_change')
    .select(({ fn }) => fn.max('seq').as('last'))
    .where('list', '=', list)
    .compile()

export const changesAfter = (seq: number, limit: number): CompiledQuery<StatusChangeRow> =>
  sql.selectFrom('status_change').selectAll().where('seq', '>', seq).orderBy('seq').limit(limit).compile()

/** The last one stays, whatever its age: the number of the next is one more. */
export const forgetChanges = (before: Instant): Write =>
  sql
    .deleteFrom('status_change')
    .where('at', '<', before)
    .where('seq', '<', (change) => change.selectFrom('status_change').select(({ fn }) => fn.max('seq').as('last')))
    .compile()
