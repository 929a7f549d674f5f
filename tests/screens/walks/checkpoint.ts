import type { Page } from 'playwright-core'
import { qrPicture } from '../../journeys/kit/camera.ts'
import { registerByApi } from '../../journeys/kit/driver-by-api.ts'
import * as booth from '../../journeys/kit/inspector.ts'
import { phoneAhead, shownToBooth } from '../../journeys/kit/time.ts'
import type { Stage } from '../stage.ts'
import type { At, Walk } from '../walk.ts'
import { bound, toastGone } from './booth.ts'
import { plates } from './plate.ts'
import { longShift } from './long-shift.ts'
import { verdicts } from './verdicts.ts'

const photograph = async (page: Page, text: string) => {
  const picture = { name: 'code.png', mimeType: 'image/png', buffer: await qrPicture(text) }
  await page.locator('input[type=file]').setInputFiles(picture)
}

async function notBound({ phone, origin }: Stage, at: At): Promise<void> {
  const { page } = await phone()
  await page.goto(`${origin}/checkpoint/`)
  await page.getByRole('heading', { name: '本机尚未绑定' }).waitFor()
  await at(page, 'not-bound')
  await page.goto('about:blank')
  await page.goto(`${origin}/checkpoint/#enrol=AAAAAAAAAAAAAAAAAAAAAAAAAAAA`)
  await page.waitForTimeout(800)
  await at(page, 'link-used')
}

async function scanning(stage: Stage, at: At): Promise<void> {
  const page = await bound(stage, 'screens-scan')
  await at(page, 'scan')
  await page.waitForTimeout(8_500)
  await at(page, 'scan-long')
  await page.locator('.top-state').click()
  await page.getByRole('dialog').waitFor()
  await at(page, 'data-on-phone')
  await booth.press(page, '关闭')
  await booth.press(page, '更多')
  await at(page, 'menu')
  await booth.press(page, '关闭')
  await booth.press(page, '输入编号')
  await at(page, 'number')
  await booth.press(page, '关闭')
  await page.getByRole('button', { name: /(手工录入|录入车牌$)/ }).click()
  await booth.press(page, '删除一位')
  await at(page, 'plate-province')
  await page.getByRole('button', { name: '沪', exact: true }).click()
  await at(page, 'plate-letters')
  await booth.press(page, '取消')
}

async function notices(stage: Stage, at: At): Promise<void> {
  const page = await bound(stage, 'screens-notices')
  const said = { foreign: 'https://example.com', 'checkpoint-code': 'http://localhost/driver/#at=JZ-G01' }
  for (const [name, text] of Object.entries(said)) {
    await photograph(page, text)
    await page.getByRole('alert').getByRole('heading').waitFor()
    await at(page, `notice-${name}`)
    await booth.press(page, '重新扫码')
  }
  const [link = ''] = await stage.demoLinks(/^\/checkpoint\/#code=/)
  const code = decodeURIComponent(link.split('#code=')[1] ?? '')
  await photograph(page, code.slice(0, -40))
  await page.getByRole('heading', { name: '码的内容不完整' }).waitFor()
  await at(page, 'notice-unreadable')
  await booth.press(page, '重新扫码')
  await photograph(page, code)
  await page.getByRole('button', { name: /与车牌一致/ }).waitFor()
  await at(page, 'plate-match')
}

const cameras = (camera: 'denied' | 'absent', says: string): Walk => ({
  name: `camera ${camera}`,
  go: async ({ phone, enrolment }, at) => {
    const { page } = await phone({ camera })
    await booth.enrolByLink(page, await enrolment(`screens-${camera}`))
    await page.getByRole('alert').getByText(says).waitFor()
    await toastGone(page)
    await at(page, `camera-${camera}`)
  },
})

async function questions(stage: Stage, at: At): Promise<void> {
  const page = await bound(stage, 'screens-ask')
  await booth.typePlate(page, '苏EX0031')
  await page.getByRole('heading', { name: /从哪里装/ }).waitFor()
  await at(page, 'ask-scope')
  await booth.answerUntilVerdict(page, { 从哪里装: '省外行程', 入豫报备: '未报备' })
  await booth.press(page, '现场报备')
  await at(page, 'on-site')
  await booth.press(page, '完成报备，继续核验')
  await at(page, 'on-site-errors')
  await booth.press(page, '返回')
  await booth.press(page, '出示卡口码')
  await at(page, 'checkpoint-code')
  await booth.press(page, '关闭')
  await booth.nextTruck(page)
  await at(page, 'scan-parked')
}

async function documents(stage: Stage, at: At): Promise<void> {
  const page = await bound(stage, 'screens-papers')
  const person = { name: '陈样例', number: '410899199106300021', phone: '13000000031' }
  await registerByApi(stage.server, { plate: '苏EX0032', from: '320505', to: '410811', person })
  await booth.typePlate(page, '苏EX0032')
  const asked = page.locator('section.ask').getByRole('heading', { level: 2 })
  for (let step = 0; step < 6; step++) {
    const text = await asked.first().innerText()
    if (text.includes('测温')) {
      await at(page, 'ask-temperature')
      await booth.press(page, '36.5')
    } else {
      await at(page, 'ask-documents')
      await booth.press(page, '＋同乘人员')
      await at(page, 'session-crew')
      await booth.press(page, '更多操作')
      await at(page, 'session-tools')
      await booth.press(page, '移除同乘2')
      await booth.press(page, '逐项录入')
      break
    }
    await asked.filter({ hasText: text }).waitFor({ state: 'hidden' })
  }
  await page.getByRole('heading', { name: /核酸证明/ }).waitFor()
  await at(page, 'ask-test')
  await booth.press(page, '阴性')
  await at(page, 'ask-test-time')
  await booth.press(page, /^记录阴性/)
  await page.getByRole('heading', { name: /健康码/ }).waitFor()
  await at(page, 'ask-health-code')
}

async function offline(stage: Stage, at: At): Promise<void> {
  const page = await bound(stage, 'screens-offline')
  const codes = await stage.demoLinks(/^\/checkpoint\/#code=/)
  await page.context().setOffline(true)
  await page.reload()
  await page.getByText(/离线\s*○/).waitFor()
  await at(page, 'scan-offline')
  await shownToBooth(page, decodeURIComponent((codes[0] ?? '').split('#code=')[1] ?? ''))
  await booth.press(page, /与车牌一致/)
  await booth.answerUntilVerdict(page, { 测温: '36.5' })
  await at(page, 'verdict-offline')
  await booth.nextTruck(page)
  await booth.press(page, '更多')
  await at(page, 'menu-waiting')
  await booth.press(page, '关闭')
  await booth.typePlate(page, '苏EX0033')
  await booth.press(page, '省外行程')
  await page.getByRole('heading', { name: /入豫报备/ }).waitFor()
  await at(page, 'ask-registered')
  await phoneAhead(page, 5 * 3_600_000)
  await page.reload()
  await page.getByText(/离线\s*○/).waitFor()
  await at(page, 'scan-stale')
  await page.locator('.top-state').click()
  await at(page, 'data-stale')
}

export const checkpoint: readonly Walk[] = [
  { name: 'not bound', go: notBound },
  { name: 'scanning', go: scanning },
  { name: 'what is wrong with a code', go: notices },
  cameras('denied', '没有摄像头权限'),
  cameras('absent', '这部手机没有可用的摄像头'),
  { name: 'questions', go: questions },
  { name: 'documents', go: documents },
  ...verdicts,
  ...plates,
  { name: 'without a network', go: offline },
  ...longShift,
]
