import type { Page } from 'playwright-core'
import { demoPassword } from '../../../server/demo/places.ts'
import { menuOf } from '../../../checkpoint-app/office/pages.ts'
import { zh } from '../../../checkpoint-app/office/words.zh.ts'
import { sitDown, turnTo } from '../../journeys/kit/desk.ts'
import { press } from '../../journeys/kit/inspector.ts'
import type { Stage } from '../stage.ts'
import { deskSize } from '../walk.ts'
import type { At, Walk } from '../walk.ts'
import { toastGone } from './booth.ts'

const desk = async ({ phone, server }: Stage, login: string): Promise<Page> => {
  const { page } = await phone(deskSize)
  await sitDown(page, server, login, demoPassword)
  return page
}

const loaded = (page: Page) => page.locator('main').getByText(zh.loading).waitFor({ state: 'detached' })

/** The first line of a ledger, opened as a sheet. */
async function openFirst(page: Page): Promise<void> {
  await page.locator('.row-open').first().click()
  await page.getByRole('dialog').waitFor()
  await page.getByRole('dialog').getByText(zh.loading).waitFor({ state: 'detached' })
  await page.waitForTimeout(200)
}
const closeSheet = (page: Page) => page.keyboard.press('Escape')

async function theDoor({ phone, origin }: Stage, at: At): Promise<void> {
  const { page } = await phone(deskSize)
  await page.goto(`${origin}/office/`)
  await page.getByLabel('用户名').waitFor()
  await at(page, 'sign-in')
  await page.getByLabel('用户名').fill('admin')
  await page.getByLabel('密码', { exact: true }).fill('not this one 123')
  await press(page, '登录')
  await page.getByRole('alert').waitFor()
  await at(page, 'sign-in-wrong')
  await page.goto('about:blank')
  await page.goto(`${origin}/office/#setup=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await at(page, 'set-up')
}

/** Every page of the menu with its first record opened. */
async function ledgers(stage: Stage, at: At): Promise<void> {
  const page = await desk(stage, 'supervisor')
  for (const name of menuOf('supervisor')) {
    await turnTo(page, zh.pages[name])
    await loaded(page)
    await page.waitForTimeout(200)
    await at(page, name)
    // A case is a page of its own (cases.ts).
    if (name === 'cases' || (await page.locator('.row-open').count()) === 0) continue
    await openFirst(page)
    await at(page, `${name}-record`)
    await closeSheet(page)
  }
}

async function administration(stage: Stage, at: At): Promise<void> {
  const page = await desk(stage, 'admin')
  await turnTo(page, '人员')
  await loaded(page)
  await at(page, 'staff')
  await press(page, '新增人员')
  await at(page, 'staff-new')
  await press(page, '关闭')
  await turnTo(page, '查验终端')
  await loaded(page)
  await at(page, 'terminals-admin')
  await turnTo(page, '核酸结果导入')
  await at(page, 'results')
  await turnTo(page, '检查点')
  await loaded(page)
  await press(page, '新增检查点')
  await at(page, 'checkpoint-new')
  await press(page, '关闭')
  await press(page, '显示设置')
  await at(page, 'display')
  await press(page, '关闭')
  await page
    .getByRole('link', { name: /卡口码/ })
    .first()
    .click()
  await page.getByRole('img', { name: /卡口码/ }).waitFor()
  await at(page, 'checkpoint-sign')
}

async function theEpidemicOffice(stage: Stage, at: At): Promise<void> {
  const page = await desk(stage, 'epidemic')
  for (const name of ['people', 'tracking', 'risk-areas', 'appeals'] as const) {
    await turnTo(page, zh.pages[name])
    await loaded(page)
    await page.waitForTimeout(200)
    await at(page, `epidemic-${name}`)
    if ((await page.locator('.row-open').count()) === 0) continue
    await openFirst(page)
    await at(page, `epidemic-${name}-record`)
    await closeSheet(page)
  }
}

async function lawAndLists(stage: Stage, at: At): Promise<void> {
  const page = await desk(stage, 'command')
  await turnTo(page, '规则版本')
  await loaded(page)
  await at(page, 'editions-command')
  await page.getByRole('link', { name: '起草修订' }).click()
  await page.getByRole('button', { name: '保存草案' }).waitFor()
  await at(page, 'amendment-draft')
  await press(page, '保存草案')
  await at(page, 'amendment-draft-errors')
  await page.goBack()
  await page.getByRole('link', { name: '检查下级设定' }).click()
  await press(page, '填入样例')
  await at(page, 'overlay')
  await page.getByLabel('在哪里生效').selectOption('JZ-G01')
  await press(page, '开始证明')
  await page
    .getByText(/可以生效|不能生效/)
    .first()
    .waitFor()
  await at(page, 'overlay-proved')
  await turnTo(page, '规则版本')
  await loaded(page)
  const amendments = page.locator('main').getByRole('link', { name: /草案|待复核|施行中|已撤回/ })
  if ((await amendments.count()) > 0) {
    await amendments.first().click()
    await page.waitForTimeout(500)
    await at(page, 'amendment')
  }
}

async function lists(stage: Stage, at: At): Promise<void> {
  const page = await desk(stage, 'lists')
  await turnTo(page, '白名单')
  await page.getByRole('link', { name: '导入' }).click()
  await at(page, 'lists-import')
  const buffer = Buffer.from(
    '\uFEFF姓名,证件号,手机号,闭环管理,开始时间,结束时间\r\n李示例,319999198001010031,13000000002,是,2036-05-16,2036-05-30\r\n张测试,410899198001010016,13000000001,是,2036-05-16,2036-05-30\r\n',
  )
  await page.locator('input[type=file]').setInputFiles({ name: '白名单.csv', mimeType: 'text/csv', buffer })
  await page.getByText('可导入 1 行，有问题 1 行').waitFor()
  await at(page, 'lists-preview')
}

async function passes(stage: Stage, at: At): Promise<void> {
  const page = await desk(stage, 'passes')
  await turnTo(page, '通行证')
  await loaded(page)
  await at(page, 'passes-officer')
  await openFirst(page)
  await at(page, 'passes-officer-record')
}

async function theLog(stage: Stage, at: At): Promise<void> {
  const page = await desk(stage, 'supervisor')
  await turnTo(page, '审计日志')
  await loaded(page)
  await press(page, '导出 CSV')
  await at(page, 'audit-export')
  await closeSheet(page)
  await page.getByLabel('起始日期').fill('2020-01-01')
  await page.getByLabel('截止日期').fill('2020-01-31')
  await press(page, '查询')
  await page.getByRole('heading', { name: '没有符合条件的记录' }).waitFor()
  await at(page, 'audit-nothing-found')
}

/** Loading, an error of the server, no network, a session that ended. */
async function states(stage: Stage, at: At): Promise<void> {
  const page = await desk(stage, 'dispatcher')
  await turnTo(page, '检查点')
  let answer = () => {}
  await page.route('**/api/inspections?*', async (route) => {
    await new Promise<void>((done) => (answer = done))
    await route.fulfill({ status: 500, contentType: 'application/json', body: '{}' }).catch(() => {})
  })
  await turnTo(page, '查验台账')
  await page.waitForTimeout(1200)
  await at(page, 'loading')
  answer()
  await page.locator('.error-note').waitFor()
  await at(page, 'server-error')
  await page.unroute('**/api/inspections?*')
  await page.context().setOffline(true)
  await turnTo(page, '检查点')
  await at(page, 'offline')
  await page.context().setOffline(false)
  await page.context().clearCookies()
  await turnTo(page, '动态追踪')
  await page.getByRole('dialog').waitFor()
  await at(page, 'sign-in-again')
  await toastGone(page)
}

async function narrow(stage: Stage, at: At): Promise<void> {
  const page = await desk(stage, 'supervisor')
  await turnTo(page, '查验台账')
  await loaded(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await at(page, 'narrow-inspections')
  await openFirst(page)
  await at(page, 'narrow-inspections-record')
}

export const office: readonly Walk[] = [
  { name: 'the door', go: theDoor },
  { name: 'ledgers', go: ledgers },
  { name: 'administration', go: administration },
  { name: 'the epidemic office', go: theEpidemicOffice },
  { name: 'law', go: lawAndLists },
  { name: 'white lists', go: lists },
  { name: 'passes', go: passes },
  { name: 'the log', go: theLog },
  { name: 'states', go: states },
  { name: 'narrow', go: narrow },
]
