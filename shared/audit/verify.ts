import type { KeySet } from '../credential/keys.ts'
import { Fault } from '../fault.ts'
import { genesis, sealedText } from './entry.ts'
import type { AuditRow, ChainEnd } from './entry.ts'
import { headHolds } from './head.ts'
import type { SignedHead } from './head.ts'

/**
 * What can be wrong with a chain.
 * missing: a number is left out · altered: the entry is not what was sealed · foreign: nor does it follow the one before ·
 * unlinked: genuine, but does not follow the one before · rewritten: genuine, but a signed head knows another · cut: a signed
 * head tells of a later entry · bad-head: a head's signature does not hold · head-lost: a head is outside but not inside ·
 * unreadable: the database cannot give the entry · unlocked: the triggers that forbid changes are gone
 */
export type FlawKind =
  | 'missing'
  | 'altered'
  | 'foreign'
  | 'unlinked'
  | 'rewritten'
  | 'cut'
  | 'bad-head'
  | 'head-lost'
  | 'unreadable'
  | 'unlocked'
/** `at`: when the bad entry was made, as far as it can still be told: else when the last good one before it was; null = none. */
export type Flaw = { kind: FlawKind; seq: number; at: number | null }

/** The keyed MAC of the chain, of a text. */
export type Mac = (text: string) => Promise<string>
export type Place = ChainEnd & { at: number | null }
export const start: Place = { ...genesis, at: null }

/** Follows the chain over a few entries from a place known to be good. `signed` is what heads say, by number. */
export async function follow(
  rows: readonly AuditRow[],
  from: Place,
  mac: Mac,
  signed: ReadonlyMap<number, string> = new Map(),
): Promise<{ place: Place; flaw: Flaw | undefined }> {
  const macs = await Promise.all(rows.map((row) => mac(sealedText(row))))
  let place = from
  for (const [index, row] of rows.entries()) {
    const kind = flawOf(row, place, macs[index] === row.mac, signed.get(row.seq))
    if (kind === 'missing') return { place, flaw: { kind, seq: place.seq + 1, at: place.at } }
    if (kind !== undefined) return { place, flaw: { kind, seq: place.seq + 1, at: row.at } }
    place = { seq: row.seq, mac: row.mac, at: row.at }
  }
  return { place, flaw: undefined }
}

function flawOf(row: AuditRow, before: Place, holds: boolean, signed: string | undefined): FlawKind | undefined {
  if (row.seq !== before.seq + 1) return 'missing'
  const follows = row.prev === before.mac
  if (!holds) return follows ? 'altered' : 'foreign'
  if (!follows) return 'unlinked'
  return signed === undefined || signed === row.mac ? undefined : 'rewritten'
}

export type Chain = {
  pages: AsyncIterable<readonly AuditRow[]>
  /** Read before the entries, so that entries written meanwhile are never missed. */
  heads: readonly SignedHead[]
  /** What is kept outside the database; undefined when there is nothing. */
  outside: readonly SignedHead[] | undefined
  keys: KeySet
  mac: Mac
}

/** `entries` were found whole, up to `last`; the newest head among those checked is at `signedTo`, 0 = none. */
export type Report = { entries: number; last: Place; signedTo: number; outsideTo: number; flaw: Flaw | undefined }

/** Reads the whole chain and stops at the first entry that is wrong. Memory does not grow with the entries. */
export async function verifyChain(chain: Chain): Promise<Report> {
  const outside = chain.outside ?? []
  const { good, bad } = await weigh([...chain.heads, ...outside], chain.keys)
  const { place, flaw } = await followAll(chain, saidBy(good))
  const signedTo = newest(good)
  const inside = new Set(chain.heads.map(({ seq }) => seq))
  const lost = good.find(({ seq }) => !inside.has(seq))
  return {
    entries: place.seq,
    last: place,
    signedTo,
    outsideTo: newest(good.filter((head) => outside.includes(head))),
    flaw:
      flaw ??
      (signedTo > place.seq ? { kind: 'cut', seq: place.seq + 1, at: place.at } : undefined) ??
      (bad === undefined ? undefined : { kind: 'bad-head', seq: bad.seq, at: bad.at }) ??
      (lost === undefined ? undefined : { kind: 'head-lost', seq: lost.seq, at: lost.at }),
  }
}

const newest = (heads: readonly SignedHead[]): number => heads.reduce((most, { seq }) => Math.max(most, seq), 0)

async function weigh(heads: readonly SignedHead[], keys: KeySet) {
  const sorted = heads.toSorted((a, b) => a.seq - b.seq)
  const holds = await Promise.all(sorted.map((head) => headHolds(head, keys)))
  return { good: sorted.filter((_, index) => holds[index]), bad: sorted.find((_, index) => !holds[index]) }
}

/** Two heads of one number that differ fit no entry. */
function saidBy(heads: readonly SignedHead[]): Map<number, string> {
  const said = new Map<number, string>()
  for (const { seq, mac } of heads) said.set(seq, (said.get(seq) ?? mac) === mac ? mac : 'two')
  return said
}

async function followAll(chain: Chain, signed: ReadonlyMap<number, string>) {
  let place = start
  try {
    for await (const rows of chain.pages) {
      const step = await follow(rows, place, chain.mac, signed)
      if (step.flaw !== undefined) return step
      place = step.place
    }
    return { place, flaw: undefined }
  } catch (cause) {
    if (!(cause instanceof Fault)) throw cause
    const flaw: Flaw = { kind: 'unreadable', seq: place.seq + 1, at: place.at }
    return { place, flaw }
  }
}
