import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { audit, deskSizes } from './kit/audit.ts'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { qrPicture } from './kit/camera.ts'
import { registerByApi } from './kit/driver-by-api.ts'
import { chooseRegion, freightCode, pressPlate } from './kit/driver.ts'
import { inOrder, startHealthAuthority } from './kit/health-authority.ts'
import * as booth from './kit/inspector.ts'
import { snapFailure } from './kit/looks.ts'
import { officeByApi } from './kit/office-by-api.ts'
import type { Office } from './kit/office-by-api.ts'
import { li, password, zhang } from './kit/people.ts'
import { startServer } from './kit/server.ts'
import type { Server } from './kit/server.ts'

/** Every main screen of all faces, by day and by night, on a small phone and on a smaller one. */
describe.skipIf(noChromium)('every screen can be read and pressed', () => {
  let authority: Awaited<ReturnType<typeof startHealthAuthority>>
  let server: Server
  let office: Office
  let phone: Phone

  beforeAll(async () => {
    authority = await startHealthAuthority({ [li.number]: inOrder() })
    server = await startServer(authority.env)
    office = await officeByApi(server)
    phone = await startPhone()
  })
  afterEach((context) => snapFailure(context, [phone]))
  afterAll(async () => {
    await phone?.forget()
    await server?.remove()
    await authority?.stop()
  })
  const press = (name: string | RegExp) => booth.press(phone.page, name)

  test('the doors: home, and the driver before a trip', async () => {
    const { page } = phone
    await page.goto(server.origin)
    const faults = await audit(page, 'home')
    await page.goto(`${server.origin}/driver/`)
    await page.getByRole('button', { name: '开始报备' }).waitFor()
    faults.push(...(await audit(page, 'driver-welcome')))
    await press('找回行程')
    faults.push(...(await audit(page, 'driver-find')))
    await page.getByRole('link', { name: '货畅码' }).click()
    await press('开始报备')
    faults.push(...(await audit(page, 'driver-form-1')))
    await press('下一步')
    faults.push(...(await audit(page, 'driver-form-1-errors')))
    await pressPlate(page, '沪DX0001')
    await press('下一步')
    faults.push(...(await audit(page, 'driver-form-2')))
    await page.getByRole('button', { name: /^出发地/ }).click()
    await page.getByRole('searchbox').waitFor()
    faults.push(...(await audit(page, 'driver-region')))
    await press('关闭')
    await chooseRegion(page, /^出发地/, '浦东')
    await chooseRegion(page, /^目的地/, '山阳')
    await page.getByRole('radio', { name: '重点工业品及零部件' }).check()
    await press('下一步')
    faults.push(...(await audit(page, 'driver-form-3')))
    expect(faults).toEqual([])
  })

  test('the driver with a trip: code, pass, trips, settings', async () => {
    const { page } = phone
    await page.getByLabel('姓名').fill(li.name)
    await page.getByLabel('证件号').fill(li.number)
    await page.getByLabel('手机号').fill(li.phone)
    await page.getByLabel('我承诺以上信息真实').check()
    await press('提交报备')
    await freightCode(page).waitFor()
    await page.getByText('报备成功').waitFor({ state: 'hidden' })
    const faults = await audit(page, 'driver-code')
    await page.getByRole('link', { name: '通行证' }).click()
    faults.push(...(await audit(page, 'driver-pass-offer')))
    await page.getByLabel('我承诺所填信息真实，按承诺路线运输').check()
    await press('申办通行证')
    await page.getByRole('img', { name: '通行证二维码' }).first().waitFor()
    faults.push(...(await audit(page, 'driver-pass')))
    await page.getByRole('link', { name: '行程' }).click()
    faults.push(...(await audit(page, 'driver-trips')))
    await press('设置')
    faults.push(...(await audit(page, 'driver-settings')))
    expect(faults).toEqual([])
  })

  test('the booth: not bound, scanning, plate, what is wrong with a code', async () => {
    const { page } = phone
    await page.goto(`${server.origin}/checkpoint/`)
    await page.getByRole('heading', { name: '本机尚未绑定' }).waitFor()
    const faults = await audit(page, 'booth-not-bound')
    // The address differs from the present one after # only: the page is to be opened anew.
    await page.goto('about:blank')
    await booth.enrolByLink(page, await office.enrolmentLink('inspector'))
    await page.getByText('已绑定').first().waitFor({ state: 'hidden' })
    faults.push(...(await audit(page, 'booth-scan')))
    const foreign = { name: 'a.png', mimeType: 'image/png', buffer: await qrPicture('https://example.com') }
    await page.locator('input[type=file]').setInputFiles(foreign)
    await page.getByRole('heading', { name: '这不是货畅码或通行证' }).waitFor()
    faults.push(...(await audit(page, 'booth-notice')))
    await press('手工录入')
    faults.push(...(await audit(page, 'booth-plate')))
    await press('取消')
    await press('重新扫码')
    await press('更多')
    faults.push(...(await audit(page, 'booth-menu')))
    await press('关闭')
    expect(faults).toEqual([])
  })

  test('the booth: questions and verdicts', async () => {
    const { page } = phone
    await booth.typePlate(page, '苏EX0007')
    await page.getByRole('heading', { name: /从哪里装|入豫报备/ }).waitFor()
    const faults = await audit(page, 'booth-question')
    await booth.answerUntilVerdict(page, { 从哪里装: '省外行程', 入豫报备: '未报备' })
    faults.push(...(await audit(page, 'verdict-v7')))
    await press('现场报备')
    await press('完成报备，继续核验')
    faults.push(...(await audit(page, 'booth-on-site')))
    await press('返回')
    await booth.nextTruck(page)

    await registerByApi(server, { plate: '苏EX0013', from: '320505', to: '410811', person: zhang })
    await booth.typePlate(page, '苏EX0013')
    await page.getByRole('heading', { name: /核验一证两码|测温/ }).waitFor()
    faults.push(...(await audit(page, 'booth-documents')))
    await booth.answerUntilVerdict(page, booth.documents({ 核酸证明: '未检测／无法出示', 健康码: /^▲ 黄$/ }))
    faults.push(...(await audit(page, 'verdict-v11')))
    await press('录抗原')
    faults.push(...(await audit(page, 'booth-antigen')))
    await press('✔ 阴性')
    await page.getByRole('heading', { name: '管控放行·动态追踪' }).waitFor()
    faults.push(...(await audit(page, 'verdict-v14')))
    await press(/^撤销/)
    faults.push(...(await audit(page, 'booth-review')))
    await press(/答案录错了$/)
    await booth.answerUntilVerdict(page, booth.documents({ 通信行程卡: /^■ 红$/ }))
    faults.push(...(await audit(page, 'verdict-v3')))
    await booth.nextTruck(page)

    await booth.typePlate(page, '沪DX0001')
    await booth.answerUntilVerdict(page, { 测温: '36.5' })
    faults.push(...(await audit(page, 'verdict-v8')))
    expect(faults).toEqual([])
  })

  test('the office', async () => {
    const { page } = phone
    await page.setViewportSize(deskSizes[0]!)
    await page.goto(`${server.origin}/office/`)
    await page.getByRole('heading', { name: '登录' }).or(page.getByLabel('用户名')).first().waitFor()
    const faults = await audit(page, 'office-sign-in', deskSizes)
    await page.getByLabel('用户名').fill('admin')
    await page.getByLabel('密码', { exact: true }).fill(password)
    await press('登录')
    await page.getByRole('row', { name: /沪D·X0001/ }).waitFor()
    faults.push(...(await audit(page, 'office-ledger', deskSizes)))
    await page
      .getByRole('button', { name: /^查看 苏E·X0013/ })
      .first()
      .click()
    await page.getByRole('dialog').getByText('终端与云端结论一致').waitFor()
    faults.push(...(await audit(page, 'office-record', deskSizes)))
    await press('关闭')
    for (const [title, name] of [
      ['检查点', 'checkpoints'],
      ['人员', 'staff'],
      ['查验终端', 'terminals'],
      ['核酸结果导入', 'results'],
    ] as const) {
      await page.getByRole('link', { name: title, exact: true }).click()
      await page.getByRole('heading', { name: title, level: 1 }).waitFor()
      await page.waitForTimeout(200)
      faults.push(...(await audit(page, `office-${name}`, deskSizes)))
    }
    await page.getByRole('link', { name: '人员', exact: true }).click()
    await press('新增人员')
    faults.push(...(await audit(page, 'office-new-staff', deskSizes)))
    await press('关闭')
    await page.getByRole('link', { name: '检查点', exact: true }).click()
    await page
      .getByRole('link', { name: /卡口码/ })
      .first()
      .click()
    await page.getByRole('img', { name: /卡口码/ }).waitFor()
    faults.push(...(await audit(page, 'office-sign', deskSizes)))
    expect(faults).toEqual([])
  })

  test('in English, whose words are longer', async () => {
    const { page } = phone
    await page.evaluate(() => localStorage.setItem('changxing.language', '"en"'))
    const faults: string[] = []
    for (const [name, address] of [
      ['code', '/driver/#/code'],
      ['pass', '/driver/#/pass'],
      ['trips', '/driver/#/trips'],
      ['find', '/driver/#/find'],
      ['form-1', '/driver/#/register/1'],
      ['form-2', '/driver/#/register/2'],
      ['form-3', '/driver/#/register/3'],
      ['scan', '/checkpoint/'],
    ] as const) {
      await page.goto('about:blank')
      await page.goto(`${server.origin}${address}`)
      await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' })
      faults.push(...(await audit(page, `english-${name}`)))
    }
    await press('Type plate')
    await page.getByRole('textbox').fill('苏EX0013')
    await page.getByRole('textbox').press('Enter')
    await page.getByRole('heading', { level: 2 }).first().waitFor()
    faults.push(...(await audit(page, 'english-question')))
    await page.goto(`${server.origin}/office/`)
    await page.getByRole('row', { name: /沪D·X0001/ }).waitFor()
    faults.push(...(await audit(page, 'english-ledger', deskSizes)))
    expect(faults).toEqual([])
  })
})
