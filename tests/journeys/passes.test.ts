import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { AnswerOf } from '../../schema/api/endpoint.ts'
import type { applyAsCompany } from '../../schema/api/passes.ts'
import { companyForm } from '../kit/specimens-passes.ts'
import { audit, deskSizes } from './kit/audit.ts'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { qrPicture } from './kit/camera.ts'
import { deskSize, employ, sitDown, toast, turnTo } from './kit/desk.ts'
import { inOrder, startHealthAuthority } from './kit/health-authority.ts'
import * as booth from './kit/inspector.ts'
import { snap, snapFailure } from './kit/looks.ts'
import { officeByApi } from './kit/office-by-api.ts'
import { li } from './kit/people.ts'
import { registerByApi } from './kit/driver-by-api.ts'
import { startServer } from './kit/server.ts'
import type { Server } from './kit/server.ts'

type Applied = AnswerOf<typeof applyAsCompany>

/** A company applies, an officer issues and later revokes it, and the booth knows: online at once, without a network after the next bundle. */
describe.skipIf(noChromium)('a pass from its application to its end', () => {
  let authority: Awaited<ReturnType<typeof startHealthAuthority>>
  let server: Server
  let desk: Phone
  let phone: Phone
  let applied: Applied
  let qr = ''
  const plate = '沪DX0001'
  /** Loaded and unloaded in one county: a person looks at it. */
  const form = companyForm({ plate, from: '410811', to: '410811', cargo: '02' })

  beforeAll(async () => {
    authority = await startHealthAuthority({ [li.number]: inOrder() })
    server = await startServer(authority.env)
    const office = await officeByApi(server)
    await employ(office, 'tongxing', 'pass-officer', '通行证示例')
    await registerByApi(server, { plate, from: '310115', to: '410811', person: li })
    desk = await startPhone(deskSize)
    phone = await startPhone()
    await booth.enrolByLink(phone.page, await office.enrolmentLink('inspector'))
  })
  afterEach((context) => snapFailure(context, [desk, phone]))
  afterAll(async () => {
    await Promise.all([desk?.forget(), phone?.forget()])
    await server?.remove()
    await authority?.stop()
  })

  const send = async <Answer>(path: string, body: object): Promise<Answer> => {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(`${server.origin}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as Answer
  }
  const outcome = () =>
    send<Applied>(`/api/passes/applications/${applied.application.id}/outcome`, { key: applied.key })
  const passAtBooth = async () => {
    const { page } = phone
    const picture = { name: 'pass.png', mimeType: 'image/png', buffer: await qrPicture(qr) }
    await page.locator('input[type=file]').setInputFiles(picture)
  }

  test('the company applies, and is told what is looked at and until when', async () => {
    applied = await send<Applied>('/api/passes/applications', form)
    expect(applied).toMatchObject({ pass: null, application: { state: 'waiting', flags: [{ id: 'same-county' }] } })
  })

  test('the officer finds it in the queue and issues it', async () => {
    const { page } = desk
    await sitDown(page, server, 'tongxing')
    await turnTo(page, '通行证')
    const row = page.getByRole('row', { name: /沪D·X0001/ })
    await row.getByText(/剩余 (30|29) 分/).waitFor()
    const faults = await audit(page, 'office-passes', deskSizes)
    await row.locator('.row-open').click()
    const sheet = page.getByRole('dialog')
    await sheet.getByText('起讫地为同一县区').waitFor()
    await sheet.getByText('138****0099').waitFor()
    await sheet.getByRole('button', { name: '核发', exact: true }).click()
    await sheet.getByRole('button', { name: '确认核发' }).click()
    await toast(page, '已核发')
    faults.push(...(await audit(page, 'office-pass-sheet', deskSizes)))
    const { pass } = await outcome()
    qr = pass?.qr ?? ''
    expect(pass).toMatchObject({ state: 'valid', plate })
    expect(faults).toEqual([])
  })

  test('at the booth it gives the green lane', async () => {
    await passAtBooth()
    await booth.press(phone.page, /与车牌一致/)
    const said = await booth.answerUntilVerdict(phone.page, { 测温: '36.5' })
    expect(said.text).toContain('绿色通道')
    await booth.nextTruck(phone.page)
  })

  test('the officer finds it by its number and revokes it, which takes two presses and a reason', async () => {
    // The booth shall hear of it from its own question, not from a bundle that comes in this very minute.
    await phone.page.route('**/api/bundle*', (route) => route.abort())
    const { page } = desk
    const { pass } = await outcome()
    await page.keyboard.press('Escape')
    await page.getByLabel('编号、车牌或单位').fill(pass?.number ?? '')
    await page.getByRole('button', { name: '查找' }).click()
    await page
      .getByRole('row', { name: /沪D·X0001/ })
      .locator('.row-open')
      .click()
    const sheet = page.getByRole('dialog')
    await sheet.getByRole('button', { name: '撤销', exact: true }).click()
    await sheet.getByRole('button', { name: '确认撤销' }).click()
    expect(await sheet.getByLabel('原因').getAttribute('aria-invalid')).toBe('true')
    await sheet.getByLabel('原因').selectOption({ label: '申请信息与实际不符' })
    await snap(page, 'office-pass-revoke')
    await sheet.getByRole('button', { name: '确认撤销' }).click()
    await toast(page, '已处置')
    await sheet.getByText('已撤销').first().waitFor()
    expect(await outcome()).toMatchObject({ pass: { state: 'revoked' }, standing: { zh: '申请信息与实际不符' } })
  })

  test('the booth is told at once while it is online: no green lane, and nobody is held', async () => {
    await passAtBooth()
    await booth.press(phone.page, /与车牌一致/)
    const said = await booth.answerUntilVerdict(phone.page, { 测温: '36.5' })
    expect([said.headline, said.text.includes('绿色通道')]).toEqual(['快速放行', false])
    expect(await phone.page.getByText('失效', { exact: true }).isVisible()).toBe(true)
    await snap(phone.page, 'inspector-pass-revoked-online')
    await booth.nextTruck(phone.page)
  })

  test('after the next bundle it is told without a network, too', async () => {
    const { page } = phone
    await page.unroute('**/api/bundle*')
    await page.reload()
    await booth.readyToScan(page)
    await server.stop()
    await passAtBooth()
    await page.getByRole('heading', { name: '此码已被撤销' }).waitFor()
    await snap(page, 'inspector-pass-revoked-offline')
  })
})
