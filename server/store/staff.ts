import type { CompiledQuery } from 'kysely'
import { sql as raw } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import type { Instant } from '../../shared/instant.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

export type StaffRow = Omit<Tables['staff'], 'area'> & { area?: string | null }
/** With the terminal the person is bound to now. */
export type StaffAndTerminal = StaffRow & { terminal: string | null }

const staff = () =>
  sql
    .selectFrom('staff')
    .leftJoin('terminal', (join) =>
      join.onRef('terminal.staff_id', '=', 'staff.id').on('terminal.released_at', 'is', null),
    )
    .selectAll('staff')
    .select('terminal.id as terminal')

export const staffById = (id: string): CompiledQuery<StaffAndTerminal> => staff().where('staff.id', '=', id).compile()

export const staffByLogin = (login: string): CompiledQuery<StaffAndTerminal> =>
  staff().where('staff.login', '=', login).compile()

export const staffOf = (checkpoint: string | null): CompiledQuery<StaffAndTerminal> => {
  const all = staff().orderBy('staff.login')
  return (checkpoint === null ? all : all.where('staff.checkpoint_id', '=', checkpoint)).compile()
}

export const anyAdministrator = (): CompiledQuery<{ id: string }> =>
  sql.selectFrom('staff').select('id').where('role', '=', 'admin').limit(1).compile()

/** One who could go on administrating without this one. */
export const otherAdministrator = (id: string): CompiledQuery<{ id: string }> =>
  sql
    .selectFrom('staff')
    .select('id')
    .where('role', '=', 'admin')
    .where('disabled_at', 'is', null)
    .where('id', '!=', id)
    .limit(1)
    .compile()

export const addStaffRow = (row: StaffRow): Write => sql.insertInto('staff').values(row).compile()

export const changeStaffRow = (
  id: string,
  values: Partial<Pick<StaffRow, 'name' | 'checkpoint_id' | 'password_hash' | 'disabled_at' | 'area'>>,
): Write => sql.updateTable('staff').set(values).where('id', '=', id).compile()

/** Ends the sessions of somebody who is disabled; does nothing to somebody who is not. */
export const endSessionsIfDisabled = (id: string): Write =>
  sql
    .deleteFrom('staff_session')
    .where('staff_id', '=', id)
    .where('staff_id', 'in', (row) =>
      row.selectFrom('staff').select('staff.id').where('staff.id', '=', id).where('staff.disabled_at', 'is not', null),
    )
    .compile()

/** Does nothing to the last administrator who is not disabled, even when two are disabled in the same moment. */
export const disableStaff = (id: string, at: Instant): Write =>
  sql
    .updateTable('staff')
    .set({ disabled_at: at })
    .where('id', '=', id)
    .where('disabled_at', 'is', null)
    .where((row) =>
      row.or([
        row('role', '!=', 'admin'),
        raw<boolean>`exists (select 1 from staff other where other.role = 'admin' and other.disabled_at is null and other.id <> ${id})`,
      ]),
    )
    .compile()
