import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { deflateSync } from 'node:zlib'
import * as fc from 'fast-check'
import { base64url, importJWK } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { signCompact } from '../../shared/credential/seal.ts'
import type { KeySet } from '../../shared/credential/keys.ts'
import {
  inflate,
  plainDeflate,
  readStatusListToken,
  signStatusList,
  statusAt,
  writeStatuses,
} from '../../shared/credential/status-list.ts'
import type { Standing, StatusBits } from '../../shared/credential/status-list.ts'
import { standingFromLists } from '../../shared/credential/standing.ts'
import { instant, plus } from '../../shared/instant.ts'
import { now, office, pass } from './kit.ts'

type Vector = {
  bits: 1 | 2 | 4 | 8
  lst: string
  entries: number
  values?: number[]
  expect_nonzero?: Record<string, number>
}
type Vectors = { vectors: Vector[]; status_list_token_jwt_example: string; status_list_token_public_jwk: object }

/** The first two lists of the draft, §4.1; the rest lies beside the checkout, where it is there. */
const shortOnes: Vector[] = [
  { bits: 1, lst: 'eNrbuRgAAhcBXQ', entries: 16, values: [1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1] },
  { bits: 2, lst: 'eNo76fITAAPfAgc', entries: 12, values: [1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3] },
]
const file = fileURLToPath(new URL('../../../shared/vectors/token-status-list/vectors.json', import.meta.url))
const published: Vectors | undefined = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined

async function opened({ bits, lst }: Vector): Promise<StatusBits> {
  const bytes = await inflate(new Uint8Array(base64url.decode(lst)))
  if (bytes === undefined) throw new Error('does not inflate')
  return { bits, bytes }
}

async function sayTheSame(vector: Vector) {
  const list = await opened(vector)
  const all = Array.from({ length: vector.entries }, (_, index) => statusAt(list, index))
  const nonzero: [string, number | undefined][] = []
  for (const [index, value] of all.entries()) if (value !== 0) nonzero.push([`${index}`, value])
  if (vector.values !== undefined) expect(all).toEqual(vector.values)
  // A list names a place with value 0 among the others, to show that it may be said.
  const named = Object.entries(vector.expect_nonzero ?? {}).filter(([, value]) => value !== 0)
  if (vector.expect_nonzero !== undefined) expect(nonzero).toEqual(named)
  expect(statusAt(list, vector.entries)).toBeUndefined()
}

describe('the lists of the draft', () => {
  it.each(shortOnes)('$bits bits, $entries places', sayTheSame)

  it(published ? 'all of them, and the signed example' : 'the large ones are not beside this checkout', async () => {
    if (published === undefined) return expect(existsSync(file)).toBe(false)
    expect(published.vectors.map(({ bits }) => bits)).toEqual([2, 1, 1, 2, 4, 8])
    for (const vector of published.vectors) await sayTheSame(vector)
    const key = await importJWK(published.status_list_token_public_jwk, 'ES256')
    if (key instanceof Uint8Array) throw new Error('no key')
    const keys: KeySet = new Map([['12', { kid: '12', use: 'pass', key, notBefore: instant(0) }]])
    const text = published.status_list_token_jwt_example
    expect(await readStatusListToken(text, keys, now)).toEqual({
      ok: true,
      list: {
        uri: 'https://example.com/statuslists/1',
        issuedAt: instant(1_686_920_170_000),
        expiresAt: instant(2_291_720_170_000),
        ttlSeconds: 43_200,
        ...(await opened(shortOnes[0]!)),
      },
    })
    expect(await readStatusListToken(text.replace('.2lK', '.2lL'), keys, now)).toMatchObject({
      reason: 'bad-signature',
    })
  })
})

const someStandings = fc.array(fc.constantFrom<Standing>('valid', 'revoked', 'suspended'), { maxLength: 200 })

it('what is written is what is read, place by place', () => {
  fc.assert(
    fc.property(someStandings, (standings) => {
      const list = writeStatuses(
        standings.length,
        standings.map((status, index) => ({ index, status })),
      )
      expect(standings.map((_, index) => statusAt(list, index))).toEqual(
        standings.map((status) => ({ valid: 0, revoked: 1, suspended: 2 })[status]),
      )
      expect([-1, 0.5, Number.NaN, 1e9].map((index) => statusAt(list, index))).toEqual(Array(4).fill(undefined))
    }),
  )
})

describe('the signed list', () => {
  let keys: KeySet
  let signers: Awaited<ReturnType<typeof office>>
  beforeAll(async () => {
    signers = await office()
    keys = signers.keys
  })
  const uri = 'https://cx.jiaozuo.gov.cn/status/7'
  const facts = { uri, issuedAt: now, expiresAt: plus(now, 86_400_000), ttlSeconds: 900 }
  const bits = writeStatuses(1000, [
    { index: 5, status: 'revoked' },
    { index: 6, status: 'suspended' },
  ])
  const signed = async (lst = plainDeflate(bits.bytes)) => signStatusList(facts, await lst, signers.pass.signer)

  it('opens with the keys of passes, and tells how a pass stands', async () => {
    const text = await signed()
    expect(JSON.parse(new TextDecoder().decode(base64url.decode(text.split('.')[0]!)))).toEqual({
      alg: 'ES256',
      kid: signers.pass.jwk.kid,
      typ: 'statuslist+jwt',
    })
    const read = await readStatusListToken(`${text}\n`, keys, now)
    if (!read.ok) throw new Error(read.reason)
    expect(read.list).toEqual({ ...facts, ...bits })
    const standing = standingFromLists([read.list])
    const of = (index: number, at = uri) => standing(pass({ status: { index, uri: at } }))
    expect([4, 5, 6, 1000].map((index) => of(index))).toEqual([undefined, 'revoked', 'suspended', undefined])
    expect(of(5, 'https://cx.jiaozuo.gov.cn/status/8')).toBeUndefined()
  })

  it('is worth nothing after its end, altered, or under another key', async () => {
    const text = await signed()
    const [head = '', , seal = ''] = text.split('.')
    const claims = { sub: uri, iat: 1, exp: 2_000_000_000, status_list: { bits: 2, lst: 'eNo76fITAAPfAgc' } }
    const other = `${head}.${base64url.encode(JSON.stringify(claims))}.${seal}`
    const byFreight = await signStatusList(facts, await plainDeflate(bits.bytes), signers.freight.signer)
    const reason = async (of: string, at = now) => (await readStatusListToken(of, keys, at)) as { reason?: string }
    expect(await reason(text, plus(now, 86_399_999))).toMatchObject({ ok: true })
    expect(await reason(text, plus(now, 86_400_000))).toMatchObject({ reason: 'expired' })
    expect(await reason(other)).toMatchObject({ reason: 'bad-signature' })
    expect(await reason(byFreight)).toMatchObject({ reason: 'unknown-key' })
  })

  it.each([
    ['no list', { status_list: undefined }],
    ['three bits', { status_list: { bits: 3, lst: 'eNo76fITAAPfAgc' } }],
    ['padding', { status_list: { bits: 2, lst: 'eNo76fITAAPfAgc=' } }],
    ['a list that is cut', { status_list: { bits: 2, lst: 'eNo76fITAAPf' } }],
    ['a wrong checksum', { status_list: { bits: 2, lst: 'eNo76fITAAPfAgg' } }],
    ['a bomb', { status_list: { bits: 2, lst: base64url.encode(deflateSync(new Uint8Array((1 << 22) + 1))) } }],
    ['milliseconds', { iat: 1_652_666_400_000 }],
    ['nobody’s address', { sub: 7 }],
    ['no time to live', { ttl: 0 }],
  ])('is refused, well signed, with %s', async (_, change) => {
    const claims = { sub: uri, iat: now / 1000, status_list: { bits: 2, lst: 'eNo76fITAAPfAgc' }, ...change }
    const { signer } = signers.pass
    const header = JSON.stringify({ alg: 'ES256', kid: signer.kid, typ: 'statuslist+jwt' })
    const text = await signCompact(header, new TextEncoder().encode(JSON.stringify(claims)), signer)
    expect(await readStatusListToken(text, keys)).toEqual({ ok: false, reason: 'malformed' })
  })

  it.each(['', '.', '..', 'eyJ.eyJ.AA', 'CX:ABC', '{}', '💥'])('%s is no list', async (text) =>
    expect(await readStatusListToken(text, keys)).toEqual({ ok: false, reason: 'malformed' }),
  )
})
