import { compactVerify, decodeProtectedHeader } from 'jose'
import type { Context } from 'hono'
import * as z from 'zod/mini'
import { Fault } from '../../shared/fault.ts'
import { minute } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import { findBoundTerminal, markSeen, seenLongAgo } from '../store/terminal-auth.ts'
import { importedKey } from '../terminal-key.ts'

/**
 * `Authorization: Terminal <compact JWS>`: header alg ES256, kid = terminal id; payload as below; `path` without the query.
 * The same proof may come twice within its five minutes: every call of a terminal is harmless when repeated.
 */
const claims = z.object({
  terminal: z.uuid(),
  method: z.string(),
  path: z.string(),
  /** Seconds since 1970, server time as the phone knows it. */
  iat: z.number(),
  jti: z.string().check(z.minLength(1), z.maxLength(64)),
})
const slack = 5 * minute

export type ProvedTerminal = {
  terminal: string
  staff: string
  checkpoint: string
  lane: number
  /** By which its records are checked, too. */
  key: CryptoKey
}

export async function provedTerminal(deps: Deps, context: Context, proof: string): Promise<ProvedTerminal> {
  const id = readKid(proof)
  const terminal = await findBoundTerminal(deps.db, id)
  if (terminal === undefined) throw new Fault('not-signed-in', 'AU-07', 'this phone is not bound, or was released')
  const key = await importedKey(terminal.publicJwk)
  const claimed = await verified(proof, key)
  if (
    claimed.terminal !== id ||
    claimed.method !== context.req.method ||
    plain(claimed.path) !== plain(new URL(context.req.url).pathname)
  ) {
    throw notProved('the proof is for another call')
  }
  const now = deps.now()
  if (Math.abs(claimed.iat * 1000 - now) > slack) {
    throw new Fault('not-signed-in', 'AU-08', 'the clock of this phone is more than five minutes off')
  }
  if (seenLongAgo(terminal, now)) await noteSeen(deps, id, now)
  return { terminal: id, staff: terminal.staff, checkpoint: terminal.checkpoint, lane: terminal.lane, key }
}

/** A disk that is full must not keep a booth from looking up what can still be read. */
async function noteSeen(deps: Deps, id: string, now: Instant): Promise<void> {
  try {
    await deps.db.commit([markSeen(id, now)])
  } catch (cause) {
    if (!(cause instanceof Fault) || cause.kind !== 'unavailable') throw cause
  }
}

/** 豫 may come as itself or percent-encoded; both are the same path. */
function plain(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}

const notProved = (message: string, cause?: unknown) => new Fault('not-signed-in', 'AU-06', message, { cause })

function readKid(proof: string): string {
  try {
    const { kid } = decodeProtectedHeader(proof)
    if (kid !== undefined && z.uuid().safeParse(kid).success) return kid
  } catch (cause) {
    throw notProved('the proof of the phone cannot be read', cause)
  }
  throw notProved('the proof names no terminal')
}

async function verified(proof: string, key: CryptoKey): Promise<z.infer<typeof claims>> {
  try {
    const { payload } = await compactVerify(proof, key, { algorithms: ['ES256'] })
    return claims.parse(JSON.parse(new TextDecoder().decode(payload)))
  } catch (cause) {
    throw notProved('the proof of the phone does not hold', cause)
  }
}
