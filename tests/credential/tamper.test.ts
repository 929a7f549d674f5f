import * as fc from 'fast-check'
import { base64url, compactVerify, importJWK } from 'jose'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { strictBase64url } from '../../shared/credential/compact.ts'
import { openCredential } from '../../shared/credential/open.ts'
import { encodeQr, qrPrefix } from '../../shared/credential/qr.ts'
import { fromBase45, toBase45 } from '../../shared/credential/base45.ts'
import { sealFreightCode } from '../../shared/credential/seal.ts'
import { anyFreight, freight, now, office, partsOf } from './kit.ts'
import vectors from './vectors/wycheproof-jws-subset.json' with { type: 'json' }

let desk: Awaited<ReturnType<typeof office>>
let token: string
let joseKey: Parameters<typeof compactVerify>[1]
beforeAll(async () => {
  desk = await office()
  token = await sealFreightCode(freight(), desk.freight.signer)
  const { kty, crv, x, y } = desk.freight.jwk
  joseKey = await importJWK({ kty, crv, x, y }, 'ES256')
})

const reasonOf = async (text: string) => {
  const opened = await openCredential(text, { keys: desk.keys, now })
  return opened.ok ? 'open' : opened.reason
}
const joseAccepts = (text: string) =>
  compactVerify(text, joseKey, { algorithms: ['ES256'] }).then(
    () => true,
    () => false,
  )

const flipped = (text: string, part: number, at: number, by: number) => {
  const parts = text.split('.')
  const bytes = new Uint8Array(base64url.decode(parts[part]!))
  bytes[at % bytes.length]! ^= by
  parts[part] = base64url.encode(bytes)
  return parts.join('.')
}

describe('a token changed in any byte', () => {
  it('does not open, be it header, claims or signature', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(0, 1, 2),
        fc.nat(999),
        fc.integer({ min: 1, max: 255 }),
        async (part, at, by) => {
          expect(await reasonOf(flipped(token, part, at, by))).not.toBe('open')
        },
      ),
      { numRuns: 300 },
    )
  })

  test.each([
    ['claims', 1, 'bad-signature'],
    ['signature', 2, 'bad-signature'],
  ] as const)('every single byte of the %s is under the seal', async (_, part, reason) => {
    const length = base64url.decode(token.split('.')[part]!).length
    for (let at = 0; at < length; at += 1) expect(await reasonOf(flipped(token, part, at, 1))).toBe(reason)
  })

  it('in its code: wherever a byte is changed, nothing opens', async () => {
    const bytes = fromBase45(encodeQr(token).slice(qrPrefix.length))!
    const reasons = new Map<string, number>()
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = bytes.slice()
      changed[at]! ^= 0x10
      const opened = await openCredential(qrPrefix + toBase45(changed), { keys: desk.keys, now })
      const reason = opened.ok ? 'open' : opened.reason
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
    }
    expect(reasons.get('open')).toBeUndefined()
    expect(reasons.get('bad-signature')).toBeGreaterThan(64)
    expect(reasons.get('unknown-key')).toBe(6)
    expect(reasons.get('malformed')).toBeGreaterThan(0)
  })
})

/** Ways in which a text can differ from the one form we issue, some of them harmless to jose. */
const mutations: Record<string, (text: string, n: number) => string> = {
  'nothing changed': (text) => text,
  'a character replaced': (text, n) =>
    text.slice(0, n % text.length) + 'AbZ9_-.= +/'[n % 11]! + text.slice((n % text.length) + 1),
  'a character taken out': (text, n) => text.slice(0, n % text.length) + text.slice((n % text.length) + 1),
  'two neighbours swapped': (text, n) => {
    const at = n % (text.length - 1)
    return text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2)
  },
  'cut off': (text, n) => text.slice(0, n % text.length),
  'a byte flipped': (text, n) => flipped(text, n % 3, n, 1 << (n % 8)),
  padded: (text) => `${text}==`,
  'a newline after': (text) => `${text}\n`,
  'a space inside': (text, n) => `${text.slice(0, n % text.length)} ${text.slice(n % text.length)}`,
  'a fourth part': (text) => `${text}.e30`,
}

describe('beside jose', () => {
  it('agrees on 500 mutated tokens; where jose is milder, the text is not in its one form', async () => {
    const seen = { both: 0, neither: 0, joseOnly: 0 }
    const mutant = fc.tuple(fc.constantFrom(...Object.keys(mutations)), fc.nat(100_000))
    await fc.assert(
      fc.asyncProperty(anyFreight(), fc.array(mutant, { minLength: 10, maxLength: 10 }), async (claims, mutants) => {
        const original = await sealFreightCode(
          { ...claims, issuedAt: now, expiresAt: freight().expiresAt },
          desk.freight.signer,
        )
        for (const [name, n] of mutants) {
          const text = mutations[name]!(original, n)
          const [ours, theirs] = [(await reasonOf(text)) === 'open', await joseAccepts(text)]
          seen[ours ? 'both' : theirs ? 'joseOnly' : 'neither'] += 1
          expect(theirs || !ours, text).toBe(true)
          if (theirs && !ours)
            expect(
              text.split('.').every((part) => strictBase64url(part) !== undefined),
              text,
            ).toBe(false)
        }
      }),
      { numRuns: 50 },
    )
    expect(seen.both).toBeGreaterThan(20)
    expect(seen.neither).toBeGreaterThan(200)
    expect(seen.joseOnly).toBeGreaterThan(20)
  })

  it('of the sixteen last characters that decode alike, one opens', async () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const { head, body, seal } = partsOf(token)
    const place = alphabet.indexOf(seal.at(-1)!)
    const group = alphabet.slice(place - (place % 16), place - (place % 16) + 16)
    const reasons = await Promise.all(
      Array.from(group, (last) => reasonOf(`${head}.${body}.${seal.slice(0, -1)}${last}`)),
    )
    expect(reasons.toSorted()).toEqual([...Array.from({ length: 15 }, () => 'malformed'), 'open'])
  })

  it('accepts the twin signature (r, n − s), as jose does: the id names a credential, its text does not', async () => {
    const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
    const seal = base64url.decode(partsOf(token).seal)
    const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
    const twin = (order - BigInt(`0x${hex(seal.subarray(32))}`)).toString(16).padStart(64, '0')
    const bytes = Uint8Array.from((hex(seal.subarray(0, 32)) + twin).match(/../g)!, (pair) => Number.parseInt(pair, 16))
    const { head, body } = partsOf(token)
    const opened = await openCredential(`${head}.${body}.${base64url.encode(bytes)}`, { keys: desk.keys, now })
    expect(opened).toMatchObject({ ok: true, claims: { id: freight().id } })
    expect(opened.ok && opened.token !== token).toBe(true)
  })
})

describe('base64url as the Wycheproof set breaks it', () => {
  test.each(vectors.base64)('$comment ($tcId) is not read', ({ jws }) => {
    expect(jws.split('.').every((part) => strictBase64url(part) !== undefined)).toBe(false)
  })
})
