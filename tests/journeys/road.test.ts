import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { audit, deskSizes } from './kit/audit.ts'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { deskSize, employ, sitDown, toast, turnTo } from './kit/desk.ts'
import { snap, snapFailure } from './kit/looks.ts'
import { officeByApi } from './kit/office-by-api.ts'
import { startServer } from './kit/server.ts'
import type { Server } from './kit/server.ts'

/** The command describes the road of a checkpoint, prints the signs, and a driver presses at one of them. */
describe.skipIf(noChromium)('the road of a checkpoint', () => {
  let server: Server
  let desk: Phone
  let driver: Phone
  const faults: string[] = []

  beforeAll(async () => {
    server = await startServer()
    const office = await officeByApi(server)
    await employ(office, 'zhihui', 'command', '指挥示例')
    await employ(office, 'ducha', 'supervisor', '督查示例')
    desk = await startPhone(deskSize)
    driver = await startPhone()
  })
  afterEach((context) => snapFailure(context, [desk, driver]))
  afterAll(async () => {
    await desk?.forget()
    await driver?.forget()
    await server?.remove()
  })

  test('is described once, and a wrong direction of the stakes is seen before it is saved', async () => {
    const { page } = desk
    await sitDown(page, server, 'zhihui')
    await turnTo(page, '检查点')
    await page
      .getByRole('link', { name: /^道路与标牌/ })
      .first()
      .click()
    const sheet = page.getByRole('dialog')
    await sheet.getByText('尚未登记').waitFor()
    await sheet.getByLabel('岗亭处桩号').fill('k44+950')
    await sheet.getByText('队尾在 K45+450，即排队 500 米').waitFor()
    await sheet.getByRole('radio', { name: '越来越小' }).check()
    await sheet.getByText('队尾在 K44+450，即排队 500 米').waitFor()
    for (const [n, metres] of [
      [1, '300'],
      [2, '9000'],
    ] as const) {
      await sheet.getByRole('button', { name: '加一块标牌' }).click()
      await sheet.getByLabel(`标牌 ${n} 距岗亭（米）`).fill(metres)
    }
    await sheet.getByRole('button', { name: '保存' }).click()
    await sheet.getByText('填 10 米以上、路段以内的整数，各不相同').waitFor()
    await sheet.getByLabel('标牌 2 距岗亭（米）').fill('600')
    await sheet.getByLabel('登记原因').fill('现场踏勘')
    faults.push(...(await audit(page, 'office-road', deskSizes)))
    await snap(page, 'office-road')
    await sheet.getByRole('button', { name: '保存' }).click()
    await toast(page, '已保存')
    expect(faults).toEqual([])
  })

  test('its signs are printed a page each, the distance as large as the name', async () => {
    const { page } = desk
    await page
      .getByRole('link', { name: /^道路与标牌/ })
      .first()
      .click()
    await page.getByRole('link', { name: '打印标牌' }).click()
    await page.getByText('前方 600 米 检查点').waitFor()
    expect(await page.locator('.road-sign').count()).toBe(2)
    await snap(page, 'office-signs')
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(2)
    faults.push(...(await audit(page, 'office-signs', deskSizes)))
    expect(faults).toEqual([])
  })

  test('a driver presses at one of them, without an account', async () => {
    const { page } = driver
    await page.goto(`${server.origin}/queue/#sign=JZ-G01&n=2`)
    await page.getByLabel('车牌号').fill('豫H12345')
    await page.getByRole('button', { name: '我在排队' }).click()
    await page.getByText('已签到').waitFor()
  })

  test('by whose leave it stands there is registered, and what is wrong is said until it is put right', async () => {
    const { page } = desk
    await page.goto(`${server.origin}/office/#/checkpoints`)
    const link = page.getByRole('link', { name: /^设置登记/ }).first()
    await page.getByText('▲ 1 项提示').waitFor()
    await link.click()
    const sheet = page.getByRole('dialog')
    await sheet.getByText('尚未登记设置依据').waitFor()
    await sheet.getByRole('radio', { name: '国省干线' }).check()
    await sheet.getByLabel('登记原因').fill('初次登记')
    await sheet.getByRole('button', { name: '保存' }).click()
    await sheet.getByText('必填').first().waitFor()
    await sheet.getByLabel('设置理由').fill('绕行车辆集中')
    await sheet.getByLabel('书记').fill('书记示例')
    faults.push(...(await audit(page, 'office-register', deskSizes)))
    await snap(page, 'office-register')
    await sheet.getByRole('button', { name: '保存' }).click()
    await sheet.waitFor({ state: 'hidden' })
    await link.click()
    await sheet.getByText('没有批准文号（十六条第六条）').waitFor()
    await sheet.getByLabel('批准文号').fill('示例批〔2022〕1号')
    await sheet.getByLabel('登记原因').fill('补登文号')
    await sheet.getByRole('button', { name: '保存' }).click()
    await page.getByText('没有问题').waitFor()
    await snap(page, 'office-checkpoints')
    expect(faults).toEqual([])
  })

  test('the supervisor reads it and changes nothing', async () => {
    const { page } = desk
    await sitDown(page, server, 'ducha')
    await turnTo(page, '检查点')
    await page
      .getByRole('link', { name: /^道路与标牌/ })
      .first()
      .click()
    const sheet = page.getByRole('dialog')
    await sheet.getByText('标牌 2：距岗亭 600 米（K44+350）').waitFor()
    expect(await sheet.getByRole('button', { name: '保存' }).count()).toBe(0)
  })
})
