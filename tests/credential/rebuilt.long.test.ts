/** The QR is a lossless vessel: the very bytes of the token come back, and nothing else ever opens. */
import * as fc from 'fast-check'
import { base64url } from 'jose'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { fromBase41, toBase41 } from '../../shared/credential/base41.ts'
import { fromBase45, toBase45 } from '../../shared/credential/base45.ts'
import { claimsText } from '../../shared/credential/claims.ts'
import type { Claims, FreightClaims } from '../../shared/credential/claims.ts'
import { openCredential } from '../../shared/credential/open.ts'
import { decodeQr, encodeQr, encodeQrUrl, qrPrefix } from '../../shared/credential/qr.ts'
import { headerText, sealFreightCode, sealPass } from '../../shared/credential/seal.ts'
import { hour, instant, plus } from '../../shared/instant.ts'
import { anyFreight, anyPass, freight, now, office, pass } from './kit.ts'
import { chance, freightSample, largestPassSample, passSample, phoneKey } from './samples.ts'
import type { Chance } from './samples.ts'

const minute = 60_000
/** A series of each in every run; all of them, two minutes and a half, with `npm run test:proofs`. */
const series = (count: number) =>
  Array.from({ length: process.env['PROOFS'] === 'all' ? count : 1 }, (_, index) => index + 1)
let desk: Awaited<ReturnType<typeof office>>
beforeAll(async () => {
  desk = await office()
})

const bytesOf = ({ below }: Chance, count: number) => Uint8Array.from({ length: count }, () => below(256))

/** Any 64 bytes may be a signature, and any six a key's name: of the vessel neither is asked. */
function tokenOf(claims: Claims, from: Chance): string {
  const header = headerText(claims.kind, base64url.encode(bytesOf(from, 6)))
  return [header, claimsText(claims), bytesOf(from, 64)].map((part) => base64url.encode(part)).join('.')
}

describe('rebuilt byte for byte', () => {
  const kinds: readonly ((from: Chance) => Claims)[] = [
    passSample,
    largestPassSample,
    (from) => freightSample(from, 1 + from.below(8)),
    (from) => ({ ...freightSample(from), shownBy: phoneKey(from) }),
  ]
  test.each(series(5))(
    '20,000 random passes and codes, series %i',
    (seed) => {
      const from = chance(seed)
      for (let i = 0; i < 20_000; i += 1) {
        const token = tokenOf(kinds[i % kinds.length]!(from), from)
        const text = i % 5 === 0 ? encodeQrUrl(token, 'https://cx.jiaozuo.gov.cn') : encodeQr(token)
        const back = decodeQr(text)
        // Compared without expect: a hundred thousand of those take longer than all the rest.
        if (text === token || !back.ok || back.token !== token)
          expect({ text, back }).toEqual({ text, back: { ok: true, token } })
      }
    },
    2 * minute,
  )

  it('with a stamp as well, and with whatever else claims may say', () => {
    const stamps = fc.record({
      at: fc.nat(0xffffffff).map((second) => instant(second * 1000)),
      signature: fc.uint8Array({ minLength: 64, maxLength: 64 }),
    })
    const from = chance(6)
    fc.assert(
      fc.property(anyFreight(), stamps, (claims, stamp) => {
        const token = tokenOf(claims, from)
        expect(decodeQr(encodeQr(token, stamp))).toEqual({ ok: true, token, stamp })
      }),
      { numRuns: 1000 },
    )
    fc.assert(
      fc.property(anyPass(), (claims) => {
        const token = tokenOf(claims, from)
        expect(decodeQr(encodeQr(token))).toEqual({ ok: true, token })
      }),
      { numRuns: 1000 },
    )
  })
})

type Vessel = {
  name: string
  text: () => Promise<string>
  read: (text: string) => Uint8Array
  write: (bytes: Uint8Array) => string
}
const asCode = {
  read: (text: string) => fromBase45(text.slice(qrPrefix.length))!,
  write: (bytes: Uint8Array) => qrPrefix + toBase45(bytes),
}
const page = 'https://cx.jiaozuo.gov.cn/p#'
const asAddress = {
  read: (text: string) => fromBase41(text.slice(page.length))!,
  write: (bytes: Uint8Array) => page + toBase41(bytes),
}
const vessels: readonly Vessel[] = [
  {
    name: 'a freight code',
    text: async () => encodeQr(await sealFreightCode(freight(), desk.freight.signer)),
    ...asCode,
  },
  {
    name: 'a freight code of today’s samples',
    text: async () => encodeQr(await sealFreightCode(living(1), desk.freight.signer)),
    ...asCode,
  },
  { name: 'another', text: async () => encodeQr(await sealFreightCode(living(2), desk.freight.signer)), ...asCode },
  { name: 'a pass', text: async () => encodeQr(await sealPass(pass(), desk.pass.signer)), ...asCode },
  {
    name: 'a pass as an address',
    text: async () => encodeQrUrl(await sealPass(pass(), desk.pass.signer), page.slice(0, -3)),
    ...asAddress,
  },
]
function living(seed: number): FreightClaims {
  const { testLapsesAt: _, ...claims } = freightSample(chance(seed))
  return { ...claims, issuedAt: now, expiresAt: plus(now, 24 * hour) }
}

describe('any bit of the code flipped is refused', () => {
  test.each(vessels)(
    '$name',
    async ({ text, read, write }) => {
      const whole = await text()
      const bytes = read(whole)
      expect(await openCredential(whole, { keys: desk.keys, now })).toMatchObject({ ok: true })
      const reasons: Record<string, number> = {}
      for (let bit = 0; bit < bytes.length * 8; bit += 1) {
        const flipped = bytes.slice()
        flipped[bit >> 3]! ^= 1 << (bit & 7)
        const opened = await openCredential(write(flipped), { keys: desk.keys, now })
        const reason = opened.ok ? `bit ${bit} opens` : opened.reason
        reasons[reason] = (reasons[reason] ?? 0) + 1
      }
      const { malformed = 0, 'bad-signature': bad = 0, 'unknown-key': unknown = 0, ...others } = reasons
      expect(others).toEqual({})
      expect(malformed + bad + unknown).toBe(bytes.length * 8)
      expect(bad).toBeGreaterThanOrEqual(64 * 8)
    },
    minute,
  )
})

const characters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:abcdefghijklmnopqrstuvwxyz_=#\n豫'

/** Half of them bear the marks of ours; the others are anything. */
const forgeries: readonly ((real: string, from: Chance) => string)[] = [
  (real, { below, of }) => real.slice(0, below(real.length)) + of(characters) + real.slice(below(real.length)),
  (real, { below }) => real.slice(0, below(real.length)),
  (real, { below, of }) => {
    const at = below(real.length)
    return real.slice(0, at) + of(characters) + real.slice(at + 1)
  },
  (real, { below }) => {
    const [at, to] = [below(real.length), below(real.length)]
    return real.slice(0, at) + real.slice(to, to + 9) + real.slice(at)
  },
  (real, from) => {
    const bytes = fromBase45(real.slice(qrPrefix.length)) ?? new Uint8Array(80)
    for (let changes = 1 + from.below(4); changes > 0; changes -= 1) bytes[from.below(bytes.length)] = from.below(256)
    return qrPrefix + toBase45(bytes)
  },
  (real, { below }) => qrPrefix + real.slice(qrPrefix.length + 3 * below(40)),
  (_, from) => qrPrefix + toBase45(Uint8Array.of(0x20 + from.below(4), ...bytesOf(from, 60 + from.below(200)))),
  (_, from) => page + toBase41(Uint8Array.of(0x20 + from.below(4), ...bytesOf(from, 60 + from.below(200)))),
  (_, { below, of }) => Array.from({ length: below(80) }, () => of(characters)).join(''),
  (_, { below }) => Array.from({ length: below(60) }, () => String.fromCharCode(below(0x10000))).join(''),
]

describe('a million strings: none throws, none opens', () => {
  test.each(series(10))(
    '100,000 of them, series %i',
    async (seed) => {
      const from = chance(1000 + seed)
      const tokens = [
        await sealFreightCode(living(seed), desk.freight.signer),
        await sealPass(pass(), desk.pass.signer),
        await sealFreightCode({ ...living(seed), shownBy: phoneKey(from) }, desk.freight.signer),
      ]
      const reals = [...tokens.map((token) => encodeQr(token)), ...tokens, encodeQrUrl(tokens[1]!, page.slice(0, -3))]
      const fragment = reals.at(-1)!.slice(page.length)
      let reached = 0
      for (let i = 0; i < 100_000; i += 1) {
        const text = forgeries[i % forgeries.length]!(reals[from.below(reals.length)]!, from)
        // The host of an address is no part of the code: any of them may show the page.
        if (reals.includes(text) || /^https?:\/\/[^\s/?#]+\/p#/.exec(text)?.[0] + fragment === text) continue
        const opened = await openCredential(text, { keys: desk.keys, now })
        if (opened.ok) expect.unreachable(`opens: ${text}`)
        if (opened.reason === 'bad-signature') reached += 1
      }
      // Enough of them get as far as the seal, or this would say little.
      expect(reached).toBeGreaterThan(5000)
    },
    minute,
  )
})
