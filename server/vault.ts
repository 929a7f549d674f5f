import { base64url } from 'jose'
import { Fault } from '../shared/fault.ts'
import type { Vault } from './deps.ts'

const format = 1
const ivBytes = 12
const text = new TextEncoder()

/**
 * `secret`: 32 random bytes kept outside the database. Each purpose has its own keys by HKDF-SHA-256, so a tag of one column
 * says nothing about another. Sealed form: base64url of [1][12 random bytes][AES-256-GCM of the text, purpose as AAD].
 */
export function createVault(secret: Uint8Array<ArrayBuffer>): Vault {
  if (secret.length !== 32) throw new Fault('broken', 'VA-01', 'the secret must have 32 bytes')
  const sealKey = derived(secret, 'seal', { name: 'AES-GCM', length: 256 }, ['encrypt', 'decrypt'])
  const tagKey = derived(secret, 'tag', { name: 'HMAC', hash: 'SHA-256', length: 256 }, ['sign'])
  return {
    async seal(purpose, plain) {
      const iv = crypto.getRandomValues(new Uint8Array(ivBytes))
      const algorithm = { name: 'AES-GCM', iv, additionalData: text.encode(purpose) }
      const cipher = await crypto.subtle.encrypt(algorithm, await sealKey(purpose), text.encode(plain))
      return base64url.encode(new Uint8Array([format, ...iv, ...new Uint8Array(cipher)]))
    },
    async open(purpose, sealed) {
      try {
        const bytes = new Uint8Array(base64url.decode(sealed))
        if (bytes[0] !== format) throw new Error('unknown format of sealed text')
        const algorithm = { name: 'AES-GCM', iv: bytes.slice(1, 1 + ivBytes), additionalData: text.encode(purpose) }
        const plain = await crypto.subtle.decrypt(algorithm, await sealKey(purpose), bytes.slice(1 + ivBytes))
        return new TextDecoder('utf-8', { fatal: true }).decode(plain)
      } catch (cause) {
        throw new Fault('broken', 'VA-02', 'sealed text does not open: another secret, another purpose, or altered', {
          cause,
        })
      }
    },
    async tag(purpose, plain) {
      const mac = await crypto.subtle.sign('HMAC', await tagKey(purpose), text.encode(plain))
      return base64url.encode(new Uint8Array(mac))
    },
  }
}

type Derived = { name: 'AES-GCM'; length: 256 } | { name: 'HMAC'; hash: 'SHA-256'; length: 256 }

/** Purposes are words of our own code, so the kept keys are few. */
function derived(secret: Uint8Array<ArrayBuffer>, kind: string, as: Derived, usages: KeyUsage[]) {
  const kept = new Map<string, Promise<CryptoKey>>()
  const derive = async (purpose: string): Promise<CryptoKey> => {
    const master = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
    const info = text.encode(`${kind}:${purpose}`)
    const from = { name: 'HKDF', hash: 'SHA-256', salt: text.encode('changxing/1'), info }
    return crypto.subtle.deriveKey(from, master, as, false, usages)
  }
  return (purpose: string): Promise<CryptoKey> => {
    const key = kept.get(purpose) ?? derive(purpose)
    kept.set(purpose, key)
    return key
  }
}
