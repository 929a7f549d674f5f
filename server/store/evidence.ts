import { sql as raw } from 'kysely'
import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'
import type { LeadRow } from './leads-made.ts'

export type EvidenceRow = Tables['evidence']
export type PhotoOf = Pick<EvidenceRow, 'id' | 'inspection_id' | 'taken_at' | 'until'>

export const addEvidence = (row: EvidenceRow): Write => sql.insertInto('evidence').values(row).compile()

export const evidenceById = (id: string): CompiledQuery<EvidenceRow> =>
  sql.selectFrom('evidence').selectAll().where('id', '=', id).compile()

export const photosOfInspection = (inspection: string): CompiledQuery<PhotoOf> =>
  sql
    .selectFrom('evidence')
    .select(['id', 'inspection_id', 'taken_at', 'until'])
    .where('inspection_id', '=', inspection)
    .compile()

/** Of both inspections, and of the one that the later one undid. */
export const photosOfLead = (lead: Pick<LeadRow, 'inspection_id' | 'other_inspection_id'>): CompiledQuery<PhotoOf> =>
  sql
    .selectFrom('evidence')
    .select(['id', 'inspection_id', 'taken_at', 'until'])
    .where(
      raw<boolean>`inspection_id in (${lead.inspection_id}, ${lead.other_inspection_id},
        (select corrects from inspection where id = ${lead.inspection_id}))`,
    )
    .orderBy('taken_at')
    .compile()

export const forgetEvidence = (now: number): Write => sql.deleteFrom('evidence').where('until', '<=', now).compile()
