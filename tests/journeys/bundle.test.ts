import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { setStatus } from '../../server/store/passes.ts'
import { sql } from '../../server/store/db.ts'
import { openSqlite } from '../../server/store/sqlite.ts'
import { day, instant } from '../../shared/instant.ts'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { qrPicture } from './kit/camera.ts'
import { issuerOf, sealedCode } from './kit/codes.ts'
import { passByApi, registerByApi } from './kit/driver-by-api.ts'
import { inOrder, startHealthAuthority } from './kit/health-authority.ts'
import { enrolByLink, nextTruck, press, readyToScan, temperature, verdict } from './kit/inspector.ts'
import { snap, snapFailure } from './kit/looks.ts'
import { officeByApi } from './kit/office-by-api.ts'
import { li } from './kit/people.ts'
import { startServer } from './kit/server.ts'
import type { Server } from './kit/server.ts'

/** What the phone knows without a network gets no older, whatever is done to it or to its clock. */
describe.skipIf(noChromium)('the offline bundle', () => {
  let authority: Awaited<ReturnType<typeof startHealthAuthority>>
  let server: Server
  let phone: Phone
  const codes = { pass: '', yesterday: '', fresh: '' }

  beforeAll(async () => {
    authority = await startHealthAuthority({ [li.number]: inOrder() })
    server = await startServer(authority.env)
    const office = await officeByApi(server)
    const issuer = await issuerOf(server)
    codes.yesterday = await sealedCode(issuer, 24)
    codes.fresh = await sealedCode(issuer, 0)
    const truck = await registerByApi(server, { plate: '沪DX0001', from: '310115', to: '410811', person: li })
    codes.pass = (await passByApi(server, truck)).qr
    phone = await startPhone()
    await enrolByLink(phone.page, await office.enrolmentLink('inspector'))
  })
  afterEach((context) => snapFailure(context, [phone]))
  afterAll(async () => {
    await phone?.forget()
    await server?.remove()
    await authority?.stop()
  })

  const photograph = async (text: string) => {
    const picture = { name: 'code.png', mimeType: 'image/png', buffer: await qrPicture(text) }
    await phone.page.locator('input[type=file]').setInputFiles(picture)
  }
  const notice = (name: string) => phone.page.getByRole('alert').getByRole('heading', { name }).waitFor()
  const sheet = () => phone.page.getByRole('dialog')
  const explained = () => phone.page.locator('.top-state').click()
  /** Asked for by hand; a second later the answer is here. */
  const renewed = async () => {
    await explained()
    const answer = phone.page.waitForResponse((response) => response.url().endsWith('/api/bundle'))
    await press(phone.page, '更新离线数据')
    await answer
  }

  test('it says how old each part is', async () => {
    const { page } = phone
    await page.getByText('离线包 刚更新').waitFor()
    await explained()
    const parts = sheet().getByRole('term')
    expect(await parts.allInnerTexts()).toEqual(
      expect.arrayContaining(['通行证状态', '红码、阳性名单', '核验规则', '中高风险地区', '当日名单密钥']),
    )
    expect(await sheet().getByText('没有，联网后补上').count()).toBe(0)
    await snap(page, 'inspector-bundle')
    await press(page, '关闭')
  })

  test('a pass revoked at the office while the phone is offline is revoked after the next bundle', async () => {
    const { page } = phone
    await server.stop()
    await revokeAll(server)
    await photograph(codes.pass)
    await page.getByRole('button', { name: /与车牌一致/ }).waitFor()
    await server.start()
    await page.reload()
    await readyToScan(page)
    await page.getByText('离线包 刚更新').waitFor()
    await photograph(codes.pass)
    await notice('此码已被撤销')
    await snap(page, 'inspector-revoked')
    await press(page, '重新扫码')
  })

  test('an older bundle in the answer of the network is refused, and said; the one in hand goes on', async () => {
    const { page } = phone
    let first: string | undefined
    await page.route('**/api/bundle', async (route) => {
      if (first !== undefined) return route.fulfill({ body: first, contentType: 'application/json' })
      const response = await route.fetch()
      first = await response.text()
      return route.fulfill({ response })
    })
    await renewed()
    await press(page, '关闭')
    await page.unroute('**/api/bundle')
    await renewed()
    await press(page, '关闭')
    await page.route('**/api/bundle', (route) => route.fulfill({ body: first ?? '', contentType: 'application/json' }))
    await renewed()
    await sheet().getByText('拒绝了一份旧的离线包').waitFor()
    await snap(page, 'inspector-rolled-back')
    await press(page, '关闭')
    await page.unroute('**/api/bundle')
    await photograph(codes.pass)
    await notice('此码已被撤销')
    await press(page, '重新扫码')
  })

  test('an older genuine one written into the memory of the phone is refused at the next start', async () => {
    const { page } = phone
    const old = await slot(page, 'manifest')
    await renewed()
    await press(page, '关闭')
    await server.stop()
    await putSlot(page, 'manifest', old)
    await page.reload()
    await page.getByText('无离线数据').waitFor()
    await explained()
    await sheet().getByText('拒绝了一份旧的离线包').waitFor()
    await sheet().getByText('只能人工核验').waitFor()
    await press(page, '关闭')
    await photograph(codes.pass)
    await notice('本机没有可用的验签数据')
    await server.start()
    await page.reload()
    await readyToScan(page)
  })

  test('offline the list seems to name the driver: nothing is decided before the head has looked at the card', async () => {
    const { page } = phone
    await listDriver(server)
    await renewed()
    await press(page, '关闭')
    await server.stop()
    await photograph(codes.fresh)
    await press(page, /与车牌一致/)
    await page.getByRole('heading', { name: /名单疑似命中/ }).waitFor()
    await snap(page, 'inspector-list-hit')
    await press(page, '点长核实：不是本人')
    await page.getByRole('heading', { name: /名单疑似命中/ }).waitFor({ state: 'hidden' })
    await temperature(page)
    expect((await verdict(page)).headline).toBe('快速放行')
    await nextTruck(page)
    await server.start()
    await page.reload()
    await readyToScan(page)
  })

  test('the clock of the phone is set back a day: a code of yesterday stays expired, and the screen says why', async () => {
    const { page } = phone
    await photograph(codes.yesterday)
    await notice('此码已过期')
    await press(page, '重新扫码')
    await server.stop()
    await page.addInitScript(setBack(day))
    await page.reload()
    await page.getByText('本机时间差24小时').waitFor()
    await photograph(codes.yesterday)
    await notice('此码已过期')
    await explained()
    await sheet().getByText('手机时间被调早了').waitFor()
    await snap(page, 'inspector-clock-back')
    await press(page, '关闭')
    await server.start()
    await page.reload()
    await readyToScan(page)
    await photograph(codes.yesterday)
    await notice('此码已过期')
  })
})

/** What the office does, done by the writes behind its page. */
async function revokeAll(server: Server) {
  const db = openSqlite(`${server.data}/changxing.db`)
  const passes = await db.all(sql.selectFrom('pass').select('number').compile())
  const cause = {
    status: 'revoked',
    reason: 'false-commitment',
    note: null,
    by: null,
    at: instant(Date.now()),
  } as const
  await db.commit(passes.flatMap(({ number }) => setStatus({ number, ...cause })))
  db.close()
}

/** A laboratory's result may name somebody whose surname and last four are those of the driver. */
async function listDriver(server: Server) {
  const db = openSqlite(`${server.data}/changxing.db`)
  const row = { person_tag: 'another', kind: 'positive', surname: '李', id_tail: '0031', source: '示例' } as const
  await db.commit([
    sql
      .insertInto('listed_person')
      .values({ ...row, since: Date.now() })
      .compile(),
  ])
  db.close()
}

const setBack = (by: number) => `{
  const Real = Date
  globalThis.Date = class extends Real {
    constructor(...given) { given.length === 0 ? super(Real.now() - ${by}) : super(...given) }
    static now() { return Real.now() - ${by} }
  }
}`

const slot = (page: Page, name: string) =>
  page.evaluate<unknown, string>(
    (key) =>
      new Promise((done, failed) => {
        const opening = indexedDB.open('changxing-checkpoint')
        opening.addEventListener('success', () => {
          const reading = opening.result.transaction('slots').objectStore('slots').get(key)
          reading.addEventListener('success', () => done(reading.result))
        })
        opening.addEventListener('error', () => failed(opening.error))
      }),
    name,
  )

const putSlot = (page: Page, name: string, value: unknown) =>
  page.evaluate<unknown, [string, unknown]>(
    ([key, kept]) =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open('changxing-checkpoint')
        opening.addEventListener('success', () => {
          const writing = opening.result.transaction('slots', 'readwrite')
          writing.objectStore('slots').put(kept, key)
          writing.addEventListener('complete', () => done())
        })
        opening.addEventListener('error', () => failed(opening.error))
      }),
    [name, value],
  )
