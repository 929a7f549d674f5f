import { openDB } from 'idb'
import { base64url } from 'jose'
import * as z from 'zod/mini'
import { stampCode } from '../../shared/credential/live.ts'
import { encodeQr } from '../../shared/credential/qr.ts'
import type { Instant } from '../../shared/instant.ts'

/** This phone's own key, and what it does for the codes made for it. */
export type LivePhone = {
  /** The public key as codes bear it. */
  readonly point: string
  /** The code was made for this key: after the storage was cleared, an older one was not. */
  readonly holds: (token: string) => boolean
  /** The text of the QR, stamped at this moment. */
  readonly stamped: (token: string, at: Instant) => Promise<string>
}

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const slot = 'own'

/** Not extractable: it is used here and copied nowhere. Of two tabs that begin at once the first to write wins. */
async function ownKey(): Promise<CryptoKeyPair> {
  const db = await openDB<{ keys: { key: string; value: CryptoKeyPair } }>('changxing-driver', 1, {
    upgrade: (fresh) => void fresh.createObjectStore('keys'),
  })
  const kept = await db.get('keys', slot)
  if (kept !== undefined) return kept
  const made = await crypto.subtle.generateKey(ecdsa, false, ['sign', 'verify'])
  const tx = db.transaction('keys', 'readwrite', { durability: 'strict' })
  const before = await tx.store.get(slot)
  await Promise.all([before ?? tx.store.put(made, slot), tx.done])
  return before ?? made
}

async function compressed(key: CryptoKey): Promise<string> {
  const whole = new Uint8Array(await crypto.subtle.exportKey('raw', key))
  const last = whole.at(-1) ?? 0
  return base64url.encode(Uint8Array.of(2 + (last & 1), ...whole.subarray(1, 33)))
}

const named = z.object({ jti: z.string(), h: z.optional(z.string()) })

/** What the code says of itself; it came from our server, so its seal is not looked at here. */
const saysOf = (token: string) =>
  named.safeParse(JSON.parse(new TextDecoder().decode(base64url.decode(token.split('.')[1] ?? '')))).data

/** @throws where the browser keeps no keys (private mode) or knows no ECDSA */
export async function openLivePhone(): Promise<LivePhone> {
  const { privateKey, publicKey } = await ownKey()
  const point = await compressed(publicKey)
  const sign = async (data: Uint8Array<ArrayBuffer>) =>
    new Uint8Array(await crypto.subtle.sign(ecdsa, privateKey, data))
  return {
    point,
    holds: (token) => saysOf(token)?.h === point,
    stamped: async (token, at) => encodeQr(token, await stampCode(sign, saysOf(token)?.jti ?? '', at)),
  }
}
