/**
 * What stands in the QR, a lossless coding of one compact JWS in these bytes:
 *   byte 0      dictionary version × 16 + kind (1 freight, 2 pass, 3 freight with a live stamp)
 *   bytes 1–6   key id (8 base64url characters)
 *   bytes 7–70  signature, r‖s
 *   kind 3 only 4 bytes: the second of the stamp, big-endian; 64 bytes: its signature
 *   the rest    deflate-raw of the claims with that dictionary
 * as `CX:` + base45, or, where an ordinary phone shall open a page, as `https://host/p#` + base41.
 * From it the very same token is rebuilt, header and all. The text is only a vessel: several texts may hold one token, so
 * key nothing on it.
 */
import { deflateSync } from 'fflate'
import { base64url } from 'jose'
import { Fault } from '../fault.ts'
import { instant } from '../instant.ts'
import type { Instant } from '../instant.ts'
import { base41Alphabet, fromBase41, toBase41 } from './base41.ts'
import { fromBase45, toBase45 } from './base45.ts'
import type { CredentialKind } from './claims.ts'
import { looksLikeOurs, parseCompact, signatureBytes } from './compact.ts'
import { inflate } from './inflate.ts'
import { kidLength } from './keys.ts'
import { qrDictionaries } from './qr-dictionaries.ts'
import { headerText } from './seal.ts'

/** A phone's word that it shows the code itself, at this whole second; checked by `live.ts`, and no part of the token. */
export type Stamp = { at: Instant; signature: Uint8Array }

export const qrPrefix = 'CX:'
/** Of `CX:` and of a bare token; an address may have its host more. */
export const longestQrText = 1000
const longestAddress = 100
const largestPayload = 2048

const kidBytes = (kidLength * 3) / 4
const sealAt = 1 + kidBytes
const afterSeal = sealAt + signatureBytes
const stampBytes = 4 + signatureBytes

const currentVersion = 2
const stamped = 3
const kinds: Readonly<Record<number, CredentialKind>> = { 1: 'freight', 2: 'pass', [stamped]: 'freight' }

/**
 * Where `CX:` cannot say exactly the same (a kid or header that is not ours), the token itself is the text.
 * @throws Fault `too-large` C-24; `broken` C-25: no token of ours, or a stamp that cannot be carried
 */
export function encodeQr(token: string, stamp?: Stamp): string {
  const bytes = packed(token, stamp)
  return proven(bytes === undefined ? token : qrPrefix + toBase45(bytes), token, stamp)
}

/** The same for the scanner of an ordinary phone, which opens the page; what follows `#` never reaches a server. */
export function encodeQrUrl(token: string, origin: string): string {
  const bytes = packed(token, undefined)
  if (bytes === undefined) throw new Fault('broken', 'C-25', 'this token has no address')
  return proven(`${origin}/p#${toBase41(bytes)}`, token, undefined)
}

function proven(text: string, token: string, stamp: Stamp | undefined): string {
  if (text.length > longestQrText) throw new Fault('too-large', 'C-24', 'a credential does not fit its code')
  const back = decodeQr(text)
  if (!back.ok || back.token !== token || back.stamp?.at !== stamp?.at)
    throw new Fault('broken', 'C-25', 'the code does not give the token back')
  return text
}

function packed(token: string, stamp: Stamp | undefined): Uint8Array | undefined {
  const compact = parseCompact(token)
  if (!compact.ok) return undefined
  const { kind, kid, payload, signature } = compact.value
  if (kid.length !== kidLength || !token.startsWith(`${base64url.encode(headerText(kind, kid))}.`)) return undefined
  if (payload.length > largestPayload) return undefined
  const code = stamp !== undefined ? stamped : kind === 'freight' ? 1 : 2
  const dictionary = qrDictionaries[currentVersion]!
  const claims = deflateSync(payload, { level: 9, mem: 4, dictionary })
  const parts = [[currentVersion * 16 + code], base64url.decode(kid), signature, stampPart(stamp), claims]
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}

function stampPart(stamp: Stamp | undefined): Uint8Array {
  if (stamp === undefined) return new Uint8Array(0)
  if (stamp.signature.length !== signatureBytes)
    throw new Fault('broken', 'C-25', 'a stamp has a signature of 64 bytes')
  const part = new Uint8Array(stampBytes)
  new DataView(part.buffer).setUint32(0, stamp.at / 1000)
  part.set(stamp.signature, 4)
  return part
}

export type Decoded =
  { ok: true; token: string; stamp?: Stamp } | { ok: false; reason: 'unreadable' | 'not-ours' | 'malformed' }

const address = new RegExp(`^https?://[^\\s/?#]{1,${longestAddress}}/p#(?=[${base41Alphabet.replace('-', '\\-')}]+$)`)
/** Ours as it seems, however badly written: no other page has so long a fragment of these characters. */
const likeAnAddress = /^\s*https?:\/\/[^\s/?#]+\/p#[\d$*:/a-z-]{100}/i

/**
 * The token in a scanned text, or why there is none: nothing at all (`unreadable`), another's text (`not-ours`), ours but
 * broken (`malformed`). Nothing is trimmed. The token's own form and signature are for `openCredential`.
 */
export function decodeQr(text: string): Decoded {
  if (text.startsWith(qrPrefix) && text.length <= longestQrText)
    return unpacked(fromBase45(text.slice(qrPrefix.length)))
  if (text.trim() === '') return { ok: false, reason: 'unreadable' }
  const head = text.slice(0, longestQrText + longestAddress)
  if (/^\s*CX:/i.test(head)) return malformed
  if (likeAnAddress.test(head)) return unpacked(head === text ? fragmentOf(text) : undefined)
  if (!looksLikeOurs(head)) return { ok: false, reason: 'not-ours' }
  return text.length <= longestQrText && text.startsWith('eyJ') ? { ok: true, token: text } : malformed
}

const malformed = { ok: false, reason: 'malformed' } as const

function fragmentOf(text: string): Uint8Array | undefined {
  const [start] = address.exec(text) ?? []
  return start === undefined ? undefined : fromBase41(text.slice(start.length))
}

function unpacked(bytes: Uint8Array | undefined): Decoded {
  if (bytes === undefined || bytes.length <= afterSeal) return malformed
  const code = bytes[0]! % 16
  const kind = kinds[code]
  const dictionary = qrDictionaries[bytes[0]! >> 4]
  const claimsAt = code === stamped ? afterSeal + stampBytes : afterSeal
  if (kind === undefined || dictionary === undefined || bytes.length <= claimsAt) return malformed
  const claims = inflate(bytes.subarray(claimsAt), dictionary, largestPayload)
  if (claims === undefined || claims.length === 0) return malformed
  const header = headerText(kind, base64url.encode(bytes.subarray(1, sealAt)))
  const token = [header, claims, bytes.subarray(sealAt, afterSeal)].map((part) => base64url.encode(part)).join('.')
  if (code !== stamped) return { ok: true, token }
  const at = instant(new DataView(bytes.buffer, bytes.byteOffset + afterSeal, 4).getUint32(0) * 1000)
  return { ok: true, token, stamp: { at, signature: bytes.slice(afterSeal + 4, claimsAt) } }
}
