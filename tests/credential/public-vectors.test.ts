/**
 * What others have collected against sloppy verifiers, through ours: Wycheproof (JWS, ECDSA P-256) and the negative set of SMART
 * Health Cards. The whole sets lie beside the checkout, in ../shared/vectors; a subset is kept here and always run.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { base64url } from 'jose'
import { describe, expect, it } from 'vitest'
import { isSealedBy, parseCompact, readParts } from '../../shared/credential/compact.ts'
import { importKeys } from '../../shared/credential/keys.ts'
import { openCredential } from '../../shared/credential/open.ts'
import { now, office } from './kit.ts'
import subset from './vectors/wycheproof-jws-subset.json' with { type: 'json' }

const folder = fileURLToPath(new URL('../../../shared/vectors/', import.meta.url))
const present = existsSync(folder)
if (!present) console.info(`no public vectors in ${folder}: only the subset in tests/credential/vectors is run`)
const read = (name: string): unknown => JSON.parse(readFileSync(folder + name, 'utf8'))

type Jwk = { kty: string; crv?: string; kid?: string; alg?: string }
type JwsTest = { tcId: number; jws: string; result: string }
type JwsGroup = { public?: Jwk; tests: JwsTest[] }

/**
 * Their token with our `typ` in its header, so that the header, the form and the key meet every check of ours; the seal is checked
 * over the bytes they sealed. The key only gets our two members beside its own.
 */
async function verdictOn(jws: string, key: Jwk | undefined): Promise<string> {
  const parts = readParts(jws)
  const [, body, seal] = jws.split('.')
  const header = typeof parts?.header === 'object' ? { ...parts.header, typ: 'cxp+jwt' } : undefined
  const ours = header === undefined ? jws : `${base64url.encode(JSON.stringify(header))}.${body}.${seal}`
  const compact = parseCompact(ours)
  if (!compact.ok) return compact.reason
  const keys = await importKeys({ keys: key === undefined ? [] : [{ ...key, cx_use: 'pass', cx_nbf: 0 }] })
  const verifying = keys.get(compact.value.kid)
  if (verifying === undefined) return 'unknown-key'
  const { signature } = compact.value
  return (await isSealedBy(verifying.key, { signature, signed: parts!.signed })) ? 'accepted' : 'bad-signature'
}

/** Read with more patience than we have, to say why a valid one is none of our profile. */
const algOf = (jws: string): string => {
  const header: unknown = JSON.parse(Buffer.from(jws.split('.')[0]!, 'base64url').toString())
  return String(Reflect.get(Object(header), 'alg'))
}

async function throughOurs(groups: readonly JwsGroup[]) {
  const counts: Record<string, number> = {}
  const excluded: Record<string, number> = {}
  const wrong: number[] = []
  for (const { public: key, tests } of groups) {
    for (const { tcId, jws, result } of tests) {
      const verdict = await verdictOn(jws, key)
      const counted = `${result} → ${verdict}`
      counts[counted] = (counts[counted] ?? 0) + 1
      if (verdict === 'accepted' && result !== 'valid') wrong.push(tcId)
      if (verdict === 'accepted' || result !== 'valid') continue
      const why = algOf(jws)
      excluded[why] = (excluded[why] ?? 0) + 1
      if (why === 'ES256') wrong.push(tcId)
    }
  }
  return { counts, excluded, wrong }
}

describe('Wycheproof, tokens', () => {
  const cases = [...subset.base64, ...subset.specialSignatures].map((test) => ({ ...test, result: 'invalid' }))

  it('none of the subset kept here is accepted', async () => {
    const key = { kty: 'EC', crv: 'P-256', kid: 'kid-ec-sign', alg: 'ES256', use: 'sig', ...wycheproofPoint }
    const { counts, wrong } = await throughOurs([{ public: key, tests: cases }])
    expect(wrong).toEqual([])
    expect(Object.keys(counts)).not.toContain('invalid → accepted')
    expect(counts['invalid → bad-signature']).toBeGreaterThan(20)
  })

  it('of all 401, nothing invalid is accepted and no ES256 refused, where the vectors are present', async () => {
    if (!present) return
    const { testGroups } = read('wycheproof/json_web_signature_test.json') as { testGroups: JwsGroup[] }
    expect(testGroups.flatMap(({ tests }) => tests)).toHaveLength(401)
    const { counts, excluded, wrong } = await throughOurs(testGroups)
    console.info('Wycheproof JWS:', counts, 'valid, but of an alg outside our profile:', excluded)
    expect(wrong).toEqual([])
    expect(counts['valid → accepted']).toBe(2)
    expect(counts['invalid → accepted']).toBeUndefined()
    expect(Object.keys(excluded)).not.toContain('ES256')
  })

  it('as they are, none of them is ours, where the vectors are present', async () => {
    const all = present
      ? (read('wycheproof/json_web_signature_test.json') as { testGroups: JwsGroup[] }).testGroups
      : []
    const { keys } = await office()
    for (const { jws } of [...all.flatMap(({ tests }) => tests), ...cases])
      expect(await openCredential(jws, { keys, now })).toMatchObject({
        ok: false,
        reason: expect.stringMatching(/^(?:not-ours|malformed|unreadable)$/),
      })
  })
})

/** The public half of the key of the groups es256 and SpecialCaseEs256. */
const wycheproofPoint = {
  x: '04N0xi21hshyvBp7I167sbE_bXqyqkAPfefdklMO7wY',
  y: 'UI8exy-C06a7DUnjIdENkxeFtHM4-l_41LqEw9nVgmw',
}

type EcdsaGroup = {
  publicKey: { uncompressed: string }
  tests: { tcId: number; msg: string; sig: string; result: string }[]
}

describe('Wycheproof, ECDSA P-256 as r‖s', () => {
  it('all 262 answered as they say, where the vectors are present', async () => {
    if (!present) return
    const { testGroups } = read('wycheproof/ecdsa_secp256r1_sha256_p1363_test.json') as { testGroups: EcdsaGroup[] }
    const wrong: number[] = []
    const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))
    for (const { publicKey, tests } of testGroups) {
      const point = bytes(publicKey.uncompressed)
      const [x, y] = [base64url.encode(point.subarray(1, 33)), base64url.encode(point.subarray(33))]
      const ours = { kid: 'kid', alg: 'ES256', use: 'sig', cx_use: 'pass', cx_nbf: 0 }
      const jwk = { kty: 'EC', crv: 'P-256', x, y, ...ours }
      const { key } = (await importKeys({ keys: [jwk] })).get('kid')!
      for (const { tcId, msg, sig, result } of tests) {
        const good = await isSealedBy(key, { signature: bytes(sig), signed: bytes(msg) })
        if (good !== (result === 'valid')) wrong.push(tcId)
      }
    }
    expect(testGroups.flatMap(({ tests }) => tests)).toHaveLength(262)
    expect(wrong).toEqual([])
  })
})

describe('SMART Health Cards, the negative set', () => {
  it('as they are, none is ours, where the vectors are present', async () => {
    if (!present) return
    const names = readdirSync(`${folder}shc-negative/testdata`).filter((name) => name.endsWith('.txt'))
    const { keys } = await office()
    expect(names).toHaveLength(25)
    for (const name of names) {
      const text = readFileSync(`${folder}shc-negative/testdata/${name}`, 'utf8')
      expect(await openCredential(text, { keys, now }), name).toMatchObject({ ok: false, reason: 'not-ours' })
    }
  })
})
