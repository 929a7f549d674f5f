import type { Page } from 'playwright-core'
import { demoPassword } from '../../../server/demo/places.ts'
import { sitDown, turnTo } from '../../journeys/kit/desk.ts'
import { press } from '../../journeys/kit/inspector.ts'
import type { Stage } from '../stage.ts'
import { deskSize, phoneSize } from '../walk.ts'
import type { At, Walk } from '../walk.ts'
import { bound, toastGone } from './booth.ts'

const shiftButton = (page: Page) => page.getByRole('button', { name: /^班次：/ })

/** Signing on, on duty, handing over, and what a phone says once nobody is signed on again. */
async function atTheBooth(stage: Stage, at: At): Promise<void> {
  const page = await bound(stage, 'screens-shift')
  await shiftButton(page).click()
  await page.getByRole('region', { name: '上一班交接' }).getByText('交班').first().waitFor()
  await at(page, 'shift-sign-on')
  await page.getByRole('dialog').getByRole('button', { name: '签到', exact: true }).click()
  await page.getByRole('switch').first().waitFor()
  await toastGone(page)
  await at(page, 'shift-on-duty')
  await press(page, '交接班')
  await at(page, 'shift-hand-over')
  await press(page, '返回')
  await press(page, '关闭')
  await at(page, 'scan-on-duty')
}

/** 拥堵上报: chips, the tail by its stake, a slip asked back, and what came of it. */
async function queueAtTheBooth(stage: Stage, at: At): Promise<void> {
  const page = await bound(stage, 'screens-queue')
  await press(page, '更多')
  await at(page, 'menu-queue')
  await press(page, '拥堵上报')
  const sheet = page.getByRole('dialog', { name: '拥堵上报' })
  const chip = (name: string) => sheet.getByRole('button', { name, exact: true }).click()
  await sheet.getByText('没有网络也能上报').waitFor()
  await at(page, 'queue-report')
  await chip('45')
  await sheet.getByRole('button', { name: '输入…' }).last().click()
  await chip('3')
  await at(page, 'queue-report-typed')
  await chip('上报')
  await sheet.getByRole('button', { name: '是，3 公里' }).waitFor()
  await at(page, 'queue-report-asked')
  await chip('返回修改')
  await sheet.getByRole('button', { name: '输入…' }).last().click()
  await chip('500 米')
  await page.context().setOffline(true)
  await chip('上报')
  await sheet.getByText('已记下，等待上传').waitFor()
  await at(page, 'queue-report-waits')
  await page.context().setOffline(false)
  await sheet.getByText('✔ 已送达').waitFor({ timeout: 60_000 })
  await at(page, 'queue-report-heard')
}

/** The head's day of the demonstration, tab by tab. */
async function headsDay(stage: Stage, at: At): Promise<void> {
  const { page } = await stage.phone(deskSize)
  await sitDown(page, stage.server, 'head', demoPassword)
  await turnTo(page, '值守')
  await page.getByRole('img', { name: /^全站：/ }).waitFor()
  await at(page, 'duty')
  await page.locator('.row-open').first().click()
  await page.getByRole('dialog').waitFor()
  await at(page, 'duty-shift')
  await page.keyboard.press('Escape')
  await press(page, '交接班')
  await at(page, 'duty-hand-overs')
  await press(page, '端云不一致')
  await page.locator('.row-open').first().waitFor()
  await at(page, 'duty-conflicts')
  await page.locator('.row-open').first().click()
  await page.getByRole('dialog').waitFor()
  await at(page, 'duty-conflict')
  await page.keyboard.press('Escape')
  await page.setViewportSize(phoneSize)
  await press(page, '值守')
  await page.getByRole('img', { name: /^全站：/ }).waitFor()
  await at(page, 'narrow-duty')
}

export const boothShifts: readonly Walk[] = [
  { name: 'a shift', go: atTheBooth },
  { name: 'a queue reported by hand', go: queueAtTheBooth },
]
export const officeShifts: readonly Walk[] = [{ name: 'shifts', go: headsDay }]
