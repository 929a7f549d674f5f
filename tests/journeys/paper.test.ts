import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { encodeQrUrl } from '../../shared/credential/qr.ts'
import { decodeQr } from '../../shared/credential/qr.ts'
import { codesIn, seenByPdfium } from '../server/paper/read-pdf.ts'
import { audit, phoneSizes } from './kit/audit.ts'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { employ } from './kit/desk.ts'
import { freightCode, registerTrip } from './kit/driver.ts'
import { snapFailure } from './kit/looks.ts'
import { officeByApi } from './kit/office-by-api.ts'
import { password, zhang } from './kit/people.ts'
import { startServer } from './kit/server.ts'
import type { Server } from './kit/server.ts'

/** A driver takes his papers along; whoever meets the paper, a warehouse or a company, opens it with the phone he has. */
describe.skipIf(noChromium)('paper', () => {
  let server: Server
  let driver: Phone
  let passer: Phone
  let officer: (path: string, body: unknown) => Promise<void>
  let link: string

  beforeAll(async () => {
    server = await startServer()
    const office = await officeByApi(server)
    await employ(office, 'tongxing', 'pass-officer', '发证示例')
    officer = await signedIn(server, 'tongxing')
    driver = await startPhone()
    passer = await startPhone({ width: 320, height: 640 })
  })
  afterEach((context) => snapFailure(context, [driver, passer]))
  afterAll(async () => {
    await driver?.forget()
    await passer?.forget()
    await server?.remove()
  })

  test('the driver downloads the freight code for paper, as a sheet and as a slip', async () => {
    const { page } = driver
    await registerTrip(page, server, { plate: '豫AX0007', from: '中原区', to: '山阳区', person: zhang })
    for (const [button, codes] of [
      ['下载PDF', 2],
      ['下载小票', 1],
    ] as const) {
      const texts = await codesOf(await downloaded(page, button))
      expect(texts).toHaveLength(codes)
      const [first] = texts.map(decodeQr)
      const claims: unknown = first?.ok ? claimsIn(first.token) : undefined
      expect(claims).toMatchObject({ k: 'f', p: '豫AX0007' })
      expect(claims).not.toHaveProperty('h')
    }
  })

  test('and the pass; offline he is told what to do instead', async () => {
    const { page } = driver
    await page.getByRole('link', { name: '通行证' }).click()
    await page.getByLabel('我承诺所填信息真实').check()
    await page.getByRole('button', { name: '申办通行证' }).click()
    await page.getByRole('heading', { name: '重点物资运输车辆通行证' }).waitFor()
    // To be scanned: whole above the tabs, without a scroll.
    for (const size of [...phoneSizes, { width: 320, height: 640 }]) {
      await page.setViewportSize(size)
      const code = await page.getByRole('img', { name: '通行证二维码' }).first().boundingBox()
      const tabs = await page.getByRole('navigation').boundingBox()
      expect([size, code!.y + code!.height <= tabs!.y]).toEqual([size, true])
    }
    // From the page itself, too: the whole width of A4 landscape within its margins.
    await page.setViewportSize({ width: 1062, height: 733 })
    await page.emulateMedia({ media: 'print' })
    expect((await page.locator('.pass-face').boundingBox())!.width).toBe(1062)
    await page.emulateMedia({ media: null })
    await page.setViewportSize({ width: 390, height: 844 })
    const [code, address] = await codesOf(await downloaded(page, '下载PDF'))
    const opened = decodeQr(code!)
    expect(decodeQr(address!)).toEqual(opened)
    expect(opened.ok && claimsIn(opened.token)).toMatchObject({ k: 'p', p: '豫AX0007' })
    expect(address).toContain(`${server.origin}/p#`)
    link = address!
    if (opened.ok) expect(link).toBe(encodeQrUrl(opened.token, server.origin))
    await page.context().setOffline(true)
    await page.getByText('下载PDF需要网络').waitFor()
    expect(await page.getByRole('button', { name: '下载PDF' }).isDisabled()).toBe(true)
    await page.context().setOffline(false)
    await page.getByRole('link', { name: '货畅码' }).click()
    await freightCode(page).waitFor()
  })

  test('whoever scans the paper reads: valid; and once the office has revoked it: revoked', async () => {
    const { page } = passer
    await page.goto(link)
    await page.getByRole('heading', { name: '有效', exact: true }).waitFor()
    await page.getByText('豫A·X0007').waitFor()
    await page.getByText('郑州中原区', { exact: false }).waitFor()
    expect(await page.locator('body').innerText()).not.toContain('张')
    const number = await page.locator('.pass-facts dd').first().innerText()
    await officer(`/api/passes/${number}/standing`, { deed: 'suspend', was: 'valid', reason: 'being-checked' })
    await page.reload()
    await page.getByRole('heading', { name: '已暂停', exact: true }).waitFor()
    await officer(`/api/passes/${number}/standing`, { deed: 'revoke', was: 'suspended', reason: 'false-commitment' })
    await page.reload()
    await page.getByRole('heading', { name: '已撤销', exact: true }).waitFor()
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'Revoked', exact: true }).waitFor()
    await page.getByRole('button', { name: '中文' }).click()
  })

  test('the page of a pass fits small phones by day and night, asks no other host and keeps to the policy', async () => {
    const { page } = passer
    const sizes = [...phoneSizes, { width: 320, height: 640 }]
    const faults = await audit(page, 'pass-revoked', sizes)
    await page.goto(`${server.origin}/p`)
    await page.reload()
    await page.getByRole('heading', { name: '扫码查验通行证' }).waitFor()
    faults.push(...(await audit(page, 'pass-none', sizes)))
    await page.getByRole('button', { name: 'English' }).click()
    await page.goto(link.slice(0, -9))
    await page.reload()
    await page.getByRole('heading', { name: 'Not readable' }).waitFor()
    faults.push(...(await audit(page, 'pass-unreadable-english', sizes)))
    await page.getByRole('button', { name: '中文' }).click()
    expect([faults, [...passer.asked], passer.complaints]).toEqual([[], [server.origin], []])
  })

  test('a code with a stranger’s seal, a piece of one, and a dead network each say what they are', async () => {
    const { page } = passer
    const show = async (address: string) => {
      await page.goto('about:blank')
      await page.goto(address)
      return page.getByRole('heading', { level: 1 }).innerText()
    }
    // A character within the signature.
    const at = link.indexOf('#') + 40
    expect(await show(`${link.slice(0, at)}${link[at] === '7' ? '8' : '7'}${link.slice(at + 1)}`)).toBe(
      '不是本系统的证',
    )
    expect(await show(link.slice(0, -9))).toBe('无法识别')
    await page.route('**/.well-known/jwks.json', (route) => route.abort())
    expect(await show(link)).toBe('没有网络')
    await page.unroute('**/.well-known/jwks.json')
    await page.getByRole('button', { name: '再试一次' }).click()
    await page.getByRole('heading', { name: '已撤销', exact: true }).waitFor()
  })
})

async function downloaded(page: Page, button: string): Promise<Uint8Array> {
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  return readFileSync(await (await waiting).path())
}

const codesOf = async (pdf: Uint8Array) => (await codesIn(await seenByPdfium(pdf, 150))).map(({ text }) => text)

const claimsIn = (token: string): unknown => JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString())

/** Somebody of the office without its pages. */
async function signedIn(server: Server, login: string) {
  const post = (path: string, body: unknown, cookie = '') =>
    fetch(server.origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-changxing': '1', cookie },
      body: JSON.stringify(body),
    })
  const cookie = (await post('/api/sessions', { login, password })).headers.get('set-cookie')?.split(';')[0]
  return async (path: string, body: unknown) => {
    const answer = await post(path, body, cookie)
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  }
}
