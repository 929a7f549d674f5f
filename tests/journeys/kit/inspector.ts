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
  await page.waitForFunction(
    async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated',
  )
}

export const openBooth = async (page: Page, server: Server): Promise<void> => {
  await page.goto(`${server.origin}/checkpoint/`)
}

/** The plate typed by hand, from the scan screen. */
export async function typePlate(page: Page, plate: string): Promise<void> {
  await page.getByRole('button', { name: /手工录入/ }).click()
  await enterPlate(page, plate)
}

/** The plate screen opens with 豫 typed. */
export async function enterPlate(page: Page, plate: string): Promise<void> {
  await page.getByRole('button', { name: '删除一位' }).click()
  await pressPlate(page, plate)
  await page.getByRole('button', { name: '确定' }).click()
}

export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()

export const temperature = (page: Page, reading = '36.5') => press(page, reading)

export async function typeTemperature(page: Page, reading: string): Promise<void> {
  await press(page, '输入…')
  await page.getByLabel('体温').fill(reading)
  await press(page, /^记录$/)
}

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
