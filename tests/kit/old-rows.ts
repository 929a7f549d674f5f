import { sql as raw } from 'kysely'
import type { CompiledQuery } from 'kysely'
import { sql } from '../../server/store/db.ts'
import { migrate } from '../../server/store/migrate.ts'
import { readMigrations } from '../../server/store/open-sqlite.ts'
import { openSqlite } from '../../server/store/sqlite.ts'

type Value = string | number | null

/** One statement in the words of the schema as it was. */
export const put = (table: string, row: Record<string, Value>): CompiledQuery =>
  raw`insert into ${raw.table(table)} (${raw.join(Object.keys(row).map((name) => raw.ref(name)))}) values (${raw.join(Object.values(row))})`.compile(
    sql,
  )

/** A database as it was before the migration of that number, with what it held then. */
export async function databaseBefore(number: string, rows: readonly CompiledQuery[]) {
  const db = openSqlite(':memory:')
  await migrate(
    db,
    readMigrations().filter(({ name }) => name < number),
  )
  await db.commit(rows)
  return { db, upgrade: () => migrate(db, readMigrations()) }
}

export const checkpointRow = {
  id: 'JZ-G01',
  name: '焦作西站',
  road: 'S49',
  county: '410822',
  lanes: 4,
  active: 1,
  fictional: 1,
}
export const inspectorRow = {
  id: 'S1',
  login: 's1',
  name: '示例',
  role: 'inspector',
  checkpoint_id: 'JZ-G01',
  password_hash: '-',
  created_at: 0,
}
export const terminalRow = {
  id: 'T1',
  staff_id: 'S1',
  checkpoint_id: 'JZ-G01',
  lane: 1,
  device: 'd',
  public_jwk: '{}',
  thumbprint: 't',
  bound_at: 0,
}
export const tripRow = {
  id: 'trip',
  number: '1',
  version: 1,
  plate: '沪DX0001',
  scope: 'cross-province',
  from_region: '310115',
  via: '[]',
  to_region: '410811',
  eta: 0,
  cargo: '99',
  plan: 'leave-at-once',
  through_train: 0,
  registered_at: 0,
  form_hash: 'h',
  ends_at: 0,
}
