import { CompactSign } from 'jose'
import type { Store } from './store.ts'

/** The phone's own key: P-256, not extractable, so it can be used here and copied nowhere. */
export async function ownKey(store: Store): Promise<CryptoKeyPair> {
  const kept = await store.read('key')
  if (kept !== undefined) return kept
  const made = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
  await store.write('key', made)
  return made
}

export type PublicPoint = { kty: 'EC'; crv: 'P-256'; x: string; y: string }

export async function publicPoint(key: CryptoKeyPair): Promise<PublicPoint> {
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', key.publicKey)
  return { kty: 'EC', crv: 'P-256', x, y }
}

/** One statement under this phone's name: compact JWS, ES256, kid = terminal id. */
export type Seal = (typ: string, statement: object) => Promise<string>

export const sealWith =
  (key: CryptoKeyPair, terminal: string): Seal =>
  (typ, statement) =>
    new CompactSign(new TextEncoder().encode(JSON.stringify(statement)))
      .setProtectedHeader({ alg: 'ES256', kid: terminal, typ })
      .sign(key.privateKey)
