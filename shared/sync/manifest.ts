import { base64url, compactVerify, decodeProtectedHeader } from 'jose'
import type { KeySet } from '../credential/keys.ts'
import { signCompact, type Signer } from '../credential/seal.ts'

/** typ of the manifest of an offline bundle: a compact JWS, ES256, under a key of use "bundle". */
const manifestType = 'cxb+jwt'

export const sealManifest = (manifest: object, signer: Signer): Promise<string> =>
  signCompact(
    JSON.stringify({ alg: 'ES256', kid: signer.kid, typ: manifestType }),
    new TextEncoder().encode(JSON.stringify(manifest)),
    signer,
  )

export type SealRefusal = 'unreadable' | 'unknown-key' | 'bad-signature'
export type SealReading =
  { readonly ok: true; readonly manifest: unknown } | { readonly ok: false; readonly reason: SealRefusal }

const no = (reason: SealRefusal): SealReading => ({ ok: false, reason })

/** What was sealed under a key already trusted; its form is not looked at here. Never throws. */
export async function openSeal(signed: string, trusted: KeySet): Promise<SealReading> {
  const kid = keyNamed(signed)
  if (kid === undefined) return no('unreadable')
  const key = trusted.get(kid)
  if (key?.use !== 'bundle') return no('unknown-key')
  try {
    const { payload } = await compactVerify(signed, key.key, { algorithms: ['ES256'] })
    const manifest: unknown = JSON.parse(new TextDecoder().decode(payload))
    return { ok: true, manifest }
  } catch {
    return no('bad-signature')
  }
}

function keyNamed(signed: string): string | undefined {
  try {
    const { alg, kid, typ } = decodeProtectedHeader(signed)
    return alg === 'ES256' && typ === manifestType ? kid : undefined
  } catch {
    return undefined
  }
}

/** What a manifest names a part by: SHA-256 of its UTF-8, base64url. */
export async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return base64url.encode(new Uint8Array(digest))
}
