import { readdirSync, readFileSync } from 'node:fs'
import { migrate } from './migrate.ts'
import type { MigrationFile } from './migrate.ts'
import { openSqlite } from './sqlite.ts'
import type { SqliteDb } from './sqlite.ts'

const folder = new URL('../../schema/migrations/', import.meta.url)

export const readMigrations = (): MigrationFile[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }))

/** A database ready for use: `':memory:'` or a file, every migration applied. */
export async function openMigrated(path: string): Promise<SqliteDb> {
  const db = openSqlite(path)
  try {
    await migrate(db, readMigrations())
    return db
  } catch (cause) {
    db.close()
    throw cause
  }
}
