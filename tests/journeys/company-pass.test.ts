import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { foodCompany } from '../kit/specimens-passes.ts'
import { audit, deskSizes, phoneSizes } from './kit/audit.ts'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { qrPicture } from './kit/camera.ts'
import { deskSize, employ, sitDown, turnTo } from './kit/desk.ts'
import { chooseRegion, fillRegistration, pressPlate } from './kit/driver.ts'
import { inOrder, startHealthAuthority } from './kit/health-authority.ts'
import * as booth from './kit/inspector.ts'
import { snap, snapFailure } from './kit/looks.ts'
import { officeByApi } from './kit/office-by-api.ts'
import { li } from './kit/people.ts'
import { startServer } from './kit/server.ts'
import type { Server } from './kit/server.ts'

const plate = '沪DX0001'

/** A company without an account gets a pass; its driver has it; the booth types its number. */
describe.skipIf(noChromium)('a company applies, its driver drives', () => {
  let authority: Awaited<ReturnType<typeof startHealthAuthority>>
  let server: Server
  let company: Phone
  let driver: Phone
  let inspector: Phone
  let desk: Phone
  let link = ''
  let number = ''

  beforeAll(async () => {
    authority = await startHealthAuthority({ [li.number]: inOrder() })
    server = await startServer(authority.env)
    const office = await officeByApi(server)
    await employ(office, 'tongxing', 'pass-officer', '通行证示例')
    company = await startPhone({ width: 320, height: 640 })
    driver = await startPhone()
    inspector = await startPhone()
    desk = await startPhone(deskSize)
    await booth.enrolByLink(inspector.page, await office.enrolmentLink('inspector'))
  })
  afterEach((context) => snapFailure(context, [company, driver, inspector, desk]))
  afterAll(async () => {
    await Promise.all([company, driver, inspector, desk].map((phone) => phone?.forget()))
    await server?.remove()
    await authority?.stop()
  })

  test('the form, on a very small phone: errors at their fields, the credit code said as typed', async () => {
    const { page } = company
    await page.goto(server.origin)
    await page.getByRole('link', { name: /企业办通行证/ }).click()
    await page.getByRole('heading', { name: '通行证申办' }).waitFor()
    await booth.press(page, '提交申办')
    await page.getByText('请填写单位全称').waitFor()
    const sizes = [{ width: 320, height: 640 }, ...phoneSizes, ...deskSizes]
    expect(await audit(page, 'apply-errors', sizes)).toEqual([])
    await page.setViewportSize({ width: 320, height: 640 })
    await page.getByLabel('单位名称').fill(foodCompany.company)
    await page.getByLabel('统一社会信用代码').fill('91410800MAXXXX0151')
    await page.getByText('校验不符').waitFor()
    await page.getByLabel('统一社会信用代码').fill(foodCompany.companyCode)
    await page.getByText('校验相符').waitFor()
    await page.getByLabel('联系人').fill('赵例')
    await page.getByLabel('联系电话').fill('13800000099')
    await pressPlate(page, plate)
    await chooseRegion(page, /^始发地/, '浦东')
    await chooseRegion(page, /^目的地/, '山阳')
    await page.getByRole('radio', { name: '重点工业品及零部件' }).check()
    await page.getByLabel('姓名').fill(li.name)
    await page.getByLabel('证件号后4位').fill('0031')
    await page.getByLabel(/我单位承诺/).check()
    await booth.press(page, '提交申办')
  })

  test('issued at once: the pass, its PDF, and a link for the driver', async () => {
    const { page } = company
    await page.getByText('有效', { exact: true }).waitFor()
    await page.getByText(li.name).waitFor()
    number = (await page.locator('.pass-code-first figcaption').innerText()).trim()
    expect(number).toMatch(/^4108\d{8}$/)
    const [file] = await Promise.all([page.waitForEvent('download'), booth.press(page, '下载PDF')])
    expect(file.suggestedFilename()).toBe(`通行证-${number}.pdf`)
    link = await page.locator('.give-link').innerText()
    expect(await audit(page, 'apply-issued', [...phoneSizes, ...deskSizes])).toEqual([])
  })

  test('the driver scans the link and has it on his phone; the key leaves the address', async () => {
    const { page } = driver
    await page.goto(link)
    await page.getByText(number).first().waitFor()
    expect(page.url()).not.toContain(link.split('/').at(-1))
    await page.getByRole('button', { name: '从本机删除' }).waitFor()
    expect(await page.getByRole('button', { name: /换发/ }).count()).toBe(0)
  })

  test('registered with this plate and route, his own pass page shows it, too', async () => {
    const { page } = driver
    await page.goto(`${server.origin}/driver/`)
    await booth.press(page, '开始报备')
    await fillRegistration(page, { plate, from: '浦东', to: '山阳', person: li })
    await page.getByRole('img', { name: '货畅码二维码' }).waitFor()
    await page.getByRole('link', { name: '通行证' }).click()
    await page.getByText(number).first().waitFor()
    await page.getByText('由收发货单位代办').waitFor()
    expect(await audit(page, 'driver-pass-company')).toEqual([])
  })

  test('the inspector types its number: the same as scanning it', async () => {
    const { page } = inspector
    const scanned = await throughTheBooth(async () => {
      const qr = await passText(driver)
      const picture = { name: 'pass.png', mimeType: 'image/png', buffer: await qrPicture(qr) }
      await page.locator('input[type=file]').setInputFiles(picture)
    })
    const typed = await throughTheBooth(async () => {
      await booth.press(page, '输入编号')
      await typeDigits(number)
      expect(await page.getByLabel('12位编号').inputValue()).toBe(number.replace(/(\d{4})(?=\d)/g, '$1 '))
      // One number in ten fits a trip's check digit, too.
      await page.getByText(/^(通行证编号|编号完整)$/).waitFor()
      expect(await audit(page, 'inspector-number')).toEqual([])
      await booth.press(page, '查询')
    })
    expect(typed).toEqual(scanned)
    expect(typed.headline).toBe('快速放行')
    expect(typed.text).toMatch(/走绿色通道/)
  })

  test('nobody’s number is said, and without a network the plate is the way on', async () => {
    const { page } = inspector
    await booth.press(page, '输入编号')
    await typeDigits('410811999998')
    await booth.press(page, '查询')
    await page.getByText('没有这个编号的通行证或行程').waitFor()
    // As it says: another province's pass is recorded from here, with the number typed.
    await booth.press(page, '登记为外省通行证')
    await booth.press(page, '浙江')
    expect(await page.getByLabel(/^证件编号/).inputValue()).toBe('410811999998')
    expect(await audit(page, 'inspector-foreign-by-number')).toEqual([])
    await page.keyboard.press('Escape')
    expect(await audit(page, 'inspector-number-unknown')).toEqual([])
    await page.setViewportSize({ width: 360, height: 640 })
    const { y, height } = (await page.getByRole('button', { name: '登记为外省通行证' }).boundingBox())!
    expect(y + height).toBeLessThanOrEqual(640)
    await page.setViewportSize({ width: 390, height: 844 })
    await booth.press(page, '删除一位')
    await typeDigits('8')
    await page.route('**/api/numbers/*', (route) => route.abort())
    await booth.press(page, '查询')
    await page.getByText('编号要联网才能查').waitFor()
    await snap(page, 'inspector-number-offline')
    await page.getByRole('dialog').getByRole('button', { name: '手工录入' }).click()
    await page.getByRole('heading', { name: '录入车牌' }).waitFor()
    await booth.press(page, '取消')
  })

  test('a code that is not ours is recorded as a pass of Zhejiang: the green lane', async () => {
    const { page } = inspector
    const picture = {
      name: 'x.png',
      mimeType: 'image/png',
      buffer: await qrPicture('https://zj.example/pass/330400123'),
    }
    await page.locator('input[type=file]').setInputFiles(picture)
    await page.getByRole('heading', { name: '这不是货畅码或通行证' }).waitFor()
    await booth.press(page, '登记为外省通行证')
    expect(await audit(page, 'inspector-foreign-provinces')).toEqual([])
    await booth.press(page, '浙江')
    await page.getByLabel(/^证件编号/).fill('330400000123')
    expect(await audit(page, 'inspector-foreign')).toEqual([])
    await booth.press(page, '登记')
    await booth.enterPlate(page, '浙FX0001')
    await page.getByText('全国互认，走绿色通道').waitFor()
    expect(await audit(page, 'inspector-session-foreign')).toEqual([])
    const said = await booth.answerUntilVerdict(page, { 从哪里装: '省内行程', 入豫报备: '未报备' })
    expect(said.text).toMatch(/走绿色通道/)
    expect(await audit(page, 'inspector-verdict-foreign')).toEqual([])
    await booth.nextTruck(page)
    await page.getByText('0待传').waitFor()
  })

  test('the office reads it as it was shown', async () => {
    const { page } = desk
    await sitDown(page, server, 'tongxing')
    await turnTo(page, '通行证')
    await page.getByText('外省通行证').first().click()
    const row = page.getByRole('row', { name: /浙F·X0001/ })
    await row.getByText('浙江').waitFor()
    expect(await row.innerText()).toMatch(/浙江[^]*330400000123[^]*二维码/)
    await snap(page, 'office-foreign-pass')
  })

  test('another destination: the pass is re-issued, and the form was filled in already', async () => {
    const { page } = company
    await booth.press(page, '换车、换人或换线路（换发）')
    await page.getByText(`原证 ${number} 自动失效`).waitFor()
    await chooseRegion(page, /^目的地/, '武陟')
    await page.getByLabel(/我单位承诺/).check()
    await booth.press(page, '提交申办')
    await page.getByText('有效', { exact: true }).waitFor()
    const next = (await page.locator('.pass-code-first figcaption').innerText()).trim()
    expect(next).not.toBe(number)
    number = next
    await page.getByRole('link', { name: /返回/ }).click()
    await page.getByRole('link', { name: /^查看/ }).first().waitFor()
    await page.getByText(number).waitFor()
    expect(await page.getByRole('link', { name: /^查看/ }).count()).toBe(1)
    await page.getByRole('link', { name: /^查看/ }).click()
  })

  test('one that a person looks at: waiting with its number, then declined with what to do now', async () => {
    const { page } = company
    await booth.press(page, '再申办一张')
    await page.getByLabel(/^车牌号/).fill('沪DX0002')
    await chooseRegion(page, /^始发地/, '武陟')
    await page.getByLabel(/我单位承诺/).check()
    await booth.press(page, '提交申办')
    await page.getByRole('heading', { name: '已受理，正在核发' }).waitFor()
    await page.getByText('起讫地为同一县区').waitFor()
    expect(await audit(page, 'apply-waiting', [...phoneSizes, ...deskSizes])).toEqual([])
    await desk.page.evaluate(declineAll)
    await page.getByRole('heading', { name: '通行证未核发' }).waitFor()
    expect(await audit(page, 'apply-declined', [...phoneSizes, ...deskSizes])).toEqual([])
    await booth.press(page, '重新申办')
    expect(await page.getByLabel('单位名称').inputValue()).toBe(foodCompany.company)
  })

  test('without a network nothing is lost; removed from the device it is gone', async () => {
    const { page } = company
    const ids: string[] = []
    await page.route('**/api/passes/applications', (route) => {
      ids.push((route.request().postDataJSON() as { id: string }).id)
      return route.abort()
    })
    await chooseRegion(page, /^始发地/, '浦东')
    await page.getByLabel(/我单位承诺/).check()
    await booth.press(page, '提交申办')
    await page.locator('.error-note').waitFor()
    await page.reload()
    expect(await page.getByLabel('单位名称').inputValue()).toBe(foodCompany.company)
    await page.getByLabel(/我单位承诺/).check()
    await booth.press(page, '提交申办')
    await page.locator('.error-note').waitFor()
    // Whether the first arrived nobody knows; sent again it is the same application.
    expect(new Set(ids).size).toBe(1)
    expect(ids).toHaveLength(2)
    expect(await audit(page, 'apply-own-list', [...phoneSizes, ...deskSizes])).toEqual([])
    await booth.press(page, '清除本机填写内容')
    expect(await page.getByLabel('联系电话').inputValue()).toBe('')
    const open = page.getByRole('link', { name: /^查看/ })
    for (let left = await open.count(); left > 0; left--) {
      await open.first().click()
      await booth.press(page, '从本机删除')
      await page.getByRole('dialog').getByRole('button', { name: '从本机删除' }).click()
      await page.getByText('已从本机删除').first().waitFor()
      await expect.poll(() => open.count()).toBe(left - 1)
    }
    const kept = await page.evaluate(() => Object.keys(localStorage).filter((name) => name.includes('apply')))
    expect(kept).toEqual([])
    for (const phone of [company, driver, inspector, desk]) expect(phone.complaints).toEqual([])
  })

  const typeDigits = async (digits: string) => {
    const keys = inspector.page.getByRole('group', { name: '数字键' })
    for (const digit of digits) await keys.getByRole('button', { name: digit, exact: true }).click()
  }
  /** The pass shown by whatever way; what the booth says of the truck. */
  const throughTheBooth = async (show: () => Promise<void>) => {
    const { page } = inspector
    await show()
    await booth.press(page, /与车牌一致/)
    const { headline } = await booth.answerUntilVerdict(page, { 测温: '36.5' })
    const texts = await page.locator('.verdict-reason, .verdict-next, .verdict-about, .verdict-article').allInnerTexts()
    // The names of regions come a moment later.
    await page.locator('.pass-card').getByText('上海浦东新区').waitFor()
    const card = await page.locator('.pass-card').innerText()
    await booth.nextTruck(page)
    return { headline, text: texts.join('\n'), card }
  }
})

/** Runs in the officer's page: whatever waits is declined. */
const declineAll = async () => {
  const headers = { 'content-type': 'application/json', 'x-changxing': '1' }
  const list = await fetch('/api/passes/applications?show=waiting', { headers })
  const { items } = (await list.json()) as { items: { id: string }[] }
  const body = JSON.stringify({ decision: 'decline', reason: 'company-unknown' })
  for (const { id } of items) await fetch(`/api/passes/applications/${id}/decision`, { method: 'POST', headers, body })
}

/** The text of the pass's QR, as the driver's phone keeps it. */
const passText = (phone: Phone): Promise<string> =>
  phone.page.evaluate(() => {
    const kept = JSON.parse(localStorage.getItem('changxing.driver.trips') ?? '[]') as { pass: { qr: string } }[]
    return kept[0]!.pass.qr
  })
