import type { Page } from 'playwright-core'
import { demoPassword } from '../../../server/demo/places.ts'
import { press } from '../../journeys/kit/inspector.ts'
import type { Stage } from '../stage.ts'
import { deskSize } from '../walk.ts'
import type { At, Size, Walk } from '../walk.ts'

/** Where the demonstration's day is gravest. */
const grave = '吉利孟州站'

const row = (page: Page) =>
  page
    .locator('.board-row', { hasText: grave })
    .filter({ hasText: '超' })
    .filter({ has: page.locator('.row-big small') })
    .getByRole('link')

async function board({ phone, origin }: Stage, login: string, size: Size): Promise<Page> {
  const { page } = await phone(size)
  await page.goto(`${origin}/dispatch/`)
  await page.getByLabel('用户名').fill(login)
  await page.getByLabel('密码', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  // The hour of queues before the demonstration began is made after the server answers.
  await row(page).waitFor({ timeout: 60_000 })
  return page
}

/** Where the demonstration expects a peak. */
async function peakAhead(page: Page): Promise<void> {
  await page.getByLabel('找检查点').fill('博爱站')
  const expected = page.locator('.board-row', { hasText: /\d\d:00高峰/ }).getByRole('link')
  await expected.waitFor({ timeout: 60_000 })
  await expected.click()
  await page.locator('.forecast-error').scrollIntoViewIfNeeded()
}

async function atTheDesk(stage: Stage, at: At): Promise<void> {
  const page = await board(stage, 'dispatcher', deskSize)
  await at(page, 'board')
  await row(page).click()
  await page.locator('.timeline li').first().waitFor()
  await at(page, 'checkpoint')
  await press(page, '拥堵上报')
  await page.getByLabel(/排队多长/).fill('3')
  await page.getByRole('radio', { name: '点长' }).check()
  await at(page, 'queue-told')
  await page.getByRole('dialog').getByRole('button', { name: '上报', exact: true }).click()
  await page.getByRole('button', { name: '是，3 公里' }).waitFor()
  await at(page, 'queue-told-asked')
  await page.keyboard.press('Escape')
  await page.locator('.people').scrollIntoViewIfNeeded()
  await at(page, 'people')
  await page.getByRole('link', { name: '关闭' }).click()
  await peakAhead(page)
  await at(page, 'forecast')
  await page.getByText('逐小时数字').click()
  await at(page, 'forecast-hours')
  await page.getByRole('link', { name: '关闭' }).click()
  await page.getByRole('button', { name: /^待打电话|^没有待打/ }).click()
  await at(page, 'calls')
  await page.keyboard.press('Escape')
  await press(page, '日报')
  await page.locator('.report').waitFor()
  await at(page, 'report')
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await at(page, 'keys')
  await page.keyboard.press('Escape')
  await page.getByLabel('找检查点').fill('没有这个名字')
  await at(page, 'nothing-fits')
}

async function onThePhone(stage: Stage, at: At): Promise<void> {
  const page = await board(stage, 'dispatcher', { width: 390, height: 844 })
  await at(page, 'phone')
  await peakAhead(page)
  await at(page, 'phone-forecast')
  await page.goto(`${stage.origin}/dispatch/#/`)
  await page.getByLabel('找检查点').fill('')
  await row(page).click()
  await page.locator('.timeline li').first().waitFor()
  await at(page, 'phone-checkpoint')
}

async function onTheWall(stage: Stage, at: At): Promise<void> {
  const page = await board(stage, 'command', { width: 1920, height: 1080 })
  await page.goto(`${stage.origin}/dispatch/?wall`)
  await row(page).waitFor()
  await at(page, 'wall')
}

async function withoutTheServer(stage: Stage, at: At): Promise<void> {
  const page = await board(stage, 'supervisor', deskSize)
  await page.route('**/api/dispatch/**', (route) => route.abort())
  await page.reload()
  await page.getByText(/离线 自/).waitFor({ timeout: 60_000 })
  await at(page, 'offline')
}

export const dispatch: readonly Walk[] = [
  { name: 'the board at a desk', size: deskSize, go: atTheDesk },
  { name: 'the board on a phone', go: onThePhone },
  { name: 'the board on a wall', size: { width: 1920, height: 1080 }, go: onTheWall },
  { name: 'the board without its server', size: deskSize, go: withoutTheServer },
]

export const queue: readonly Walk[] = [
  {
    name: 'waits for everybody',
    go: async ({ phone, origin }, at) => {
      const { page } = await phone()
      await page.goto(`${origin}/queue/`)
      await page.locator('.queue-list li').first().waitFor()
      await at(page, 'waits')
      await page.goto('about:blank')
      await page.goto(`${origin}/queue/#sign=JZ-G10&m=400`)
      await page.getByLabel('车牌号').waitFor()
      await at(page, 'sign')
      await press(page, '我在排队')
      await page.getByRole('alert').waitFor()
      await at(page, 'sign-without-plate')
      await page.getByLabel('车牌号').fill('豫HX9001')
      await press(page, '我在排队')
      await page.getByText('已签到，谢谢').waitFor()
      await at(page, 'sign-joined')
      await page.route('**/api/queue/public', (route) => route.abort())
      await page.reload()
      await page.getByRole('alert').waitFor()
      await at(page, 'no-network')
    },
  },
]
