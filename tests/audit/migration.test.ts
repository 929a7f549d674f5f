import { expect, it } from 'vitest'
import { newSigningKey } from '../../server/keys/rows.ts'
import { sql } from '../../server/store/db.ts'
import { migrate } from '../../server/store/migrate.ts'
import { readMigrations } from '../../server/store/open-sqlite.ts'
import { openSqlite } from '../../server/store/sqlite.ts'
import { createVault } from '../../server/vault.ts'
import { fakeClock } from '../kit/clock.ts'
import { check, fill, logOn } from './kit.ts'

it('a database from before the log keeps its keys, and gets a log', async () => {
  const db = openSqlite(':memory:')
  await migrate(
    db,
    readMigrations().filter(({ name }) => name < '0003'),
  )
  const vault = createVault(new Uint8Array(32).fill(7))
  const { now } = fakeClock()
  const kids = await Promise.all(
    (['freight', 'pass', 'bundle'] as const).map(async (use) => {
      const { revoked_at, revoked_reason, home, published_at, ...asItWasThen } = await newSigningKey(
        { vault, now },
        use,
        now(),
      )
      expect([revoked_at, revoked_reason, home, published_at]).toEqual([null, null, 'database', now()])
      await db.commit([sql.insertInto('signing_key').values(asItWasThen).compile()])
      return asItWasThen.kid
    }),
  )
  await migrate(db, readMigrations())
  const log = logOn(db)
  await fill(log, 2)
  await log.audit.signHead()
  const published = (await log.keyring.publicKeys()).keys.map(({ kid }) => kid)
  expect(published).toEqual(expect.arrayContaining(kids))
  expect([published.length, await check(log)]).toMatchObject([4, { entries: 2, signedTo: 2, flaw: undefined }])
})
