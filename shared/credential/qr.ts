/**
 * The text in the QR, a lossless coding of one compact JWS: `CX:` + base45 of
 *   byte 0      dictionary version × 16 + kind (1 freight, 2 pass)
 *   bytes 1–6   key id (8 base64url characters)
 *   bytes 7–70  signature, r‖s
 *   the rest    deflate-raw of the claims with that dictionary
 * From it the very same token is rebuilt, header and all. Every character is in QR alphanumeric mode. The text is only a
 * vessel: several texts may hold one token, so key nothing on it.
 */
import { deflateSync, Inflate } from 'fflate'
import { base64url } from 'jose'
import { Fault } from '../fault.ts'
import { fromBase45, toBase45 } from './base45.ts'
import type { CredentialKind } from './claims.ts'
import { looksLikeOurs, parseCompact, signatureBytes } from './compact.ts'
import { kidLength } from './keys.ts'
import { headerText } from './seal.ts'
import type { Instant } from '../instant.ts'

export const qrPrefix = 'CX:'
export const longestQrText = 1000
const largestPayload = 2048

const kidBytes = (kidLength * 3) / 4
const sealAt = 1 + kidBytes
const claimsAt = sealAt + signatureBytes

/** Published dictionaries by version. Never change one: a wrong dictionary gives other bytes, without an error. */
const dictionaries: Readonly<Record<number, Uint8Array>> = {
  1: new TextEncoder().encode(
    '京津沪渝冀云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼豫学警港澳' +
      '陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕刘李王张' +
      '","no":"4108","o":"4108","d":"4108","g":"0","u":"410800"}' +
      '{"iss":"410800","jti":"","iat":16,"nbf":16,"exp":16,"k":"p","p":"豫' +
      ',"k":"f","p":"沪","t":"挂","tr":"","s":"i","c":"y","c":"r","c":"x","r":0,"m":[["' +
      '","s":"c","c":"g","n":16,"r":1,"m":[["","d"],["","e"],["","e"]]}',
  ),
}
const currentVersion = 1

const kinds: Readonly<Record<number, CredentialKind>> = { 1: 'freight', 2: 'pass' }

/** Where `CX:` cannot say exactly the same (a kid or header that is not ours), the token itself is the text. */
export function encodeQr(token: string): string {
  const text = packed(token) ?? token
  if (text.length > longestQrText) throw new Fault('too-large', 'C-24', 'a credential does not fit its code')
  const back = decodeQr(text)
  if (!back.ok || back.token !== token) throw new Fault('broken', 'C-25', 'the code does not give the token back')
  return text
}

function packed(token: string): string | undefined {
  const compact = parseCompact(token)
  if (!compact.ok) return undefined
  const { kind, kid, payload, signature } = compact.value
  const kindCode = Number(Object.keys(kinds).find((code) => kinds[Number(code)] === kind))
  if (kid.length !== kidLength || !token.startsWith(`${base64url.encode(headerText(kind, kid))}.`)) return undefined
  if (payload.length > largestPayload) return undefined
  const claims = deflateSync(payload, { level: 9, mem: 8, dictionary: dictionaries[currentVersion]! })
  const bytes = new Uint8Array(claimsAt + claims.length)
  bytes[0] = currentVersion * 16 + kindCode
  bytes.set(base64url.decode(kid), 1)
  bytes.set(signature, sealAt)
  bytes.set(claims, claimsAt)
  return qrPrefix + toBase45(bytes)
}

/** A live stamp: the second, and the phone's signature of it (live.ts). */
export type Stamp = { at: Instant; signature: Uint8Array }

export type Decoded =
  { ok: true; token: string; stamp?: Stamp } | { ok: false; reason: 'unreadable' | 'not-ours' | 'malformed' }

/**
 * The token in a scanned text, or why there is none: nothing at all (`unreadable`), another's text (`not-ours`), ours but
 * broken (`malformed`). Nothing is trimmed. The token's own form and signature are for `openCredential`.
 */
export function decodeQr(text: string): Decoded {
  if (text.trim() === '') return { ok: false, reason: 'unreadable' }
  const head = text.slice(0, longestQrText)
  const claimsToBeOurs = /^\s*CX:/i.test(head) || looksLikeOurs(head)
  if (!claimsToBeOurs) return { ok: false, reason: 'not-ours' }
  if (text.length > longestQrText) return { ok: false, reason: 'malformed' }
  const token = text.startsWith(qrPrefix) ? unpacked(text) : text.startsWith('eyJ') ? text : undefined
  return token === undefined ? { ok: false, reason: 'malformed' } : { ok: true, token }
}

function unpacked(text: string): string | undefined {
  const bytes = fromBase45(text.slice(qrPrefix.length))
  if (bytes === undefined || bytes.length <= claimsAt) return undefined
  const kind = kinds[bytes[0]! % 16]
  const dictionary = dictionaries[bytes[0]! >> 4]
  if (kind === undefined || dictionary === undefined) return undefined
  const claims = inflateWhole(bytes.subarray(claimsAt), dictionary)
  if (claims === undefined || claims.length === 0) return undefined
  const kid = base64url.encode(bytes.subarray(1, sealAt))
  const parts = [headerText(kind, kid), claims, bytes.subarray(sealAt, claimsAt)]
  return parts.map((part) => base64url.encode(part)).join('.')
}

/** No byte may be missing, and none may follow the end of the stream. */
function inflateWhole(data: Uint8Array, dictionary: Uint8Array): Uint8Array | undefined {
  if (inflate(data.subarray(0, -1), dictionary) !== undefined) return undefined
  return inflate(data, dictionary)
}

const step = 64

/** By 64 bytes (at most some 66 kB inflated), so that a bomb ends at the first step over the limit. */
function inflate(data: Uint8Array, dictionary: Uint8Array): Uint8Array | undefined {
  const claims = new Uint8Array(largestPayload)
  let length = 0
  const stream = new Inflate({ dictionary }, (chunk) => {
    claims.set(chunk, length) // throws where it does not fit
    length += chunk.length
  })
  try {
    for (let at = 0; at < data.length; at += step) stream.push(data.subarray(at, at + step), at + step >= data.length)
  } catch {
    return undefined
  }
  return data.length === 0 ? undefined : claims.subarray(0, length)
}
