/** The forms in which a token travels besides `CX:` alone: with a live stamp, and as an address that any phone opens. */
import { beforeAll, describe, expect, it, test } from 'vitest'
import { fromBase41, toBase41 } from '../../shared/credential/base41.ts'
import { fromBase45, toBase45 } from '../../shared/credential/base45.ts'
import { openCredential } from '../../shared/credential/open.ts'
import { decodeQr, encodeQr, encodeQrUrl, qrPrefix } from '../../shared/credential/qr.ts'
import { sealFreightCode, sealPass } from '../../shared/credential/seal.ts'
import { instant } from '../../shared/instant.ts'
import { freight, now, office, pass } from './kit.ts'
import { chance, phoneKey } from './samples.ts'

const origin = 'https://cx.jiaozuo.gov.cn'
let desk: Awaited<ReturnType<typeof office>>
let code: string
let paper: string
beforeAll(async () => {
  desk = await office()
  code = await sealFreightCode(freight({ shownBy: phoneKey(chance(1)) }), desk.freight.signer)
  paper = await sealPass(pass(), desk.pass.signer)
})

const stamp = (at = now) => ({ at, signature: Uint8Array.from({ length: 64 }, (_, i) => 255 - i) })
const reasonOf = (text: string) => {
  const decoded = decodeQr(text)
  return decoded.ok ? 'ok' : decoded.reason
}

describe('with a live stamp', () => {
  test.each([
    ['of today', now],
    ['of the first second', instant(0)],
    ['of the last that fits, in 2106', instant(0xffffffff * 1000)],
  ])('token and stamp come back as they were: %s', (_, at) => {
    expect(decodeQr(encodeQr(code, stamp(at)))).toEqual({ ok: true, token: code, stamp: stamp(at) })
  })

  it('the token is the same as without', () => {
    expect(decodeQr(encodeQr(code))).toEqual({ ok: true, token: code })
  })

  test.each<[string, () => unknown]>([
    ['a pass', () => encodeQr(paper, stamp())],
    ['a fraction of a second', () => encodeQr(code, stamp(instant(now + 1)))],
    ['a moment before 1970', () => encodeQr(code, stamp(instant(-1000)))],
    ['half a signature', () => encodeQr(code, { at: now, signature: new Uint8Array(32) })],
    ['what is no token of ours', () => encodeQr('hello', stamp())],
  ])('%s takes none', (_, encode) => expect(encode).toThrow(expect.objectContaining({ code: 'C-25' })))

  it('cut within the stamp it is malformed', () => {
    const bytes = fromBase45(encodeQr(code, stamp()).slice(qrPrefix.length))!
    for (const length of [71, 72, 100, 139])
      expect(reasonOf(qrPrefix + toBase45(bytes.slice(0, length)))).toBe('malformed')
  })
})

describe('as an address', () => {
  it('it holds the very same token, and opens', async () => {
    const address = encodeQrUrl(paper, origin)
    expect(address).toMatch(/^https:\/\/cx\.jiaozuo\.gov\.cn\/p#[0-9A-Z$*:/-]+$/)
    expect(new URL(address).hash.slice(1)).toBe(address.slice(origin.length + 3))
    expect(decodeQr(address)).toEqual({ ok: true, token: paper })
    expect(await openCredential(address, { keys: desk.keys, now })).toMatchObject({ ok: true, kind: 'pass' })
  })

  it('whatever the host, with or without a port', () => {
    for (const host of ['http://localhost:8787', 'https://xn--fiq228c.example', 'https://192.0.2.7:8443'])
      expect(decodeQr(encodeQrUrl(paper, host))).toEqual({ ok: true, token: paper })
  })

  test.each<[string, string, (address: string) => string]>([
    ['malformed', 'cut off by one', (address) => address.slice(0, -1)],
    ['malformed', 'one character more', (address) => `${address}0`],
    ['malformed', 'three more', (address) => `${address}000`],
    ['malformed', 'a space before', (address) => ` ${address}`],
    ['malformed', 'a newline after', (address) => `${address}\n`],
    ['malformed', 'a fragment in lower case', (address) => address.replace(/#.*/, (text) => text.toLowerCase())],
    ['malformed', 'a character that is none', (address) => `${address.slice(0, -1)}%`],
    ['malformed', 'no end', (address) => address + '0'.repeat(2000)],
    ['malformed', 'a host without end', (address) => address.replace('jiaozuo', 'j'.repeat(200))],
    ['not-ours', 'another page', (address) => address.replace('/p#', '/x#')],
    ['not-ours', 'another scheme', (address) => address.replace('https', 'ftp')],
    ['not-ours', 'a question instead', (address) => address.replace('#', '?')],
    ['not-ours', 'no more than a heading', (address) => address.replace(/#.*/, '#CONTACT')],
  ])('%s: %s', (reason, _, change) => expect(reasonOf(change(encodeQrUrl(paper, origin)))).toBe(reason))

  it('a token that no code can say has no address', () => {
    expect(() => encodeQrUrl('hello', origin)).toThrow(expect.objectContaining({ code: 'C-25' }))
  })
})

describe('base41', () => {
  it('is as long as base45, in fewer characters', () => {
    const bytes = Uint8Array.from({ length: 255 }, (_, i) => i)
    expect(toBase41(bytes)).toMatch(/^[0-9A-Z$*:/-]{383}$/)
    expect(toBase41(bytes).length).toBe(toBase45(bytes).length)
    expect(fromBase41(toBase41(bytes))).toEqual(bytes)
  })

  test.each([
    ['two bytes of 255', 'H/-', [0xff, 0xff]],
    ['one of 255', '96', [0xff]],
    ['nothing', '', []],
  ])('reads %s', (_, text, bytes) => {
    expect(fromBase41(text)).toEqual(Uint8Array.from(bytes))
    expect(toBase41(Uint8Array.from(bytes))).toBe(text)
  })

  test.each(['0', '0000', '///', '//', 'a00', '0%0', '\u{1F600}0'])('refuses %j', (text) =>
    expect(fromBase41(text)).toBeUndefined(),
  )
})
