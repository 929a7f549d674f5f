/**
 * The faults of the negative set of SMART Health Cards (file names of health-cards-dev-tools, testdata/), each made in a credential
 * of ours: what is wrong with it is found, and named by the right reason.
 */
import { deflateRawSync } from 'node:zlib'
import { base64url } from 'jose'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { claimsText, tokenTypes } from '../../shared/credential/claims.ts'
import { importKeys, toJwks } from '../../shared/credential/keys.ts'
import { openCredential } from '../../shared/credential/open.ts'
import type { OpenOptions, RefusalReason } from '../../shared/credential/open.ts'
import { encodeQr, qrPrefix } from '../../shared/credential/qr.ts'
import { fromBase45, toBase45 } from '../../shared/credential/base45.ts'
import { sealPass, signCompact } from '../../shared/credential/seal.ts'
import { hour, plus } from '../../shared/instant.ts'
import { now, office, partsOf, pass, signedAnyhow } from './kit.ts'

let desk: Awaited<ReturnType<typeof office>>
let token: string
let code: string
beforeAll(async () => {
  desk = await office()
  token = await sealPass(pass(), desk.pass.signer)
  code = encodeQr(token)
})

const header = () => ({ alg: 'ES256', kid: desk.pass.signer.kid, typ: tokenTypes.pass })
const wire = (): Record<string, unknown> => JSON.parse(claimsText(pass()))
const sealed = (payload: unknown) => signedAnyhow(header(), payload, desk.pass.signer)
const withHeader = (head: object) =>
  `${base64url.encode(JSON.stringify(head))}.${partsOf(token).body}.${partsOf(token).seal}`
const withSeal = (seal: Uint8Array) => `${partsOf(token).head}.${partsOf(token).body}.${base64url.encode(seal)}`
const rAndS = () => base64url.decode(partsOf(token).seal)

/** SEQUENCE of two INTEGERs; a leading zero keeps a number positive, and left out makes it negative. */
function der(zeroes: readonly [boolean, boolean]): Uint8Array {
  const numbers = [rAndS().subarray(0, 32), rAndS().subarray(32)].map((part, i) =>
    zeroes[i] === true ? [2, 33, 0, ...part] : [2, 32, ...part],
  )
  const body = numbers.flat()
  return Uint8Array.of(0x30, body.length, ...body)
}
const bytesOf = () => fromBase45(code.slice(qrPrefix.length))!
const codeOf = (bytes: ArrayLike<number>) => qrPrefix + toBase45(Uint8Array.from(bytes))
const kidOf = (kid: string) => withHeader({ ...header(), kid })

type Fault = [reason: RefusalReason, what: string, make: () => string | Promise<string>, more?: Partial<OpenOptions>]

describe('a token', () => {
  test.each<Fault>([
    ['malformed', 'der-signature', () => withSeal(der([true, true]))],
    ['malformed', 'der-signature-r-neg', () => withSeal(der([false, true]))],
    ['malformed', 'der-signature-s-neg', () => withSeal(der([true, false]))],
    ['malformed', 'der-signature-rs-neg', () => withSeal(der([false, false]))],
    ['bad-signature', 'invalid-signature', () => withSeal(rAndS().map((byte) => byte ^ 1))],
    ['unknown-key', 'wrong_jws_header_kid', () => kidOf('00000000')],
    ['malformed', 'no_jws_header_kid', () => withHeader({ alg: 'ES256', typ: tokenTypes.pass })],
    ['malformed', 'no_jws_header_alg', () => withHeader({ kid: desk.pass.signer.kid, typ: tokenTypes.pass })],
    ['malformed', 'a header of theirs (zip)', () => withHeader({ ...header(), zip: 'DEF' })],
    [
      'malformed',
      'no_jws_header_zip: claims deflated, and the header is silent of it',
      () => signCompact(JSON.stringify(header()), deflateRawSync(claimsText(pass())), desk.pass.signer),
    ],
    ['malformed', 'jws_too_long', () => sealed({ ...wire(), u: `410800${'A'.repeat(1000)}` })],
    ['malformed', 'trailing_chars', () => ` \t\n ${token} \t\n `],
    ['malformed', 'trailing_chars of the claims', () => sealed(`${claimsText(pass())} \n`)],
    ['malformed', 'utf8_bom_prefix', () => sealed(`\u{FEFF}${claimsText(pass())}`)],
    ['malformed', 'bad-fhir-metadata: a claim that is none', () => sealed({ ...wire(), meta: {} })],
    ['malformed', 'missing-coding: a claim that is missing', () => sealed({ ...wire(), g: undefined })],
    ['malformed', 'exp_milliseconds', () => sealed({ ...wire(), exp: pass().expiresAt })],
    ['malformed', 'nbf_milliseconds', () => sealed({ ...wire(), nbf: pass().validFrom })],
    ['expired', 'expired', () => token, { now: plus(now, 241 * hour) }],
    ['not-yet-valid', 'nbf_not_yet_valid', () => sealed({ ...wire(), nbf: now / 1000 + 500 })],
    ['malformed', 'pre-expired: an end before the beginning', () => sealed({ ...wire(), exp: now / 1000 - 500 })],
    [
      'malformed',
      'issuer-not-valid: another issuer under our seal',
      () => sealed({ ...wire(), iss: '410100' }),
      { issuers: ['410800'] },
    ],
  ])('%s: %s', async (reason, _, make, more = {}) => {
    expect(await openCredential(await make(), { keys: desk.keys, now, ...more })).toMatchObject({ ok: false, reason })
  })

  it('bad-signature: issuer-kid-mismatch, sealed by one key under the name of the next', async () => {
    const next = await office()
    const keys = await importKeys(toJwks([desk.pass.jwk, next.pass.jwk]))
    expect(await openCredential(kidOf(next.pass.jwk.kid), { keys, now })).toMatchObject({ reason: 'bad-signature' })
  })

  it.each(['wrong_kty_key', 'wrong_use_key', 'wrong_alg_key', 'wrong_curve_key'])(
    '%s is no key of ours',
    async (fault) => {
      const [jwk] = toJwks([desk.pass.jwk]).keys
      const change = { wrong_kty_key: { kty: 'RSA' }, wrong_use_key: { use: 'enc' }, wrong_alg_key: { alg: 'ES384' } }
      const wrong = { ...jwk, ...(change[fault as keyof typeof change] ?? { crv: 'P-384' }) }
      const keys = await importKeys({ keys: [wrong] })
      expect(await openCredential(token, { keys, now })).toMatchObject({ ok: false, reason: 'unknown-key' })
    },
  )
})

describe('the text of a code', () => {
  test.each<Fault>([
    ['malformed', 'odd-count: a lone last character', () => `${code.slice(0, code.length - (code.length % 3))}0`],
    ['malformed', 'number-too-big: a group over its two bytes', () => `${qrPrefix}:::${code.slice(6)}`],
    ['malformed', 'trailing_chars', () => ` \t\n ${code} \t\n `],
    ['malformed', 'wrong-multi-chunk, index-out-of-range: there are no parts', () => code.replace(qrPrefix, 'CX:3/2/')],
    ['malformed', 'qr_chunk_too_big', () => code + code + code + code],
    ['not-ours', 'wrong_qr_header', () => code.replace(qrPrefix, 'CX/')],
    [
      'malformed',
      'no_deflate',
      () => codeOf([...bytesOf().slice(0, 71), ...new TextEncoder().encode(claimsText(pass()))]),
    ],
    ['malformed', 'a byte too many', () => codeOf([...bytesOf(), 0])],
    ['malformed', 'a byte too few', () => codeOf(bytesOf().slice(0, -1))],
  ])('%s: %s', async (reason, _, make, more = {}) => {
    expect(await openCredential(await make(), { keys: desk.keys, now, ...more })).toMatchObject({ ok: false, reason })
  })
})
