/**
 * How large the code is, and so how near the camera must come: QR versions at ECC M over a thousand realistic samples each. The
 * issue allows a freight code 10, a live one 13, a pass 11, the largest 12.
 */
import QRCode from 'qrcode'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import type { Claims } from '../../shared/credential/claims.ts'
import { encodeQr, encodeQrUrl } from '../../shared/credential/qr.ts'
import { headerText, sealFreightCode, sealPass } from '../../shared/credential/seal.ts'
import type { Signer } from '../../shared/credential/seal.ts'
import { instant } from '../../shared/instant.ts'
import { chance, freightSample, largestPassSample, passSample, phoneKey } from './samples.ts'
import type { Chance } from './samples.ts'

/** Random bytes are as hard to pack as a real signature, and a thousand of them are there at once. */
const bytesOf = ({ below }: Chance, count: number) => Uint8Array.from({ length: count }, () => below(256))
const signerOf = (from: Chance): Signer => ({ kid: 'Kd3_fA-9', alg: 'ES256', sign: async () => bytesOf(from, 64) })

type Sample = { token: string; from: Chance }
async function samples(count: number, make: (from: Chance) => Claims): Promise<Sample[]> {
  const from = chance(20_260_516)
  const signer = signerOf(from)
  return Promise.all(
    Array.from({ length: count }, async () => {
      const claims = make(from)
      const token = claims.kind === 'freight' ? await sealFreightCode(claims, signer) : await sealPass(claims, signer)
      return { token, from }
    }),
  )
}

const onPhone = (from: Chance) => ({ ...freightSample(from), shownBy: phoneKey(from) })
const withStamp = ({ token, from }: Sample) =>
  encodeQr(token, { at: instant(1_778_000_000_000 + from.below(1e7) * 1000), signature: bytesOf(from, 64) })
const asAddress = ({ token }: Sample) => encodeQrUrl(token, 'https://changxing.jiaozuo.gov.cn')
const plain = ({ token }: Sample) => encodeQr(token)

const budgets: readonly [what: string, limit: number, make: (from: Chance) => Claims, text: (one: Sample) => string][] =
  [
    ['freight code of a driver and one more', 10, freightSample, plain],
    ['freight code with a live stamp', 13, onPhone, withStamp],
    ['the same of a crew of three', 13, (from) => ({ ...freightSample(from, 3), shownBy: phoneKey(from) }), withStamp],
    ['pass', 10, passSample, plain],
    ['largest pass', 11, largestPassSample, plain],
    ['pass as an address', 11, passSample, asAddress],
    ['largest pass as an address', 12, largestPassSample, asAddress],
  ]

const versions = new Map<string, number>()
/** Alphanumeric text of one length has one version, so that one code of each length is drawn. */
function versionOf(text: string): number {
  const measure = `${text.indexOf('#')} ${text.length}`
  const known = versions.get(measure) ?? QRCode.create(text, { errorCorrectionLevel: 'M' }).version
  versions.set(measure, known)
  return known
}

describe('QR version at ECC M', () => {
  const measured: string[] = []
  afterAll(() => console.log(measured.join('\n')))

  test.each(budgets)('%s: at most %i in 1,000 samples', async (what, limit, make, text) => {
    const counts = new Map<number, number>()
    for (const sample of await samples(1000, make)) {
      const version = versionOf(text(sample))
      counts.set(version, (counts.get(version) ?? 0) + 1)
    }
    const sorted = [...counts].toSorted(([a], [b]) => a - b)
    measured.push(`${what}: ${sorted.map(([version, count]) => `version ${version} × ${count}`).join(', ')}`)
    expect(Math.max(...counts.keys())).toBeLessThanOrEqual(limit)
  })

  it('the bare token of the same pass is larger by five and more', async () => {
    for (const sample of await samples(50, passSample))
      expect(versionOf(sample.token) - versionOf(plain(sample))).toBeGreaterThanOrEqual(5)
  })
})

describe('the characters of the code', () => {
  let pass: Sample
  beforeAll(async () => {
    ;[pass] = (await samples(1, passSample)) as [Sample]
  })
  const modes = (text: string) => QRCode.create(text, { errorCorrectionLevel: 'M' }).segments.map(({ mode }) => mode.id)

  it('are all of the alphanumeric mode; of an address all after the #', () => {
    expect(modes(plain(pass))).toEqual(['Alphanumeric'])
    expect(modes(asAddress(pass))).toEqual(['Byte', 'Alphanumeric'])
  })

  it('are far from those of the header and claims themselves', () => {
    expect(headerText('pass', 'Kd3_fA-9').length).toBeGreaterThan(40)
    expect(plain(pass)).not.toContain('ES256')
  })
})
