import { deflateSync } from 'fflate'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { fromBase45, toBase45 } from '../../shared/credential/base45.ts'
import { claimsText } from '../../shared/credential/claims.ts'
import { openCredential } from '../../shared/credential/open.ts'
import { decodeQr, encodeQr, longestQrText, qrPrefix } from '../../shared/credential/qr.ts'
import { sealFreightCode, sealPass } from '../../shared/credential/seal.ts'
import { anyFreight, anyPass, freight, now, office, signedAnyhow } from './kit.ts'

let desk: Awaited<ReturnType<typeof office>>
let token: string
let text: string
beforeAll(async () => {
  desk = await office()
  token = await sealFreightCode(freight(), desk.freight.signer)
  text = encodeQr(token)
})

const reasonOf = (read: string) => {
  const decoded = decodeQr(read)
  return decoded.ok ? 'ok' : decoded.reason
}

describe('round trip', () => {
  it('of any freight code: the very same token, in characters of the alphanumeric mode', async () => {
    await fc.assert(
      fc.asyncProperty(anyFreight(), async (claims) => {
        const sealed = await sealFreightCode(claims, desk.freight.signer)
        const code = encodeQr(sealed)
        expect(code).toMatch(/^CX:[0-9A-Z $%*+./:-]+$/)
        expect(code).not.toMatch(/ $/)
        expect(decodeQr(code)).toEqual({ ok: true, token: sealed })
      }),
    )
  })

  it('of any pass', async () => {
    await fc.assert(
      fc.asyncProperty(anyPass(), async (claims) => {
        const sealed = await sealPass(claims, desk.pass.signer)
        expect(decodeQr(encodeQr(sealed))).toEqual({ ok: true, token: sealed })
      }),
    )
  })

  it('a token with a header or kid that CX: cannot say travels as it is', async () => {
    const { signer } = desk.freight
    const header = { typ: 'cxf+jwt', alg: 'ES256', kid: signer.kid }
    const turned = await signedAnyhow(header, claimsText(freight()), signer)
    const long = await sealFreightCode(freight(), { ...signer, kid: `${signer.kid}0123456789` })
    for (const bare of [turned, long]) {
      expect(encodeQr(bare)).toBe(bare)
      expect(decodeQr(bare)).toEqual({ ok: true, token: bare })
    }
  })

  it('what is no token of ours is not coded', () => {
    expect(() => encodeQr('hello')).toThrow(/does not give the token back/)
    expect(() => encodeQr('x'.repeat(2000))).toThrow(/does not fit/)
  })
})

describe('another code is not called a broken one of ours', () => {
  test.each([
    ['a SMART Health Card', 'shc:/5676290952432060346029243740446031222959532654603460292540772804336028702864716745'],
    ['an EU certificate', 'HC1:6BFOXN%TSMAHN-HVN8J7UQMJ4/36 L-AHIU BQZA8C9XF0PSY1'],
    ['an address', 'https://www.example.org/p?id=1.2.3'],
    ['a bare host', 'www.example.org'],
    ['a network', 'WIFI:T:WPA;S:checkpoint;P:secret;;'],
    ['a card', 'BEGIN:VCARD\nVERSION:3.0\nFN:Demo\nEND:VCARD'],
    ['a payment', 'wxp://f2f0abcdefghijk'],
    ['digits', '123456789012'],
    ['Chinese text', '焦作西站 扫码登记'],
    ['one letter', 'C'],
    ['a prefix without its colon', 'CX1'],
    ['the token of somebody else', 'eyJhbGciOiJFUzI1NiIsImtpZCI6IngiLCJ0eXAiOiJKV1QifQ.e30.AAAA'],
    ['an encrypted token', 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..AAAA.AAAA.AAAA'],
    ['half a surrogate', '\u{D83D}'],
    ['much of anything', 'x'.repeat(100_000)],
  ])('%s', (_, foreign) => expect(reasonOf(foreign)).toBe('not-ours'))

  test.each([
    ['', 'nothing'],
    [' \n\t', 'only spaces'],
  ])('%j is %s, so unreadable', (nothing) => expect(reasonOf(nothing)).toBe('unreadable'))

  it('nor does any text make it throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (any) => reasonOf(any) === 'not-ours' || any.trim() === ''))
    fc.assert(
      fc.property(fc.constantFrom('CX:', ' cx:', 'eyJ'), fc.string({ unit: 'binary' }), (head, any) =>
        ['malformed', 'not-ours', 'ok'].includes(reasonOf(head + any)),
      ),
    )
  })
})

const withFirstByte = (code: string, first: number) => {
  const bytes = fromBase45(code.slice(qrPrefix.length))!
  bytes[0] = first
  return qrPrefix + toBase45(bytes)
}

describe('ours, but broken', () => {
  test.each<[string, (code: string) => string]>([
    ['a space before', (code) => ` ${code}`],
    ['a newline after', (code) => `${code}\n`],
    ['a space after', (code) => `${code} `],
    ['lower case', (code) => code.toLowerCase()],
    ['the prefix alone', () => qrPrefix],
    ['cut off by one', (code) => code.slice(0, -1)],
    ['cut off by three', (code) => code.slice(0, -3)],
    ['cut to the signature', (code) => code.slice(0, 60)],
    ['more after the end', (code) => `${code}000`],
    ['twice', (code) => code + code],
    ['a dictionary of another time', (code) => withFirstByte(code, 0x31)],
    ['a kind of another time', (code) => withFirstByte(code, 0x24)],
    ['over a thousand characters', (code) => code + '0'.repeat(longestQrText)],
  ])('%s', (_, change) => expect(reasonOf(change(text))).toBe('malformed'))

  test.each<[string, (bare: string) => string]>([
    ['padding', (bare) => `${bare}==`],
    ['padding inside', (bare) => bare.replace('.', '=.')],
    ['a space before', (bare) => ` ${bare}`],
    ['a newline after', (bare) => `${bare}\n`],
    ['plus for minus', (bare) => bare.replaceAll('-', '+').replaceAll('_', '/').concat('+')],
    ['two parts', (bare) => bare.split('.').slice(0, 2).join('.')],
    ['four parts', (bare) => `${bare}.AAAA`],
    ['no claims', (bare) => `${bare.split('.')[0]}..${bare.split('.')[2]}`],
    ['over a thousand characters', (bare) => bare + 'A'.repeat(longestQrText)],
  ])('a bare token with %s', async (_, change) => {
    expect(await openCredential(change(token), { keys: desk.keys, now })).toMatchObject({
      reason: 'malformed',
      code: 'C-03',
    })
  })
})

describe('a bomb', () => {
  const packed = (payload: Uint8Array) => {
    const head = new Uint8Array(71)
    head[0] = 0x11
    return qrPrefix + toBase45(new Uint8Array([...head, ...deflateSync(payload, { level: 9 })]))
  }

  it('of half a million spaces in a short code is put down in milliseconds', () => {
    const bomb = packed(new Uint8Array(500_000).fill(32))
    expect(bomb.length).toBeLessThan(longestQrText)
    const start = performance.now()
    expect(reasonOf(bomb)).toBe('malformed')
    expect(performance.now() - start).toBeLessThan(100)
  })

  test.each([
    [2048, 'ok'],
    [2049, 'malformed'],
  ])('%i bytes of claims: %s', (length, reason) =>
    expect(reasonOf(packed(new Uint8Array(length).fill(97)))).toBe(reason),
  )
})
