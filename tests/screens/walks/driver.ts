import type { Page } from 'playwright-core'
import { demoPeople } from '../../../server/demo/people.ts'
import { chooseRegion, fillRegistration, freightCode, pressPlate } from '../../journeys/kit/driver.ts'
import { registerByApi } from '../../journeys/kit/driver-by-api.ts'
import { answerUntilVerdict, documents, press, typePlate } from '../../journeys/kit/inspector.ts'
import type { Stage } from '../stage.ts'
import type { At, Walk } from '../walk.ts'
import { bound, toastGone } from './booth.ts'

const tab = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click()

async function beforeATrip({ phone, origin }: Stage, at: At): Promise<void> {
  const { page } = await phone()
  await page.goto(`${origin}/driver/`)
  await page.getByRole('button', { name: '开始报备' }).waitFor()
  await at(page, 'welcome')
  await tab(page, '通行证')
  await page.getByRole('button', { name: '开始报备' }).waitFor()
  await at(page, 'pass-none')
  await tab(page, '行程')
  await at(page, 'trips-none')
  await page.goto(`${origin}/driver/#/find`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await at(page, 'find')
  await page
    .getByRole('button', { name: /找回|查找/ })
    .last()
    .click()
  await at(page, 'find-errors')
}

async function registering({ phone, origin }: Stage, at: At): Promise<void> {
  const { page } = await phone()
  await page.goto(`${origin}/driver/#/register/1`)
  await page.getByRole('group', { name: '车牌键盘' }).first().waitFor()
  await at(page, 'form-1')
  await press(page, '下一步')
  await at(page, 'form-1-errors')
  await pressPlate(page, '沪DX0008')
  await at(page, 'form-1-filled')
  await press(page, '下一步')
  await at(page, 'form-2')
  await press(page, '下一步')
  await at(page, 'form-2-errors')
  await page.getByRole('button', { name: /^出发地/ }).click()
  await page.getByRole('searchbox').waitFor()
  await at(page, 'region')
  await page.getByRole('searchbox').fill('没有这里')
  await at(page, 'region-nothing-found')
  await press(page, '关闭')
  await chooseRegion(page, /^出发地/, '浦东')
  await chooseRegion(page, /^目的地/, '山阳')
  await page.getByRole('radio', { name: '重点工业品及零部件' }).check()
  await press(page, '下一步')
  await at(page, 'form-3')
  await press(page, '提交报备')
  await at(page, 'form-3-errors')
}

async function withATrip({ phone, origin }: Stage, at: At): Promise<void> {
  const { page } = await phone()
  await page.goto(`${origin}/driver/#/register/1`)
  await page.getByRole('group', { name: '车牌键盘' }).first().waitFor()
  await fillRegistration(page, { plate: '沪DX0009', from: '浦东', to: '山阳', person: demoPeople.liu })
  await freightCode(page).waitFor()
  await at(page, 'registered')
  await toastGone(page)
  await at(page, 'code-green')
  await tab(page, '通行证')
  await at(page, 'pass-offer')
  await press(page, '申办通行证')
  await at(page, 'pass-offer-errors')
  await page.getByLabel('我承诺所填信息真实，按承诺路线运输').check()
  await press(page, '申办通行证')
  await page.getByRole('img', { name: '通行证二维码' }).first().waitFor()
  await toastGone(page)
  await at(page, 'pass')
  await tab(page, '行程')
  await at(page, 'trips')
  await press(page, '设置')
  await at(page, 'settings')
  await press(page, '关闭')
  await page.goto(`${origin}/driver/#/register/1`)
  await page.getByRole('button', { name: /用上次的/ }).waitFor()
  await at(page, 'form-1-remembered')
  await tab(page, '货畅码')
  await freightCode(page).waitFor()
  await page.context().setOffline(true)
  await page.getByText('当前没有网络').or(page.getByText('离线')).first().waitFor()
  await at(page, 'code-offline')
  await page.context().setOffline(false)
}

/** Trucks of the demonstration whose codes have other colours. */
async function otherColours({ phone, demoLinks, origin }: Stage, at: At): Promise<void> {
  const links = await demoLinks(/^\/driver\/#trip=/)
  const of = { 'code-starred': 0, 'code-grey': 1, 'code-crew-of-two': 2, 'code-health-red': 3, 'code-in-province': 4 }
  for (const [name, index] of Object.entries(of)) {
    const { page } = await phone()
    await page.goto(`${origin}${links[index]}`)
    await freightCode(page).waitFor()
    await toastGone(page)
    await at(page, name)
    if (name !== 'code-in-province') continue
    await tab(page, '通行证')
    await at(page, 'pass-not-needed')
  }
}

/** The booth gave a yellow code; the driver reads why and what he can do. */
async function yellow(stage: Stage, at: At): Promise<void> {
  const { phone, origin, server } = stage
  const person = { name: '陈样例', number: '410899199106300021', phone: '13000000061' }
  const { trip, key } = await registerByApi(server, { plate: '苏EX0061', from: '320505', to: '410811', person })
  const inspector = await bound(stage, 'screens-yellow')
  await typePlate(inspector, '苏EX0061')
  await answerUntilVerdict(inspector, documents({ 健康码: /^▲ 黄$/ }))
  await inspector.getByText('已上传').waitFor()
  const { page } = await phone()
  await page.goto(`${origin}/driver/#trip=${trip.id}&key=${key}`)
  await freightCode(page).waitFor()
  await toastGone(page)
  await at(page, 'code-yellow')
  await page.getByRole('link', { name: '申诉', exact: true }).first().click()
  await page.getByRole('heading', { name: '健康码申诉绿色通道' }).waitFor()
  await page.waitForTimeout(500)
  await at(page, 'appeal')
}

async function whenItFails({ phone, demoLinks, origin }: Stage, at: At): Promise<void> {
  const { page } = await phone()
  const [link] = await demoLinks(/^\/driver\/#trip=/)
  await page.route('**/api/trips/**', (route) =>
    route.fulfill({ status: 500, contentType: 'application/json', body: '{}' }),
  )
  await page.goto(`${origin}${link}`)
  await page.waitForTimeout(1500)
  await at(page, 'link-server-error')
}

export const driver: readonly Walk[] = [
  { name: 'before a trip', go: beforeATrip },
  { name: 'registering', go: registering },
  { name: 'with a trip', go: withATrip },
  { name: 'codes of other colours', go: otherColours },
  { name: 'a yellow code', go: yellow },
  { name: 'when it fails', go: whenItFails },
]
