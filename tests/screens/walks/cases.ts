import type { Page } from 'playwright-core'
import { demoPassword } from '../../../server/demo/places.ts'
import { sitDown, turnTo } from '../../journeys/kit/desk.ts'
import { registerByApi } from '../../journeys/kit/driver-by-api.ts'
import { freightCode } from '../../journeys/kit/driver.ts'
import { answerUntilVerdict, documents, press, typePlate } from '../../journeys/kit/inspector.ts'
import type { Stage } from '../stage.ts'
import { deskSize } from '../walk.ts'
import type { At, Walk } from '../walk.ts'
import { toastGone, withSharedBooth } from './booth.ts'

const stranger = { name: '陈样例', number: '410899199106300021', phone: '13000000061' }

const closeSheet = (page: Page) => page.keyboard.press('Escape')

async function openCase(page: Page, show: string): Promise<void> {
  await turnTo(page, '12328工单')
  await page.getByRole('button', { name: new RegExp(`^(✔ )?${show}`) }).click()
  await page.locator('.row-open').first().waitFor()
  await page.locator('.row-open').first().click()
  await page.getByRole('heading', { name: '办理经过' }).waitFor()
}

/** The desk of 12328: the queue, a call, one case in several states, each form. */
async function theDesk({ phone, server }: Stage, at: At): Promise<void> {
  const { page } = await phone(deskSize)
  await sitDown(page, server, 'dispatcher', demoPassword)
  await turnTo(page, '12328工单')
  await page.locator('.row-open').first().waitFor()
  await at(page, 'cases')
  await page.getByLabel(/^查找/).fill('没有这样的工单')
  await press(page, '查找')
  await page.getByText('没有符合条件的工单').waitFor()
  await at(page, 'cases-nothing-found')
  await press(page, '导出 Excel')
  await at(page, 'cases-export')
  await closeSheet(page)
  await page.getByRole('link', { name: '登记来电' }).click()
  await page.getByRole('heading', { name: '登记来电' }).waitFor()
  await at(page, 'case-intake')
  await press(page, '受理')
  await page.getByText('请选择类别').waitFor()
  await at(page, 'case-intake-errors')
  await openCase(page, '待受理')
  await at(page, 'case-new')
  await openCase(page, '超时')
  await at(page, 'case-late')
  await press(page, '派单')
  await at(page, 'case-dispatch')
  await closeSheet(page)
  await openCase(page, '待回访')
  await at(page, 'case-call-back')
  await press(page, '登记回访')
  await page.getByRole('radio', { name: '不满意' }).check()
  await at(page, 'case-call')
  await closeSheet(page)
  await openCase(page, '已归档')
  await at(page, 'case-closed')
}

async function ofADriver({ phone, origin, server }: Stage, at: At): Promise<void> {
  const { trip, key } = await registerByApi(server, {
    plate: '苏EX0066',
    from: '320505',
    to: '410811',
    person: stranger,
  })
  const { page } = await phone()
  await page.goto(`${origin}/driver/#/cases`)
  await page.getByRole('link', { name: '拨打12328' }).waitFor()
  await at(page, 'cases-no-trip')
  await page.goto('about:blank')
  await page.goto(`${origin}/driver/#trip=${trip.id}&key=${key}`)
  await freightCode(page).waitFor()
  await toastGone(page)
  await page.goto(`${origin}/driver/#/cases`)
  await page.getByRole('radio', { name: '卡口拥堵' }).waitFor()
  await at(page, 'cases-form')
  await press(page, '提交')
  await at(page, 'cases-form-errors')
  await page.getByRole('radio', { name: '卡口拥堵' }).check()
  await page.getByLabel('说明情况').fill('排队两小时没动')
  await press(page, '提交')
  await page.getByText('待受理').waitFor()
  await toastGone(page)
  await at(page, 'cases-waiting')
}

async function ofABooth(stage: Stage, at: At): Promise<void> {
  await withSharedBooth(stage, async (page) => {
    await registerByApi(stage.server, { plate: '苏EX0067', from: '320505', to: '410811', person: stranger })
    await typePlate(page, '苏EX0067')
    await answerUntilVerdict(page, documents({ 健康码: /^▲ 黄$/ }))
    await press(page, '代报12328')
    await at(page, 'report')
    await page.getByRole('dialog').getByRole('button', { name: '提交' }).click()
    await at(page, 'report-errors')
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click()
    await press(page, /^下一辆/)
  })
}

export const officeCases: readonly Walk[] = [{ name: '12328 cases', go: theDesk }]
export const driverCases: readonly Walk[] = [{ name: '12328 cases', go: ofADriver }]
export const boothReports: readonly Walk[] = [{ name: 'a report to 12328', go: ofABooth }]
