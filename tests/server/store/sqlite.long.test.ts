import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { sql as raw } from 'kysely'
import { sql } from '../../../server/store/db.ts'
import { openMigrated } from '../../../server/store/open-sqlite.ts'
import { openSqlite } from '../../../server/store/sqlite.ts'
import { storeContract } from './contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'changxing-store-'))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0
const fresh = () => join(folder, `${(files += 1)}.db`)

storeContract('SQLite in memory', async () => {
  const db = await openMigrated(':memory:')
  return { db, close: () => db.close() }
})
storeContract('SQLite in a file', async () => {
  const db = await openMigrated(fresh())
  return { db, close: () => db.close() }
})

const checkpoint = (id: string) =>
  sql
    .insertInto('checkpoint')
    .values({ id, name: id, road: 'S49', county: '410822', lanes: 4, active: 1, fictional: 1 })
    .compile()
const count = raw<{ n: number }>`select count(*) as n from checkpoint`.compile(sql)

describe('a SQLite file', () => {
  it('keeps what was committed when it is opened again', async () => {
    const file = fresh()
    const first = await openMigrated(file)
    await first.commit([checkpoint('A')])
    first.close()
    const second = await openMigrated(file)
    expect(await second.all(count)).toEqual([{ n: 1 }])
    second.close()
  })

  it('keeps what it answered for when the process is killed at once', async () => {
    const file = fresh()
    const script = `
      import { openMigrated } from '${new URL('../../../server/store/open-sqlite.ts', import.meta.url).href}'
      const db = await openMigrated(process.argv[1])
      const row = (id) => ({ sql: "insert into checkpoint values (?, 'x', 'r', '410822', 1, 1, 1)", parameters: [id], query: undefined })
      await Promise.all(Array.from({ length: 200 }, (_, n) => db.commit([row('K' + n)])))
      process.kill(process.pid, 'SIGKILL')`
    const killed = spawnSync(process.execPath, ['--input-type=module', '-e', script, file], { encoding: 'utf8' })
    expect(killed.signal, killed.stderr).toBe('SIGKILL')
    const after = await openMigrated(file)
    expect(await after.all(count)).toEqual([{ n: 200 }])
    after.close()
  })

  it('waits for the disk at each commit, and journals ahead', async () => {
    const db = await openMigrated(fresh())
    const setting = async (name: string) =>
      Object.values((await db.all(raw.raw<object>(`select * from pragma_${name}`).compile(sql)))[0]!)[0]
    expect(await setting('journal_mode')).toBe('wal')
    expect(await setting('synchronous')).toBe(2)
    expect(await setting('foreign_keys')).toBe(1)
    db.close()
  })

  it('answers "try again" while another process writes, and loses nothing', async () => {
    const file = fresh()
    const migrated = await openMigrated(file)
    migrated.close()
    const [db, other] = [openSqlite(file, 100), openSqlite(file)]
    await expect(other.apply('hold', 'x', ['create table held (x)'])).resolves.toBeUndefined()
    const held = new (await import('better-sqlite3')).default(file)
    held.exec('BEGIN IMMEDIATE')
    await expect(db.commit([checkpoint('A')])).rejects.toMatchObject({ kind: 'unavailable', code: 'DB-01' })
    held.exec('ROLLBACK')
    await db.commit([checkpoint('A')])
    expect(await db.all(count)).toEqual([{ n: 1 }])
    for (const open of [db, other, held]) open.close()
  })

  it('tells every caller when the disk is full, keeps none of theirs and goes on after', async () => {
    const file = fresh()
    const db = await openMigrated(file)
    const pages = raw<{ page_count: number }>`pragma page_count`.compile(sql)
    const [{ page_count } = { page_count: 0 }] = await db.all(pages)
    await db.all(pragma(`max_page_count = ${page_count + 2}`))
    const long = (id: string) => ({ ...checkpoint(id), parameters: [id, 'x'.repeat(9000), 'S49', '410822', 4, 1, 1] })
    const results = await Promise.allSettled(['A', 'B', 'C'].map((id) => db.commit([long(id)])))
    for (const result of results) {
      expect(result).toMatchObject({ status: 'rejected', reason: { kind: 'unavailable', code: 'DB-01' } })
    }
    await db.all(pragma('max_page_count = 100000'))
    await db.commit([checkpoint('A')])
    expect(await db.all(count)).toEqual([{ n: 1 }])
    db.close()
  })

  it('refuses to write through all()', async () => {
    const db = await openMigrated(':memory:')
    await expect(db.all(checkpoint('A'))).rejects.toMatchObject({ code: 'DB-04' })
    db.close()
  })

  it('commits a thousand callers of one turn in one go', async () => {
    const db = await openMigrated(fresh())
    const from = performance.now()
    await Promise.all(Array.from({ length: 1000 }, (_, n) => db.commit([checkpoint(`M${n}`)])))
    // One fsync each would take seconds on this kind of disk.
    expect(performance.now() - from).toBeLessThan(1000)
    expect(await db.all(count)).toEqual([{ n: 1000 }])
    db.close()
  })
})

const pragma = (text: string) => raw.raw<object>(`pragma ${text}`).compile(sql)
