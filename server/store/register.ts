import { sql as raw } from 'kysely'
import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

export type RegisterRow = Tables['checkpoint_register']
export type NamedRegisterRow = RegisterRow & { changer: string }

/** The newest of each checkpoint that has one, with who changed it. */
export const everyRegister = (): CompiledQuery<NamedRegisterRow> =>
  raw<NamedRegisterRow>`
    select r.*, staff.name as changer from checkpoint_register r
      join (select checkpoint_id, max(version) as version from checkpoint_register group by checkpoint_id) newest
        on newest.checkpoint_id = r.checkpoint_id and newest.version = r.version
      join staff on staff.id = r.changed_by
      order by r.checkpoint_id`.compile(sql)

/** The second to write the same version fails with Taken('checkpoint_register.…'). */
export const addRegister = (row: RegisterRow): Write => sql.insertInto('checkpoint_register').values(row).compile()
