import * as fc from 'fast-check'
import { base64url } from 'jose'
import { describe, expect, it, test } from 'vitest'
import { claimsText } from '../../shared/credential/claims.ts'
import { crewMark } from '../../shared/credential/crew-mark.ts'
import { parseClaims, parseFreightClaims, parsePassClaims } from '../../shared/credential/parse-claims.ts'
import { sealFreightCode, sealPass } from '../../shared/credential/seal.ts'
import { instant, plus } from '../../shared/instant.ts'
import { anyFreight, anyPass, crewInFull, freight, madeKey, now, partsOf, pass } from './kit.ts'

type Wire = Record<string, unknown>
const wireOf = (text: string): Wire => JSON.parse(text)
const freightWire = () => wireOf(claimsText(freight()))
const passWire = () => wireOf(claimsText(pass()))
const without = (wire: Wire, name: string) => Object.fromEntries(Object.entries(wire).filter(([key]) => key !== name))

describe('claims', () => {
  it('read back as they were, whatever they say', () => {
    fc.assert(
      fc.property(fc.oneof(anyFreight(), anyPass()), (claims) => {
        expect(parseClaims(claims.kind, wireOf(claimsText(claims)))).toEqual({ ok: true, claims })
      }),
    )
  })

  it('a trailer and a lapse of the test are left out when there are none', () => {
    const { trailer: _, testLapsesAt: __, ...bare } = freight()
    expect(Object.keys(wireOf(claimsText(bare)))).not.toContain('t')
    expect(parseFreightClaims(wireOf(claimsText(bare)))).toEqual({ ok: true, claims: bare })
  })

  test.each(Object.keys(freightWire()).filter((name) => name !== 't' && name !== 'n'))(
    'a freight code without %s is refused',
    (name) => expect(parseFreightClaims(without(freightWire(), name))).toEqual({ ok: false, path: name }),
  )

  test.each(Object.keys(passWire()))('a pass without %s is refused', (name) =>
    expect(parsePassClaims(without(passWire(), name))).toEqual({ ok: false, path: name }),
  )

  const seconds = now / 1000
  const flaws: [path: string, change: Wire][] = [
    ['phone', { phone: '13000000001' }],
    ['nbf', { nbf: seconds }],
    ['__proto__', JSON.parse('{"__proto__":1}')],
    ['iat', { iat: now }], // milliseconds
    ['exp', { exp: now }],
    ['n', { n: now }],
    ['iat', { iat: -1 }],
    ['iat', { iat: seconds + 0.5 }],
    ['iat', { iat: String(seconds) }],
    ['iat', { iat: null }],
    ['iat', { iat: 4_102_444_800 }], // the year 2100
    ['exp', { exp: seconds }],
    ['exp', { exp: seconds + 24 * 3600 + 1 }],
    ['exp', { exp: seconds - 1 }],
    ['jti', { jti: 'short' }],
    ['jti', { jti: 'x'.repeat(37) }],
    ['iss', { iss: '' }],
    ['iss', { iss: '河南' }],
    ['k', { k: 'p' }],
    ['p', { p: '沪D·X0001' }],
    ['p', { p: '沪dx0001' }],
    ['p', { p: '豫'.repeat(17) }],
    ['t', { t: '' }],
    ['t', { t: null }],
    ['tr', { tr: 'T 1' }],
    ['s', { s: 'in-province' }],
    ['c', { c: 'b' }],
    ['c', { c: 'toString' }],
    ['r', { r: true }],
    ['m', { m: [] }],
    ['m', { m: Array.from({ length: 9 }, () => ['张', '0015', 'd']) }],
    ['m.0.0', { m: [['138123', '0015', 'd']] }],
    ['m.0.0', { m: [['', '0015', 'd']] }],
    ['m.0.0', { m: [['A'.repeat(25), '0015', 'd']] }],
    ['m.0.1', { m: [['张', '410899198001010015', 'd']] }],
    ['m.0.2', { m: [['张', '0015', 'x']] }],
    ['m.0', { m: [['张', '0015', 'd', '13000000001']] }],
    ['m.0', { m: [{ surname: '张' }] }],
  ]
  test.each(flaws)('freight code: %s is refused in %j', (path, change) => {
    expect(parseFreightClaims({ ...freightWire(), ...change, ...ownProto(change) })).toEqual({ ok: false, path })
  })
  /** Spreading drops nothing but sets no `__proto__` of its own; this keeps it an own member. */
  const ownProto = (change: Wire): Wire =>
    Object.hasOwn(change, '__proto__') ? Object.defineProperty({}, '__proto__', { value: 1, enumerable: true }) : {}

  test.each<[string, Wire]>([
    ['n', { n: seconds }],
    ['no', { no: '41080000012' }],
    ['o', { o: '3101' }],
    ['g', { g: '2' }],
    ['u', { u: 'JT' }],
    ['nbf', { nbf: now }],
    ['exp', { exp: seconds }],
    ['k', { k: 'f' }],
  ])('pass: %s is refused in %j', (path, change) => {
    expect(parsePassClaims({ ...passWire(), ...change })).toEqual({ ok: false, path })
  })

  test.each([null, undefined, 1, 'x', []])('%j is no claims at all', (value) =>
    expect(parseFreightClaims(value)).toEqual({ ok: false, path: '$' }),
  )

  it('hold no full name, no full ID number, and no more than the table lists', async () => {
    const { signer } = await madeKey('freight')
    const token = await sealFreightCode(freight(), signer)
    const text = new TextDecoder().decode(base64url.decode(partsOf(token).body))
    expect(Object.keys(wireOf(text)).join(' ')).toBe('iss jti iat exp k p t tr s c n r m')
    expect(wireOf(text)['m']).toEqual([
      ['张', '0015', 'd'],
      ['李', '0021', 'e'],
      ['欧阳', '005X', 'e'],
    ])
    for (const { name, idNumber } of crewInFull) {
      expect(text).not.toContain(name)
      expect(text).not.toContain(idNumber.slice(6, 14))
    }
  })

  test.each([
    ['张测试', '410899198001010015', '张', '0015'],
    ['欧阳虚构', '32999919800101005x', '欧阳', '005X'],
    ['阿卜杜拉·示例', 'E12345678', '阿卜杜拉', '5678'],
    ['Demo, Truck Driver', 'AB123', 'DEMO', 'B123'],
  ])('%s, %s is marked %s %s', (name, idNumber, surname, idTail) => {
    const mark = crewMark({ name, idNumber, role: 'driver' })
    expect({ ...mark, surname: mark.surname.toUpperCase() }).toEqual({ surname, idTail, role: 'driver' })
    expect(parseFreightClaims(wireOf(claimsText(freight({ crew: [mark] })))).ok).toBe(true)
  })

  it('what could not be read back is not sealed', async () => {
    const { signer } = await madeKey('freight')
    const long = freight({ expiresAt: plus(now, 25 * 3_600_000) })
    await expect(sealFreightCode(long, signer)).rejects.toMatchObject({ kind: 'bad-input', code: 'C-20', path: 'exp' })
    await expect(sealPass(pass({ number: '1' }), signer)).rejects.toMatchObject({ code: 'C-20', path: 'no' })
  })

  it('a fraction of a second is cut off on sealing', () => {
    const wire = wireOf(claimsText(freight({ issuedAt: instant(now + 999) })))
    expect(wire['iat']).toBe(now / 1000)
  })
})
