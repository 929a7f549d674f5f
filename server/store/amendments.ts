import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

export type AmendmentRow = Tables['amendment']
export type StepRow = Tables['amendment_step']
/** With the names of those who did it, and how many steps were taken. */
export type ListedAmendment = AmendmentRow & {
  drafter: string
  first_name: string | null
  second_name: string | null
  ender: string | null
  steps: number
}

const listed = () =>
  sql
    .selectFrom('amendment')
    .innerJoin('staff as drafter', 'drafter.id', 'amendment.drafted_by')
    .leftJoin('staff as first', 'first.id', 'amendment.first_by')
    .leftJoin('staff as second', 'second.id', 'amendment.second_by')
    .leftJoin('staff as ender', 'ender.id', 'amendment.ended_by')
    .selectAll('amendment')
    .select([
      'drafter.name as drafter',
      'first.name as first_name',
      'second.name as second_name',
      'ender.name as ender',
    ])
    .select((row) =>
      row
        .selectFrom('amendment_step')
        .whereRef('amendment_step.amendment_id', '=', 'amendment.id')
        .select((steps) => steps.fn.countAll<number>().as('n'))
        .as('steps'),
    )
    .$narrowType<{ steps: number }>()

/** Newest first; a city has dozens, not thousands. */
export const amendmentPage = (limit: number): CompiledQuery<ListedAmendment> =>
  listed().orderBy('amendment.id', 'desc').limit(limit).compile()

export const amendmentById = (id: string): CompiledQuery<ListedAmendment> =>
  listed().where('amendment.id', '=', id).compile()

export const addAmendment = (row: AmendmentRow): Write => sql.insertInto('amendment').values(row).compile()

/** The number is the next one the writer knew of: of two who act at once, the second fails with `Taken`. */
export const addStep = (row: StepRow): Write => sql.insertInto('amendment_step').values(row).compile()

export const setAmendment = (id: string, values: Partial<Omit<AmendmentRow, 'id'>>): Write =>
  sql.updateTable('amendment').set(values).where('id', '=', id).compile()
