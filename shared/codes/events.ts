/**
 * What happened to a person, as the ledger is told it. A ledger is a set of these: their order of arrival says nothing, and the
 * same id twice is one event. Ids are unique within one person's ledger.
 */
import type { NucleicResult } from '../facts.ts'
import type { Instant } from '../instant.ts'
import type { ActorRole, CodeGround, DecidedWay, EvidenceKind, RedReason, YellowReason } from './reasons.ts'

/** `unit`: the office or checkpoint that acts, as shown to the driver. */
export type Actor = { readonly role: ActorRole; readonly id: string; readonly unit?: string }
export type Source = 'checkpoint' | 'timer' | 'feed' | 'intake' | 'office' | 'company' | 'driver'
export type Evidence = { readonly kind: EvidenceKind; readonly id: string }

/** `at`: when it happened, or for a result when it reached us; an upload later does not change it. */
type Stamp = { readonly id: string; readonly at: Instant; readonly source: Source; readonly actor: Actor }

/** Y1 by a row, Y2 by the timer (and then only where tests and stay say so themselves). */
export type Opened = Stamp & {
  readonly kind: 'opened'
  readonly reason: YellowReason
  readonly ground: CodeGround
  readonly evidence: Evidence
}

/** Colours nothing by itself. `batch` = one of many at once, which needs the command post's order number. */
export type Proposed = Stamp & {
  readonly kind: 'proposed'
  readonly reason: RedReason
  readonly ground: CodeGround
  readonly evidence: Evidence
  readonly batch?: string
  readonly order?: string
}

/** 经办 or 复核: two different persons of the epidemic office; a proposal of one of them is his signature. */
export type Signed = Stamp & { readonly kind: 'signed'; readonly proposal: string }

/** `document`: the number of the paper it rests on, where the office gave one. */
export type Closed = Stamp & {
  readonly kind: 'closed'
  readonly opening: string
  readonly way: DecidedWay
  readonly document?: string
}

/** `referred`: to the authority outside that gave the code. */
export type AppealDecided = Stamp & { readonly kind: 'appeal-decided'; readonly opening: string } & (
    { readonly decision: 'cleared'; readonly way: DecidedWay } | { readonly decision: 'upheld' | 'referred' }
  )

/** The inspection was corrected: what it opened is taken back, except a red that the epidemic office has confirmed. */
export type Withdrawn = Stamp & { readonly kind: 'withdrawn'; readonly inspection: string }

/** `record`: the inspection in whose record it stands; it falls with that. */
type OfRecord = { readonly record?: string }

/** `inspection`: the one at which the sample was taken. */
export type Tested = Stamp &
  OfRecord & {
    readonly kind: 'tested'
    readonly result: NucleicResult
    readonly sampledAt: Instant | null
    readonly reportedAt: Instant | null
    readonly inspection?: string
  }

export type Arrived = Stamp & OfRecord & { readonly kind: 'arrived' }
/** Source `driver` = he says so himself. */
export type Left = Stamp & { readonly kind: 'left'; readonly throughTrain?: boolean }
/** A registration; `until` is no longer part of it. */
export type Registered = Stamp & { readonly kind: 'registered'; readonly trip: string; readonly until: Instant }
export type TripEnded = Stamp & { readonly kind: 'trip-ended'; readonly trip: string }

export type LedgerEvent =
  Opened | Proposed | Signed | Closed | AppealDecided | Withdrawn | Tested | Arrived | Left | Registered | TripEnded

/** What takes away sorts before what gives at the same moment. */
const precedence: readonly LedgerEvent['kind'][] = [
  'registered',
  'trip-ended',
  'arrived',
  'tested',
  'withdrawn',
  'closed',
  'appeal-decided',
  'opened',
  'proposed',
  'signed',
  'left',
]

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function byTime(a: LedgerEvent, b: LedgerEvent): number {
  const kinds = precedence.indexOf(a.kind) - precedence.indexOf(b.kind)
  return a.at - b.at || kinds || byText(a.id, b.id) || byText(JSON.stringify(a), JSON.stringify(b))
}

/** In one order whatever the order of arrival, each id once, nothing from after `now` and nothing of a corrected record. */
export function inOrder(events: readonly LedgerEvent[], now: Instant): readonly LedgerEvent[] {
  const byId = new Map<string, LedgerEvent>()
  for (const event of events.toSorted(byTime)) if (!byId.has(event.id)) byId.set(event.id, event)
  const known = [...byId.values()].filter(({ at }) => at <= now)
  const corrected = new Set(
    ofKind(known, 'withdrawn')
      .filter(isCorrection)
      .map(({ inspection }) => inspection),
  )
  return known.filter((event) => !('record' in event) || !corrected.has(event.record ?? ''))
}

/** Whoever records at a checkpoint takes back there. */
const isCorrection = ({ actor }: Withdrawn): boolean => actor.role === 'inspector' || actor.role === 'head'

/** What a driver declares opens, closes and refutes nothing, and a company sees people but no laboratory. */
export const isVerified = ({ kind, source }: LedgerEvent): boolean =>
  kind === 'tested' ? source !== 'driver' && source !== 'company' : kind !== 'arrived' || source !== 'driver'

type Kind = LedgerEvent['kind']
export type EventOf<K extends Kind> = Extract<LedgerEvent, { kind: K }>

export function ofKind<K extends Kind>(events: readonly LedgerEvent[], kind: K): readonly EventOf<K>[] {
  return events.filter((event): event is EventOf<K> => event.kind === kind)
}
