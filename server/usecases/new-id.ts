import { base64url } from 'jose'
import { v7 } from 'uuid'
import type { Deps } from '../deps.ts'

/** UUIDv7: sorts by time, so that an index grows at its end. */
export const newId = (deps: Pick<Deps, 'random' | 'now'>): string => v7({ msecs: deps.now(), random: deps.random(16) })

/** Name of a credential: 12 characters, 72 random bits. */
export const newJti = (deps: Pick<Deps, 'random'>): string => base64url.encode(deps.random(9))

/** What a one-time link carries: 256 random bits. */
export const newSecret = (deps: Pick<Deps, 'random'>): string => base64url.encode(deps.random(32))

/** `count` random decimal digits, evenly spread. */
export function randomDigits(deps: Pick<Deps, 'random'>, count: number): string {
  let digits = ''
  while (digits.length < count) for (const byte of deps.random(count)) if (byte < 250) digits += String(byte % 10)
  return digits.slice(0, count)
}
