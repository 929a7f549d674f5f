import { sql as raw } from 'kysely'
import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import type { Instant } from '../../shared/instant.ts'
import { among } from './among.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

export type InspectionRow = Tables['inspection']
export type Listed = InspectionRow & {
  checkpoint_name: string
  inspector: string
  corrected_by: string | null
  right_row: string | null
  right_outcome: string | null
  right_at: number | null
  right_reason: string | null
  right_by: string | null
}
export type Known = Pick<
  InspectionRow,
  'id' | 'terminal_id' | 'made_at' | 'server_row' | 'agrees' | 'envelope' | 'plate' | 'checkpoint_id'
>

export const knownInspections = (ids: readonly string[]): CompiledQuery<Known> =>
  sql
    .selectFrom('inspection')
    .select(['id', 'terminal_id', 'made_at', 'server_row', 'agrees', 'envelope', 'plate', 'checkpoint_id'])
    .where('id', 'in', among(ids))
    .compile()

export const addInspection = (row: InspectionRow): Write => sql.insertInto('inspection').values(row).compile()

export const addTask = (row: Tables['task']): Write => sql.insertInto('task').values(row).compile()

/** What a corrected inspection asked for is taken back, where nobody has dealt with it yet. */
export const withdraw = (inspection: string): Write =>
  sql
    .updateTable('task')
    .set({ state: 'withdrawn' })
    .where('inspection_id', '=', inspection)
    .where('state', '=', 'open')
    .compile()

const listed = () =>
  sql
    .selectFrom('inspection')
    .innerJoin('checkpoint', 'checkpoint.id', 'inspection.checkpoint_id')
    .innerJoin('staff', 'staff.id', 'inspection.staff_id')
    .leftJoin('inspection as later', 'later.corrects', 'inspection.id')
    .leftJoin('verdict_correction as put', 'put.inspection_id', 'inspection.id')
    .leftJoin('staff as corrector', 'corrector.id', 'put.by_staff')
    .selectAll('inspection')
    .select(['checkpoint.name as checkpoint_name', 'staff.name as inspector', 'later.id as corrected_by'])
    .select(['put.row as right_row', 'put.outcome as right_outcome', 'put.at as right_at'])
    .select(['put.reason as right_reason', 'corrector.name as right_by'])

export type Page = {
  checkpoint?: string | undefined
  /** Part of a plate, normalised. */
  plate?: string | undefined
  row?: string | undefined
  offline?: boolean | undefined
  agrees?: boolean | undefined
  from?: Instant | undefined
  until?: Instant | undefined
  /** The last of the page before. */
  before?: { madeAt: number; id: string } | undefined
  limit: number
}

/** Newest first by (made_at, id); one more than `limit` tells that there is another page. */
export const inspectionPage = (page: Page): CompiledQuery<Listed> =>
  listed()
    .where('inspection.id', 'in', idsOf(page))
    .orderBy('inspection.made_at', 'desc')
    .orderBy('inspection.id', 'desc')
    .compile()

/** Chosen in an index, before any of the large rows is read. */
function idsOf(page: Page) {
  let query = sql
    .selectFrom('inspection as seen')
    .select('seen.id')
    .orderBy('seen.made_at', 'desc')
    .orderBy('seen.id', 'desc')
    .limit(page.limit + 1)
  if (page.checkpoint !== undefined) query = query.where('seen.checkpoint_id', '=', page.checkpoint)
  if (page.plate !== undefined) query = query.where(raw<number>`instr(seen.plate, ${page.plate})`, '>', 0)
  if (page.row !== undefined) query = query.where('seen.row', '=', page.row)
  if (page.offline !== undefined) query = query.where('seen.offline', '=', page.offline ? 1 : 0)
  if (page.agrees !== undefined) query = query.where('seen.agrees', '=', page.agrees ? 1 : 0)
  if (page.from !== undefined) query = query.where('seen.made_at', '>=', page.from)
  if (page.until !== undefined) query = query.where('seen.made_at', '<', page.until)
  const { before } = page
  if (before !== undefined)
    query = query.where(raw<boolean>`(seen.made_at, seen.id) < (${before.madeAt}, ${before.id})`)
  return query
}

export const inspectionById = (id: string): CompiledQuery<Listed> => listed().where('inspection.id', '=', id).compile()

export type Release = Pick<InspectionRow, 'plate' | 'made_at' | 'checkpoint_id' | 'crew'> & {
  checkpoint_name: string
}

export type ReleaseQuery = {
  since: Instant
  /** Releases here are no prior ones: the articles spare a truck the inspection at a second checkpoint. */
  notAt: string
  plate?: string
  /** Rows that let a truck go; a release by an earlier release (V4) is not among them, or it would never end. */
  rows: readonly string[]
  limit: number
}

/** Newest first; what was corrected since does not count, nor what the server judged otherwise. */
export function releases({ since, notAt, plate, rows, limit }: ReleaseQuery): CompiledQuery<Release> {
  const query = sql
    .selectFrom('inspection')
    .innerJoin('checkpoint', 'checkpoint.id', 'inspection.checkpoint_id')
    .leftJoin('inspection as later', 'later.corrects', 'inspection.id')
    .select(['inspection.plate', 'inspection.made_at', 'inspection.checkpoint_id', 'inspection.crew'])
    .select('checkpoint.name as checkpoint_name')
    .where('inspection.made_at', '>=', since)
    .where('inspection.checkpoint_id', '!=', notAt)
    .where('inspection.row', 'in', among(rows))
    .where('inspection.server_row', 'in', among(rows))
    .where('later.id', 'is', null)
    .orderBy('inspection.made_at', 'desc')
    .limit(limit)
  return (plate === undefined ? query : query.where('inspection.plate', '=', plate)).compile()
}
