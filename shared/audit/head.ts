import { compactVerify, decodeProtectedHeader } from 'jose'
import * as z from 'zod/mini'
import type { KeySet } from '../credential/keys.ts'
import { signCompact } from '../credential/seal.ts'
import type { Signer } from '../credential/seal.ts'
import type { Instant } from '../instant.ts'
import type { ChainEnd } from './entry.ts'

/** typ of a signed head: compact JWS, ES256, under a key of use "audit". */
const headType = 'cxa+jws'

/** The chain up to `seq` had this `mac` at this moment. `signature` says the same, and can be checked without the database. */
export type SignedHead = { seq: number; at: number; mac: string; signature: string }

const form = z.strictObject({
  seq: z.int().check(z.gte(1)),
  at: z.int(),
  mac: z.string(),
  signature: z.string(),
})

const payloadText = ({ seq, at, mac }: Omit<SignedHead, 'signature'>) => JSON.stringify({ seq, at, mac })

export async function signHead({ seq, mac }: ChainEnd, at: Instant, signer: Signer): Promise<SignedHead> {
  const header = JSON.stringify({ alg: 'ES256', kid: signer.kid, typ: headType })
  const payload = new TextEncoder().encode(payloadText({ seq, at, mac }))
  return { seq, at, mac, signature: await signCompact(header, payload, signer) }
}

/** True when the signature is ours and says exactly what stands beside it. */
export async function headHolds(head: SignedHead, keys: KeySet): Promise<boolean> {
  try {
    const { alg, kid = '', typ } = decodeProtectedHeader(head.signature)
    const key = keys.get(kid)
    if (alg !== 'ES256' || typ !== headType || key?.use !== 'audit') return false
    const { payload } = await compactVerify(head.signature, key.key, { algorithms: ['ES256'] })
    return new TextDecoder().decode(payload) === payloadText(head)
  } catch {
    return false
  }
}

/** The id of the key that it says it is signed with; '' = it cannot be read. */
export function keyOfHead({ signature }: Pick<SignedHead, 'signature'>): string {
  try {
    return decodeProtectedHeader(signature).kid ?? ''
  } catch {
    return ''
  }
}

export const headLine = (head: SignedHead): string => `${JSON.stringify(head)}\n`

/** A line of the file kept outside; undefined when it cannot be read. */
export function parseHeadLine(line: string): SignedHead | undefined {
  try {
    return form.safeParse(JSON.parse(line)).data
  } catch {
    return undefined
  }
}
