import { base64url, CompactSign } from 'jose'
import type { CompactJWSHeaderParameters } from 'jose'
import { Fault } from '../fault.ts'
import { claimsText, tokenTypes } from './claims.ts'
import type { Claims, FreightClaims, PassClaims } from './claims.ts'
import { signatureBytes, strictJson } from './compact.ts'
import { parseClaims } from './parse-claims.ts'

/**
 * Whoever signs: a key in this process, a key service, later an SM2 profile. `sign` gets the JWS signing input, gives r‖s;
 * `alg` is the profile it signs by, and what it makes opens only where that profile is known (compact.ts).
 */
export type Signer = { kid: string; alg: string; sign(data: Uint8Array): Promise<Uint8Array> }

export const sealFreightCode = (claims: FreightClaims, signer: Signer): Promise<string> => seal(claims, signer)

export const sealPass = (claims: PassClaims, signer: Signer): Promise<string> => seal(claims, signer)

/** Refuses (Fault `bad-input`, C-20) to sign what `openCredential` would not read back. */
async function seal(claims: Claims, signer: Signer): Promise<string> {
  const payload = new TextEncoder().encode(claimsText(claims))
  const parsed = parseClaims(claims.kind, strictJson(payload))
  if (!parsed.ok) throw new Fault('bad-input', 'C-20', `claim ${parsed.path} cannot be sealed`, { path: parsed.path })
  return signCompact(headerText(claims.kind, signer.kid, signer.alg), payload, signer)
}

/** Header and payload as they are, under one signature. */
export async function signCompact(header: string, payload: Uint8Array, signer: Signer): Promise<string> {
  const input = `${base64url.encode(header)}.${base64url.encode(payload)}`
  const signature = await signer.sign(new TextEncoder().encode(input))
  if (signature.length !== signatureBytes) throw new Fault('broken', 'C-21', 'a signature has 64 bytes')
  return `${input}.${base64url.encode(signature)}`
}

export const headerText = (kind: Claims['kind'], kid: string, alg = 'ES256'): string =>
  JSON.stringify({ alg, kid, typ: tokenTypes[kind] })

/**
 * ES256 by jose. jose signs with keys only, not with a foreign signer, so here it writes the whole token again from the
 * signing input; that both texts are the same is asserted, and the signature is handed back.
 */
export function es256Signer(kid: string, privateKey: CryptoKey): Signer {
  return {
    kid,
    alg: 'ES256',
    async sign(data) {
      const input = new TextDecoder().decode(data)
      const [head = '', body = ''] = input.split('.')
      const header: CompactJWSHeaderParameters = JSON.parse(new TextDecoder().decode(base64url.decode(head)))
      const token = await new CompactSign(base64url.decode(body)).setProtectedHeader(header).sign(privateKey)
      if (!token.startsWith(`${input}.`)) throw new Fault('broken', 'C-22', 'signed text differs from the text to sign')
      return base64url.decode(token.slice(input.length + 1))
    },
  }
}
