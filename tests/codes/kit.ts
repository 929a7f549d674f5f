/** One driver's days in the trade's words: events with short times, and what the ledger makes of them. */
import type { Actor, LedgerEvent, Source } from '../../shared/codes/events.ts'
import { ledgerAt, type ClosedReason, type Ledger, type OpenReason } from '../../shared/codes/ledger.ts'
import type { ActorRole, CodeGround, DecidedWay, RedReason } from '../../shared/codes/reasons.ts'
import type { Instant } from '../../shared/instant.ts'
import { numbersAt } from '../../shared/policy/numbers.ts'
import { moment } from '../policy/truck.ts'

export const by = (role: ActorRole, id: string = role): Actor => ({ role, id })

type Given = { id?: string; source?: Source; actor?: Actor }
const stamp = (kind: string, time: string, source: Source, actor: Actor, given: Given) => ({
  id: given.id ?? `${kind}@${time}`,
  at: moment(time),
  source: given.source ?? source,
  actor: given.actor ?? actor,
})
const inspector = by('inspector', 'I-1')
const lab = by('feed', 'lab')

export const arrived = (time: string, given: Given = {}): LedgerEvent => ({
  kind: 'arrived',
  ...stamp('arrived', time, 'checkpoint', inspector, given),
})
export const left = (time: string, given: Given & { throughTrain?: boolean } = {}): LedgerEvent => ({
  kind: 'left',
  ...stamp('left', time, 'checkpoint', inspector, given),
  ...(given.throughTrain !== undefined && { throughTrain: given.throughTrain }),
})
export const registered = (time: string, until: string, trip = 'trip-1'): LedgerEvent => ({
  kind: 'registered',
  ...stamp('registered', time, 'driver', by('driver'), {}),
  trip,
  until: moment(until),
})
export const tripEnded = (time: string, trip = 'trip-1'): LedgerEvent => ({
  kind: 'trip-ended',
  ...stamp('trip-ended', time, 'driver', by('driver'), {}),
  trip,
})

type TestGiven = Given & { reported?: string | null; inspection?: string }
/** Sampled and known at these times; reported when it became known unless told otherwise. */
export const tested = (
  result: 'negative' | 'positive' | 'pending',
  sampled: string | null,
  known: string,
  given: TestGiven = {},
): LedgerEvent => ({
  kind: 'tested',
  ...stamp(result, known, 'feed', lab, { id: `${result}@${sampled}-${known}`, ...given }),
  result,
  sampledAt: sampled === null ? null : moment(sampled),
  reportedAt: given.reported === null ? null : moment(given.reported ?? known),
  ...(given.inspection !== undefined && { inspection: given.inspection }),
})
export const negative = (sampled: string | null, known: string, given: TestGiven = {}) =>
  tested('negative', sampled, known, given)

export const yellow = (
  time: string,
  given: Given & { inspection?: string; ground?: CodeGround } = {},
): LedgerEvent => ({
  kind: 'opened',
  ...stamp('Y1', time, 'checkpoint', inspector, given),
  reason: 'Y1',
  ground: given.ground ?? 'health-code-yellow',
  evidence: { kind: 'inspection', id: given.inspection ?? `inspection-${given.id ?? time}` },
})

const groundOf = { R1: 'risk-stay', R2: 'health-code-red', R3: 'nucleic-positive' } as const
export const proposed = (
  reason: RedReason,
  time: string,
  given: Given & { inspection?: string; batch?: string; order?: string } = {},
): LedgerEvent => ({
  kind: 'proposed',
  ...stamp(reason, time, 'checkpoint', inspector, given),
  reason,
  ground: groundOf[reason],
  evidence: { kind: 'inspection', id: given.inspection ?? `inspection-${time}` },
  ...(given.batch !== undefined && { batch: given.batch }),
  ...(given.order !== undefined && { order: given.order }),
})
export const signed = (proposal: string, person: string, time: string, given: Given = {}): LedgerEvent => ({
  kind: 'signed',
  ...stamp(`signed-${person}`, time, 'office', by('epidemic', person), given),
  proposal,
})
/** Proposed at the checkpoint, then handled and reviewed by two persons of the epidemic office in the same minute. */
export const confirmed = (reason: RedReason, time: string): readonly LedgerEvent[] => [
  proposed(reason, time),
  signed(`${reason}@${time}`, 'E-1', time, { id: `${reason}-first@${time}` }),
  signed(`${reason}@${time}`, 'E-2', time, { id: `${reason}-second@${time}` }),
]
export const closed = (opening: string, way: DecidedWay, time: string, actor = by('epidemic', 'E-1')): LedgerEvent => ({
  kind: 'closed',
  ...stamp('closed', time, 'office', actor, {}),
  opening,
  way,
})
export const withdrawn = (inspection: string, time: string, actor = inspector): LedgerEvent => ({
  kind: 'withdrawn',
  ...stamp('withdrawn', time, 'checkpoint', actor, {}),
  inspection,
})

export const at = (events: readonly LedgerEvent[], time: string): Ledger => ledgerAt(events, moment(time), numbersAt)

const hm = (instant: Instant) => new Date(instant + 8 * 3_600_000).toISOString().slice(8, 16)
const openLine = ({ reason, since }: OpenReason) => `${reason} ${hm(since)}`
const closedLine = ({ reason, closed: { way, at: when } }: ClosedReason) => `${reason} ${way} ${hm(when)}`

/** `yellow: Y1 16T10:00 | Y2 two-tests 18T13:00`: colour, what is open and since when, what ended and how. */
export function said({ colour, open, closed: ended }: Ledger): string {
  const parts = [...open.map(openLine), ...ended.map(closedLine)]
  return parts.length > 0 ? `${colour}: ${parts.join(' | ')}` : colour
}

/** Every order worth trying: as it is, backwards, and some shuffles of a fixed seed. */
export function orders<T>(of: readonly T[]): readonly (readonly T[])[] {
  const shuffled = Array.from({ length: 5 }, (_, seed) =>
    of
      .map((value, index) => ({ value, key: ((index + 1) * 7919 * (seed + 3)) % 101 }))
      .toSorted((a, b) => a.key - b.key),
  )
  return [of, of.toReversed(), ...shuffled.map((one) => one.map(({ value }) => value))]
}
