import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import type { Instant } from '../../shared/instant.ts'
import { among } from './among.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

export type DutyRow = Tables['duty_person']

export const putDutyRow = ({ id, ...values }: DutyRow): Write =>
  sql
    .insertInto('duty_person')
    .values({ id, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .compile()

export const endDutyRow = (id: string, at: Instant): Write =>
  sql.updateTable('duty_person').set({ ended_at: at }).where('id', '=', id).where('ended_at', 'is', null).compile()

export const dutyById = (id: string): CompiledQuery<DutyRow> =>
  sql.selectFrom('duty_person').selectAll().where('id', '=', id).compile()

/** Of a checkpoint, and of these areas. */
export const dutiesOf = (checkpoint: string, areas: readonly string[]): CompiledQuery<DutyRow> =>
  sql
    .selectFrom('duty_person')
    .selectAll()
    .where((row) => row.or([row('checkpoint_id', '=', checkpoint), row('area', 'in', among(areas))]))
    .where('ended_at', 'is', null)
    .orderBy('rank')
    .orderBy('id')
    .compile()

export const everyDuty = (): CompiledQuery<DutyRow> =>
  sql.selectFrom('duty_person').selectAll().orderBy('role').orderBy('rank').orderBy('from_at').orderBy('id').compile()

/** Heads of a checkpoint among the staff. */
export const headsOf = (checkpoint: string): CompiledQuery<{ id: string; name: string }> =>
  sql
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('checkpoint_id', '=', checkpoint)
    .where('role', '=', 'head')
    .where('disabled_at', 'is', null)
    .orderBy('id')
    .compile()
