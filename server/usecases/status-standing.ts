import { packDelta, packSnapshot } from '../../shared/credential/status-snapshot.ts'
import type { Places } from '../../shared/credential/status-snapshot.ts'
import type { Deps } from '../deps.ts'
import { changesAfter, liveLists, notValid, versions } from '../store/status-lists.ts'
import type { NotValid } from '../store/status-lists.ts'
import { statusUri } from './status-index.ts'

/** More than this, and the whole is the better answer. */
const mostChanges = 5000
/** A change while we read: then we read again. What is read may be newer than its number, never older: a delta does no harm. */
const readings = 3

type Made = { version: number; bytes: Uint8Array<ArrayBuffer> }
const kept = new WeakMap<Deps['db'], Made & { oldest: number }>()

/** Everything that is known against passes of lists that live, and the number of the last change in it. */
export async function snapshotOf(deps: Deps): Promise<Made> {
  const [version, oldest] = await Promise.all([versionNow(deps), oldestLive(deps)])
  const before = kept.get(deps.db)
  if (before?.version === version && before.oldest === oldest) return before
  const made = { ...(await readAt(deps, { version, oldest })), oldest }
  kept.set(deps.db, made)
  return made
}

async function readAt(deps: Deps, { version, oldest }: { version: number; oldest: number }): Promise<Made> {
  let at = version
  for (let reading = 1; ; reading++) {
    const lists = placesOf(await deps.db.all(notValid(oldest, 'from')))
    const after = await versionNow(deps)
    if (after === at || reading === readings) {
      const base = statusUri(deps.origin, 0).slice(0, -1)
      return { version: at, bytes: packSnapshot({ version: at, base, lists }) }
    }
    at = after
  }
}

function placesOf(rows: readonly NotValid[]): Map<number, Places> {
  const of = (list: number, status: string) =>
    Uint32Array.from(rows.filter((row) => row.list === list && row.status === status).map(({ idx }) => idx))
  const lists = new Set(rows.map(({ list }) => list))
  return new Map([...lists].map((list) => [list, { revoked: of(list, 'revoked'), suspended: of(list, 'suspended') }]))
}

/** What came after the version; `undefined` when that cannot be told, or not in few words: then fetch the whole. */
export async function deltaSince(deps: Deps, from: number): Promise<Made | undefined> {
  const [[changes], oldest] = await Promise.all([deps.db.all(versions()), oldestLive(deps)])
  const { first, last } = { first: changes?.first ?? 1, last: changes?.last ?? 0 }
  if (from > last || from < first - 1) return undefined
  const rows = await deps.db.all(changesAfter(from, mostChanges + 1))
  if (rows.length > mostChanges) return undefined
  const version = rows.at(-1)?.seq ?? last
  const news = rows.filter(({ list }) => list >= oldest).map(({ list, idx, status }) => ({ list, index: idx, status }))
  return { version, bytes: packDelta({ from, to: version, oldest, changes: news }) }
}

async function versionNow({ db }: Deps): Promise<number> {
  const [row] = await db.all(versions())
  return row?.last ?? 0
}

/** Lists are opened one after the other; those before the first that lives are of no use to anybody. */
async function oldestLive(deps: Deps): Promise<number> {
  const [list] = await deps.db.all(liveLists(deps.now()))
  return list?.id ?? 0
}
