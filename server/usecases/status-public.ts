import type { Signer } from '../../shared/credential/seal.ts'
import { plainDeflate, signStatusList, writeStatuses } from '../../shared/credential/status-list.ts'
import type { Deflate } from '../../shared/credential/status-list.ts'
import { day, hour, instant, minute, plus } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import { Fault } from '../../shared/fault.ts'
import type { Deps } from '../deps.ts'
import { lastChangeOf, liveLists, notValid, statusList } from '../store/status-lists.ts'
import type { StatusListRow } from '../store/status-lists.ts'
import { statusUri } from './status-index.ts'

const ttl = 15 * minute
const lasts = day
/** Signed anew in time, so that nobody is given one that is about to be stale. */
const signedFor = 10 * minute
/** "Not changed" is said so long after the first signature; then a copy is fetched again, long before it expires. */
const sameFor = 6 * hour

export type PublicList = {
  token: string
  /** The same while nothing changed, whichever server is asked. */
  tag: string
  /** How long a copy may be handed on, seconds. */
  maxAge: number
}
type Signed = { token: Promise<string>; at: Instant; kid: string }
type Kept = { version: number; lst: Promise<Uint8Array>; signed?: Signed }

/** The standings of passes as anybody may fetch them: made when they changed, signed when somebody asks. */
export function createPublicLists(deps: Deps, deflate: Deflate = plainDeflate) {
  const kept = new Map<number, Kept>()

  async function current(list: StatusListRow): Promise<Kept> {
    const [last] = await deps.db.all(lastChangeOf(list.id))
    const version = last?.last ?? 0
    const before = kept.get(list.id)
    if (before?.version === version) return before
    const made = { version, lst: bitsOf(deps, list).then(deflate) }
    made.lst.catch(() => kept.delete(list.id))
    kept.set(list.id, made)
    return made
  }
  /** A key that was revoked signs no more, and what it signed is handed out no more. */
  async function signedNow(list: StatusListRow, made: Kept): Promise<Signed> {
    const [now, signer] = [deps.now(), await deps.keyring.signer('pass')]
    const before = made.signed
    if (before?.kid === signer.kid && Math.abs(now - before.at) < signedFor) return before
    const at = instant(Math.floor(now / 1000) * 1000)
    const signed = { token: made.lst.then((lst) => sign(deps, list.id, lst, { at, signer })), at, kid: signer.kid }
    signed.token.catch(() => delete made.signed)
    made.signed = signed
    return signed
  }
  return {
    /** @throws Fault not-found SL-01 */
    async published(id: number): Promise<PublicList> {
      const [list] = await deps.db.all(statusList(id))
      if (list === undefined || hasDied(list, deps.now())) {
        kept.delete(id)
        throw new Fault('not-found', 'SL-01', 'no such list, or every pass on it has run out')
      }
      const made = await current(list)
      const { token, at, kid } = await signedNow(list, made)
      const maxAge = Math.max(0, Math.floor(Math.min(ttl, at + ttl - deps.now()) / 1000))
      return { token: await token, tag: `W/"${made.version}-${Math.floor(at / sameFor)}-${kid}"`, maxAge }
    },
    /** Every list there is. */
    async addresses(): Promise<string[]> {
      return (await deps.db.all(liveLists(deps.now()))).map(({ id }) => statusUri(deps.origin, id))
    },
  }
}

const hasDied = ({ closed_at: closedAt, until }: StatusListRow, now: Instant): boolean =>
  closedAt !== null && until <= now

/** The version is read before the places: these may be newer than it says, never older. */
async function bitsOf({ db }: Deps, list: StatusListRow): Promise<Uint8Array> {
  const places = await db.all(notValid(list.id, 'of'))
  return writeStatuses(
    list.size,
    places.map(({ idx, status }) => ({ index: idx, status })),
  ).bytes
}

type Signing = { at: Instant; signer: Signer }

function sign({ origin }: Deps, id: number, lst: Uint8Array, { at, signer }: Signing): Promise<string> {
  const facts = { uri: statusUri(origin, id), issuedAt: at, expiresAt: plus(at, lasts), ttlSeconds: ttl / 1000 }
  return signStatusList(facts, lst, signer)
}
