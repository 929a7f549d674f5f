import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { headlines } from '../../shared/wording/headlines.ts'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { registerByApi } from './kit/driver-by-api.ts'
import * as booth from './kit/inspector.ts'
import { snap, snapFailure } from './kit/looks.ts'
import { officeByApi } from './kit/office-by-api.ts'
import { li } from './kit/people.ts'
import { startServer } from './kit/server.ts'
import type { Server } from './kit/server.ts'

type Focus = { name: string; role: string; seen: boolean; ringed: boolean }

/** What has the focus, whether it can be seen, and whether it says so. */
const focus = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement)) return { name: '', role: '', seen: false, ringed: false }
    const { top, bottom, left, right, width, height } = element.getBoundingClientRect()
    const style = getComputedStyle(element)
    return {
      name: element.getAttribute('aria-label') ?? element.innerText,
      role: element.tagName.toLowerCase(),
      seen: width > 1 && height > 1 && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
      ringed: element.matches(':focus-visible') && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    }
  })

/** Presses Tab until it stands on that; each stop on the way is seen and ringed. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const stops: string[] = []
  for (let tabs = 0; tabs < 60; tabs++) {
    await page.keyboard.press('Tab')
    const at = await focus(page)
    if (at.role === 'body') continue
    stops.push(at.name)
    expect(at).toMatchObject({ seen: true, ringed: true })
    if (typeof name === 'string' ? at.name === name : name.test(at.name)) return
  }
  throw new Error(`Tab never came to ${name}; it came to ${stops.join(' | ')}`)
}

async function enter(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}

/** Roles and names of the screen, without what changes by the second. */
const tree = async (page: Page) => (await page.locator('main').ariaSnapshot()).replaceAll(/\d+s\b/g, 'Ns')

/** Whatever live regions were given to say since the last question. */
const announced = (page: Page): Promise<string[]> =>
  page.evaluate(() => ((globalThis as { said?: string[] }).said ?? []).splice(0))

const listenToRegions = () => {
  const said: string[] = []
  Object.assign(globalThis, { said })
  const live = '[aria-live], [role=alert], [role=status]'
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      const element = target instanceof Element ? target : target.parentElement
      const region = element?.closest(live)
      const text = region?.textContent?.trim() ?? ''
      if (text !== '' && said.at(-1) !== text) said.push(text)
    }
  }).observe(document, { childList: true, characterData: true, subtree: true })
}

/** From one truck to the next with a keyboard, and what a screen reader is given on the way. */
describe.skipIf(noChromium)('the main flow by Tab and Enter', () => {
  let server: Server
  let phone: Phone

  const fine = { ...booth.documents(), 核验一证两码: [/四项齐全/, /^记录阴性/] }

  beforeAll(async () => {
    server = await startServer()
    const office = await officeByApi(server)
    await registerByApi(server, { plate: '沪DX0061', from: '310115', to: '410811', person: li })
    phone = await startPhone()
    await phone.page.addInitScript(listenToRegions)
    await booth.enrolByLink(phone.page, await office.enrolmentLink('inspector'))
    await phone.page.getByText('已绑定').first().waitFor({ state: 'hidden' })
  })
  afterEach((context) => snapFailure(context, [phone]))
  afterAll(async () => {
    await phone?.forget()
    await server?.remove()
  })

  test('scan screen: camera, ways on without a code, what waits', async () => {
    const { page } = phone
    const said = await tree(page)
    expect(said).toMatch(/heading "扫货畅码" \[level=1\]/)
    expect(said).toMatch(/region "扫货畅码"/)
    expect(said).toMatch(/button "(无码？)?(手工)?录入(车牌)?"/)
    await enter(page, /手工录入|录入车牌$/)
  })

  test('the plate is typed into a real field', async () => {
    const { page } = phone
    await page.getByRole('textbox', { name: '车牌号' }).waitFor()
    expect(await tree(page)).toMatch(/heading "录入车牌" \[level=1\]/)
    for (let tabs = 0; tabs < 30 && (await focus(page)).role !== 'input'; tabs++) await page.keyboard.press('Tab')
    expect(await focus(page)).toMatchObject({ role: 'input', seen: true, ringed: true })
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.insertText('沪DX0061')
    await page.keyboard.press('Enter')
  })

  test('the question has the focus when it comes; people, what is missing and answers are named', async () => {
    const { page } = phone
    await page.getByRole('heading', { name: /核验一证两码/, level: 2 }).waitFor()
    await expect.poll(async () => (await focus(page)).name, { timeout: 5_000 }).toMatch(/^核验一证两码/)
    expect(await focus(page)).toMatchObject({ role: 'h2', seen: true, ringed: true })
    const said = await tree(page)
    expect(said).toMatch(/list "司乘1人"/)
    expect(said).toMatch(/button "核验李\* 0031的一证两码： ?核酸 ?未查 ?健康码 ?未查 ?行程卡 ?未查" \[pressed\]/)
    expect(said).toMatch(/button "给李\* 0031 ?测温"/)
    expect(said).toMatch(/region "核验一证两码\s+李\* 0031"/)
    await snap(page, 'keyboard-question')
    await enter(page, '✔ 四项齐全')
  })

  test('time of the test, then the temperature: the focus goes with the question', async () => {
    const { page } = phone
    await page.getByRole('heading', { name: '核酸报告是什么时候出的？' }).waitFor()
    await expect.poll(async () => (await focus(page)).name, { timeout: 5_000 }).toMatch(/^核酸报告/)
    await enter(page, /^记录阴性/)
    await page.getByRole('heading', { name: /^测温/ }).waitFor()
    await expect.poll(async () => (await focus(page)).name, { timeout: 5_000 }).toMatch(/^测温/)
    await announced(page)
    await enter(page, '36.5')
  })

  test('the verdict is announced once, its card is read from the top, and Tab goes on to the next truck', async () => {
    const { page } = phone
    await page.getByRole('heading', { name: headlines.V10.zh, level: 1 }).waitFor()
    await page.getByText(/已上传/).waitFor()
    await expect.poll(async () => (await focus(page)).role, { timeout: 5_000 }).toBe('main')
    expect(await focus(page)).toMatchObject({ seen: true, ringed: true })
    const about = (await announced(page)).filter((text) => text.includes(headlines.V10.zh))
    expect(about).toEqual([`${headlines.V10.zh}。直接通行`])
    const said = await tree(page)
    expect(said).toMatch(/heading "核验通过，放行" \[level=1\]/)
    expect(said).toMatch(/button "下一辆"/)
    expect(said).toMatch(/button "撤销 Ns"/)
    expect(said).toMatch(/link "拨打12328"/)
    await snap(page, 'keyboard-verdict')
    await enter(page, '下一辆')
  })

  test('the next truck: the scan screen has the focus, and the last verdict can still be taken back from it', async () => {
    const { page } = phone
    await page.getByRole('heading', { name: '扫货畅码' }).waitFor({ state: 'attached' })
    await expect.poll(async () => (await focus(page)).role, { timeout: 5_000 }).toBe('main')
    expect(await focus(page)).toMatchObject({ seen: true, ringed: true })
    expect(await tree(page)).toMatch(/group "上一辆"/)
    await enter(page, /^撤销/)
    await page.getByRole('heading', { name: '要改什么？' }).waitFor()
    await expect.poll(async () => (await focus(page)).name, { timeout: 5_000 }).toBe('要改什么？')
    await enter(page, '不改了，原结论有效')
    await page.getByRole('heading', { name: headlines.V10.zh, level: 1 }).waitFor()
  })

  test('untouched, a release closes by itself; its undo stays for the rest of the minute', async () => {
    const { page } = phone
    await booth.nextTruck(page)
    await booth.releasesStay(page, false)
    await booth.typePlate(page, '沪DX0061')
    await booth.answerUntilVerdict(page, fine)
    await page.getByText(/（\d）/).waitFor()
    await snap(page, 'closing')
    await page.getByRole('heading', { name: '扫货畅码' }).waitFor({ state: 'attached', timeout: 12_000 })
    await page.getByRole('group', { name: '上一辆' }).getByRole('button', { name: /^撤销/ }).waitFor()
  })

  test('any touch stops it', async () => {
    const { page } = phone
    await booth.typePlate(page, '沪DX0061')
    await booth.answerUntilVerdict(page, fine)
    await page.getByText(/（\d）/).waitFor()
    await page.locator('.verdict-reason').click()
    await page.getByText(/（\d）/).waitFor({ state: 'hidden' })
    await page.waitForTimeout(9_000)
    expect(await page.getByRole('heading', { name: headlines.V10.zh, level: 1 }).isVisible()).toBe(true)
    await booth.releasesStay(page, true)
  })
})
