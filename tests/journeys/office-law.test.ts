import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { audit, deskSizes } from './kit/audit.ts'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { deskSize, employ, sitDown, toast, turnTo } from './kit/desk.ts'
import { snap, snapFailure } from './kit/looks.ts'
import { officeByApi } from './kit/office-by-api.ts'
import type { Office } from './kit/office-by-api.ts'
import { startServer } from './kit/server.ts'
import type { Server } from './kit/server.ts'

/** A number of the law is drafted, tried out and published by two persons, and taken back. */
describe.skipIf(noChromium)('an amendment', () => {
  let server: Server
  let office: Office
  let desk: Phone
  const editionNow = async () =>
    ((await (await fetch(`${server.origin}/healthz`)).json()) as { edition: string }).edition

  beforeAll(async () => {
    server = await startServer()
    office = await officeByApi(server)
    await employ(office, 'qicao', 'command', '起草示例')
    await employ(office, 'fuhe', 'command', '复核示例')
    await employ(office, 'ducha', 'supervisor', '督查示例')
    desk = await startPhone(deskSize)
  })
  afterEach((context) => snapFailure(context, [desk]))
  afterAll(async () => {
    await desk?.forget()
    await server?.remove()
  })

  test('without a basis from above nothing is drafted', async () => {
    const { page } = desk
    await sitDown(page, server, 'qicao')
    await turnTo(page, '规则版本')
    const faults = await audit(page, 'office-editions', deskSizes)
    await page.getByRole('link', { name: '起草修订' }).click()
    await page.getByLabel('名称（中文）').fill('核酸有效期调整为24小时')
    await page.getByLabel('名称（英文）').fill('Tests hold for 24 hours')
    await page.getByRole('radio', { name: /^应急/ }).check()
    await page
      .getByRole('button', { name: /^核酸阴性有效期/ })
      .first()
      .click()
    await page.getByLabel(/核酸阴性有效期.*新值/).fill('24')
    await page.getByRole('button', { name: '保存草案' }).click()
    await page.getByText('请选一条国家或省级条款，或登记新文件').first().waitFor()
    faults.push(...(await audit(page, 'office-amendment-form', deskSizes)))
    await page.getByRole('group', { name: '国家和省级文件的条款' }).getByRole('checkbox').first().check()
    await page.getByRole('button', { name: '保存草案' }).click()
    await toast(page, '草案已保存，请试运行')
    expect(faults).toEqual([])
  })

  test('it is tried out before anybody signs, and one signature changes nothing', async () => {
    const { page } = desk
    const before = await editionNow()
    await page.getByRole('button', { name: '开始试运行' }).click()
    await page.getByRole('button', { name: '重新试运行' }).waitFor()
    await page.getByRole('button', { name: '签署（经办）' }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByRole('button', { name: '签署（经办）' }).click()
    await toast(page, '已签署，待另一人复核')
    await snap(page, 'office-amendment-signed')
    expect(await editionNow()).toBe(before)
  })

  test('another person publishes it; the supervisor sees it in force, and the rule book tells it', async () => {
    const { page } = desk
    const before = await editionNow()
    await sitDown(page, server, 'fuhe')
    await turnTo(page, '规则版本')
    await page.getByRole('link', { name: /核酸有效期调整为24小时/ }).click()
    await page.getByRole('button', { name: '复核并公布' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '复核并公布' }).click()
    await toast(page, '已公布')
    // An emergency is not left as 待施行 on the page of whoever published it.
    await page.getByRole('main').getByText('施行中', { exact: true }).waitFor()
    await expect.poll(editionNow).not.toBe(before)
    expect(await audit(page, 'office-amendment', deskSizes)).toEqual([])

    await sitDown(page, server, 'ducha')
    await turnTo(page, '规则版本')
    await page.getByRole('link', { name: /施行中.*核酸有效期调整为24小时/ }).waitFor()
    expect(await page.getByRole('link', { name: '起草修订' }).count()).toBe(0)
    await snap(page, 'office-editions')
    const book = await (await fetch(`${server.origin}/rules/`)).text()
    expect(book).toContain('核酸有效期调整为24小时')
  })

  test('a local setting is proved as it was sent: once its text is changed, the proof is gone', async () => {
    const { page } = desk
    await page.getByRole('link', { name: '检查下级设定' }).click()
    await page.getByRole('button', { name: '填入样例' }).click()
    await page.getByLabel('在哪里生效').selectOption({ index: 2 })
    await page.getByRole('button', { name: '开始证明' }).click()
    await page.getByText('不加码，可以生效').waitFor()
    await page.getByLabel('或粘贴内容').fill('{}')
    await page.getByText('不加码，可以生效').waitFor({ state: 'detached' })
  })
})
