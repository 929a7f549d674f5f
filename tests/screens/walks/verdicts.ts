import type { Page } from 'playwright-core'
import { registerByApi } from '../../journeys/kit/driver-by-api.ts'
import * as booth from '../../journeys/kit/inspector.ts'
import { shownToBooth } from '../../journeys/kit/time.ts'
import type { Stage } from '../stage.ts'
import type { At, Walk } from '../walk.ts'
import { withSharedBooth } from './booth.ts'

const { answerUntilVerdict, documents, press, typePlate } = booth

/** Nobody whom the demonstration's health authority knows: what his papers say is entered by hand. */
const stranger = { name: '陈样例', number: '410899199106300021', phone: '13000000031' }
const crossing = { from: '320505', to: '410811', person: stranger }
const untested = { 核酸证明: '未检测／无法出示' }

/** From the plate of a truck that is registered, with these papers. */
const withPapers = (plate: string, differs: Parameters<typeof documents>[0]) => async (stage: Stage, page: Page) => {
  await registerByApi(stage.server, { plate, ...crossing })
  await typePlate(page, plate)
  await answerUntilVerdict(page, documents(differs))
}

const demoCode = (index: number) => async (stage: Stage, page: Page) => {
  const links = (await stage.demoLinks(/^\/checkpoint\/#code=/)).map((link) => link.split('#code=')[1] ?? '')
  await shownToBooth(page, decodeURIComponent(links[index] ?? ''))
  await press(page, /与车牌一致/)
}

const inProvince = (plate: string) => async (page: Page) => {
  await typePlate(page, plate)
  await answerUntilVerdict(page, { 从哪里装: '省内行程', 入豫报备: '未报备', 出示货畅码: '没有货畅码' })
}

const antigen = async (page: Page, ...results: RegExp[]) => {
  await press(page, '录抗原')
  for (const result of results) await press(page, result)
}

const judged = (page: Page, headline: string) => page.getByRole('heading', { level: 1, name: headline }).waitFor()

/** A truck for each row of the decision table, in its order. */
const ways: Readonly<Record<string, (stage: Stage, page: Page) => Promise<void>>> = {
  v0: async (_stage, page) => {
    await typePlate(page, '豫HX0040')
    await press(page, '更多操作')
    await press(page, '不是货车')
  },
  v1: async (stage, page) => {
    await withPapers('苏EX0041', untested)(stage, page)
    await antigen(page, /阳性$/, /确认阳性/)
    await judged(page, '暂缓放行')
  },
  v2: async (stage, page) => {
    await registerByApi(stage.server, { plate: '苏EX0042', ...crossing })
    await typePlate(page, '苏EX0042')
    await press(page, /四项齐全/)
    await press(page, /^记录阴性/)
    await page.getByRole('heading', { name: /测温/ }).waitFor()
    await booth.typeTemperature(page, '37.5')
    await booth.typeTemperature(page, '37.6')
  },
  v3: withPapers('苏EX0043', { 通信行程卡: /^■ 红$/ }),
  // Released a few hours ago at another checkpoint of the demonstration.
  v4: async (_stage, page) => {
    await typePlate(page, '豫HX0072')
    await answerUntilVerdict(page, { 从哪里装: '省内行程', 司乘: '相同' })
  },
  v5: async (stage, page) => {
    await demoCode(4)(stage, page)
    await answerUntilVerdict(page, { 测温: '36.5' })
  },
  v6: async (_stage, page) => inProvince('豫HX0046')(page),
  v7: async (_stage, page) => {
    await typePlate(page, '苏EX0047')
    await answerUntilVerdict(page, { 从哪里装: '省外行程', 入豫报备: '未报备' })
  },
  v8: async (stage, page) => {
    await demoCode(0)(stage, page)
    await answerUntilVerdict(page, { 测温: '36.5' })
  },
  v10: withPapers('苏EX0050', {}),
  v11: withPapers('苏EX0051', untested),
  v12: async (stage, page) => {
    await withPapers('苏EX0052', untested)(stage, page)
    await antigen(page, /阴性$/)
    await judged(page, '立即放行')
  },
  v13: withPapers('苏EX0053', { 健康码: /^▲ 黄$/ }),
  v14: async (stage, page) => {
    await withPapers('苏EX0054', { ...untested, 健康码: /^▲ 黄$/ })(stage, page)
    await antigen(page, /阴性$/)
    await judged(page, '管控放行')
  },
  v15: async (_stage, page) => {
    await typePlate(page, '苏EX0055')
    await answerUntilVerdict(page, { 从哪里装: '省外行程', 入豫报备: '未报备' })
    await press(page, '拒绝配合')
    await press(page, '请点长处置')
    await judged(page, '点长现场处置')
  },
}

/** What else opens on that verdict. */
const more: Readonly<Record<string, (page: Page, at: At) => Promise<void>>> = {
  v11: async (page, at) => {
    await press(page, '录抗原')
    await at(page, 'antigen')
    await page.keyboard.press('Escape')
  },
  v15: async (page, at) => {
    await page.getByRole('button', { name: /^呼叫点长/ }).click()
    await at(page, 'head-called')
    await press(page, '关闭')
    await press(page, '点长已处置')
    await at(page, 'head-settles')
    await page.keyboard.press('Escape')
  },
}

export const verdicts: readonly Walk[] = Object.entries(ways).map(([row, bring]) => ({
  name: `verdict ${row.toUpperCase()}`,
  go: (stage, at) =>
    withSharedBooth(stage, async (page) => {
      await bring(stage, page)
      await page.locator('main.verdict').waitFor()
      await page
        .getByText(/已上传|已存/)
        .first()
        .waitFor()
      await at(page, `verdict-${row}`)
      await more[row]?.(page, at)
      await booth.nextTruck(page)
    }),
}))
