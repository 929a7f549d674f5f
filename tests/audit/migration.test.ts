import { expect, it } from 'vitest'
import { createKeyring } from '../../server/keyring.ts'
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
  const keyring = createKeyring({ db, vault: createVault(new Uint8Array(32).fill(7)), now: fakeClock().now })
  const kids = await Promise.all(
    (['freight', 'pass', 'bundle'] as const).map(async (use) => (await keyring.signer(use)).kid),
  )
  await migrate(db, readMigrations())
  const log = logOn(db)
  await fill(log, 2)
  await log.audit.signHead()
  const published = (await log.keyring.publicKeys()).keys.map(({ kid }) => kid)
  expect(published).toEqual(expect.arrayContaining(kids))
  expect([published.length, await check(log)]).toMatchObject([4, { entries: 2, signedTo: 2, flaw: undefined }])
})
