import * as fc from 'fast-check'
import { base64url } from 'jose'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { freightCodeFact } from '../../shared/credential/credential-facts.ts'
import { liveForSeconds, phonePoint, showingOf, stampCode } from '../../shared/credential/live.ts'
import { parseFreightClaims } from '../../shared/credential/parse-claims.ts'
import { claimsText } from '../../shared/credential/claims.ts'
import { openCredential } from '../../shared/credential/open.ts'
import { sealFreightCode } from '../../shared/credential/seal.ts'
import { hour, plus } from '../../shared/instant.ts'
import { freight, now, office } from './kit.ts'
import { newPhoneKey } from './phone-key.ts'
import type { PhoneKey } from './phone-key.ts'

let driver: PhoneKey
let stranger: PhoneKey
beforeAll(async () => {
  ;[driver, stranger] = [await newPhoneKey(), await newPhoneKey()]
})

const code = (id = 'x4Kq9TzL0mWb2e') => freight({ id, shownBy: driver.point })
const second = 1000

describe('a code shown on a phone', () => {
  it('is live while the phone stamps it, before and after by the same span', () => expect(liveForSeconds).toBe(90))

  test.each([
    ['this very moment', 0, 'live'],
    ['90 s ago', -90, 'live'],
    ['91 s ago', -91, 'stale'],
    ['two hours ago, a picture of it', -7200, 'stale'],
    ['90 s ahead, by a clock that is fast', 90, 'live'],
    ['91 s ahead', 91, 'stale'],
    ['tomorrow, stamped in advance', 24 * 3600, 'stale'],
  ])('stamped %s', async (_, seconds, live) => {
    const stampedAt = plus(now, seconds * second)
    const stamp = await stampCode(driver.sign, code().id, stampedAt)
    expect(await showingOf(code(), stamp, now)).toEqual({ carrier: 'phone', live, stampedAt })
  })

  it('whole seconds count, so no millisecond decides', async () => {
    const stamp = await stampCode(driver.sign, code().id, plus(now, -89_001))
    expect(await showingOf(code(), stamp, plus(now, 999))).toMatchObject({
      live: 'live',
      stampedAt: plus(now, -90_000),
    })
  })

  it('without a stamp it is none', async () => {
    expect(await showingOf(code(), undefined, now)).toEqual({ carrier: 'phone', live: 'none' })
  })

  it("under another phone's stamp it is bad", async () => {
    const stamp = await stampCode(stranger.sign, code().id, now)
    expect(await showingOf(code(), stamp, now)).toEqual({ carrier: 'phone', live: 'bad' })
  })

  it('the stamp of another code of the same phone is bad here, and so is one with its time moved', async () => {
    const other = await stampCode(driver.sign, 'aNotherCode001', now)
    expect(await showingOf(code(), other, now)).toMatchObject({ live: 'bad' })
    const old = await stampCode(driver.sign, code().id, plus(now, -hour))
    expect(await showingOf(code(), { ...old, at: now }, now)).toMatchObject({ live: 'bad' })
  })

  it('nobody without the key makes a live stamp', async () => {
    const good = await stampCode(driver.sign, code().id, now)
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ minLength: 64, maxLength: 64 }),
          fc.uint8Array({ minLength: 0, maxLength: 80 }),
          fc
            .tuple(fc.integer({ min: 0, max: 63 }), fc.integer({ min: 0, max: 7 }))
            .map(([at, bit]) => good.signature.map((byte, index) => (index === at ? byte ^ (1 << bit) : byte))),
        ),
        fc.integer({ min: -liveForSeconds, max: liveForSeconds }),
        async (signature, away) => {
          const shown = await showingOf(code(), { at: plus(now, away * second), signature }, now)
          expect(shown).toEqual({ carrier: 'phone', live: 'bad' })
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('paper', () => {
  it('has no phone and needs no stamp', async () => {
    expect(await showingOf(freight(), undefined, now)).toEqual({ carrier: 'paper' })
  })

  it('is not made livelier by a stamp', async () => {
    const stamp = await stampCode(driver.sign, freight().id, now)
    expect(await showingOf(freight(), stamp, now)).toEqual({ carrier: 'paper' })
  })
})

describe("the phone's key in the code", () => {
  it('is the point that the browser exports, whichever side of the curve', async () => {
    for (let i = 0; i < 40; i += 1) {
      const { point, publicKey } = await newPhoneKey()
      const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', publicKey)
      expect(phonePoint(point)).toEqual({ kty, crv, x, y })
      expect(parseFreightClaims(JSON.parse(claimsText(freight({ shownBy: point }))))).toMatchObject({ ok: true })
    }
  })

  test.each([
    ['a whole point', (raw: Uint8Array) => Uint8Array.of(4, ...raw.subarray(1))],
    ['the point at infinity', () => new Uint8Array(33)],
    ['a byte too few', (raw: Uint8Array) => raw.subarray(0, 32)],
    ['a byte too many', (raw: Uint8Array) => Uint8Array.of(...raw, 0)],
    ['x beyond the field', () => Uint8Array.of(2, ...new Uint8Array(32).fill(255))],
    ['x = 1, that has no point', () => Uint8Array.of(2, ...new Uint8Array(31), 1)],
  ])('%s is no key', (_, change) => {
    expect(phonePoint(base64url.encode(change(base64url.decode(driver.point))))).toBeUndefined()
  })

  it('any text at all gives a key or none, and never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.uint8Array({ minLength: 33, maxLength: 33 }).map(base64url.encode)),
        (text) => {
          expect([undefined, 'EC']).toContain(phonePoint(text)?.kty)
        },
      ),
    )
  })
})

describe('opened at the booth', () => {
  const opened = async (shownBy: string | undefined) => {
    const desk = await office()
    const token = await sealFreightCode(freight(shownBy === undefined ? {} : { shownBy }), desk.freight.signer)
    return openCredential(token, { keys: desk.keys, now })
  }

  it('a code on paper says so', async () => {
    expect(await opened(undefined)).toMatchObject({ ok: true, carrier: 'paper', state: 'green' })
  })

  it('a code for a phone without its stamp still says what it says: nobody is turned back for a picture', async () => {
    const read = await opened(driver.point)
    expect(read).toMatchObject({ ok: true, carrier: 'phone', live: 'none', state: 'green' })
    expect(freightCodeFact(read, now, '沪DX0001')).toEqual({ code: 'green', suspect: false })
  })

  it('a key that is no point of the curve is malformed', async () => {
    expect(await opened(base64url.encode(Uint8Array.of(2, ...new Uint8Array(31), 1)))).toMatchObject({
      ok: false,
      reason: 'malformed',
    })
  })

  it('one stamped by another phone counts as none, and is a lead (M7)', async () => {
    const read = await opened(driver.point)
    if (!read.ok || read.kind !== 'freight') throw new Error('not opened')
    const claims = { ...read.claims }
    const bad = { ...read, claims, carrier: 'phone', live: 'bad' } as const
    expect(freightCodeFact(bad, now, '沪DX0001')).toEqual({ code: null, why: 'bad-stamp', suspect: true })
  })
})
