/**
 * IETF Token Status List, in its JWT form: what anybody may fetch and check, whoever wrote his verifier. One list holds the standings
 * of up to half a million passes, two bits each, under one signature.
 */
import { zlibSync } from 'fflate'
import { base64url } from 'jose'
import * as z from 'zod/mini'
import { instant } from '../instant.ts'
import type { Instant } from '../instant.ts'
import { signatureBytes, strictBase64url, strictJson } from './compact.ts'
import { servedAt } from './keys.ts'
import type { KeySet, VerifyingKey } from './keys.ts'
import { signCompact } from './seal.ts'
import type { Signer } from './seal.ts'

export type Standing = 'valid' | 'revoked' | 'suspended'

/** §7.1: VALID, INVALID, SUSPENDED. */
export const statusValues = { valid: 0, revoked: 1, suspended: 2 } as const satisfies Record<Standing, number>

export const statusListType = 'statuslist+jwt'
/** Places of a new list. One of a million is no smaller, several small ones are larger: see tests/bench/status.ts. */
export const listSize = 1 << 19
/** 2^24 places are more than any list of ours has. */
export const largestIndex = 16_777_215

/** The bits as they stand, least significant first. */
export type StatusBits = { bits: 1 | 2 | 4 | 8; bytes: Uint8Array }

export function writeStatuses(size: number, statuses: Iterable<{ index: number; status: Standing }>): StatusBits {
  const bytes = new Uint8Array(Math.ceil(size / 4))
  for (const { index, status } of statuses) bytes[index >> 2]! |= statusValues[status] << ((index & 3) * 2)
  return { bits: 2, bytes }
}

/** The number at a place; `undefined` where the list has no such place. */
export function statusAt({ bits, bytes }: StatusBits, index: number): number | undefined {
  if (!Number.isSafeInteger(index) || index < 0) return undefined
  const byte = bytes[Math.floor((index * bits) / 8)]
  return byte === undefined ? undefined : (byte >> ((index * bits) % 8)) & ((1 << bits) - 1)
}

/** zlib at its best; a home that has a better one of its own gives that. */
export type Deflate = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>
export const plainDeflate: Deflate = (bytes) => zlibSync(bytes, { level: 9, mem: 12 })

export type StatusListFacts = {
  /** Its address, exactly as in the passes. */
  uri: string
  issuedAt: Instant
  /** Nobody relies on it from here on. */
  expiresAt: Instant
  /** A verifier fetches it anew after this. */
  ttlSeconds: number
}

const seconds = (at: Instant) => Math.floor(at / 1000)

/** `lst` is the bits, deflated. Signed with a key of passes: who issues passes says how they stand. */
export async function signStatusList(facts: StatusListFacts, lst: Uint8Array, signer: Signer): Promise<string> {
  const header = JSON.stringify({ alg: 'ES256', kid: signer.kid, typ: statusListType })
  const payload = JSON.stringify({
    sub: facts.uri,
    iat: seconds(facts.issuedAt),
    exp: seconds(facts.expiresAt),
    ttl: facts.ttlSeconds,
    status_list: { bits: 2, lst: base64url.encode(lst) },
  })
  return signCompact(header, new TextEncoder().encode(payload), signer)
}

const header = z.strictObject({
  alg: z.literal('ES256'),
  kid: z.string().check(z.regex(/^[0-9A-Za-z_-]{1,64}$/)),
  typ: z.literal(statusListType),
})
const moment = z.int().check(z.gte(0), z.lte(4_102_444_799))
const payload = z.looseObject({
  sub: z.string().check(z.regex(/^https?:\/\/\S{1,200}$/)),
  iat: moment,
  exp: z.exactOptional(moment),
  ttl: z.exactOptional(z.int().check(z.gt(0))),
  status_list: z.looseObject({ bits: z.literal([1, 2, 4, 8]), lst: z.string() }),
})

export type StatusList = StatusBits & { uri: string; issuedAt: Instant; expiresAt?: Instant; ttlSeconds?: number }
export type ReadStatusList =
  { ok: true; list: StatusList } | { ok: false; reason: 'malformed' | 'unknown-key' | 'bad-signature' | 'expired' }

/** Form, key, signature, content, time, in this order; without `now` the time is not looked at. Never throws. */
export async function readStatusListToken(text: string, keys: KeySet, now?: Instant): Promise<ReadStatusList> {
  const [head = '', body = '', seal = '', ...more] = text.trim().split('.')
  const named = header.safeParse(json(head))
  const signature = strictBase64url(seal)
  if (!named.success || signature?.length !== signatureBytes || more.length > 0) return no('malformed')
  const key = keys.get(named.data.kid)
  if (key?.use !== 'pass') return no('unknown-key')
  if (!(await verified(key, signature, `${head}.${body}`))) return no('bad-signature')
  const said = payload.safeParse(json(body))
  const bytes = said.success ? await inflate(strictBase64url(said.data.status_list.lst)) : undefined
  if (!said.success || bytes === undefined) return no('malformed')
  const { sub, iat, exp, ttl, status_list: list } = said.data
  if (!servedAt(key, instant(iat * 1000), 0)) return no('unknown-key')
  if (now !== undefined && exp !== undefined && exp * 1000 <= now) return no('expired')
  const times = { ...(exp && { expiresAt: instant(exp * 1000) }), ...(ttl && { ttlSeconds: ttl }) }
  return { ok: true, list: { uri: sub, bits: list.bits, bytes, issuedAt: instant(iat * 1000), ...times } }
}

const no = (reason: (ReadStatusList & { ok: false })['reason']): ReadStatusList => ({ ok: false, reason })

const json = (part: string): unknown => {
  const bytes = strictBase64url(part)
  return bytes === undefined ? undefined : strictJson(bytes)
}

const verified = ({ key }: VerifyingKey, signature: Uint8Array<ArrayBuffer>, signed: string): Promise<boolean> =>
  crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature, new TextEncoder().encode(signed))

/** 2^24 places of two bits. */
const mostBytes = 1 << 22

/** Stops at `mostBytes`, however much would follow; a broken or cut stream, or one with something behind it, is `undefined`. */
export async function inflate(lst: Uint8Array<ArrayBuffer> | undefined): Promise<Uint8Array | undefined> {
  if (lst === undefined) return undefined
  const parts: Uint8Array[] = []
  let length = 0
  try {
    const stream = new Blob([lst]).stream().pipeThrough(new DecompressionStream('deflate'))
    // Step by step: phones' browsers know no `for await` over a stream.
    const reader = stream.getReader()
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const part = next.value
      length += part.length
      if (length > mostBytes) return undefined
      parts.push(part)
    }
  } catch {
    return undefined
  }
  return joined(parts, length)
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
