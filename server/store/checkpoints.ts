import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

export type CheckpointRow = Tables['checkpoint']

export const everyCheckpoint = (): CompiledQuery<CheckpointRow> =>
  sql.selectFrom('checkpoint').selectAll().orderBy('id').compile()

export const checkpointById = (id: string): CompiledQuery<CheckpointRow> =>
  sql.selectFrom('checkpoint').selectAll().where('id', '=', id).compile()

export const addCheckpointRow = (row: CheckpointRow): Write => sql.insertInto('checkpoint').values(row).compile()

export const changeCheckpointRow = ({ id, ...values }: Omit<CheckpointRow, 'fictional'>): Write =>
  sql.updateTable('checkpoint').set(values).where('id', '=', id).compile()
