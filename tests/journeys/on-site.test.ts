import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { registerByApi } from './kit/driver-by-api.ts'
import { chooseRegion } from './kit/driver.ts'
import * as booth from './kit/inspector.ts'
import { snap, snapFailure } from './kit/looks.ts'
import { officeByApi } from './kit/office-by-api.ts'
import { li, zhang } from './kit/people.ts'
import { startServer } from './kit/server.ts'
import type { Server } from './kit/server.ts'

/**
 * What a hand in a glove needs, in seconds: one press (look, aim, press), one digit of a number read off a card, a name of three characters by
 * pinyin, and to take the card and ask. ASSUMED, on the slow side of published keystroke models; the seconds of the machine are measured.
 */
const seconds = { press: 1.5, digit: 0.7, name: 8, handOver: 10 }

/** Counts what the hand does while the machine is timed. */
function hand(page: Page) {
  let sum = seconds.handOver
  const began = Date.now()
  return {
    press: async (name: string | RegExp) => {
      sum += seconds.press
      await booth.press(page, name)
    },
    region: async (label: RegExp, search: string) => {
      sum += 2 * seconds.press + search.length * 2
      await chooseRegion(page, label, search)
    },
    choose: async (label: string, option: string) => {
      sum += 2 * seconds.press
      await page.getByLabel(label).selectOption({ label: option })
    },
    name: async (text: string) => {
      sum += seconds.press + seconds.name
      await page.getByLabel('司机姓名').fill(text)
    },
    digits: async (label: string, text: string) => {
      sum += seconds.press + text.length * seconds.digit
      await page.getByLabel(label).fill(text)
    },
    check: async (label: string) => {
      sum += seconds.press
      await page.getByLabel(label).check()
    },
    /** Seconds of the hand, and of the machine. */
    took: () => ({ hand: sum, machine: (Date.now() - began) / 1000 }),
  }
}

/** Not registered is no ground to send anybody away: it is made up here, in a minute and a half. */
describe.skipIf(noChromium)('registration on the spot', () => {
  let server: Server
  let phone: Phone
  const unregistered = async (plate: string) => {
    await booth.typePlate(phone.page, plate)
    await booth.answerUntilVerdict(phone.page, { 从哪里装: '省外行程', 入豫报备: '未报备' })
  }

  beforeAll(async () => {
    server = await startServer()
    const office = await officeByApi(server)
    phone = await startPhone()
    await booth.enrolByLink(phone.page, await office.enrolmentLink('inspector'))
  })
  afterEach((context) => snapFailure(context, [phone]))
  afterAll(async () => {
    await phone?.forget()
    await server?.remove()
  })

  test('a wrong check digit is told while the driver still holds his card', async () => {
    const { page } = phone
    await unregistered('沪DX0051')
    await booth.press(page, '现场报备')
    await page.getByLabel('证件号').fill('410899198001010016')
    await page.locator('.field-error').getByText(/校验/).waitFor()
    await page.getByLabel('证件号').fill('32999919800101005')
    await booth.press(page, '末位 X')
    expect(await page.getByLabel('证件号').inputValue()).toBe('32999919800101005X')
    expect(await page.locator('.field-error').count()).toBe(0)
    await booth.press(page, '返回')
  })

  test('the first truck of an hour: within 90 s', async () => {
    const by = hand(phone.page)
    await by.press('现场报备')
    await by.region(/^出发地/, '浦东')
    await by.choose('货物类别', '能源')
    await by.name(zhang.name)
    await by.digits('证件号', zhang.number)
    await by.digits('手机号', zhang.phone)
    await by.check('司机承诺以上信息真实')
    await by.press('完成报备，继续核验')
    await phone.page.getByRole('heading', { name: /^(核验一证两码|测温)/ }).waitFor()
    const { hand: hands, machine } = by.took()
    console.log(
      `on-site registration: hand ${hands.toFixed(0)} s (assumed), machine ${machine.toFixed(1)} s (measured)`,
    )
    expect(hands + machine).toBeLessThan(90)
    await booth.press(phone.page, '先放一边')
  })

  test('the next from the same place: where from and with what in one tap', async () => {
    const { page } = phone
    await unregistered('沪DX0052')
    const by = hand(page)
    await by.press('现场报备')
    await page.getByRole('group', { name: '刚用过' }).waitFor()
    await snap(page, 'on-site-recent')
    await by.press(/浦东.*能源/)
    await by.name(li.name)
    await by.digits('证件号', li.number)
    await by.check('司机承诺以上信息真实')
    await by.press('完成报备，继续核验')
    await page.getByRole('heading', { name: /^(核验一证两码|测温)/ }).waitFor()
    const { hand: hands, machine } = by.took()
    console.log(`the next from there: hand ${hands.toFixed(0)} s (assumed), machine ${machine.toFixed(1)} s (measured)`)
    expect(hands + machine).toBeLessThan(60)
    await booth.press(page, '先放一边')
  })

  test('the driver scans the code on the inspector’s screen; when he has finished, the check goes on by itself', async () => {
    const { page } = phone
    await unregistered('沪DX0053')
    await booth.press(page, '出示卡口码')
    await page.getByText('等司机填完，本机自动继续…').waitFor()
    await snap(page, 'on-site-driver-code')
    await registerByApi(server, { plate: '沪DX0053', from: '310115', to: '410811', person: li })
    await page.getByText('已收到司机报备，继续核验').waitFor()
    await page.getByRole('heading', { name: /^(核验一证两码|测温)/ }).waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
  })
})
