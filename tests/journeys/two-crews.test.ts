import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { headlines } from '../../shared/wording/headlines.ts'
import { audit } from './kit/audit.ts'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { registerByApi } from './kit/driver-by-api.ts'
import * as booth from './kit/inspector.ts'
import { snap, snapFailure } from './kit/looks.ts'
import { officeByApi } from './kit/office-by-api.ts'
import type { Office } from './kit/office-by-api.ts'
import { li } from './kit/people.ts'
import { startServer } from './kit/server.ts'
import type { Server } from './kit/server.ts'
import { fillBay, goTo, waitingFor } from './kit/waiting-trucks.ts'

const held = [
  { width: 390, height: 844 },
  { width: 360, height: 640 },
]

/** What has to be pressed, and lies outside what can be seen without scrolling. */
const belowTheFold = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const asked = '.seat-press, .running, .session-ask .ask-options .button'
    return [...document.querySelectorAll<HTMLElement>(asked)]
      .filter((each) => {
        const { top, bottom } = each.getBoundingClientRect()
        return top < 0 || bottom > innerHeight
      })
      .map((each) => each.innerText)
  })

/** Two people in one truck who are not in the same case: the stricter one is the headline, each has his own answer. */
describe.skipIf(noChromium)('a truck with two on board', () => {
  let server: Server
  let office: Office
  let phone: Phone
  const { press, typePlate, documents, answerUntilVerdict } = booth
  const allFine = async (page: Page) => {
    await press(page, /四项齐全/)
    await press(page, /^记录阴性/)
  }

  beforeAll(async () => {
    server = await startServer()
    office = await officeByApi(server)
    for (const plate of ['沪DX0021', '沪DX0022'])
      await registerByApi(server, { plate, from: '310115', to: '410811', person: li })
    phone = await startPhone()
    await booth.enrolByLink(phone.page, await office.enrolmentLink('inspector'))
  })
  afterEach((context) => snapFailure(context, [phone]))
  afterAll(async () => {
    await phone?.forget()
    await server?.remove()
  })

  test('one to four on board: the verdict so far and everything missing is in sight on both sizes of phone', async () => {
    const { page } = phone
    await typePlate(page, '沪DX0021')
    await page.getByRole('heading', { name: /核验一证两码/ }).waitFor()
    for (const people of [1, 2, 3, 4]) {
      if (people > 1) await press(page, '＋同乘人员')
      await page
        .locator('.seat')
        .nth(people - 1)
        .waitFor()
      for (const size of held) {
        await page.setViewportSize(size)
        await press(page, /^核验李\*/)
        expect([people, size.height, await belowTheFold(page)]).toEqual([people, size.height, []])
        await press(page, /^给李\* 0031 ?(测温|复测)/)
        expect([people, size.height, await belowTheFold(page)]).toEqual([people, size.height, []])
        await snap(page, `session-${people}-${size.width}`)
      }
    }
    await page.setViewportSize(held[0]!)
    for (const who of ['同乘4', '同乘3']) {
      await press(page, '更多操作')
      await press(page, `移除${who}`)
    }
    expect(await page.locator('.seat').count()).toBe(2)
    expect(await audit(page, 'session-two')).toEqual([])
  })

  test('in any order: the second is measured first, his papers after', async () => {
    const { page } = phone
    await press(page, /^给同乘2 ?测温/)
    await page.getByRole('heading', { name: '测温　同乘2' }).waitFor()
    await press(page, '36.8')
    await press(page, /^核验李\*/)
    await allFine(page)
    await press(page, /^给李\* 0031 ?(测温|复测)/)
    await press(page, '36.5')
    expect(await page.locator('.running').innerText()).toMatch(/还差1项/)
  })

  test('no test for the second: both wait for his, and the driver has his own answer', async () => {
    const { page } = phone
    const said = await answerUntilVerdict(page, documents({ 核酸证明: '未检测／无法出示' }))
    expect(said.headline).toBe(headlines.V11.zh)
    const persons = await page.locator('.person-lines li').allInnerTexts()
    expect(persons[0]).toContain(headlines.V10.zh)
    expect(persons[1]).toContain(headlines.V11.zh)
    await press(page, '录抗原')
    expect(await page.getByRole('dialog').getByRole('button', { name: '✔ 阴性' }).count()).toBe(1)
    await press(page, '✔ 阴性')
    await page.getByRole('heading', { name: headlines.V12.zh }).waitFor()
    await booth.nextTruck(page)
  })

  test('while the second is asked, the strictest answer so far stands above', async () => {
    const { page } = phone
    await typePlate(page, '沪DX0022')
    await press(page, '＋同乘人员')
    await press(page, /^核验李\*/)
    await press(page, '逐项录入')
    for (const answer of ['未检测／无法出示', /^✔ 绿$/, /^✔ 绿$/, '否']) await press(page, answer)
    await press(page, /^给李\* 0031 ?(测温|复测)/)
    await press(page, '36.5')
    await page.getByText(`目前最严：李* 0031 ${headlines.V11.zh}`).waitFor()
    await snap(page, 'session-strictest-so-far')
    const said = await answerUntilVerdict(page, documents({ 通信行程卡: /^■ 红$/ }))
    expect(said.headline).toBe(headlines.V3.zh)
    await booth.nextTruck(page)
  })

  test('released elsewhere in the city, the same crew is not asked again: where and when is said', async () => {
    const { page } = phone
    await fillBay(page, [waitingFor('V4')])
    await goTo(page, 'V4')
    const said = await booth.verdict(page)
    expect(said.headline).toBe(headlines.V4.zh)
    expect(said.text).toMatch(/\d\d-\d\d \d\d:\d\d 武陟站已查验/)
    await snap(page, 'verdict-v4')
  })
})
