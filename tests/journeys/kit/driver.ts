import type { Page } from 'playwright-core'
import type { Server } from './server.ts'

export type Journey = {
  plate: string
  from: string
  to: string
  person: { name: string; number: string; phone: string }
  /** The company that awaits the truck. */
  consignee?: string
}

/** Types a plate on the page's own plate keys. */
export async function pressPlate(page: Page, plate: string): Promise<void> {
  const keys = page.getByRole('group', { name: '车牌键盘' }).first()
  for (const key of plate) await keys.getByRole('button', { name: key, exact: true }).click()
}

export async function chooseRegion(page: Page, label: RegExp | string, search: string): Promise<void> {
  await page.getByRole('button', { name: label }).click()
  const box = page.getByRole('searchbox')
  await box.fill(search)
  await page.getByRole('dialog').last().getByRole('listitem').getByRole('button', { name: search }).first().click()
  await box.waitFor({ state: 'hidden' })
}

/** The three pages of a registration, filled in as a driver does; sent with the last press. */
export async function fillRegistration(page: Page, { plate, from, to, person, consignee }: Journey): Promise<void> {
  await pressPlate(page, plate)
  await page.getByRole('button', { name: '下一步' }).click()
  await chooseRegion(page, /^出发地/, from)
  await chooseRegion(page, /^目的地/, to)
  await page.getByRole('radio', { name: '重点工业品及零部件' }).check()
  if (consignee !== undefined) {
    await page.getByText('更多', { exact: false }).first().click()
    await page.getByLabel('收（发）货单位').fill(consignee)
  }
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByLabel('姓名').fill(person.name)
  await page.getByLabel('证件号').fill(person.number)
  await page.getByLabel('手机号').fill(person.phone)
  await page.getByLabel('我承诺以上信息真实').check()
  await page.getByRole('button', { name: '提交报备' }).click()
}

/** From an empty phone to the freight code on it. */
export async function registerTrip(page: Page, server: Server, journey: Journey): Promise<void> {
  await page.goto(`${server.origin}/driver/`)
  await page.getByRole('button', { name: '开始报备' }).click()
  await fillRegistration(page, journey)
  await freightCode(page).waitFor()
}

export const freightCode = (page: Page) => page.getByRole('img', { name: '货畅码二维码' })
