import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { audit, deskSizes } from './kit/audit.ts'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { deskSize, employ, sitDown, toast, turnTo } from './kit/desk.ts'
import { registerTrip } from './kit/driver.ts'
import * as booth from './kit/inspector.ts'
import { snap, snapFailure } from './kit/looks.ts'
import { officeByApi } from './kit/office-by-api.ts'
import type { Office } from './kit/office-by-api.ts'
import { li } from './kit/people.ts'
import { startServer } from './kit/server.ts'
import type { Server } from './kit/server.ts'

/** A driver is given a yellow code at the checkpoint, says on his phone that it is wrong, and an officer clears it. */
describe.skipIf(noChromium)('the green lane 申诉绿色通道', () => {
  let server: Server
  let office: Office
  let driver: Phone
  let inspector: Phone
  let desk: Phone

  beforeAll(async () => {
    server = await startServer()
    office = await officeByApi(server)
    await employ(office, 'shensu', 'appeal-officer', '申诉示例')
    driver = await startPhone()
    inspector = await startPhone()
    desk = await startPhone(deskSize)
    await registerTrip(driver.page, server, { plate: '沪DX0001', from: '浦东', to: '山阳', person: li })
    await booth.enrolByLink(inspector.page, await office.enrolmentLink('inspector'))
  })
  afterEach((context) => snapFailure(context, [driver, inspector, desk]))
  afterAll(async () => {
    await Promise.all([driver, inspector, desk].map((phone) => phone?.forget()))
    await server?.remove()
  })

  test('a yellow health code at the booth gives a yellow reason', async () => {
    const { page } = inspector
    await booth.typePlate(page, '沪DX0001')
    await booth.answerUntilVerdict(page, booth.documents({ 健康码: /^▲ 黄$/ }))
    await expect.poll(async () => (await office.inspections()).map(({ row }) => row)).toEqual(['V13'])
  })

  test('the driver reads why, and says what is wrong with it', async () => {
    const { page } = driver
    await booth.press(page, '刷新')
    await page.getByRole('link', { name: '申诉', exact: true }).first().click()
    await page.getByRole('heading', { name: '健康码申诉绿色通道' }).waitFor()
    const choice = page.getByRole('radio', { name: '赋码原因与实际不符' })
    await choice
      .or(page.getByRole('button', { name: '申诉', exact: true }))
      .first()
      .waitFor()
    if (!(await choice.isVisible())) await page.getByRole('button', { name: '申诉', exact: true }).first().click()
    await choice.check()
    await page.getByLabel('补充说明').fill('健康码是绿码，请核对')
    await page.getByRole('button', { name: '提交申诉' }).click()
    await page.getByText('已提交，等待人工核实').first().waitFor()
    await snap(page, 'driver-appeal-waits')
    expect(await audit(page, 'driver-appeal')).toEqual([])
  })

  test('the officer takes it up and clears it on a paper', async () => {
    const { page } = desk
    await sitDown(page, server, 'shensu')
    await turnTo(page, '申诉绿色通道')
    await page
      .getByRole('button', { name: /^查看 沪D·X0001/ })
      .first()
      .click()
    const sheet = page.getByRole('dialog')
    await sheet.getByText('健康码是绿码，请核对').waitFor()
    await sheet.getByRole('button', { name: '受理' }).click()
    await toast(page, '已受理')
    expect(await audit(page, 'office-appeal', deskSizes)).toEqual([])
    await sheet.getByLabel('解除方式').selectOption({ label: '核实后原因不成立' })
    await sheet.getByRole('button', { name: '办结' }).click()
    await sheet.getByText('请填写文号（含数字）').waitFor()
    await sheet.getByLabel('文号').fill('申核〔2022〕8号')
    await sheet.getByRole('button', { name: '办结' }).click()
    await toast(page, '已办结')
    await snap(page, 'office-appeal-decided')
  })

  test('the driver sees that it is cleared', async () => {
    const { page } = driver
    await page.reload()
    await page.getByText('已解除').first().waitFor()
    await snap(page, 'driver-appeal-cleared')
    expect([...driver.complaints, ...inspector.complaints, ...desk.complaints]).toEqual([])
  })
})
