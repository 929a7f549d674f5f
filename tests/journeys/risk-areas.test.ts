import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { audit, deskSizes } from './kit/audit.ts'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { deskSize, employ, sitDown, toast, turnTo } from './kit/desk.ts'
import { chooseRegion, pressPlate } from './kit/driver.ts'
import * as booth from './kit/inspector.ts'
import { snap, snapFailure } from './kit/looks.ts'
import { officeByApi } from './kit/office-by-api.ts'
import { startServer } from './kit/server.ts'
import type { Server } from './kit/server.ts'

/** What is published as a risk area stands beside the question of a stay: at the booth without a network, and in the driver's form. */
describe.skipIf(noChromium)('the list of risk areas', () => {
  let server: Server
  let desk: Phone
  let inspector: Phone
  let driver: Phone

  beforeAll(async () => {
    server = await startServer()
    const office = await officeByApi(server)
    await employ(office, 'liudiao', 'epidemic', '防疫示例')
    desk = await startPhone(deskSize)
    inspector = await startPhone()
    await sitDown(desk.page, server, 'liudiao')
    await turnTo(desk.page, '风险地区')
    await booth.enrolByLink(inspector.page, await office.enrolmentLink('inspector'))
  })
  afterEach((context) => snapFailure(context, [desk, inspector, driver]))
  afterAll(async () => {
    await Promise.all([desk, inspector, driver].map((phone) => phone?.forget()))
    await server?.remove()
  })

  test('the epidemic office lists one by hand', async () => {
    const { page } = desk
    await page.getByText('没有登记的风险地区').waitFor()
    await booth.press(page, '登记一处')
    const sheet = page.getByRole('dialog')
    await sheet.getByRole('button', { name: '列入名单' }).click()
    await sheet.getByText('请选择地区').first().waitFor()
    await chooseRegion(page, /^地区/, '博爱')
    await sheet.getByLabel('小区、村或街道').fill('示例街道示例小区')
    await sheet.getByRole('radio', { name: '高风险' }).check()
    await sheet.getByLabel('文号').fill('示例通告第1号')
    expect(await audit(page, 'office-risk-area-form', deskSizes)).toEqual([])
    await sheet.getByRole('button', { name: '列入名单' }).click()
    await toast(page, '已列入名单')
    await page.getByRole('row', { name: /示例街道示例小区.*高风险/ }).waitFor()
  })

  test('the lines of an announcement are pasted, looked at, and listed together', async () => {
    const { page } = desk
    await page.getByRole('link', { name: '批量导入' }).click()
    const lines = [
      '上海市浦东新区 示例路1号 中风险',
      '河南省焦作市沁阳市 示例村 中风险',
      '河南省焦作市博爱县 示例街道示例小区 高风险',
      '示例国 某处 高风险',
    ]
    await page.getByLabel('粘贴内容').fill(lines.join('\n'))
    await booth.press(page, '核对')
    await page.getByText('可登记 3 处，1 行有问题').waitFor()
    const faults = await audit(page, 'office-risk-areas-preview', deskSizes)
    await page.getByLabel('文号').fill('示例通告第2号')
    await booth.press(page, '登记 3 处')
    await page.getByText('已登记 2 处，已有 1 处，未登记 1 处').waitFor()
    await page.getByRole('link', { name: '返回名单' }).click()
    await page.getByRole('row', { name: /示例路1号/ }).waitFor()
    faults.push(...(await audit(page, 'office-risk-areas', deskSizes)))
    await snap(page, 'office-risk-areas-ledger')
    expect(faults).toEqual([])
  })

  test('at the booth the list stands beside the question, without a network', async () => {
    const { page } = inspector
    await page.reload()
    await booth.readyToScan(page)
    await page.getByText('离线包 刚更新').waitFor()
    await page.context().setOffline(true)
    await booth.typePlate(page, '沪DX0001')
    const ask = booth.documents()
    delete (ask as Record<string, unknown>)['中高风险区']
    const question = page.getByRole('heading', { name: /中高风险区/ })
    await booth
      .answerUntilVerdict(page, {
        从哪里装: '省外行程',
        入豫报备: '已报备',
        出示货畅码: '没有货畅码',
        ...ask,
      })
      .catch(() => undefined)
    await question.waitFor()
    await booth.press(page, '查看名单（3）')
    const sheet = page.getByRole('dialog', { name: '中高风险地区名单' })
    await sheet.getByText('示例路1号').waitFor()
    await snap(page, 'inspector-risk-areas')
    await sheet.getByLabel('查找地区或小区').fill('焦作 示例村')
    await sheet.getByText('示例路1号').waitFor({ state: 'hidden' })
    await sheet.getByText('示例村').waitFor()
    await booth.press(page, '关闭')
    await question.waitFor()
  })

  test("the driver's form shows the same list", async () => {
    driver = await startPhone()
    const { page } = driver
    await page.goto(`${server.origin}/driver/`)
    await booth.press(page, '开始报备')
    await pressPlate(page, '沪DX0001')
    await booth.press(page, '下一步')
    await chooseRegion(page, /^出发地/, '浦东')
    await chooseRegion(page, /^目的地/, '山阳')
    await page.getByRole('radio', { name: '重点工业品及零部件' }).check()
    await booth.press(page, '下一步')
    await page.getByText('更多', { exact: false }).first().click()
    await booth.press(page, '查看名单（3）')
    await page.getByRole('dialog').getByText('示例街道示例小区').waitFor()
    await snap(page, 'driver-risk-areas')
  })

  test('one is taken off with its reason, and stays in the history', async () => {
    const { page } = desk
    await page
      .getByRole('row', { name: /示例村/ })
      .locator('.row-open')
      .click()
    const sheet = page.getByRole('dialog')
    await sheet.getByRole('button', { name: '解除…' }).click()
    await sheet.getByLabel('解除原因').fill('连续14天无新增')
    await sheet.getByRole('button', { name: '解除', exact: true }).click()
    await toast(page, '已解除')
    await page.getByRole('row', { name: /示例村/ }).waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: '已解除' }).click()
    await page
      .getByRole('row', { name: /示例村/ })
      .locator('.row-open')
      .click()
    await sheet.getByText('连续14天无新增').waitFor()
    await snap(page, 'office-risk-area-ended')
  })
})
