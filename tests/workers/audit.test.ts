import { Miniflare } from 'miniflare'
import { afterAll, expect, it } from 'vitest'
import { openD1 } from '../../server/store/d1.ts'
import { migrate } from '../../server/store/migrate.ts'
import { readMigrations } from '../../server/store/open-sqlite.ts'
import { auditContract } from '../audit/contract.ts'
import { logOn } from '../audit/kit.ts'
import { bundleWorker } from './bundle.ts'

const databases = ['DB0', 'DB1', 'DB2', 'DB3']
const workerd = new Miniflare({
  modules: true,
  script: 'export default { fetch() { return new Response("") } }',
  d1Databases: databases,
  cf: false,
})
afterAll(() => workerd.dispose())

auditContract('D1', async () => {
  const name = databases.shift()
  if (name === undefined) throw new Error('more stories than databases')
  const db = openD1(await workerd.getD1Database(name))
  await migrate(db, readMigrations())
  return logOn(db)
})

it('the cron of the Worker signs the end of the log', async () => {
  const setUp = 'the-first-administrator-of-this-test'
  const { code } = await bundleWorker()
  const home = new Miniflare({
    modules: true,
    script: code,
    compatibilityDate: '2026-05-01',
    d1Databases: ['DB'],
    bindings: { CHANGXING_ORIGIN: 'https://cx.test', CHANGXING_SECRET: 'A'.repeat(43), CHANGXING_SETUP: setUp },
    cf: false,
  })
  try {
    const answer = await home.dispatchFetch('https://cx.test/api/setup', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: setUp, login: 'admin', name: '示例', password: 'correct horse battery' }),
    })
    expect(answer.status).toBe(201)
    await answer.text()
    await (await home.getWorker()).scheduled({ cron: '*/5 * * * *' })
    const heads = await (await home.getD1Database('DB')).prepare('select seq from audit_head').all()
    expect(heads.results).toEqual([{ seq: 1 }])
  } finally {
    await home.dispose()
  }
})
