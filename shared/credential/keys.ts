import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK } from 'jose'
import type { JWK } from 'jose'
import * as z from 'zod/mini'
import { Fault } from '../fault.ts'
import { day, instant } from '../instant.ts'
import type { Instant } from '../instant.ts'

const keyUses = ['freight', 'pass', 'bundle', 'audit'] as const
/** A key made for one thing cannot seal another. `bundle` signs the offline bundle of lists and keys, `audit` the ends of the log. */
export type KeyUse = (typeof keyUses)[number]

/** A key as published. `cx_use`, `cx_nbf`, `cx_ret` are our private members; the times are NumericDate seconds. */
export type PublicJwk = {
  kty: 'EC'
  crv: 'P-256'
  x: string
  y: string
  kid: string
  alg: 'ES256'
  use: 'sig'
  cx_use: KeyUse
  cx_nbf: number
  /** From here on it signs nothing; what it signed before stays good until that expires. Take a stolen key out instead. */
  cx_ret?: number
}
export type PrivateJwk = PublicJwk & { d: string }
export type Jwks = { keys: PublicJwk[] }

export type VerifyingKey = { kid: string; use: KeyUse; key: CryptoKey; notBefore: Instant; retiredAt?: Instant }
export type KeySet = ReadonlyMap<string, VerifyingKey>

/** 8 of the 43 characters of the RFC 7638 thumbprint: 6 bytes in a QR. */
export const kidLength = 8

export const kidOf = async ({ x, y }: { x: string; y: string }): Promise<string> =>
  (await calculateJwkThumbprint({ kty: 'EC', crv: 'P-256', x, y })).slice(0, kidLength)

export async function generateKey(use: KeyUse, now: Instant): Promise<PrivateJwk> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const { x = '', y = '', d = '' } = await exportJWK(privateKey)
  return {
    kty: 'EC',
    crv: 'P-256',
    x,
    y,
    kid: await kidOf({ x, y }),
    alg: 'ES256',
    use: 'sig',
    cx_use: use,
    cx_nbf: Math.floor(now / 1000),
    d,
  }
}

/** What may be published: members are picked one by one, so that the private `d` cannot slip through. */
export function toJwks(keys: readonly (PublicJwk | PrivateJwk)[]): Jwks {
  return {
    keys: keys.map(({ kty, crv, x, y, kid, alg, use, cx_use, cx_nbf, cx_ret }) => {
      const key: PublicJwk = { kty, crv, x, y, kid, alg, use, cx_use, cx_nbf }
      return cx_ret === undefined ? key : { ...key, cx_ret }
    }),
  }
}

/** The signing half, not extractable. */
export async function importSigningKey(jwk: PrivateJwk): Promise<CryptoKey> {
  const key = await importEs256({ kty: jwk.kty, crv: jwk.crv, x: jwk.x, y: jwk.y, d: jwk.d }, jwk.kid)
  if (key.type !== 'private') throw badKeys(`${jwk.kid} is no private key`)
  return key
}

const badKeys = (message: string, cause?: unknown) => new Fault('bad-input', 'C-23', message, { cause })

const keyList = z.looseObject({ keys: z.array(z.unknown()) })
const second = z.int().check(z.gte(0))
/** The allow-list: nothing else is a key of ours. */
const ours = {
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  alg: z.literal('ES256'),
  use: z.literal('sig'),
  kid: z.string().check(z.regex(/^[0-9A-Za-z_-]{1,64}$/)),
  cx_use: z.enum(keyUses),
}
const kindOfKey = z.looseObject(ours)
const publicJwk = z.looseObject({
  ...ours,
  x: z.string(),
  y: z.string(),
  d: z.exactOptional(z.never()),
  cx_nbf: second,
  cx_ret: z.exactOptional(second),
})

const privateJwk = z.looseObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
  cx_use: z.enum(keyUses),
  cx_nbf: z.exactOptional(second),
})

/**
 * Private keys brought along in a JWK set: P-256, each with `d` and `cx_use`; `cx_nbf` = it shall not sign before. Named by
 * their thumbprint, whatever they were called. @throws Fault C-23
 */
export async function privateKeysIn(jwks: unknown): Promise<PrivateJwk[]> {
  const list = keyList.safeParse(jwks)
  if (!list.success) throw badKeys('a JWKS is an object with a list of keys')
  const keys = await Promise.all(list.data.keys.map(privateKeyIn))
  if (new Set(keys.map(({ kid }) => kid)).size < keys.length) throw badKeys('one key stands there twice')
  return keys
}

async function privateKeyIn(jwk: unknown, index: number): Promise<PrivateJwk> {
  const parsed = privateJwk.safeParse(jwk)
  if (!parsed.success) throw badKeys(`key ${index + 1}: bad ${parsed.error.issues[0]?.path.join('.')}`)
  const { kty, crv, x, y, d, cx_use, cx_nbf = 0 } = parsed.data
  const kid = await kidOf({ x, y })
  const key: PrivateJwk = { kty, crv, x, y, kid, alg: 'ES256', use: 'sig', cx_use, cx_nbf, d }
  await importSigningKey(key)
  return key
}

/**
 * Keys that were known and are published no more though they had not retired: withdrawn in an emergency 紧急停用. A phone that
 * sees one gone tells its people, for what it sealed is refused from now on.
 */
export const keysWithdrawn = (before: KeySet, after: KeySet, now: Instant): VerifyingKey[] =>
  [...before.values()].filter(
    ({ kid, retiredAt }) => !after.has(kid) && (retiredAt === undefined || retiredAt > now - 60 * day),
  )

/**
 * Imports every key once; keep the result (importing at each check costs more than the check). Keys of another kind,
 * alg or use are passed over (RFC 7517 §5). A private key, a doubled kid or a broken key of ours is a Fault, C-23.
 */
export async function importKeys(jwks: unknown): Promise<KeySet> {
  const list = keyList.safeParse(jwks)
  if (!list.success) throw badKeys('a JWKS is an object with a list of keys')
  const set = new Map<string, VerifyingKey>()
  for (const jwk of list.data.keys) {
    const kind = kindOfKey.safeParse(jwk)
    if (!kind.success) continue
    if (set.has(kind.data.kid)) throw badKeys(`two keys are named ${kind.data.kid}`)
    set.set(kind.data.kid, await importOne(kind.data))
  }
  return set
}

async function importOne(jwk: { kid: string }): Promise<VerifyingKey> {
  const parsed = publicJwk.safeParse(jwk)
  if (!parsed.success) throw badKeys(`${jwk.kid}: bad ${parsed.error.issues[0]?.path.join('.')}`)
  const { kty, crv, x, y, kid, cx_use, cx_nbf, cx_ret } = parsed.data
  const key = await importEs256({ kty, crv, x, y }, kid)
  const verifying: VerifyingKey = { kid, use: cx_use, key, notBefore: instant(cx_nbf * 1000) }
  return cx_ret === undefined ? verifying : { ...verifying, retiredAt: instant(cx_ret * 1000) }
}

async function importEs256(jwk: JWK, kid: string): Promise<CryptoKey> {
  try {
    const key = await importJWK(jwk, 'ES256', { extractable: false })
    if (!(key instanceof Uint8Array)) return key
  } catch (cause) {
    throw badKeys(`${kid} is no P-256 key`, cause)
  }
  throw badKeys(`${kid} is no P-256 key`)
}

/** Was the key signing at that moment? `slack` in milliseconds, for clocks that differ. */
export const servedAt = (key: VerifyingKey, at: Instant, slack: number): boolean =>
  at >= key.notBefore - slack && (key.retiredAt === undefined || at < key.retiredAt + slack)
