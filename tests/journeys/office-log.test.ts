import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { audit, deskSizes } from './kit/audit.ts'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { deskSize, employ, sitDown, toast, turnTo } from './kit/desk.ts'
import { snap, snapFailure } from './kit/looks.ts'
import { officeByApi } from './kit/office-by-api.ts'
import type { Office } from './kit/office-by-api.ts'
import { checkpoint } from './kit/people.ts'
import { startServer } from './kit/server.ts'
import type { Server } from './kit/server.ts'

/** A supervisor looks who did what, whether the log is whole, and takes a part of it along. */
describe.skipIf(noChromium)('the log 审计日志', () => {
  let server: Server
  let office: Office
  let desk: Phone

  beforeAll(async () => {
    server = await startServer()
    office = await officeByApi(server)
    await employ(office, 'ducha', 'supervisor', '督查示例')
    const { name: _name, id, ...more } = checkpoint
    for (const lanes of [2, 3, 4])
      await office.ask('PUT', `/api/checkpoints/${id}`, { ...more, name: '焦作西站', lanes })
    const link = await office.enrolmentLink('inspector')
    expect(link).toContain('#enrol=')
    desk = await startPhone(deskSize)
  })
  afterEach((context) => snapFailure(context, [desk]))
  afterAll(async () => {
    await desk?.forget()
    await server?.remove()
  })

  test('it is whole, entries read as sentences, and a search says what it found', async () => {
    const { page } = desk
    await sitDown(page, server, 'ducha')
    await turnTo(page, '审计日志')
    await page.getByText(/已核对最近的第 1–\d+ 条/).waitFor()
    await page.getByRole('button', { name: '通读全部' }).click()
    await page.getByText(/已通读第 1–\d+ 条，逐条相扣/).waitFor()
    expect(await page.getByRole('row', { name: /修改检查点/ }).count()).toBe(3)

    await page.getByLabel('事项').selectOption({ label: '修改检查点' })
    await page.getByRole('button', { name: '取消条件：修改检查点' }).waitFor()
    await page
      .getByRole('row', { name: /新增工作人员/ })
      .first()
      .waitFor({ state: 'detached' })
    await page
      .getByRole('button', { name: /^查看 .+ 管理员 管理示例：修改检查点「焦作西站」/ })
      .first()
      .click()
    const sheet = page.getByRole('dialog')
    await sheet.getByText('管理员 管理示例：修改检查点「焦作西站」').waitFor()
    await sheet.getByRole('link', { name: '同一对象的全部记录' }).click()
    await page.getByRole('row', { name: /新增检查点/ }).waitFor()
    await page.getByRole('button', { name: '清除条件' }).click()

    await page.getByLabel('起始日期').fill('5月16日')
    await page.getByRole('button', { name: '查询' }).click()
    await page.getByText('请写成 2022-05-16 这样的日期').waitFor()
    await page.getByLabel('起始日期').fill('2020-01-01')
    await page.getByLabel('截止日期').fill('2020-01-31')
    await page.getByRole('button', { name: '查询' }).click()
    await page.getByRole('heading', { name: '没有符合条件的记录' }).waitFor()
    await page.getByRole('button', { name: '清除条件' }).click()
    await page.getByRole('row', { name: /新增检查点/ }).waitFor()
  })

  test('an export asks why, hands over a file, and stands in the log itself', async () => {
    const { page } = desk
    await page.getByRole('button', { name: '导出 CSV' }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByRole('button', { name: '导出', exact: true }).click()
    await sheet.getByText('请写明原因（2—200 字）').waitFor()
    await sheet.getByLabel('导出原因').fill('市纪委调阅，函〔2022〕5号')
    const saving = page.waitForEvent('download')
    await sheet.getByRole('button', { name: '导出', exact: true }).click()
    const file = readFileSync(await (await saving).path(), 'utf8')
    expect(file).toMatch(/^\uFEFF序号,时间,经办人/)
    expect(file.match(/修改检查点/g)).toHaveLength(3)
    await toast(page, '已导出')
    await page.getByRole('button', { name: '刷新' }).click()
    await page.getByRole('row', { name: /导出审计日志.*市纪委调阅/ }).waitFor()
    await snap(page, 'office-log')
  })

  test('by day and by night, wide and narrow, in both languages, nothing is hard to read', async () => {
    const { page } = desk
    const faults = await audit(page, 'office-audit', deskSizes)
    await page.getByRole('button', { name: '导出 CSV' }).click()
    faults.push(...(await audit(page, 'office-audit-export', deskSizes)))
    await page.keyboard.press('Escape')
    await page.evaluate(() => localStorage.setItem('changxing.language', '"en"'))
    await page.reload()
    await page
      .getByRole('heading', { name: 'Is the log whole?' })
      .or(page.getByText(/were checked/))
      .first()
      .waitFor()
    faults.push(...(await audit(page, 'english-office-audit', deskSizes)))
    await page.evaluate(() => localStorage.setItem('changxing.language', '"zh"'))
    expect([faults, desk.complaints]).toEqual([[], []])
  })
})
