import { inflateSync } from 'node:zlib'
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { deskSize, employ, sitDown, turnTo } from './kit/desk.ts'
import { registerByApi } from './kit/driver-by-api.ts'
import type { Registered } from './kit/driver-by-api.ts'
import { snapFailure } from './kit/looks.ts'
import { officeByApi } from './kit/office-by-api.ts'
import { li } from './kit/people.ts'
import { startServer } from './kit/server.ts'
import type { Server } from './kit/server.ts'

type Place = { idx: number; uri: string }

/** A stranger’s verifier: jose and zlib, not a line of ours. */
async function stranger(server: Server, { idx, uri }: Place): Promise<number> {
  const answer = await fetch(uri, { headers: { accept: 'application/statuslist+jwt' } })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/statuslist+jwt'])
  const keys = createRemoteJWKSet(new URL(`${server.origin}/.well-known/jwks.json`))
  const { payload } = await jwtVerify(await answer.text(), keys, { typ: 'statuslist+jwt', algorithms: ['ES256'] })
  expect(payload.sub).toBe(uri)
  const { bits, lst } = payload['status_list'] as { bits: number; lst: string }
  expect(bits).toBe(2)
  return (inflateSync(Buffer.from(lst, 'base64url'))[idx >> 2]! >> ((idx & 3) * 2)) & 3
}

async function placeOf(server: Server, { trip, key }: Registered): Promise<Place> {
  const response = await fetch(`${server.origin}/api/trips/${trip.id}/pass`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ commitment: true }),
  })
  const { token } = (await response.json()) as { token: string }
  return (decodeJwt(token)['status'] as { status_list: Place }).status_list
}

describe.skipIf(noChromium)('a pass revoked at the office', () => {
  let server: Server
  let desk: Phone

  beforeAll(async () => {
    server = await startServer()
    await employ(await officeByApi(server), 'tongxing', 'pass-officer', '通行示例')
    desk = await startPhone(deskSize)
  })
  afterEach((context) => snapFailure(context, [desk]))
  afterAll(async () => {
    await desk?.forget()
    await server?.remove()
  })

  test('is revoked for every verifier that asks, and who holds the list is told that it changed', async () => {
    const trip = await registerByApi(server, { plate: '豫HJ7001', from: '310115', to: '410811', person: li })
    const place = await placeOf(server, trip)
    const named = (await (await fetch(`${server.origin}/status`)).json()) as { status_lists: string[] }
    expect(named.status_lists).toContain(place.uri)
    expect(await stranger(server, place)).toBe(0)

    const held = (await fetch(place.uri)).headers.get('etag') ?? ''
    const ask = async () => (await fetch(place.uri, { headers: { 'if-none-match': held } })).status
    expect(await ask()).toBe(304)
    const pressed = await fetch(place.uri, { headers: { 'accept-encoding': 'br' } })
    expect(pressed.headers.get('content-encoding')).toBe('br')

    const { page } = desk
    await sitDown(page, server, 'tongxing')
    await turnTo(page, '通行证')
    await page.getByLabel('编号、车牌或单位').fill('豫HJ7001')
    await page.getByRole('button', { name: '查找' }).click()
    await page
      .getByRole('row', { name: /豫H·J7001/ })
      .locator('.row-open')
      .click()
    const sheet = page.getByRole('dialog')
    await sheet.getByRole('button', { name: '撤销', exact: true }).click()
    await sheet.getByLabel('原因').selectOption('false-data')
    await sheet.getByRole('button', { name: '确认撤销' }).click()
    await page.getByText('已处置').first().waitFor()

    expect(await ask()).toBe(200)
    expect(await stranger(server, place)).toBe(1)
    expect(await stranger(server, { ...place, idx: place.idx ^ 1 })).toBe(0)
  })
})
