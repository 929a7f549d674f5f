import { base64url } from 'jose'
import { Fault } from '../../../shared/fault.ts'

const utf8 = new TextEncoder()
const curve = { name: 'ECDH', namedCurve: 'P-256' } as const
const recordSize = 4096
/** What is left of a record after the delimiter and the tag of AES-GCM. */
export const plainAtMost = recordSize - 17

export type Sender = { keys: CryptoKeyPair; salt: Uint8Array<ArrayBuffer> }

/** A key pair for this one message, and 16 random bytes (RFC 8291 §3.1, RFC 8188 §2.1). */
export async function newSender(): Promise<Sender> {
  const keys = await crypto.subtle.generateKey(curve, true, ['deriveBits'])
  return { keys, salt: crypto.getRandomValues(new Uint8Array(16)) }
}

/**
 * RFC 8291 with aes128gcm of RFC 8188, one record. `p256dh`: the browser's public point, `auth`: its 16 bytes, both base64url.
 * @throws Fault bad-input NT-05 where they are none
 */
export async function pushCipher(
  plain: Uint8Array,
  { p256dh, auth }: { p256dh: string; auth: string },
  { keys, salt }: Sender,
): Promise<Uint8Array<ArrayBuffer>> {
  const theirs = await publicPoint(p256dh)
  const secret = new Uint8Array(base64url.decode(auth))
  const ours = new Uint8Array(await crypto.subtle.exportKey('raw', keys.publicKey))
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs.key }, keys.privateKey, 256)
  const material = await hkdf(new Uint8Array(shared), secret, joined(text('WebPush: info\0'), theirs.bytes, ours), 32)
  const [key, nonce] = await Promise.all([
    hkdf(material, salt, text('Content-Encoding: aes128gcm\0'), 16),
    hkdf(material, salt, text('Content-Encoding: nonce\0'), 12),
  ])
  const aes = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt'])
  // 2 = the last record.
  const record = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, aes, joined(plain, new Uint8Array([2])))
  const size = new Uint8Array(4)
  new DataView(size.buffer).setUint32(0, recordSize)
  return joined(salt, size, new Uint8Array([ours.length]), ours, new Uint8Array(record))
}

const text = (words: string) => utf8.encode(words)

/** Refuses what is not a point of the curve. */
export async function publicPoint(p256dh: string): Promise<{ key: CryptoKey; bytes: Uint8Array<ArrayBuffer> }> {
  try {
    const bytes = new Uint8Array(base64url.decode(p256dh))
    return { key: await crypto.subtle.importKey('raw', bytes, curve, true, []), bytes }
  } catch (cause) {
    throw new Fault('bad-input', 'NT-05', 'the key of the subscription is none', { path: 'p256dh', cause })
  }
}

type Bytes = Uint8Array<ArrayBuffer>

async function hkdf(from: Bytes, salt: Bytes, info: Bytes, length: number): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', from, 'HKDF', false, ['deriveBits'])
  return new Uint8Array(await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info }, key, length * 8))
}

function joined(...parts: readonly Uint8Array[]): Bytes {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
