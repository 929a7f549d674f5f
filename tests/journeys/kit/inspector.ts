import type { Page } from 'playwright-core'
import { pressPlate } from './driver.ts'
import type { Server } from './server.ts'

/** Opens the one-time link on the inspector's phone and waits until the phone can judge without a network. */
export async function enrolByLink(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await readyToScan(page)
}

/** Bound, with keys and lists on the phone and its pages kept for the time without a network. */
export async function readyToScan(page: Page): Promise<void> {
  await page.getByRole('heading', { name: '扫货畅码' }).waitFor({ state: 'attached' })
  await page.getByText('在线').waitFor()
  await page.getByText('无离线数据').waitFor({ state: 'hidden' })
  await keptForOffline(page)
  await releasesStay(page, true)
}

/** Whether a release stays on screen until a press; a journey looks at it longer than an inspector. */
export const releasesStay = (page: Page, stay: boolean): Promise<void> =>
  page.evaluate((value) => localStorage.setItem('changxing.closes', String(!value)), stay)

/** The pages of this app are on the phone: from now on it opens without a network. */
export async function keptForOffline(page: Page): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const state = await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state)
    if (state === 'activated') return
    await page.waitForTimeout(100)
  }
  throw new Error('the service worker was not active within 10 s')
}

export const openBooth = async (page: Page, server: Server): Promise<void> => {
  await page.goto(`${server.origin}/checkpoint/`)
}

/** The plate typed by hand, from the scan screen. */
export async function typePlate(page: Page, plate: string): Promise<void> {
  await page.getByRole('button', { name: /(手工录入|录入车牌$)/ }).click()
  await enterPlate(page, plate)
}

/** The plate screen opens with 豫 typed. */
export async function enterPlate(page: Page, plate: string): Promise<void> {
  await page.getByRole('button', { name: '删除一位' }).click()
  await pressPlate(page, plate)
  await page.getByRole('button', { name: '确定' }).click()
}

export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()

export const temperature = (page: Page, reading = '36.5') => press(page, reading)

export async function typeTemperature(page: Page, reading: string): Promise<void> {
  await press(page, '输入…')
  await page.getByLabel('体温').fill(reading)
  await press(page, /^记录$/)
}

/** 更多, 同步: what waits is sent now, and not when the phone would try again by itself. */
export async function sendNow(page: Page): Promise<void> {
  await press(page, '更多')
  await press(page, /^同步/)
  await press(page, '关闭')
}

type Presses = string | RegExp | readonly (string | RegExp)[]

/**
 * Answers what the app asks, in whatever order it asks, until it judges: part of the question → the buttons to press.
 * Fails on a question that was not expected, because nothing may be asked that is not needed.
 */
export async function answerUntilVerdict(page: Page, answers: Readonly<Record<string, Presses>>) {
  const question = page.locator('section.ask').getByRole('heading', { level: 2 })
  const judged = page.locator('main.verdict')
  for (let asked = 0; asked < 20; asked++) {
    await question.or(judged).first().waitFor()
    if (await judged.isVisible()) return verdict(page)
    const text = await question.first().innerText()
    const known = Object.entries(answers).find(([part]) => text.includes(part))
    if (known === undefined) throw new Error(`the app asked what was not expected: ${text}`)
    for (const button of [known[1]].flat()) await press(page, button)
    await question.filter({ hasText: text }).waitFor({ state: 'hidden' })
  }
  throw new Error('twenty questions and no verdict')
}

/** Each document shown and entered by itself; what differs is given. */
export const documents = (differs: Readonly<Record<string, Presses>> = {}): Readonly<Record<string, Presses>> => ({
  测温: '36.5',
  核验一证两码: '逐项录入',
  核酸证明: ['阴性', /^记录阴性/],
  健康码: /^✔ 绿$/,
  通信行程卡: /^✔ 绿$/,
  中高风险区: '否',
  ...differs,
})

/** What the verdict card says. */
export async function verdict(page: Page) {
  const card = page.locator('main.verdict')
  await card.waitFor()
  return {
    headline: await card.getByRole('heading', { level: 1 }).innerText(),
    text: await card.innerText(),
    state: () => card.getByRole('status').first().innerText(),
  }
}

export const nextTruck = (page: Page) => press(page, /^下一辆$|^先查下一辆/)
