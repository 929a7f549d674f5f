import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { openMigrated } from '../../server/store/open-sqlite.ts'
import { openSqlite } from '../../server/store/sqlite.ts'
import type { SqliteDb } from '../../server/store/sqlite.ts'

let bytes: Promise<Buffer> | undefined

/** A database in memory with every migration applied: migrated once, copied for each test. */
export async function emptyDatabase(): Promise<SqliteDb> {
  bytes ??= migratedOnce()
  return openSqlite(Buffer.from(await bytes))
}

async function migratedOnce(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'changxing-empty-'))
  try {
    const file = join(folder, 'empty.db')
    const db = await openMigrated(file)
    db.close()
    // A copy in memory has no room for a write-ahead log beside it.
    const plain = new SqliteFile(file)
    plain.pragma('journal_mode = DELETE')
    plain.close()
    return readFileSync(file)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
