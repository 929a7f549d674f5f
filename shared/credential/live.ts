/**
 * The live stamp 实时章 of a freight code shown on a phone: the phone's own key signs the moment, anew every few seconds, so that
 * a picture of the code is told from the code. Paper has no phone (no claim `h`) and needs no stamp.
 */
import { Field } from '@noble/curves/abstract/modular.js'
import { numberToBytesBE } from '@noble/curves/utils.js'
import { base64url } from 'jose'
import { instant } from '../instant.ts'
import type { Instant } from '../instant.ts'
import type { FreightClaims } from './claims.ts'
import { strictBase64url } from './compact.ts'
import type { Stamp } from './qr.ts'

/**
 * A stamp counts for this long, before and after: the screen stamps every 20 s, reading takes some more, and both clocks follow
 * the server's to about a second while there is a network, to a minute's drift after days without one.
 */
export const liveForSeconds = 90

/** `stale`: a picture, a page that stands still, or a wrong clock; `none`: no stamp at all; `bad`: another key's stamp. */
export type Live = 'live' | 'stale' | 'none' | 'bad'

/** How a freight code was shown. `stampedAt` where the stamp is the phone's own. */
export type Showing =
  { readonly carrier: 'paper' } | { readonly carrier: 'phone'; readonly live: Live; readonly stampedAt?: Instant }

/** Signs with the phone's key: ES256, r‖s. */
export type StampSign = (data: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>

const second = (at: Instant) => Math.floor(at / 1000)

const stampInput = (jti: string, at: Instant) => new TextEncoder().encode(`cxl|${jti}|${second(at)}`)

/** Good for the one code that bears this `jti`, and for no other. */
export const stampCode = async (sign: StampSign, jti: string, at: Instant): Promise<Stamp> => ({
  at: instant(second(at) * 1000),
  signature: await sign(stampInput(jti, at)),
})

/** `undefined` when the claims name no key at all: what is no point of the curve. */
export async function showingOf(
  claims: FreightClaims,
  stamp: Stamp | undefined,
  now: Instant,
): Promise<Showing | undefined> {
  if (claims.shownBy === undefined) return { carrier: 'paper' }
  const key = phonePoint(claims.shownBy)
  if (key === undefined) return undefined
  if (stamp === undefined) return { carrier: 'phone', live: 'none' }
  if (!(await isStampedBy(key, claims.id, stamp))) return { carrier: 'phone', live: 'bad' }
  const away = Math.abs(second(now) - second(stamp.at))
  return { carrier: 'phone', live: away <= liveForSeconds ? 'live' : 'stale', stampedAt: stamp.at }
}

type PublicJwk = { kty: 'EC'; crv: 'P-256'; x: string; y: string }

async function isStampedBy(jwk: PublicJwk, jti: string, { at, signature }: Stamp): Promise<boolean> {
  const key = await crypto.subtle.importKey('jwk', jwk, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify'])
  const bytes = new Uint8Array(signature)
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, bytes, stampInput(jti, at))
}

const curve = Field(0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn)
/** y² = x³ − 3x + b, FIPS 186 P-256. */
const b = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn

/**
 * The key in a claim `h`: 33 bytes, SEC 1 compressed, canonical base64url; `undefined` when it is none. By hand because browsers
 * import whole points only, and the curve of the library is four times this page's share of it.
 */
export function phonePoint(text: string): PublicJwk | undefined {
  const bytes = strictBase64url(text)
  const sign = bytes?.[0]
  if (bytes?.length !== 33 || (sign !== 2 && sign !== 3)) return undefined
  const x = BigInt(`0x${Array.from(bytes.subarray(1), (byte) => byte.toString(16).padStart(2, '0')).join('')}`)
  const root = curve.isValid(x) ? rootOf(x) : undefined
  if (root === undefined) return undefined
  const y = (root & 1n) === BigInt(sign & 1) ? root : curve.neg(root)
  return {
    kty: 'EC',
    crv: 'P-256',
    x: base64url.encode(bytes.subarray(1)),
    y: base64url.encode(numberToBytesBE(y, 32)),
  }
}

function rootOf(x: bigint): bigint | undefined {
  try {
    return curve.sqrt(curve.add(curve.sub(curve.mul(curve.sqr(x), x), curve.mul(3n, x)), b))
  } catch {
    return undefined // half of all x have no point
  }
}
