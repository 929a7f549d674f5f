import type { Page } from 'playwright-core'
import { appHeader } from '../../../schema/api/app-version.ts'
import * as booth from '../../journeys/kit/inspector.ts'
import type { Stage } from '../stage.ts'
import type { At, Walk } from '../walk.ts'
import { bound } from './booth.ts'

const unregistered = { 从哪里装: '省内行程', 入豫报备: '未报备', 出示货畅码: '没有货畅码' }

async function room(page: Page, origin: string, quotaSize: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize })
  // The browser goes by what it knew of the room for half a minute.
  await page.waitForTimeout(31_000)
}

async function fullDisk(stage: Stage, at: At): Promise<void> {
  const page = await bound(stage, 'screens-full')
  await page.route('**/api/**', (route) => route.abort())
  await room(page, stage.origin, 1)
  await booth.typePlate(page, '豫HX0002')
  await booth.answerUntilVerdict(page, unregistered)
  await page.getByText('1条未保存').waitFor()
  await at(page, 'verdict-unsaved')
  await booth.nextTruck(page)
  await at(page, 'scan-unsaved')
  await page.locator('.top-state').click()
  await page.getByRole('dialog').waitFor()
  await at(page, 'data-unsaved')
  await booth.press(page, '关闭')
  await booth.press(page, '更多')
  await page.getByText('存储', { exact: true }).scrollIntoViewIfNeeded()
  await at(page, 'menu-storage')
}

async function tooOld(stage: Stage, at: At): Promise<void> {
  const page = await bound(stage, 'screens-old')
  await page.route('**/api/**', (route) =>
    route.continue({ headers: { ...route.request().headers(), [appHeader]: '0' } }),
  )
  await booth.typePlate(page, '豫HX0003')
  await booth.answerUntilVerdict(page, unregistered)
  await page.getByRole('status', { name: '请更新应用' }).waitFor()
  await at(page, 'verdict-update-needed')
  await booth.nextTruck(page)
  await at(page, 'scan-update-needed')
}

async function flagged(stage: Stage, at: At): Promise<void> {
  const page = await bound(stage, 'screens-flagged')
  await page.route('**/api/inspections', async (route) => {
    const answer = await route.fetch()
    const said = (await answer.json()) as { results: object[] }
    await route.fulfill({ response: answer, json: { results: said.results.map((one) => ({ ...one, agrees: false })) } })
  })
  await booth.typePlate(page, '豫HX0004')
  const { state } = await booth.answerUntilVerdict(page, unregistered)
  for (let tries = 0; tries < 50 && !(await state()).includes('判定不同'); tries++) await page.waitForTimeout(100)
  await at(page, 'verdict-differs')
  await booth.nextTruck(page)
  await booth.press(page, '更多')
  await page.getByText(/需要留意/).waitFor()
  await at(page, 'menu-differs')
}

export const longShift: readonly Walk[] = [
  { name: 'a full phone', go: fullDisk },
  { name: 'an app that is too old', go: tooOld },
  { name: 'a judgement of the server that is not the phone’s', go: flagged },
]
