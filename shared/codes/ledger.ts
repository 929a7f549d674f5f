/**
 * A person's ledger: what happened in, colour and reasons out. The same events in any order give the same ledger, and a reason
 * once lawfully opened is always either open or closed with why.
 */
import type { Instant } from '../instant.ts'
import { clearingsOf, type Clearing } from './clearing.ts'
import { closingOf, type Closing, type Known } from './closings.ts'
import { inOrder, ofKind, type Actor, type AppealDecided, type LedgerEvent } from './events.ts'
import { openingsOf, type Opening } from './openings.ts'
import { refusalsOf, type Refused } from './refusals.ts'
import { isRed, reasons, type CodeGround, type Reason } from './reasons.ts'
import { holdingAt, resultsOf, type NumbersAt } from './results.ts'
import { confirmedAt, signaturesOf, type Signature } from './signatures.ts'
import { isCurrent, movementsOf, overstays, type Leaving } from './stays.ts'

export type Colour = 'green' | 'yellow' | 'red' | 'grey'

type Entry = {
  readonly opening: string
  readonly reason: Reason
  readonly ground: CodeGround
  readonly by: Actor
  readonly evidence: Opening['evidence']
  /** Oldest first; clearing ones are the closing itself. */
  readonly appeals: readonly {
    readonly at: Instant
    readonly decision: AppealDecided['decision']
    readonly by: Actor
  }[]
}
/** `since`: from when it colours; a red, from its second signature. */
export type OpenReason = Entry & {
  readonly since: Instant
  readonly signatures: readonly Signature[]
  readonly clears: readonly Clearing[]
}
/** A red that is waiting for signatures; it colours nothing. */
export type Proposal = Entry & { readonly at: Instant; readonly signatures: readonly Signature[] }
/** `counted`: it did colour; false for a proposal never confirmed and an overstay that was none. */
export type ClosedReason = Entry & { readonly since: Instant; readonly closed: Closing; readonly counted: boolean }

export type Ledger = {
  readonly colour: Colour
  /** Gravest first, then oldest. */
  readonly open: readonly OpenReason[]
  readonly proposed: readonly Proposal[]
  /** In the order in which they ended. */
  readonly closed: readonly ClosedReason[]
  /** Events without effect, and why. */
  readonly refused: readonly Refused[]
  readonly insideSince: Instant | null
  /** He says that he has left; it does not count yet. */
  readonly leaving: Leaving | null
  /** The negative that holds now. */
  readonly test: { readonly basis: Instant; readonly lapsesAt: Instant } | null
}

/** `current`: he has a registration that has not ended, or is inside the city. */
export function colourOf(open: readonly { readonly reason: Reason }[], current: boolean): Colour {
  if (open.some(({ reason }) => isRed(reason))) return 'red'
  if (open.length > 0) return 'yellow'
  return current ? 'green' : 'grey'
}

type Sorted = { open: OpenReason[]; proposed: Proposal[]; closed: ClosedReason[] }

const entryOf = (opening: Opening, events: readonly LedgerEvent[], refused: ReadonlySet<string>): Entry => ({
  opening: opening.id,
  reason: opening.reason,
  ground: opening.ground,
  by: opening.by,
  evidence: opening.evidence,
  appeals: ofKind(events, 'appeal-decided')
    .filter((event) => event.opening === opening.id && !refused.has(event.id))
    .map(({ at, decision, actor }) => ({ at, decision, by: actor })),
})

/** Where an opening stands. An overstay that falls while one is open adds nothing to it. */
function place(opening: Opening, now: Instant, known: Known, entry: Entry, sorted: Sorted): void {
  const signatures = isRed(opening.reason) ? signaturesOf(opening, known.events) : []
  const confirmed = isRed(opening.reason) ? confirmedAt(signatures) : opening.at
  const closed = closingOf(opening, isRed(opening.reason) ? confirmed : undefined, known)
  const since = confirmed ?? opening.at
  if (closed) {
    const counted = !opening.unfounded && confirmed !== undefined && (!isRed(opening.reason) || closed.at > confirmed)
    sorted.closed.push({ ...entry, since: counted ? since : opening.at, closed, counted })
  } else if (confirmed === undefined) sorted.proposed.push({ ...entry, at: opening.at, signatures })
  else sorted.open.push({ ...entry, since, signatures, clears: clearingsOf(opening, now, known) })
}

const repeats = (opening: Opening, { open, closed }: Sorted): boolean =>
  opening.reason === 'Y2' &&
  (open.some(({ reason }) => reason === 'Y2') ||
    closed.some((one) => one.reason === 'Y2' && one.counted && one.closed.at > opening.at))

const gravity = ({ reason }: { reason: Reason }) => reasons.indexOf(reason)

/** `numbersAt`: the law's numbers of any moment; a test goes by those of its own day. */
export function ledgerAt(given: readonly LedgerEvent[], now: Instant, numbersAt: NumbersAt): Ledger {
  const events = inOrder(given, now)
  const results = resultsOf(events, numbersAt)
  const movements = movementsOf(events, now, numbersAt)
  const known: Known = { events, results, movements, numbersAt }
  const openings = openingsOf(events, overstays(movements, results, now))
  const refused = refusalsOf(events, openings)
  const without = new Set(refused.map(({ event }) => event))
  const sorted: Sorted = { open: [], proposed: [], closed: [] }
  for (const opening of openings) {
    const repeated = repeats(opening, sorted)
    if (repeated && !opening.written) continue
    const placed = { ...opening, unfounded: opening.unfounded || repeated }
    place(placed, now, known, entryOf(opening, events, without), sorted)
  }
  const stay = movements.stays.find(({ to }) => to === null)
  const test = holdingAt(results, now)
  return {
    colour: colourOf(sorted.open, isCurrent(events, movements, now)),
    open: sorted.open.toSorted((a, b) => gravity(a) - gravity(b) || a.since - b.since),
    proposed: sorted.proposed,
    closed: sorted.closed.toSorted((a, b) => a.closed.at - b.closed.at),
    refused,
    insideSince: stay?.from ?? null,
    leaving: movements.leaving,
    test: test ? { basis: test.basis, lapsesAt: test.lapsesAt } : null,
  }
}
