import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sql as raw } from 'kysely'
import { sql } from '../../../server/store/db.ts'
import { migrate, splitStatements } from '../../../server/store/migrate.ts'
import { readMigrations } from '../../../server/store/open-sqlite.ts'
import { openSqlite } from '../../../server/store/sqlite.ts'

const first = { name: '0001-a.sql', text: 'CREATE TABLE a (x INTEGER) STRICT;\nINSERT INTO a VALUES (1);' }
const second = { name: '0002-b.sql', text: 'ALTER TABLE a ADD COLUMN y TEXT;' }
const rows = (db: ReturnType<typeof openSqlite>) => db.all(raw<object>`select * from a`.compile(sql))

describe('migrate', () => {
  it('applies files by name, each once', async () => {
    const db = openSqlite(':memory:')
    expect(await migrate(db, [second, first])).toEqual(['0001-a.sql', '0002-b.sql'])
    expect(await migrate(db, [first, second])).toEqual([])
    expect(await rows(db)).toEqual([{ x: 1, y: null }])
    db.close()
  })

  it('applies only what is new', async () => {
    const db = openSqlite(':memory:')
    await migrate(db, [first])
    expect(await migrate(db, [first, second])).toEqual(['0002-b.sql'])
    db.close()
  })

  it('keeps nothing of a file that fails half way', async () => {
    const db = openSqlite(':memory:')
    const broken = { name: '0002-b.sql', text: 'ALTER TABLE a ADD COLUMN y TEXT; INSERT INTO nowhere VALUES (1);' }
    await migrate(db, [first])
    await expect(migrate(db, [first, broken])).rejects.toThrow('nowhere')
    expect(await rows(db)).toEqual([{ x: 1 }])
    expect(await migrate(db, [first, second])).toEqual(['0002-b.sql'])
    db.close()
  })

  it('refuses a file that was edited after it was applied, and says what to do', async () => {
    const db = openSqlite(':memory:')
    await migrate(db, [first])
    const edited = { ...first, text: `${first.text} -- a word` }
    await expect(migrate(db, [edited])).rejects.toThrow(/0001-a\.sql was changed.*new migration file/)
    await expect(migrate(db, [{ ...first, text: first.text.replaceAll('\n', '\r\n') }])).resolves.toEqual([])
    db.close()
  })

  it('refuses a database that a newer program migrated', async () => {
    const db = openSqlite(':memory:')
    await migrate(db, [first, second])
    await expect(migrate(db, [first])).rejects.toThrow('newer than this program')
    db.close()
  })
})

it('a Worker carries every migration of the folder, each under its own name', () => {
  const list = readFileSync(new URL('../../../server/store/bundled-migrations.ts', import.meta.url), 'utf8')
  const imported = new Map(
    [...list.matchAll(/import (\w+) from '.*\/(.+\.sql)'/g)].map(([, name, file]) => [name, file]),
  )
  const named = [...list.matchAll(/name: '(.+?\.sql)', text: (\w+)/g)].map(([, file, name]) => [
    file,
    imported.get(name),
  ])
  expect(named).toEqual(readMigrations().map(({ name }) => [name, name]))
})

describe('splitStatements', () => {
  it.each([
    ["INSERT INTO a VALUES ('x;y', 'it''s'); SELECT 1", ["INSERT INTO a VALUES ('x;y', 'it''s')", 'SELECT 1']],
    ['-- one; two\nSELECT 1; /* three; */ SELECT 2;', ['SELECT 1', 'SELECT 2']],
    ['SELECT "a;b";;\n', ['SELECT "a;b"']],
    ['SELECT CASE x WHEN 1 THEN 2 END; SELECT 3', ['SELECT CASE x WHEN 1 THEN 2 END', 'SELECT 3']],
    [
      'CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE a SET x = 1; DELETE FROM b; END; SELECT 1',
      ['CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE a SET x = 1; DELETE FROM b; END', 'SELECT 1'],
    ],
    ['  -- nothing\n', []],
  ])('%j', (script, statements) => expect(splitStatements(script)).toEqual(statements))

  it('cuts our own migrations so that each piece is one statement', () => {
    for (const { text } of readMigrations()) {
      const db = openSqlite(':memory:')
      for (const statement of splitStatements(text))
        expect(statement).toMatch(/^(CREATE|INSERT|ALTER|UPDATE|DROP|PRAGMA)/)
      db.close()
    }
  })
})
