import { base64url } from 'jose'
import type { PassClaims } from '../../shared/credential/claims.ts'
import { parseCompact, strictJson } from '../../shared/credential/compact.ts'
import { parseClaims } from '../../shared/credential/parse-claims.ts'
import { headerText, sealPass } from '../../shared/credential/seal.ts'
import { Fault } from '../../shared/fault.ts'
import type { Deps } from '../deps.ts'
import type { PassRow } from '../store/passes.ts'
import { countSealedBy, putToken, sealedBy } from '../store/sealed-passes.ts'
import { claimsOf } from './passes-issue.ts'

type Home = Pick<Deps, 'db' | 'now' | 'keyring' | 'origin'>

/** How a token under that key begins. */
const beginning = (kid: string): string => `${base64url.encode(headerText('pass', kid))}.`

/**
 * Passes that live and bear the seal of a revoked key are sealed anew: same number, same `jti`, same place on the status list,
 * another token. Yields how many are done of how many; broken off and begun again, it goes on where it was.
 */
export async function* resealPasses(deps: Home, pageOf = 200): AsyncGenerator<{ done: number; of: number }, void> {
  const beginnings = [...(await deps.keyring.revoked())].map(beginning)
  if (beginnings.length === 0) return
  const asked = { beginnings, now: deps.now() }
  const of = (await deps.db.all(countSealedBy(asked)))[0]?.n ?? 0
  let [done, after] = [0, '']
  for (;;) {
    const page = await deps.db.all(sealedBy({ ...asked, after, limit: pageOf }))
    const last = page.at(-1)
    if (last === undefined) return
    await deps.db.commit(await Promise.all(page.map(async (pass) => putToken(pass, await sealedAnew(deps, pass)))))
    done += page.length
    after = last.number
    yield { done, of: Math.max(of, done) }
  }
}

/**
 * The pass as it may be handed out: whoever asks before the command has come to it gets it sealed anew, and so does whoever
 * holds one of the time when passes did not name their place on a list.
 */
export async function wellSealed<Row extends PassRow>(deps: Home, pass: Row): Promise<Row> {
  if (pass.valid_to <= deps.now() || (await isWellSealed(deps, pass.token))) return pass
  const token = await sealedAnew(deps, pass).catch(noKeyNow)
  if (token === undefined) return pass
  await deps.db.commit([putToken(pass, token)])
  return { ...pass, token }
}

/** Its number still counts; the seal follows when a key is at hand. */
function noKeyNow(cause: unknown): undefined {
  if (!(cause instanceof Fault) || cause.kind !== 'unavailable') throw cause
}

async function isWellSealed({ keyring }: Home, token: string): Promise<boolean> {
  const compact = parseCompact(token)
  return compact.ok && claimsIn(token) !== undefined && !(await keyring.revoked()).has(compact.value.kid)
}

/** What it said, said again now: a key vouches for nothing that is dated before it. */
async function sealedAnew(deps: Home, pass: PassRow): Promise<string> {
  const claims = claimsIn(pass.token) ?? claimsOf(deps, pass)
  return sealPass({ ...claims, issuedAt: deps.now() }, await deps.keyring.signer('pass'))
}

function claimsIn(token: string): PassClaims | undefined {
  const compact = parseCompact(token)
  const parsed = compact.ok ? parseClaims('pass', strictJson(compact.value.payload)) : undefined
  return parsed?.ok === true && parsed.claims.kind === 'pass' ? parsed.claims : undefined
}
