import { headHolds, keyOfHead } from '../../shared/audit/head.ts'
import type { SignedHead } from '../../shared/audit/head.ts'
import { follow, start } from '../../shared/audit/verify.ts'
import type { Flaw, Place } from '../../shared/audit/verify.ts'
import type { Checked, Deps } from '../deps.ts'
import { auditAfter, auditEntry, endOfAudit, headsWithin, newestHead, stateOfAudit } from '../store/audit.ts'
import { auditMac } from './chain.ts'
import { keysOfHeads } from './keys-of-heads.ts'

type Home = Pick<Deps, 'db' | 'vault'>

/**
 * A part of the chain, followed from the entry before it, which is taken as it stands: parts that follow one another from 0 on
 * make the whole. The heads kept outside the database are for `changxing audit verify`.
 */
export async function checkLog({ db, vault }: Home, { after, most }: { after: number; most: number }) {
  // Heads before entries, so that entries written meanwhile are never missed.
  const [newest] = await db.all(newestHead())
  const heads = await db.all(headsWithin(after, after + most))
  const [before] = after === 0 ? [start] : await db.all(auditEntry(after))
  const rows = before === undefined ? [] : await db.all(auditAfter(after, most))
  const [end] = await db.all(endOfAudit())
  const keys = await keysOfHeads(db)
  const bad = await firstBad(newest === undefined ? heads : [...heads, newest], keys)
  const signed = new Map(heads.map(({ seq, mac }) => [seq, mac]))
  const { place, flaw } =
    before === undefined
      ? { place: { ...start, seq: after }, flaw: lost(after) }
      : await follow(rows, before, auditMac(vault), signed)
  const locked = (await stateOfAudit(db)) === 'locked'
  return {
    end: end === undefined ? undefined : { seq: end.seq, at: end.at },
    head: newest === undefined ? undefined : { seq: newest.seq, at: newest.at, kid: keyOfHead(newest) },
    from: after + 1,
    to: place.seq,
    flaw: flaw ?? cutAfter(place, end?.seq ?? 0, newest) ?? bad ?? (locked ? undefined : unlocked),
  } satisfies Checked
}

const lost = (seq: number): Flaw => ({ kind: 'missing', seq, at: null })
const unlocked: Flaw = { kind: 'unlocked', seq: 0, at: null }

function cutAfter(place: Place, end: number, newest: SignedHead | undefined): Flaw | undefined {
  if (newest === undefined || newest.seq <= end) return undefined
  return { kind: 'cut', seq: end + 1, at: place.seq === end ? place.at : null }
}

async function firstBad(
  heads: readonly SignedHead[],
  keys: Parameters<typeof headHolds>[1],
): Promise<Flaw | undefined> {
  const holds = await Promise.all(heads.map((head) => headHolds(head, keys)))
  const bad = heads.find((_, index) => !holds[index])
  return bad === undefined ? undefined : { kind: 'bad-head', seq: bad.seq, at: bad.at }
}
