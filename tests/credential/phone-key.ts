import { base64url } from 'jose'
import type { StampSign } from '../../shared/credential/live.ts'

export type PhoneKey = { point: string; sign: StampSign; publicKey: CryptoKey }

/** A driver's phone: its key, and the point that stands in the codes made for it. */
export async function newPhoneKey(): Promise<PhoneKey> {
  const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' }
  const { privateKey, publicKey } = await crypto.subtle.generateKey(ecdsa, false, ['sign', 'verify'])
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey))
  return {
    point: base64url.encode(Uint8Array.of(2 + (raw[64]! & 1), ...raw.subarray(1, 33))),
    sign: async (data) =>
      new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, data)),
    publicKey,
  }
}
