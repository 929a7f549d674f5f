import { compactVerify } from 'jose'
import { generateKey, importKeys, importSigningKey, toJwks } from '../../shared/credential/keys.ts'
import { openCredential } from '../../shared/credential/open.ts'
import { encodeQr } from '../../shared/credential/qr.ts'
import { es256Signer, sealFreightCode } from '../../shared/credential/seal.ts'
import { hour, instant, plus } from '../../shared/instant.ts'
import { inTurn } from './measure.ts'
import type { Line } from './measure.ts'

const count = 300
const rounds = 9

/** Ours checks header, seal, claims and times, and first rebuilds the token from the QR text; jose checks the seal alone. */
export async function benchCredential(): Promise<Line[]> {
  const now = instant(Math.floor(Date.now() / 1000) * 1000)
  const jwk = await generateKey('freight', plus(now, -hour))
  const keys = await importKeys(toJwks([jwk]))
  const token = await sealFreightCode(
    {
      kind: 'freight',
      issuer: '410800',
      id: 'x4Kq9TzL0mWb2e',
      issuedAt: now,
      expiresAt: plus(now, 24 * hour),
      plate: '沪DX0001',
      trip: '482109371165',
      scope: 'cross-province',
      state: 'green',
      registered: true,
      crew: [{ surname: '李', idTail: '0031', role: 'driver' }],
    },
    es256Signer(jwk.kid, await importSigningKey(jwk)),
  )
  const text = encodeQr(token)
  const { key } = keys.get(jwk.kid)!
  const open = await openCredential(text, { keys, now })
  if (!open.ok) throw new Error(`the code of the benchmark does not open: ${open.reason}`)
  const times = await inTurn(rounds, {
    qr: async () => {
      for (let i = 0; i < count; i++) await openCredential(text, { keys, now })
    },
    token: async () => {
      for (let i = 0; i < count; i++) await openCredential(token, { keys, now })
    },
    jose: async () => {
      for (let i = 0; i < count; i++) await compactVerify(token, key)
    },
  })
  const limit = { name: 'jose compactVerify of the same token', samples: times.jose }
  return [
    { name: 'open a freight code: seal, claims, times', ours: times.token, limit, count },
    { name: 'the same from its QR text', ours: times.qr, limit, count },
  ]
}
