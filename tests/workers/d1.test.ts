import { Miniflare } from 'miniflare'
import { afterAll } from 'vitest'
import { openD1 } from '../../server/store/d1.ts'
import { migrate } from '../../server/store/migrate.ts'
import { readMigrations } from '../../server/store/open-sqlite.ts'
import { storeContract } from '../server/store/contract.ts'

/** One process of workerd with many empty databases; each story takes the next. */
const databases = Array.from({ length: 40 }, (_, n) => `DB${n}`)
const workerd = new Miniflare({
  modules: true,
  script: 'export default { fetch() { return new Response("") } }',
  d1Databases: databases,
  cf: false,
})
afterAll(() => workerd.dispose())

storeContract('D1', async () => {
  const name = databases.shift()
  if (name === undefined) throw new Error('more stories than databases')
  const db = openD1(await workerd.getD1Database(name))
  await migrate(db, readMigrations())
  return { db, close: () => undefined }
})
