import { scryptAsync } from '@noble/hashes/scrypt.js'
import { base64url } from 'jose'
import { sameText } from './same-text.ts'

/** scrypt, RFC 7914, about 0.2 s of one core and 32 MB. Kept as `scrypt$N$r$p$salt$hash`, so that it can be made harder later. */
const cost = { N: 2 ** 15, r: 8, p: 1 }
const hashBytes = 32

export async function hashPassword(password: string, salt: Uint8Array): Promise<string> {
  return `scrypt$${cost.N}$${cost.r}$${cost.p}$${base64url.encode(salt)}$${await hash(password, salt, cost)}`
}

/** With `stored` undefined (nobody has that login) it takes as long and says no. */
export async function passwordFits(password: string, stored: string | undefined): Promise<boolean> {
  const [kind, N, r, p, salt, expected] = (stored ?? '').split('$')
  if (kind !== 'scrypt' || salt === undefined || expected === undefined) {
    await hash(password, new Uint8Array(16), cost)
    return false
  }
  const options = { N: Number(N), r: Number(r), p: Number(p) }
  return sameText(await hash(password, base64url.decode(salt), options), expected)
}

/** One at a time: on one thread two are no faster together, and each holds its memory until it is done. */
let last: Promise<unknown> = Promise.resolve()

/** NFKC, so that full-width and half-width typing of the same password agree. */
function hash(password: string, salt: Uint8Array, options: { N: number; r: number; p: number }): Promise<string> {
  const own = last.then(() => scryptAsync(password.normalize('NFKC'), salt, { ...options, dkLen: hashBytes }))
  last = own.catch(() => undefined)
  return own.then((bytes) => base64url.encode(bytes))
}
