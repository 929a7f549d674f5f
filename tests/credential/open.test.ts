import { base64url } from 'jose'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { claimsText, tokenTypes } from '../../shared/credential/claims.ts'
import { importKeys, toJwks } from '../../shared/credential/keys.ts'
import { openCredential, refusalCodes } from '../../shared/credential/open.ts'
import type { OpenOptions, RefusalReason } from '../../shared/credential/open.ts'
import { encodeQr } from '../../shared/credential/qr.ts'
import { sealFreightCode, sealPass } from '../../shared/credential/seal.ts'
import { hour, minute, plus } from '../../shared/instant.ts'
import { freight, joined, madeKey, now, office, partsOf, pass, signedAnyhow } from './kit.ts'
import vectors from './vectors/wycheproof-jws-subset.json' with { type: 'json' }

let desk: Awaited<ReturnType<typeof office>>
let token: string
let paper: string
beforeAll(async () => {
  desk = await office()
  token = await sealFreightCode(freight(), desk.freight.signer)
  paper = await sealPass(pass(), desk.pass.signer)
})

const open = (text: string, more: Partial<OpenOptions> = {}) => openCredential(text, { keys: desk.keys, now, ...more })
const reasonOf = async (text: string, more: Partial<OpenOptions> = {}) => {
  const opened = await open(text, more)
  return opened.ok ? 'open' : opened.reason
}

describe('a good credential', () => {
  it('opens from its token and from its code, to the same', async () => {
    const opened = await open(token)
    expect(opened).toEqual({ ok: true, kind: 'freight', claims: freight(), carrier: 'paper', state: 'green', token })
    expect(await open(encodeQr(token))).toEqual(opened)
    expect(await open(encodeQr(paper))).toEqual({
      ok: true,
      kind: 'pass',
      claims: pass(),
      state: 'valid',
      token: paper,
    })
  })

  test.each<[string, number, string]>([
    ['a minute before its test lapses', 20 * hour - minute, 'green'],
    ['a millisecond before', 20 * hour - 1, 'green'],
    ['at the lapse', 20 * hour, 'grey'],
  ])('is coloured by its test: %s', async (_, later, state) => {
    expect(await open(token, { now: plus(now, later) })).toMatchObject({ ok: true, state })
  })

  it('a lapsed test leaves a yellow or red code as it is', async () => {
    for (const state of ['yellow', 'red'] as const) {
      const sealed = await sealFreightCode(freight({ state, testLapsesAt: now }), desk.freight.signer)
      expect(await open(sealed)).toMatchObject({ ok: true, state })
    }
  })
})

describe('time, with two minutes of slack on both sides', () => {
  test.each<[RefusalReason | 'open', string, number]>([
    ['not-yet-valid', 'before its start', -121_000],
    ['open', 'before its start', -120_000],
    ['open', 'after its end', 24 * hour + 119_999],
    ['expired', 'after its end', 24 * hour + 120_000],
  ])('%s: %s by %i ms', async (reason, _, later) => {
    expect(await reasonOf(token, { now: plus(now, later) })).toBe(reason)
  })

  test.each<[RefusalReason | 'open', number]>([
    ['not-yet-valid', -1000],
    ['open', 0],
    ['open', 24 * hour - 1],
    ['expired', 24 * hour],
  ])('without slack %s at %i ms', async (reason, later) => {
    expect(await reasonOf(token, { now: plus(now, later), skewSeconds: 0 })).toBe(reason)
  })

  it('a pass issued today for tomorrow is not yet valid', async () => {
    const early = await sealPass(pass({ validFrom: plus(now, 24 * hour) }), desk.pass.signer)
    expect(await open(early)).toMatchObject({ ok: false, reason: 'not-yet-valid', code: 'C-06', kind: 'pass' })
  })
})

describe('the list of withdrawn ones goes by id', () => {
  test.each<['revoked' | 'suspended', number, RefusalReason]>([
    ['revoked', 0, 'revoked'],
    ['suspended', 0, 'suspended'],
    ['revoked', 25 * hour, 'revoked'],
    ['suspended', 25 * hour, 'expired'],
  ])('%s, %i ms later: %s', async (standing, later, reason) => {
    const of = ({ id }: { id: string }) => (id === freight().id ? standing : undefined)
    expect(await open(token, { standing: of, now: plus(now, later) })).toMatchObject({ reason, claims: freight() })
    expect(await reasonOf(paper, { standing: of })).toBe('open')
  })
})

describe('the key', () => {
  it('must be known', async () => {
    const stranger = await madeKey('freight')
    expect(await reasonOf(await sealFreightCode(freight(), stranger.signer))).toBe('unknown-key')
  })

  it('must be for this use, either way round', async () => {
    expect(await reasonOf(await sealPass(pass(), desk.freight.signer))).toBe('unknown-key')
    expect(await reasonOf(await sealFreightCode(freight(), desk.pass.signer))).toBe('unknown-key')
  })

  it('named falsely does not help', async () => {
    const stranger = await madeKey('freight')
    const posing = { ...stranger.signer, kid: desk.freight.signer.kid }
    await expect(sealFreightCode(freight(), posing)).resolves.toBeTypeOf('string')
    expect(await reasonOf(await sealFreightCode(freight(), posing))).toBe('bad-signature')
  })

  it('retired opens what it sealed before, and nothing after; one not yet in use opens nothing', async () => {
    const { jwk, signer } = desk.freight
    const retired = await importKeys(toJwks([{ ...jwk, cx_ret: plus(now, hour) / 1000 }]))
    const later = freight({ issuedAt: plus(now, 2 * hour), id: 'sealedTooLate' })
    expect(await reasonOf(token, { keys: retired, now: plus(now, 3 * hour) })).toBe('open')
    expect(await reasonOf(await sealFreightCode(later, signer), { keys: retired, now: plus(now, 3 * hour) })).toBe(
      'unknown-key',
    )
    const early = freight({ issuedAt: plus(now, -hour), expiresAt: plus(now, hour) })
    expect(await reasonOf(await sealFreightCode(early, signer))).toBe('unknown-key')
  })
})

describe('the header is closed', () => {
  const typ = tokenTypes.freight
  test.each<[RefusalReason | 'open', string, (kid: string) => object | string]>([
    ['open', 'the members in another order', (kid) => ({ typ, alg: 'ES256', kid })],
    ['bad-signature', 'alg none', (kid) => ({ alg: 'none', kid, typ })],
    ['bad-signature', 'alg HS256', (kid) => ({ alg: 'HS256', kid, typ })],
    ['bad-signature', 'alg ES384', (kid) => ({ alg: 'ES384', kid, typ })],
    ['bad-signature', 'alg es256', (kid) => ({ alg: 'es256', kid, typ })],
    ['malformed', 'no alg', (kid) => ({ kid, typ })],
    ['malformed', 'no kid', () => ({ alg: 'ES256', typ })],
    ['malformed', 'a number as kid', () => ({ alg: 'ES256', kid: 7, typ })],
    ['malformed', 'a path as kid', () => ({ alg: 'ES256', kid: '../key', typ })],
    ['malformed', 'crit', (kid) => ({ alg: 'ES256', kid, typ, crit: ['exp'] })],
    ['malformed', 'jku', (kid) => ({ alg: 'ES256', kid, typ, jku: 'https://example.org/jwks' })],
    ['malformed', 'jwk', (kid) => ({ alg: 'ES256', kid, typ, jwk: {} })],
    ['malformed', 'x5u', (kid) => ({ alg: 'ES256', kid, typ, x5u: 'https://example.org/x' })],
    ['malformed', 'x5c', (kid) => ({ alg: 'ES256', kid, typ, x5c: [] })],
    ['malformed', 'b64', (kid) => ({ alg: 'ES256', kid, typ, b64: false })],
    ['malformed', 'zip', (kid) => ({ alg: 'ES256', kid, typ, zip: 'DEF' })],
    ['malformed', 'a doubled member', (kid) => `{"alg":"none","alg":"ES256","kid":"${kid}","typ":"${typ}"}`],
    ['malformed', 'a space', (kid) => `{"alg":"ES256", "kid":"${kid}","typ":"${typ}"}`],
    ['not-ours', 'another typ', (kid) => ({ alg: 'ES256', kid, typ: 'JWT' })],
    ['not-ours', 'no typ', (kid) => ({ alg: 'ES256', kid })],
    ['unknown-key', 'the other typ', (kid) => ({ alg: 'ES256', kid, typ: tokenTypes.pass })],
  ])('%s: %s', async (reason, _, header) => {
    const { signer } = desk.freight
    // jose refuses to sign under an odd header; what is refused here is refused before the signature is looked at.
    const raw = { kid: signer.kid, alg: 'ES256', sign: async () => new Uint8Array(64).fill(7) }
    const plain = reason === 'open'
    const sealed = await signedAnyhow(header(signer.kid), claimsText(freight()), plain ? signer : raw)
    expect(await reasonOf(sealed)).toBe(reason)
  })

  it('alg none with no signature, and HS256 keyed with the public key, are no seals of ours', async () => {
    const { kid, x, y } = desk.freight.jwk
    const body = partsOf(token).body
    expect(await reasonOf(joined({ alg: 'none', kid, typ }, body, ''))).toBe('bad-signature')
    const secret = await crypto.subtle.importKey(
      'raw',
      new TextEncoder().encode(x + y),
      { name: 'HMAC', hash: 'SHA-256' },
      false,
      ['sign'],
    )
    const head = base64url.encode(JSON.stringify({ alg: 'HS256', kid, typ }))
    const mac = await crypto.subtle.sign('HMAC', secret, new TextEncoder().encode(`${head}.${body}`))
    expect(await reasonOf(`${head}.${body}.${base64url.encode(new Uint8Array(mac))}`)).toBe('bad-signature')
  })
})

describe('claims under a good seal', () => {
  const wire = (): Record<string, unknown> => JSON.parse(claimsText(freight()))
  test.each<[string, () => unknown]>([
    ['one too many', () => ({ ...wire(), phone: '13000000001' })],
    ['milliseconds', () => ({ ...wire(), iat: now })],
    ['life of more than 24 h', () => ({ ...wire(), exp: now / 1000 + 86_401 })],
    ['a list', () => [wire()]],
    ['spaces', () => JSON.stringify(wire(), null, 1)],
    ['a doubled claim', () => claimsText(freight()).replace('"c":"g"', '"c":"r","c":"g"')],
    ['another spelling of a number', () => claimsText(freight()).replace('"r":1', '"r":1.0')],
    ['an escape', () => claimsText(freight()).replace('沪', String.raw`\u6caa`)],
    ['a byte order mark', () => `\u{FEFF}${claimsText(freight())}`],
    ['no JSON', () => 'hello'],
  ])('malformed: %s', async (_, payload) => {
    const header = { alg: 'ES256', kid: desk.freight.signer.kid, typ: tokenTypes.freight }
    expect(await reasonOf(await signedAnyhow(header, payload(), desk.freight.signer))).toBe('malformed')
  })
})

describe('signatures of the Wycheproof set under our own token', () => {
  test.each(vectors.specialSignatures)('$comment ($tcId) does not open', async ({ jws }) => {
    const { head, body } = partsOf(token)
    expect(await reasonOf(`${head}.${body}.${partsOf(jws).seal}`)).toMatch(/^(?:bad-signature|malformed)$/)
  })
})

it('every reason has its own short code', () => {
  const codes = Object.values(refusalCodes)
  expect(new Set(codes).size).toBe(codes.length)
  expect(codes.every((code) => /^C-\d\d$/.test(code))).toBe(true)
})
