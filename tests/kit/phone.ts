import { CompactSign, exportJWK, generateKeyPair } from 'jose'
import { parseInspection } from '../../shared/facts-json.ts'
import { es256Signer } from '../../shared/credential/seal.ts'
import { instant } from '../../shared/instant.ts'
import { decide } from '../../shared/policy/decide.ts'
import { sealEnvelope } from '../../shared/sync/sealed-envelope.ts'
import type { Envelope } from '../../shared/sync/envelope.ts'

/** What an inspector's phone has of its own: a key that never leaves it. Runs wherever WebCrypto does. */
export async function newPhone() {
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  const { x = '', y = '' } = await exportJWK(publicKey)
  return { publicKey: { kty: 'EC' as const, crv: 'P-256' as const, x, y }, privateKey }
}
export type Phone = Awaited<ReturnType<typeof newPhone>>

/** The header by which a terminal proves itself on one call. */
export async function terminalProof(
  phone: Phone,
  terminal: string,
  call: { method: string; path: string; now: number },
): Promise<string> {
  const { method, path, now } = call
  const claims = { terminal, method, path, iat: Math.floor(now / 1000), jti: crypto.randomUUID() }
  const token = await new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'ES256', kid: terminal })
    .sign(phone.privateKey)
  return `Terminal ${token}`
}

export type Bound = { terminal: string; checkpoint: { id: string }; lane: number }
export type Judged = { facts: Record<string, unknown>; madeAt: string } & Partial<Envelope>

/** Judges the facts as the phone does, and keeps them in an envelope. */
export function envelopeOf(bound: Bound, { facts, madeAt, ...more }: Judged): Envelope {
  const id = more.id ?? crypto.randomUUID()
  const { facts: read, now } = parseInspection({ ...facts, id, now: madeAt })
  const { row, outcome, edition } = decide(read, instant(now))
  return {
    id,
    terminal: bound.terminal,
    checkpoint: bound.checkpoint.id,
    lane: bound.lane,
    madeAt,
    clockOffsetMs: 0,
    offline: false,
    plateBy: 'typed',
    facts,
    verdict: { row, outcome, edition },
    crew: [],
    trip: null,
    credentials: [],
    app: 'test',
    ...more,
  }
}

export const sealed = (phone: Phone, envelope: Envelope): Promise<string> =>
  sealEnvelope(envelope, es256Signer(envelope.terminal, phone.privateKey))
