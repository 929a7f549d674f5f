import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { minute } from '../../shared/instant.ts'
import { headlines } from '../../shared/wording/headlines.ts'
import { vibrations } from '../../checkpoint-app/device/sound.ts'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { registerByApi } from './kit/driver-by-api.ts'
import * as booth from './kit/inspector.ts'
import { snap, snapFailure } from './kit/looks.ts'
import { officeByApi } from './kit/office-by-api.ts'
import type { Office } from './kit/office-by-api.ts'
import { li } from './kit/people.ts'
import { serverInTime } from './kit/time.ts'

/** What the phone was made to feel since it was last asked. */
const felt = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const all = (globalThis as { felt?: number[][] }).felt ?? []
    return all.splice(0).map((pattern) => pattern.join())
  })
const bell = vibrations.due.join()

/** A page that is behind another, or a phone in a pocket. */
const seen = (page: Page, state: 'hidden' | 'visible') =>
  page.evaluate((now) => {
    Object.defineProperty(document, 'visibilityState', { value: now, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  }, state)

/** Several trucks wait for their kits at once; the clock of phone and server is put forward. */
describe.skipIf(noChromium)('the antigen path', () => {
  let its: Awaited<ReturnType<typeof serverInTime>>
  let office: Office
  let phone: Phone
  let passed = 0
  const { press, typePlate, documents, answerUntilVerdict } = booth
  const banner = () => phone.page.locator('.truck-alarm')
  const bay = () => phone.page.locator('.parked li').allInnerTexts()

  async function forward(ms: number) {
    passed += ms
    await its.ahead(passed)
    await phone.page.clock.fastForward(ms)
  }
  /** No test on him, so he is sampled and given a kit, and waits beside. */
  async function tested(plate: string) {
    const { page } = phone
    await typePlate(page, plate)
    const said = await answerUntilVerdict(page, documents({ 核酸证明: '未检测／无法出示' }))
    expect(said.headline).toBe(headlines.V11.zh)
    await press(page, '录抗原')
    await press(page, '开始15分钟计时')
    await page.getByText(/还有 1[45]:\d\d 可读结果/).waitFor()
    await press(page, '关闭')
    await booth.nextTruck(page)
  }

  beforeAll(async () => {
    its = await serverInTime()
    office = await officeByApi(its.server)
    for (const plate of ['沪DX0031', '沪DX0032', '沪DX0033'])
      await registerByApi(its.server, { plate, from: '310115', to: '410811', person: li })
    phone = await startPhone()
    await phone.page.addInitScript(() => {
      const all: number[][] = []
      Object.assign(globalThis, { felt: all })
      navigator.vibrate = (pattern) => all.push([pattern].flat() as number[]) > 0
    })
    await phone.page.clock.install({ time: Date.now() })
    await booth.enrolByLink(phone.page, await office.enrolmentLink('inspector'))
  })
  afterEach((context) => snapFailure(context, [phone]))
  afterAll(async () => {
    await phone?.forget()
    await its?.server.remove()
  })

  test('two trucks wait beside, each with its own time; who is due first stands first', async () => {
    const { page } = phone
    await tested('沪DX0031')
    await forward(2 * minute)
    await tested('沪DX0032')
    await page.getByText('待检区 2辆').waitFor()
    const rows = await bay()
    expect(rows[0]).toMatch(/沪D·X0031\s+抗原 1[23]:\d\d/)
    expect(rows[1]).toMatch(/沪D·X0032\s+抗原 1[45]:\d\d/)
    expect(await banner().count()).toBe(0)
    await snap(page, 'bay-two-waiting')
  })

  test('while scanning: the first is due, the phone rings with its plate, and rings again until somebody goes there', async () => {
    const { page } = phone
    await felt(page)
    await forward(13 * minute + 5_000)
    await banner().getByText('沪D·X0031 抗原可以读了').waitFor()
    expect((await bay())[0]).toContain('抗原可读')
    expect(await felt(page)).toContain(bell)
    await snap(page, 'bay-alarm')
    await page.clock.fastForward(21_000)
    await expect.poll(() => felt(page), { timeout: 5_000 }).toContain(bell)
  })

  test('the page is loaded anew: the alarm is on the disk and rings again', async () => {
    const { page } = phone
    await page.reload()
    await booth.readyToScan(page)
    await banner().getByText('沪D·X0031').waitFor()
    expect(await felt(page)).toContain(bell)
  })

  test('in the middle of another truck: one tap leads to the one that waits, and the other stands beside', async () => {
    const { page } = phone
    await typePlate(page, '沪DX0033')
    await page.getByRole('heading', { name: /核验一证两码|测温/ }).waitFor()
    await banner().click()
    const sheet = page.getByRole('dialog', { name: '录抗原' })
    await sheet.getByText('可以读结果了').waitFor()
    await snap(page, 'antigen-ready')
    expect(await banner().count()).toBe(0)
    await press(page, '✔ 阴性')
    await page.getByRole('heading', { name: headlines.V12.zh }).waitFor()
    await expect.poll((await booth.verdict(page)).state, { timeout: 15_000 }).toMatch(/已上传/)
    await booth.nextTruck(page)
    expect((await bay()).map((text) => text.slice(0, 8)).toSorted()).toEqual(['沪D·X0032', '沪D·X0033'])
  })

  test('the page was hidden when the second was due: it rings as soon as it is seen', async () => {
    const { page } = phone
    await felt(page)
    await seen(page, 'hidden')
    await forward(2 * minute)
    await seen(page, 'visible')
    await banner().getByText('沪D·X0032').waitFor()
    await expect.poll(() => felt(page), { timeout: 5_000 }).toContain(bell)
  })

  test('invalid: a new kit starts its own quarter of an hour; positive then holds him for care', async () => {
    const { page } = phone
    await banner().click()
    await press(page, /无效，换新试剂/)
    await press(page, '录抗原')
    await page.getByText(/还有 1[45]:\d\d 可读结果/).waitFor()
    await press(page, '关闭')
    await booth.nextTruck(page)
    await forward(15 * minute)
    await banner().click()
    await press(page, /阳性$/)
    await press(page, /确认阳性？$/)
    const said = await booth.verdict(page)
    expect(said.headline.replaceAll(/\s/g, '')).toBe(headlines.V1.zh)
    expect(await page.getByRole('link', { name: '呼叫医务 120' }).getAttribute('href')).toBe('tel:120')
    await expect.poll(said.state, { timeout: 15_000 }).toMatch(/已上传/)
    await snap(page, 'verdict-v1')
    const records = (await office.inspections()).filter(({ plate }) => plate === '沪DX0032')
    expect(records.map(({ row }) => row).toReversed()).toEqual(['V11', 'V11', 'V1'])
    await booth.nextTruck(page)
  })

  test('a first high reading: five minutes are counted, another thermometer may be used before, and it rings when they are over', async () => {
    const { page } = phone
    await page.locator('.parked li').filter({ hasText: '沪D·X0033' }).getByRole('button').first().click()
    await press(page, /^给李\* 0031 ?(测温|复测)/)
    await booth.typeTemperature(page, '37.5')
    await press(page, /^给李\* 0031 ?(测温|复测)/)
    await page.getByText(/[45]:\d\d 后复测；换一支体温计可以现在测/).waitFor()
    expect(await page.getByRole('button', { name: '36.5', exact: true }).isEnabled()).toBe(true)
    await press(page, '先放一边，5分钟后提醒')
    expect((await bay()).join()).toMatch(/复测 [45]:\d\d/)
    await forward(5 * minute)
    await banner()
      .getByText(/沪D·X0033 李\* 0031 该复测体温了/)
      .waitFor()
    await banner().click()
    await press(page, /^给李\* 0031 ?(测温|复测)/)
    await page.getByText('时间已到，请复测').waitFor()
    await press(page, '36.5')
    await page.getByRole('heading', { name: /核验一证两码/ }).waitFor()
    expect(await banner().count()).toBe(0)
  })
})
