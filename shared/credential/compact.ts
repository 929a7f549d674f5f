/**
 * The one form of a compact JWS that we issue and accept: three base64url parts without padding, space or stray bits in
 * the last character, a 64-byte signature, and a header of exactly alg, kid and typ in plain JSON.
 */
import { base64url } from 'jose'
import * as z from 'zod/mini'
import { tokenTypes } from './claims.ts'
import type { CredentialKind } from './claims.ts'

export type Compact = {
  kind: CredentialKind
  kid: string
  payload: Uint8Array<ArrayBuffer>
  signature: Uint8Array<ArrayBuffer>
  /** The bytes under the signature. */
  signed: Uint8Array<ArrayBuffer>
}

export type CompactFlaw = 'not-ours' | 'malformed' | 'bad-signature'

export const signatureBytes = 64

/** The signature profiles we open. Another one (SM2 with SM3) would be a name here and its check in `open.ts`. */
const profiles: readonly string[] = ['ES256']

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Parses JSON whose text is exactly what JSON.stringify writes: no spaces, no doubled members, no other spelling. */
export function strictJson(bytes: Uint8Array): unknown {
  try {
    const text = utf8.decode(bytes)
    const value: unknown = JSON.parse(text)
    return JSON.stringify(value) === text ? value : undefined
  } catch {
    return undefined
  }
}

/** Canonical base64url only. */
export function strictBase64url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[0-9A-Za-z_-]+$/.test(text)) return undefined
  try {
    const bytes = new Uint8Array(base64url.decode(text))
    return base64url.encode(bytes) === text ? bytes : undefined
  } catch {
    return undefined
  }
}

/** A leading look, forgiving on purpose: does the text claim to be ours, however badly written? */
function claimedType(text: string): unknown {
  const first = text.slice(0, text.indexOf('.')).replaceAll(/[\s=]/g, '')
  try {
    const header: unknown = JSON.parse(new TextDecoder().decode(base64url.decode(first)))
    return typeof header === 'object' && header !== null && 'typ' in header ? header.typ : null
  } catch {
    return undefined
  }
}

const ourTypes: unknown[] = Object.values(tokenTypes)

/** True also for a damaged token of ours, and for a JWS whose header cannot be read at all. */
export function looksLikeOurs(text: string): boolean {
  if (!/^\s*eyJ[^.]*\./.test(text)) return false
  const type = claimedType(text)
  return type === undefined || ourTypes.includes(type)
}

/** Three parts, each as far as it is in its one form. The header is anybody's. */
export function readParts(text: string) {
  const [head = '', body = '', seal = '', ...rest] = text.split('.')
  const header = strictBase64url(head)
  const signature = strictBase64url(seal)
  if (rest.length > 0) return undefined
  return {
    header: header === undefined ? undefined : strictJson(header),
    payload: strictBase64url(body),
    signature: signature?.length === signatureBytes ? signature : undefined,
    signed: new TextEncoder().encode(`${head}.${body}`),
  }
}

/**
 * Another alg than ES256 (none, HS256 …) in our format is `bad-signature`, not `malformed`: it bears no signature of
 * ours, and an inspector should hear of a suspected forgery. Every other liberty in the header is `malformed`.
 */
export function parseCompact(text: string): { ok: true; value: Compact } | { ok: false; reason: CompactFlaw } {
  if (!looksLikeOurs(text)) return { ok: false, reason: 'not-ours' }
  const parts = readParts(text)
  const named = readHeader(parts?.header)
  if (parts === undefined || named === undefined) return { ok: false, reason: 'malformed' }
  if (!profiles.includes(named.alg)) return { ok: false, reason: 'bad-signature' }
  const { payload, signature, signed } = parts
  if (payload === undefined || signature === undefined) return { ok: false, reason: 'malformed' }
  return { ok: true, value: { kind: named.kind, kid: named.kid, payload, signature, signed } }
}

export const isSealedBy = (key: CryptoKey, { signature, signed }: Pick<Compact, 'signature' | 'signed'>) =>
  crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature, signed)

const ourHeader = z.strictObject({
  alg: z.string(),
  kid: z.string().check(z.regex(/^[0-9A-Za-z_-]{1,64}$/)),
  typ: z.enum(tokenTypes),
})

const kinds = { [tokenTypes.freight]: 'freight', [tokenTypes.pass]: 'pass' } as const satisfies Record<
  string,
  CredentialKind
>

function readHeader(json: unknown): { alg: string; kid: string; kind: CredentialKind } | undefined {
  const { success, data } = ourHeader.safeParse(json)
  return success ? { alg: data.alg, kid: data.kid, kind: kinds[data.typ] } : undefined
}
