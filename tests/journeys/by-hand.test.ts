import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { headlines } from '../../shared/wording/headlines.ts'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { registerByApi } from './kit/driver-by-api.ts'
import { chooseRegion } from './kit/driver.ts'
import * as booth from './kit/inspector.ts'
import { snap, snapFailure } from './kit/looks.ts'
import { officeByApi } from './kit/office-by-api.ts'
import type { Office } from './kit/office-by-api.ts'
import { li, zhang } from './kit/people.ts'
import { startServer } from './kit/server.ts'
import type { Server } from './kit/server.ts'

/** Trucks without a code that can be scanned, and a server without any health data: everything goes on by hand. */
describe.skipIf(noChromium)('a check by hand', () => {
  let server: Server
  let office: Office
  let phone: Phone
  const shanghai = { from: '310115', to: '410811', person: li }
  const { press, answerUntilVerdict, documents } = booth

  beforeAll(async () => {
    server = await startServer()
    office = await officeByApi(server)
    await registerByApi(server, { plate: '沪DX0013', ...shanghai })
    await registerByApi(server, { plate: '沪DX0003', ...shanghai })
    await registerByApi(server, { plate: '沪DX0015', ...shanghai })
    await registerByApi(server, { plate: '豫AX0005', from: '410105', to: '410811', person: zhang })
    phone = await startPhone()
    await booth.enrolByLink(phone.page, await office.enrolmentLink('inspector'))
  })
  afterEach((context) => snapFailure(context, [phone]))
  afterAll(async () => {
    await phone?.forget()
    await server?.remove()
  })

  test('after eight seconds without a code the typed plate is offered; an unknown truck registers on the spot', async () => {
    const { page } = phone
    const offer = page.getByRole('button', { name: '没有有效码：按无码处理，录入车牌' })
    expect(await offer.isVisible()).toBe(false)
    await offer.waitFor({ timeout: 15_000 })
    await snap(page, 'inspector-no-code-offer')
    await offer.click()
    await snap(page, 'inspector-plate-keyboard')
    await booth.enterPlate(page, '沪DX0007')
    const said = await answerUntilVerdict(page, { 从哪里装: '省外行程', 入豫报备: '未报备' })
    expect(said.headline).toBe(headlines.V7.zh)
    await snap(page, 'inspector-v7')

    await press(page, '现场报备')
    await chooseRegion(page, /^出发地/, '浦东')
    await page.getByLabel('货物类别').selectOption({ label: '能源' })
    await page.getByLabel('司机姓名').fill(zhang.name)
    await page.getByLabel('证件号').fill(zhang.number)
    await page.getByLabel('手机号').fill(zhang.phone)
    await page.getByLabel('司机承诺以上信息真实').check()
    await snap(page, 'inspector-on-site')
    await press(page, '完成报备，继续核验')
    await page.getByRole('heading', { name: /^(核验一证两码|测温)/ }).waitFor()
  })

  test('his documents: no test, so sample and antigen; negative, so he drives on at once', async () => {
    const { page } = phone
    const tested = await answerUntilVerdict(page, documents({ 核酸证明: '未检测／无法出示' }))
    expect(tested.headline).toBe(headlines.V11.zh)
    await snap(page, 'inspector-v11')
    await press(page, '录抗原')
    await snap(page, 'inspector-antigen')
    await press(page, '✔ 阴性')
    await page.getByRole('heading', { name: headlines.V12.zh }).waitFor()
    const said = await booth.verdict(page)
    expect(said.text).toMatch(/不必等候核酸结果/)
    await snap(page, 'inspector-v12')
    await booth.nextTruck(page)
  })

  test('a health code that is yellow, a test in time: released under a yellow code, and taken back within the minute', async () => {
    const { page } = phone
    await booth.typePlate(page, '沪DX0013')
    const said = await answerUntilVerdict(page, documents({ 健康码: /^▲ 黄$/ }))
    expect(said.headline).toBe(headlines.V13.zh)
    await expect.poll(said.state).toMatch(/已上传/)
    await snap(page, 'inspector-v13')

    await press(page, /^撤销/)
    await snap(page, 'inspector-review')
    await press(page, /答案录错了$/)
    const corrected = await answerUntilVerdict(page, {
      ...documents(),
      核验一证两码: [/四项齐全/, /^记录阴性/],
    })
    expect(corrected.headline).toBe(headlines.V10.zh)
    await expect.poll(corrected.state).toMatch(/已上传/)
    const records = (await office.inspections()).filter(({ plate }) => plate === '沪DX0013')
    expect(records.map(({ row }) => row)).toEqual(['V10', 'V13'])
    expect(records[0]?.corrects).toBe(records[1]?.id)
    await booth.nextTruck(page)
  })

  test('a stay in a listed area: point-to-point, never turned back', async () => {
    const { page } = phone
    await booth.typePlate(page, '沪DX0003')
    const said = await answerUntilVerdict(page, documents({ 中高风险区: '是' }))
    expect(said.headline).toBe(headlines.V3.zh)
    await snap(page, 'inspector-v3')
    await booth.nextTruck(page)
  })

  test('who refuses meets the head, after being asked twice', async () => {
    const { page } = phone
    await booth.typePlate(page, '沪DX0015')
    await press(page, '拒绝配合')
    await snap(page, 'inspector-refuses')
    await press(page, '请点长处置')
    const said = await booth.verdict(page)
    expect(said.headline).toBe(headlines.V15.zh)
    await snap(page, 'inspector-v15')
    await booth.nextTruck(page)
  })

  test('a truck of the province is asked nothing, in Chinese and in English', async () => {
    const { page } = phone
    await booth.typePlate(page, '豫AX0005')
    expect((await answerUntilVerdict(page, {})).headline).toBe(headlines.V5.zh)
    await press(page, '更多')
    await page.getByRole('radio', { name: 'English' }).check()
    await press(page, 'Close')
    const said = await booth.verdict(page)
    expect(said.headline).toBe(headlines.V5.en)
    expect(said.text).not.toMatch(/[\u4e00-\u9fff]{6}/u)
    await snap(page, 'inspector-v5-en')
  })
})
