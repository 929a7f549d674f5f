import QRCode from 'qrcode'
import { expect, it } from 'vitest'
import { showingOf, stampCode } from '../../shared/credential/live.ts'
import { decodeQr, encodeQr } from '../../shared/credential/qr.ts'
import { sealFreightCode } from '../../shared/credential/seal.ts'
import { plus } from '../../shared/instant.ts'
import { office } from './kit.ts'
import { newPhoneKey } from './phone-key.ts'
import { chance, freightSample } from './samples.ts'

const samples = 1000

it('a freight code with two crew and its live stamp is at most version 13 at ECC M, and each stamp of it as large', async () => {
  const [from, desk] = [chance(20_220_516), await office()]
  const versions = new Map<number, number>()
  for (let i = 0; i < samples; i += 1) {
    const phone = await newPhoneKey()
    const claims = { ...freightSample(from), shownBy: phone.point }
    const token = await sealFreightCode(claims, desk.freight.signer)
    const at = plus(claims.issuedAt, from.below(86_400_000))
    const text = encodeQr(token, await stampCode(phone.sign, claims.id, at))
    const later = encodeQr(token, await stampCode(phone.sign, claims.id, plus(at, 20_000)))
    expect(later.length).toBe(text.length)
    const read = decodeQr(text)
    if (!read.ok) throw new Error('not decoded')
    expect(read.token).toBe(token)
    expect(await showingOf(claims, read.stamp, at)).toMatchObject({ live: 'live' })
    const { version } = QRCode.create(text, { errorCorrectionLevel: 'M' })
    versions.set(version, (versions.get(version) ?? 0) + 1)
  }
  const found = [...versions].toSorted(([a], [b]) => a - b)
  console.log(
    `live freight code, two crew: ${found.map(([version, count]) => `version ${version} × ${count}`).join(', ')}`,
  )
  expect(Math.max(...versions.keys())).toBeLessThanOrEqual(13)
})
