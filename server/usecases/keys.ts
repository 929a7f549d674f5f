import type { Actor } from '../../shared/audit/entry.ts'
import { Fault } from '../../shared/fault.ts'
import { beijingIso, instant, plus } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Deps, KeyUse, OutsideKey } from '../deps.ts'
import { earliest, keyInUse, keyWaiting, notice, stateOf } from '../keys/line.ts'
import { newSigningKey, outsideKeyRow, takingPlace } from '../keys/rows.ts'
import { Taken } from '../store/db.ts'
import type { Write } from '../store/db.ts'
import { beginSigningKey, listSigningKeys, retireSigningKey, revokeSigningKey } from '../store/signing-keys.ts'
import type { SigningKeyRow } from '../store/signing-keys.ts'

type Line = readonly SigningKeyRow[]
/** All that a change of the keys reaches. */
export type KeysHome = Pick<Deps, 'db' | 'now' | 'vault' | 'keyring' | 'audit'>

/**
 * A new key is published now and signs when its notice is over; the present one signs until then. @throws Fault `conflict`
 * KE-02 when one waits already, KE-03 where the keys of this use come from outside
 */
export async function rotateKey(deps: KeysHome, use: KeyUse, by: Actor): Promise<string> {
  const now = deps.now()
  const line = await listSigningKeys(deps.db)
  const waiting = keyWaiting(line, use, now)
  if (waiting !== undefined) throw waitsAlready(waiting)
  const present = keyInUse(line, use, now)
  if (present !== undefined && present.home !== 'database')
    throw new Fault(
      'conflict',
      'KE-03',
      `the keys for ${use} are kept outside (${present.home}): add the new one there`,
    )
  return joinLine(deps, line, await newSigningKey(deps, use, plus(now, notice)), by)
}

const waitsAlready = ({ kid, not_before }: SigningKeyRow) =>
  new Fault('conflict', 'KE-02', `${kid} already waits for ${beijingIso(instant(not_before))}`)

async function joinLine(deps: KeysHome, line: Line, key: SigningKeyRow, by: Actor): Promise<string> {
  const { before, writes } = takingPlace(line, key)
  const detail = { use: key.key_use, from: beijingIso(instant(key.not_before)), instead: before?.kid ?? null }
  try {
    await deps.audit.commit(writes, [{ by, action: 'key-rotated', subject: key.kid, detail }])
  } catch (cause) {
    if (cause instanceof Taken)
      throw new Fault('conflict', 'KE-02', 'somebody else has just rotated this key', { cause })
    throw cause
  }
  deps.keyring.changed()
  return key.kid
}

/** Keys of the environment and the key service that are new here take their place, after their notice. Answers their names. */
export async function adoptKeys(deps: KeysHome, by: Actor): Promise<readonly string[]> {
  const adopted: string[] = []
  const offered = [...(await deps.keyring.outside())].sort((a, b) => a.jwk.cx_nbf - b.jwk.cx_nbf)
  for (const key of offered) {
    const line = await listSigningKeys(deps.db)
    const known = line.find(({ kid }) => kid === key.jwk.kid)
    if (known !== undefined && known.public_jwk !== outsideKeyRow(key, instant(0), instant(0)).public_jwk)
      throw another(key)
    if (known === undefined) adopted.push(await joinLine(deps, line, asOffered(deps, line, key), by))
  }
  return adopted
}

const another = ({ jwk, home }: OutsideKey) =>
  new Fault('conflict', 'KE-06', `the ${home} has another key under the name ${jwk.kid}`)

function asOffered(deps: KeysHome, line: Line, key: OutsideKey): SigningKeyRow {
  const now = deps.now()
  const first = keyInUse(line, key.jwk.cx_use, now) === undefined
  return outsideKeyRow(key, first ? now : earliest(instant(key.jwk.cx_nbf * 1000), now), now)
}

export type Revoked = { readonly use: KeyUse; readonly instead: string | null }

/**
 * Emergency 紧急停用: at once it is published no more and nothing it ever sealed counts. Where it was signing, the key that waits
 * begins now, else one from outside, else a new one; where it was to sign next, the present one goes on.
 * @throws Fault `not-found` KE-08, `conflict` KE-09 when it is revoked already
 */
export async function revokeKey(deps: KeysHome, kid: string, reason: string, by: Actor): Promise<Revoked> {
  const line = await listSigningKeys(deps.db)
  const key = line.find((row) => row.kid === kid)
  if (key === undefined) throw new Fault('not-found', 'KE-08', `there is no key ${kid}`)
  if (key.revoked_at !== null) throw new Fault('conflict', 'KE-09', `${kid} is revoked already`)
  const now = deps.now()
  const { instead, writes } = await insteadOf(deps, line, key)
  const detail = { use: key.key_use, reason, instead }
  await deps.audit.commit(
    [revokeSigningKey(kid, now, reason), ...writes],
    [{ by, action: 'key-revoked', subject: kid, detail }],
  )
  deps.keyring.changed()
  return { use: key.key_use, instead }
}

type Successor = { instead: string | null; writes: readonly Write[] }

async function insteadOf(deps: KeysHome, line: Line, key: SigningKeyRow): Promise<Successor> {
  const now = deps.now()
  const state = stateOf(key, now)
  if (state === 'retired') return { instead: null, writes: [] }
  const rest = line.filter(({ kid }) => kid !== key.kid)
  if (state === 'waits') return goesOn(rest, key, now)
  const waiting = keyWaiting(rest, key.key_use, now)
  if (waiting !== undefined) return { instead: waiting.kid, writes: [beginSigningKey(waiting.kid, now)] }
  const offered = await deps.keyring.outside().catch(() => [])
  const given = offered.find(({ jwk }) => jwk.cx_use === key.key_use && !line.some(({ kid }) => kid === jwk.kid))
  const next = given === undefined ? await newSigningKey(deps, key.key_use, now) : outsideKeyRow(given, now, now)
  return { instead: next.kid, writes: takingPlace(rest, next).writes }
}

/** Whoever was to end when the revoked one began ends when the one after that begins, or not at all. */
function goesOn(rest: Line, key: SigningKeyRow, now: Instant): Successor {
  const present = keyInUse(rest, key.key_use, now)
  if (present === undefined) return { instead: null, writes: [] }
  const next = keyWaiting(rest, key.key_use, now)
  const until = next === undefined ? null : instant(next.not_before)
  return { instead: present.kid, writes: [retireSigningKey(present.kid, until)] }
}
