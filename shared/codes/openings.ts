/** What opened or proposed each reason: those lawfully written, and the overstays that tests and stays show by themselves. */
import { beijingIso, type Instant } from '../instant.ts'
import { ofKind, type Actor, type Evidence, type LedgerEvent, type Opened, type Proposed } from './events.ts'
import { mayOpen, rulesOf, type CodeGround, type Reason } from './reasons.ts'

export type Opening = {
  readonly id: string
  readonly reason: Reason
  readonly ground: CodeGround
  readonly at: Instant
  readonly by: Actor
  readonly evidence: Evidence
  /** Somebody recorded it; an overstay stands without, too. */
  readonly written: boolean
  /** A recorded overstay that the facts, as they are known by now, do not bear out. */
  readonly unfounded: boolean
}

/** Why an event has no effect. Short enough to be read over the phone with the event's id. */
export type Refusal =
  | 'not-allowed'
  | 'wrong-ground'
  | 'no-evidence'
  | 'no-order'
  | 'no-such-opening'
  | 'too-early'
  | 'same-person'
  | 'already-confirmed'
  | 'unverified'

export function whyNotOpened(event: Opened | Proposed): Refusal | undefined {
  const { reason, ground, evidence, actor } = event
  const rules = rulesOf(reason)
  if (actor.id === '' || !mayOpen(actor.role, reason, event.kind === 'opened' ? 'open' : 'propose'))
    return 'not-allowed'
  if (!rules.grounds.includes(ground)) return 'wrong-ground'
  if (evidence.id === '' || !rules.evidence.includes(evidence.kind)) return 'no-evidence'
  if (reason === 'Y2' && event.id !== overstayId(event.at)) return 'no-evidence'
  return event.kind === 'proposed' && event.batch !== undefined && !event.order ? 'no-order' : undefined
}

/** The same for the same minute, whoever computes it: the timer's record and what the ledger finds are one. */
export const overstayId = (at: Instant): string => `Y2@${beijingIso(at)}`

/** What the timer writes when it has opened an overstay; the ledger shows it without being told, too. */
export const overstayEvent = (at: Instant): Opened => ({
  kind: 'opened',
  id: overstayId(at),
  at,
  source: 'timer',
  actor: { role: 'system', id: 'T2' },
  reason: 'Y2',
  ground: 'overstay',
  evidence: { kind: 'timer', id: `T2@${beijingIso(at)}` },
})

const openingOf = (event: Opened | Proposed, written: boolean, founded: ReadonlySet<string>): Opening => ({
  id: event.id,
  reason: event.reason,
  ground: event.ground,
  at: event.at,
  by: event.actor,
  evidence: event.evidence,
  written,
  unfounded: event.reason === 'Y2' && !founded.has(event.id),
})

const isLawful = (event: Opened | Proposed): boolean => whyNotOpened(event) === undefined

/** Oldest first. */
export function openingsOf(events: readonly LedgerEvent[], overstays: readonly Instant[]): readonly Opening[] {
  const found = overstays.map(overstayEvent)
  const founded = new Set(found.map(({ id }) => id))
  const written = [...ofKind(events, 'opened'), ...ofKind(events, 'proposed')].filter(isLawful)
  const recorded = new Set(written.filter(({ reason }) => reason === 'Y2').map(({ id }) => id))
  const unwritten = found.filter(({ id }) => !recorded.has(id))
  return [
    ...written.map((event) => openingOf(event, true, founded)),
    ...unwritten.map((event) => openingOf(event, false, founded)),
  ].toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
}
