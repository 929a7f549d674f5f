import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { minute } from '../../shared/instant.ts'
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
import { serverInTime } from './kit/time.ts'

/** A driver reports to 12328, the desk answers, he says what he thinks of it; another case is left lying and goes up. */
describe.skipIf(noChromium)('12328 接诉即办', () => {
  let its: Awaited<ReturnType<typeof serverInTime>>
  let office: Office
  let driver: Phone
  let inspector: Phone
  let desk: Phone
  let number = ''

  beforeAll(async () => {
    its = await serverInTime()
    office = await officeByApi(its.server)
    await employ(office, 'rexian', 'dispatcher', '调度示例')
    await employ(office, 'ducha', 'supervisor', '督查示例')
    driver = await startPhone()
    inspector = await startPhone()
    desk = await startPhone(deskSize)
    await registerTrip(driver.page, its.server, { plate: '沪DX0001', from: '浦东', to: '山阳', person: li })
    await booth.enrolByLink(inspector.page, await office.enrolmentLink('inspector'))
  })
  afterEach((context) => snapFailure(context, [driver, inspector, desk]))
  afterAll(async () => {
    await Promise.all([driver, inspector, desk].map((phone) => phone?.forget()))
    await its?.server.remove()
  })

  test('the driver reports from his trip; without a network what he wrote stays', async () => {
    const { page } = driver
    await page.getByRole('link', { name: '行程', exact: true }).click()
    await page.getByRole('link', { name: '向12328反映' }).first().click()
    await page.getByRole('heading', { name: '向12328反映' }).waitFor()
    expect(await page.getByRole('link', { name: '拨打12328' }).getAttribute('href')).toBe('tel:12328')
    await snap(page, 'driver-case-empty')
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByText('请选择一项').waitFor()
    await page.getByRole('radio', { name: '卡口拥堵' }).check()
    await page.getByLabel('说明情况').fill('排队两小时没动，后面还有很多车')
    await page.getByLabel('在哪个检查点').selectOption({ index: 1 })
    await page.context().setOffline(true)
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByText('还没有提交，内容已留在本机').waitFor()
    await snap(page, 'driver-case-offline')
    await page.context().setOffline(false)
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByText(/已提交，编号/).waitFor()
    number =
      (await page
        .getByText(/^\d{6}-\d{4}$/)
        .first()
        .textContent()) ?? ''
    expect(number).toMatch(/^\d{6}-0001$/)
    await page.getByText('待受理').first().waitFor()
    await snap(page, 'driver-case-waits')
    expect(await audit(page, 'driver-case')).toEqual([])
  })

  test('the desk accepts, dispatches and replies', async () => {
    const { page } = desk
    await sitDown(page, its.server, 'rexian')
    await turnTo(page, '12328工单')
    await snap(page, 'office-cases')
    await page.getByRole('button', { name: `${number}，办理` }).click()
    await page.getByText('排队两小时没动，后面还有很多车').waitFor()
    await snap(page, 'office-case-new')
    expect(await audit(page, 'office-case', deskSizes)).toEqual([])
    await move('受理')
    await move('派单', async () => page.getByRole('dialog').getByLabel('派给哪个单位').fill('武陟县物流保通保畅办'))
    await page.getByText('武陟县物流保通保畅办').first().waitFor()
    await page.getByRole('button', { name: '答复反映人' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '确定' }).click()
    await page.getByText('请填写（至少2个字）').waitFor()
    await page.getByRole('dialog').getByLabel('答复内容').fill('已增开2条车道，预计20分钟通过')
    await snap(page, 'office-case-reply')
    await page.getByRole('dialog').getByRole('button', { name: '确定' }).click()
    await page.getByText('已反馈').first().waitFor()
    await snap(page, 'office-case-replied')
  })

  test('the driver reads the reply, is satisfied, and the case is closed', async () => {
    const { page } = driver
    await page.reload()
    await page.getByText('已增开2条车道，预计20分钟通过').first().waitFor()
    await snap(page, 'driver-case-replied')
    await page.getByRole('radio', { name: '满意', exact: true }).check()
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByText('已归档').first().waitFor()
    await snap(page, 'driver-case-closed')
    await desk.page.reload()
    await desk.page
      .getByText('已归档，没有可以办理的事项')
      .or(desk.page.getByRole('button', { name: '重新办理' }))
      .first()
      .waitFor()
    await desk.page.getByText('满意', { exact: true }).first().waitFor()
  })

  test('a call is taken down with the keyboard alone: the plate finds the trip', async () => {
    const { page } = desk
    await turnTo(page, '12328工单')
    await page.getByRole('link', { name: '登记来电' }).click()
    await page.getByRole('heading', { name: '登记来电' }).waitFor()
    await page.keyboard.type('沪DX0001')
    await page.getByRole('radio', { name: /沪D·X0001/ }).waitFor()
    await page.getByRole('radio', { name: /沪D·X0001/ }).check()
    await page.getByRole('radio', { name: '要求重复检测' }).focus()
    await page.keyboard.press('Space')
    await page.getByLabel('反映内容').focus()
    await page.keyboard.type('昨天做过核酸又要做')
    await snap(page, 'office-case-intake')
    expect(await audit(page, 'office-case-intake', deskSizes)).toEqual([])
    await page.keyboard.press('Control+Enter')
    await toast(page, '已受理，编号')
    await page.getByText('昨天做过核酸又要做').first().waitFor()
  })

  test('an inspector reports for the driver without a network; it comes in by itself, and supervision has a copy', async () => {
    const { page } = inspector
    await booth.typePlate(page, '沪DX0001')
    await booth.answerUntilVerdict(page, booth.documents({}))
    await page.context().setOffline(true)
    await page.getByRole('button', { name: '代报12328' }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByRole('radio', { name: /^层层加码/ }).check()
    await sheet.getByLabel('说明情况').fill('上一个检查点要求村里开证明')
    await snap(page, 'inspector-report')
    expect(await audit(page, 'inspector-report')).toEqual([])
    await sheet.getByRole('button', { name: '提交' }).click()
    await page.getByText('已记下，联网后自动上传').waitFor()
    await page.context().setOffline(false)
    const watch = desk.page
    await sitDown(watch, its.server, 'ducha')
    await turnTo(watch, '12328工单')
    await expect
      .poll(
        async () => {
          await watch.reload()
          await watch.getByRole('heading', { name: '12328工单', level: 1 }).waitFor()
          await watch.waitForTimeout(800)
          return watch.getByText('上一个检查点要求村里开证明').count()
        },
        { timeout: 40_000 },
      )
      .toBeGreaterThan(0)
    await turnTo(watch, '通知')
    await watch
      .getByText(/工单抄送/)
      .first()
      .waitFor()
    await snap(watch, 'office-case-copied')
  })

  test('nobody answers: forty minutes later the city has it', async () => {
    await its.ahead(40 * minute)
    const { page } = desk
    await sitDown(page, its.server, 'rexian')
    await turnTo(page, '12328工单')
    await expect
      .poll(
        async () => {
          await page.reload()
          await page.getByRole('heading', { name: '12328工单', level: 1 }).waitFor()
          await page.waitForTimeout(800)
          return page.getByText('已升级至市', { exact: true }).count()
        },
        { timeout: 60_000, interval: 2000 },
      )
      .toBeGreaterThan(0)
    await snap(page, 'office-cases-late')
    expect([...driver.complaints, ...inspector.complaints, ...desk.complaints]).toEqual([])
  })

  async function move(name: string, fill: () => Promise<void> = async () => undefined) {
    const { page } = desk
    await page.getByRole('button', { name, exact: true }).click()
    await fill()
    await page.getByRole('dialog').getByRole('button', { name: '确定' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  }
})
