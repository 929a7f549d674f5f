import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { fillRegistration, freightCode, pressPlate } from './kit/driver.ts'
import { keptForOffline } from './kit/inspector.ts'
import { snap, snapFailure } from './kit/looks.ts'
import { li, zhang } from './kit/people.ts'
import { countTrips } from './kit/records.ts'
import { startServer } from './kit/server.ts'
import type { Server } from './kit/server.ts'

/** A driver in a valley without a signal: nothing typed is lost, nothing is registered twice. */
describe.skipIf(noChromium)("a driver's bad network", () => {
  let server: Server
  let phone: Phone
  let other: Phone | undefined

  beforeAll(async () => {
    server = await startServer()
    phone = await startPhone()
    await phone.page.goto(`${server.origin}/driver/`)
    await keptForOffline(phone.page)
  })
  afterEach((context) => snapFailure(context, [phone, other]))
  afterAll(async () => {
    await Promise.all([phone?.forget(), other?.forget()])
    await server?.remove()
  })
  const press = (name: string) => phone.page.getByRole('button', { name, exact: true }).click()

  test('registered without a network: saved, and said so; still there when the page is opened again', async () => {
    const { page } = phone
    await page.context().setOffline(true)
    await page.reload()
    await press('开始报备')
    await fillRegistration(page, { plate: '沪DX0001', from: '浦东', to: '山阳', person: li })
    await page.getByRole('heading', { name: '网络不稳，已保存，联网后自动提交' }).waitFor()
    await snap(page, 'driver-waiting')
    // A page that is just opened is online for a moment, until the browser remembers that it has no network.
    await page.route('**/api/trips', (route) => route.abort('internetdisconnected'))
    await page.reload()
    await page.getByRole('heading', { name: '网络不稳，已保存，联网后自动提交' }).waitFor()
    expect(await countTrips(server)).toBe(0)
    await page.unroute('**/api/trips')
  })

  test('the answer of the first try is lost on the way; sent again, it is the same one trip', async () => {
    const { page } = phone
    let lost = 0
    await page.route('**/api/trips', async (route) => {
      await route.fetch()
      lost += 1
      await route.abort('connectionreset')
    })
    await page.context().setOffline(false)
    await expect.poll(() => lost, { timeout: 10_000 }).toBeGreaterThan(0)
    await page.unroute('**/api/trips')
    expect(await countTrips(server)).toBe(1)
    await press('立即提交')
    await freightCode(page).waitFor()
    await page.getByRole('heading', { name: '需现场核验' }).waitFor()
    expect(await countTrips(server)).toBe(1)
    await snap(page, 'driver-grey')
  })

  test('the code opens without a network, and says when it was issued', async () => {
    await phone.close()
    await server.stop()
    phone = await startPhone({ profile: phone.profile, width: 360, height: 640 })
    const { page } = phone
    await page.goto(`${server.origin}/driver/`)
    await page.context().setOffline(true)
    await freightCode(page).waitFor()
    await page.getByText(/离线，.+签发/).waitFor()
    await snap(page, 'driver-offline-360')
    await page.context().setOffline(false)
    await server.start()
  })

  test('on another phone the trip is found by its number and the tail of a phone number', async () => {
    const number = await phone.page
      .getByText(/^\d{4} \d{4} \d{4}$/)
      .first()
      .innerText()
    other = await startPhone()
    const { page } = other
    await page.goto(`${server.origin}/driver/`)
    await page.getByRole('button', { name: '找回行程' }).click()
    await snap(page, 'driver-find')
    await page.getByLabel('报备编号').last().fill(number)
    await page.getByLabel('手机号后四位').fill('9999')
    await page.getByRole('button', { name: '查找' }).click()
    await page.getByRole('alert').waitFor()
    await page.getByLabel('手机号后四位').fill(li.phone.slice(-4))
    await page.getByRole('button', { name: '查找' }).click()
    await freightCode(page).waitFor()
  })

  test('or by the plate, the phone and the tail of the document; with the wrong one nothing is told', async () => {
    const { page } = other!
    await page.getByRole('link', { name: '行程' }).click()
    await page.getByRole('button', { name: '从这部手机移除' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '从这部手机移除' }).click()
    await page.getByRole('button', { name: '找回行程' }).click()
    await page.getByRole('radio', { name: '车牌号' }).check()
    await pressPlate(page, '沪DX0001')
    await page.getByLabel('手机号').fill(li.phone)
    await page.getByLabel('证件号后四位').fill(zhang.number.slice(-4))
    await page.getByRole('button', { name: '查找' }).click()
    await page.getByRole('alert').waitFor()
    await page.getByLabel('证件号后四位').fill(li.number.slice(-4))
    await page.getByRole('button', { name: '查找' }).click()
    await freightCode(page).waitFor()
  })
})
