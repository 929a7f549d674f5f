import { createPublicKey, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { newPushKey, webPush } from '../../server/ports/channels/web-push.ts'
import { pushCipher } from '../../server/ports/channels/web-push-cipher.ts'
import { receiver } from './receiver.ts'
import { browserOf, from64 } from './web-push.ts'

/** Appendix A of RFC 8291. */
const example = {
  plain: 'When I grow up, I want to be a watermelon',
  serverPublic: 'BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8',
  serverPrivate: 'yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw',
  browserPublic: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  browserPrivate: 'q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94',
  salt: 'DGv6ra1nlYgDCS1FRnbzlw',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  body: 'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
}

describe('a push message', () => {
  it('is byte for byte that of RFC 8291, appendix A', async () => {
    const point = from64(example.serverPublic)
    const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')]
    const curve = { name: 'ECDH', namedCurve: 'P-256' }
    const jwk = { kty: 'EC', crv: 'P-256', x, y }
    const keys = {
      publicKey: await crypto.subtle.importKey('jwk', jwk, curve, true, []),
      privateKey: await crypto.subtle.importKey('jwk', { ...jwk, d: example.serverPrivate }, curve, true, [
        'deriveBits',
      ]),
    }
    const to = { p256dh: example.browserPublic, auth: example.auth }
    const body = await pushCipher(Buffer.from(example.plain), to, { keys, salt: new Uint8Array(from64(example.salt)) })
    expect(Buffer.from(body).toString('base64url')).toBe(example.body)
    expect(browserOf(from64(example.browserPrivate), from64(example.auth)).reads(Buffer.from(body))).toBe(example.plain)
  })
})

describe('the push service', () => {
  const at = receiver()
  const now = Date.parse('2022-05-16T10:00:00+08:00')
  const service = (timeout = 20_000) =>
    webPush({
      hosts: [new URL(at.address()).host],
      subject: 'https://cx.example.org',
      timeout,
      clock: () => now,
      plainHttp: true,
    })
  const message = { payload: '{"title":"全部值守人员上岗查验"}', topic: 'a'.repeat(32), urgent: true, ttlSeconds: 600 }

  it('gets what only that browser can read, in the name of this server', async () => {
    at.state.answer = () => ({ status: 201, text: '' })
    const [browser, key] = [browserOf(), await newPushKey()]
    const to = { endpoint: `${at.address()}/push/abc`, ...browser }
    expect(await service().send(to, message, key)).toEqual({ kind: 'sent' })
    const { headers, body, method } = at.seen[0]!
    expect(browser.reads(body)).toBe(message.payload)
    expect(() => browserOf().reads(body)).toThrow()
    expect([method, headers['content-encoding'], headers['ttl'], headers['urgency'], headers['topic']]).toEqual([
      'POST',
      'aes128gcm',
      '600',
      'high',
      'a'.repeat(32),
    ])
    const [, head = '', claims = '', seal = '', named] =
      /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=([\w-]+)$/.exec(headers.authorization ?? '') ?? []
    expect(named).toBe(key.publicKey)
    expect(JSON.parse(from64(claims).toString())).toEqual({
      aud: at.address(),
      sub: 'https://cx.example.org',
      exp: now / 1000 + 12 * 3600,
    })
    const point = from64(key.publicKey)
    const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')]
    const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' })
    const signed = Buffer.from(`${head}.${claims}`)
    expect(verify('sha256', signed, { key: publicKey, dsaEncoding: 'ieee-p1363' }, from64(seal))).toBe(true)
  })

  it.each([
    [{ status: 410 }, { kind: 'never', code: 'gone' }],
    [{ status: 404 }, { kind: 'never', code: 'gone' }],
    [
      { status: 429, headers: { 'retry-after': '60' } },
      { kind: 'later', after: 60_000 },
    ],
    [{ status: 403 }, { kind: 'never', line: true }],
    [{ status: 413 }, { kind: 'never', code: 'http-413' }],
    [{ status: 500 }, { kind: 'later' }],
    ['silence' as const, { kind: 'unclear', code: 'timeout' }],
  ])('reads %j', async (reply, outcome) => {
    at.state.next = [reply]
    const to = { endpoint: `${at.address()}/push/abc`, ...browserOf() }
    const said = await service(reply === 'silence' ? 300 : 20_000).send(to, message, await newPushKey())
    expect(said).toMatchObject(outcome)
  })

  it.each([
    ['https://push.example.com/x', true],
    ['https://wns2.notify.windows.com/w/?token=1', true],
    ['https://notify.windows.com/x', false],
    ['https://evilnotify.windows.com/x', false],
    ['http://push.example.com/x', false],
    ['https://push.example.com:8443/x', false],
    ['https://user@push.example.com/x', false],
    ['https://push.example.com.evil.test/x', false],
    ['https://127.0.0.1/x', false],
    ['https://[::1]/x', false],
    ['file:///etc/hostname', false],
    ['nonsense', false],
  ])('%s: may be called: %s', (endpoint, allowed) => {
    const named = webPush({
      hosts: ['push.example.com', '*.notify.windows.com'],
      subject: 'https://cx.example.org',
      clock: () => now,
    })
    expect(named.allows(endpoint)).toBe(allowed)
  })
})
