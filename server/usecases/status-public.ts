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
type Kept = { version: number; lst: Promise<Uint8Array>; signed?: { token: Promise<string>; at: Instant } }

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
  function signedNow(list: StatusListRow, made: Kept): NonNullable<Kept['signed']> {
    const now = deps.now()
    if (made.signed !== undefined && Math.abs(now - made.signed.at) < signedFor) return made.signed
    const at = instant(Math.floor(now / 1000) * 1000)
    made.signed = { token: made.lst.then((lst) => sign(deps, list.id, lst, at)), at }
    made.signed.token.catch(() => delete made.signed)
    return made.signed
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
      const { token, at } = signedNow(list, made)
      const maxAge = Math.max(0, Math.floor((at + ttl - deps.now()) / 1000))
      return { token: await token, tag: `W/"${made.version}-${Math.floor(at / sameFor)}"`, maxAge }
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

async function sign({ origin, keyring }: Deps, id: number, lst: Uint8Array, issuedAt: Instant): Promise<string> {
  const facts = { uri: statusUri(origin, id), issuedAt, expiresAt: plus(issuedAt, lasts), ttlSeconds: ttl / 1000 }
  return signStatusList(facts, lst, await keyring.signer('pass'))
}
