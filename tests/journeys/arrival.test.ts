import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { sql as raw } from 'kysely'
import { sql } from '../../server/store/db.ts'
import { openSqlite } from '../../server/store/sqlite.ts'
import { hour } from '../../shared/instant.ts'
import { audit, deskSizes } from './kit/audit.ts'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { deskSize, employ, sitDown, toast, turnTo } from './kit/desk.ts'
import { registerTrip } from './kit/driver.ts'
import * as booth from './kit/inspector.ts'
import { snap, snapFailure } from './kit/looks.ts'
import { officeByApi } from './kit/office-by-api.ts'
import { li, zhang } from './kit/people.ts'
import { startServer } from './kit/server.ts'
import type { Server } from './kit/server.ts'

/** Two trucks that companies await: one driver says that he is there, of the other the office learns it by telephone. */
describe.skipIf(noChromium)('at the company 到企', () => {
  let server: Server
  let driver: Phone
  let other: Phone
  let inspector: Phone
  let desk: Phone
  const shanghai = { from: '浦东', to: '山阳', consignee: '示例食品' }

  beforeAll(async () => {
    server = await startServer()
    const office = await officeByApi(server)
    await employ(office, 'rexian', 'dispatcher', '调度示例')
    driver = await startPhone()
    other = await startPhone()
    inspector = await startPhone()
    desk = await startPhone(deskSize)
    await registerTrip(driver.page, server, { plate: '沪DX0001', person: li, ...shanghai })
    await registerTrip(other.page, server, { plate: '沪DX0002', person: zhang, ...shanghai })
    await booth.enrolByLink(inspector.page, await office.enrolmentLink('inspector'))
  })
  afterEach((context) => snapFailure(context, [driver, other, inspector, desk]))
  afterAll(async () => {
    await Promise.all([driver, other, inspector, desk].map((phone) => phone?.forget()))
    await server?.remove()
  })

  const button = () => driver.page.getByRole('button', { name: '已到收货企业' })

  test('both are let go; the page asks only from then on', async () => {
    expect(await button().count()).toBe(0)
    const { page } = inspector
    for (const plate of ['沪DX0001', '沪DX0002']) {
      await booth.typePlate(page, plate)
      await booth.answerUntilVerdict(page, booth.documents())
      await expect.poll((await booth.verdict(page)).state).toMatch(/已上传/)
      await booth.nextTruck(page)
    }
    await booth.press(driver.page, '刷新')
    await button().scrollIntoViewIfNeeded()
    await snap(driver.page, 'driver-awaited')
    expect(await audit(driver.page, 'driver-awaited')).toEqual([])
  })

  test('he presses it without a network: kept, said so, and sent by itself', async () => {
    const { page } = driver
    await page.context().setOffline(true)
    await button().click()
    await page.getByText(/已到企，未报送/).waitFor()
    await page.reload()
    await page.getByText(/已到企，未报送/).waitFor()
    await page.getByText(/已到企，未报送/).scrollIntoViewIfNeeded()
    await snap(page, 'driver-arrival-waits')
    expect(await audit(page, 'driver-arrival-waits')).toEqual([])
    await page.context().setOffline(false)
    await page.getByText(/已报到企 \d\d-\d\d \d\d:\d\d/).waitFor()
    expect(await button().count()).toBe(0)
    await page.getByText(/已报到企/).scrollIntoViewIfNeeded()
    await snap(page, 'driver-arrived')
    expect(await audit(page, 'driver-arrived')).toEqual([])
  })

  test('three hours late the other is asked after; the dispatcher calls, and records it beside the message', async () => {
    const db = openSqlite(`${server.data}/changxing.db`)
    const late = raw`update let_go set expected_at = ${Date.now() - 3 * hour}, next_at = 0`.compile(sql)
    await db.commit([late])
    db.close()
    const { page } = desk
    await sitDown(page, server, 'rexian')
    await turnTo(page, '通知')
    const message = page.getByRole('listitem').filter({ hasText: '沪D·X0002' }).filter({ hasText: '示例食品' })
    await message.waitFor({ timeout: 30_000 })
    expect(await page.getByText('沪D·X0001').count()).toBe(0)
    expect(await audit(page, 'office-not-arrived', deskSizes)).toEqual([])
    await message.getByRole('button', { name: '记录到企' }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByLabel('到企时间').fill('2099-01-01T00:00')
    await sheet.getByRole('button', { name: '记录', exact: true }).click()
    await sheet.getByText('到企时间应在报备之后').waitFor()
    expect(await audit(page, 'office-record-arrival', deskSizes)).toEqual([])
    const pressed = new Date(Date.now() + 8 * hour).toISOString().slice(0, 16)
    await sheet.getByLabel('到企时间').fill(pressed)
    await sheet.getByRole('button', { name: '记录', exact: true }).click()
    await toast(page, '已记录到企')
    await message.getByText(/^已到企 /).waitFor()
    expect(await message.getByRole('button', { name: '记录到企' }).count()).toBe(0)
    await booth.press(other.page, '刷新')
    await other.page.getByText(/已报到企/).waitFor()
  })

  test('nothing complained on any page', () => {
    expect([driver, other, desk].flatMap(({ complaints }) => complaints)).toEqual([])
  })
})
