import { createPublicKey, verify } from 'node:crypto'
import { base64url, compactVerify } from 'jose'
import { generateKey, importKeys, importSigningKey, toJwks } from '../../shared/credential/keys.ts'
import { openCredential } from '../../shared/credential/open.ts'
import { encodeQr } from '../../shared/credential/qr.ts'
import { es256Signer, sealFreightCode } from '../../shared/credential/seal.ts'
import { hour, instant, plus } from '../../shared/instant.ts'
import { inTurn } from './measure.ts'
import type { Line } from './measure.ts'

const count = 300
const rounds = 9

/**
 * Ours checks header, seal, claims and times, and first rebuilds the token from the QR text. jose and `crypto.verify` check the seal
 * alone: the one over the token, the other over bytes that lie ready.
 */
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
  const { x, y } = jwk
  const raw = {
    key: createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' }),
    dsaEncoding: 'ieee-p1363',
  } as const
  const signed = Buffer.from(token.slice(0, token.lastIndexOf('.')))
  const signature = base64url.decode(token.slice(signed.length + 1))
  if (!verify('sha256', signed, raw, signature)) throw new Error('the seal of the benchmark does not hold')
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
    raw: () => {
      for (let i = 0; i < count; i++) verify('sha256', signed, raw, signature)
    },
  })
  const jose = { name: 'jose compactVerify of the same token', samples: times.jose }
  const bare = { name: 'raw crypto.verify of its seal', samples: times.raw }
  const ofToken = { name: 'the same from the bare token', samples: times.token }
  return [
    { name: 'open a freight code: seal, claims, times', ours: times.token, limit: bare, count },
    { name: 'the same', ours: times.token, limit: jose, count },
    { name: 'the same from its QR text', ours: times.qr, limit: bare, count },
    { name: 'the same from its QR text', ours: times.qr, limit: jose, count },
    { name: 'the same from its QR text', ours: times.qr, limit: ofToken, count },
  ]
}
