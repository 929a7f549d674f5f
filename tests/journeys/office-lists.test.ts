import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { beijingIso, day, instant, plus } from '../../shared/instant.ts'
import { audit, deskSizes } from './kit/audit.ts'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { deskSize, employ, sitDown, toast, turnTo } from './kit/desk.ts'
import { snap, snapFailure } from './kit/looks.ts'
import { officeByApi } from './kit/office-by-api.ts'
import { li, zhang } from './kit/people.ts'
import { startServer } from './kit/server.ts'
import type { Server } from './kit/server.ts'

/** The list officer brings a file; nothing is in force before the command has recorded who approved it. */
describe.skipIf(noChromium)('a white list from a file', () => {
  let server: Server
  let desk: Phone
  const now = instant(Date.now())
  const dayAfter = (days: number) => beijingIso(plus(now, days * day)).slice(0, 10)

  beforeAll(async () => {
    server = await startServer()
    const office = await officeByApi(server)
    await employ(office, 'mingdan', 'list-officer', '名单示例')
    await employ(office, 'zhihui', 'command', '指挥示例')
    desk = await startPhone(deskSize)
  })
  afterEach((context) => snapFailure(context, [desk]))
  afterAll(async () => {
    await desk?.forget()
    await server?.remove()
  })

  const file = () => {
    const head = '姓名,证件号,手机号,闭环管理,开始时间,结束时间'
    const lines = [li, { ...zhang, number: '410899198001010016' }].map(({ name, number, phone }) =>
      [name, number, phone, '是', dayAfter(0), dayAfter(10)].join(','),
    )
    return {
      name: '白名单.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`\uFEFF${[head, ...lines].join('\r\n')}\r\n`),
    }
  }

  test('the bad line is named before anything is sent, the good one becomes a draft', async () => {
    const { page } = desk
    await sitDown(page, server, 'mingdan')
    await turnTo(page, '白名单')
    const faults = await audit(page, 'office-lists-empty', deskSizes)
    await page.getByRole('link', { name: '导入' }).click()
    await page.locator('input[type=file]').setInputFiles(file())
    await page.getByText('可导入 1 行，有问题 1 行').waitFor()
    await page
      .getByText(/第3行：.*校验不符|校验不符，请核对/)
      .first()
      .waitFor()
    faults.push(...(await audit(page, 'office-lists-preview', deskSizes)))
    await page.getByRole('button', { name: '确认导入 1 行' }).click()
    await page.getByText(/成功1条，失败1条/).waitFor()
    await snap(page, 'office-list-imported')
    await page.getByRole('link', { name: '查看本批名单' }).click()
    await page.getByRole('row', { name: /草稿/ }).waitFor()
    expect(faults).toEqual([])
  })

  test('he puts it forward; only the command records the approval, and not without its number', async () => {
    const { page } = desk
    await page.getByRole('row', { name: /草稿/ }).locator('.row-open').click()
    const sheet = page.getByRole('dialog')
    await sheet.getByRole('button', { name: /^办理：/ }).click()
    await toast(page, '已办理 1 条')
    await sheet.getByText(/下一步由市指挥部/).waitFor()

    await sitDown(page, server, 'zhihui')
    await turnTo(page, '白名单')
    await page
      .getByRole('row', { name: /已上报/ })
      .locator('.row-open')
      .click()
    await sheet.getByRole('button', { name: /^办理：/ }).click()
    await sheet.getByText('未见省指挥部核准文号，不能生效').waitFor()
    await sheet.getByLabel('文号').fill('豫疫情防指办〔2022〕88号')
    await sheet.getByRole('button', { name: /^办理：/ }).click()
    await toast(page, '已办理 1 条')
    expect(await audit(page, 'office-list-entry', deskSizes)).toEqual([])
    await sheet.getByRole('button', { name: '移出' }).click()
    await sheet.getByText('也不能恢复', { exact: false }).waitFor()
    await sheet.getByRole('button', { name: '取消' }).click()
    await page.keyboard.press('Escape')
    await page.getByRole('row', { name: /已生效/ }).waitFor()
    await snap(page, 'office-list-in-force')
    const text = await page.locator('main').innerText()
    expect([text.includes(li.number), text.includes(li.name), text.includes(li.phone)]).toEqual([false, false, false])
  })
})
