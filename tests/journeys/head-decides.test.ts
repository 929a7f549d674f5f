import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { minute } from '../../shared/instant.ts'
import { headlines } from '../../shared/wording/headlines.ts'
import { audit } from './kit/audit.ts'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { registerByApi } from './kit/driver-by-api.ts'
import * as booth from './kit/inspector.ts'
import { snapFailure } from './kit/looks.ts'
import { officeByApi } from './kit/office-by-api.ts'
import type { Office } from './kit/office-by-api.ts'
import { li } from './kit/people.ts'
import { serverInTime } from './kit/time.ts'

/** Who refuses is nobody's to send away: the head comes, and the goods go on. */
describe.skipIf(noChromium)('a driver who refuses', () => {
  let its: Awaited<ReturnType<typeof serverInTime>>
  let office: Office
  let phone: Phone
  const { press } = booth
  const refuses = async (plate: string) => {
    const { page } = phone
    await booth.typePlate(page, plate)
    await press(page, '拒绝配合')
    await press(page, '请点长处置')
    expect((await booth.verdict(page)).headline).toBe(headlines.V15.zh)
  }
  const recordsOf = async (truck: string) => (await office.inspections()).filter(({ plate }) => plate === truck)

  beforeAll(async () => {
    its = await serverInTime()
    office = await officeByApi(its.server)
    for (const plate of ['沪DX0041', '沪DX0042'])
      await registerByApi(its.server, { plate, from: '310115', to: '410811', person: li })
    phone = await startPhone()
    await phone.page.clock.install({ time: Date.now() })
    await booth.enrolByLink(phone.page, await office.enrolmentLink('inspector'))
  })
  afterEach((context) => snapFailure(context, [phone]))
  afterAll(async () => {
    await phone?.forget()
    await its?.server.remove()
  })

  test('the head is called, by the number that this phone remembers; 12328 is one tap away', async () => {
    const { page } = phone
    await refuses('沪DX0041')
    const faults = await audit(page, 'head-decides')
    await page.getByRole('button', { name: /^呼叫点长/ }).click()
    await page.getByLabel('点长电话').fill('130 0000 0009')
    expect(await page.getByRole('link', { name: /^拨打 130/ }).getAttribute('href')).toBe('tel:13000000009')
    expect(await page.getByRole('dialog').getByRole('link', { name: '拨打 12328' }).getAttribute('href')).toBe(
      'tel:12328',
    )
    faults.push(...(await audit(page, 'head-called')))
    await press(page, '关闭')
    expect(faults).toEqual([])
  })

  test('he agrees: the check goes on where it stood, and its record corrects the refusal', async () => {
    const { page } = phone
    await expect.poll(async () => (await recordsOf('沪DX0041')).length, { timeout: 15_000 }).toBe(1)
    await press(page, '司乘同意配合')
    const said = await booth.answerUntilVerdict(page, booth.documents())
    expect(said.headline).toBe(headlines.V10.zh)
    await expect
      .poll(async () => (await recordsOf('沪DX0041')).map(({ row }) => row), { timeout: 15_000 })
      .toEqual(['V10', 'V15'])
    const [now, before] = await recordsOf('沪DX0041')
    expect(now?.corrects).toBe(before?.id)
    await booth.nextTruck(page)
  })

  test('the other one waits beside for a quarter of an hour: then the head is reminded of, and nobody is sent away', async () => {
    const { page } = phone
    await refuses('沪DX0042')
    await booth.nextTruck(page)
    await its.ahead(15 * minute)
    await page.clock.fastForward(15 * minute)
    const alarm = page.locator('.truck-alarm')
    await alarm.getByText('沪D·X0042 还在等点长处置').waitFor()
    await alarm.click()
    await page.getByText('已超时，请再催').waitFor()
  })

  test('the head settles it himself, from a closed list; it stands in the ledger beside the row', async () => {
    const { page } = phone
    await press(page, '点长已处置')
    expect(await audit(page, 'head-settles')).toEqual([])
    await press(page, '换驾接驳，货物继续')
    await page.getByText('点长处置：换驾接驳，货物继续').waitFor()
    await expect
      .poll(async () => (await recordsOf('沪DX0042')).map(({ row }) => row), { timeout: 15_000 })
      .toEqual(['V15', 'V15'])
    const [settled] = await recordsOf('沪DX0042')
    const whole = await office.ask<{ settled: string | null }>('GET', `/api/inspections/${settled?.id}`)
    expect(whole.settled).toBe('other-driver')
    await booth.nextTruck(page)
    expect(await page.locator('.parked').count()).toBe(0)
  })
})
