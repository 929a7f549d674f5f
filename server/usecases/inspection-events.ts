import { groundFor } from '../../shared/codes/reasons.ts'
import type { Actor, LedgerEvent } from '../../shared/codes/events.ts'
import type { CrewMember } from '../../shared/facts.ts'
import { hour } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Cited, ReasonCode, Row, Verdict } from '../../shared/policy/verdict.ts'

/** One record, as far as the ledgers of its crew are concerned. */
export type Recorded = { id: string; at: Instant; crew: readonly CrewMember[]; actor: Actor }

/** Rows after which a truck goes on into the city, led or alone. */
const goesOn: readonly Row[] = ['V3', 'V4', 'V5', 'V6', 'V8', 'V10', 'V12', 'V13', 'V14']

/** What the person in this seat has in his ledger from this inspection: the same whenever and however often it is uploaded. */
export function eventsOfSeat(recorded: Recorded, verdict: Verdict, seat: number): readonly LedgerEvent[] {
  const finding = verdict.findings[seat] ?? null
  const opens = verdict.opens.filter(({ crew }) => crew === seat).map(({ reason }) => reason)
  return [
    ...(goesOn.includes(verdict.row) ? [arrived(recorded, seat)] : []),
    ...tested(recorded, seat),
    ...(finding === null ? [] : opens.map((reason) => opened(recorded, seat, reason, finding))),
  ]
}

/** What a reason that this record opened is called. */
export const openingId = (reason: string, inspection: string, seat: number): string => `${reason}@${inspection}/${seat}`

const stamp = ({ id, at, actor }: Recorded, what: string, seat: number) => ({
  id: openingId(what, id, seat),
  at,
  source: 'checkpoint' as const,
  actor,
})

const arrived = (recorded: Recorded, seat: number): LedgerEvent => ({
  kind: 'arrived',
  ...stamp(recorded, 'arrived', seat),
  record: recorded.id,
})

/** A sample is taken at the inspection when it is not older than this. */
const inspectionLasts = hour

/** A result that the inspector saw, or a sample on its way; one that was taken here counts for three days and two tests (A16). */
function tested(recorded: Recorded, seat: number): readonly LedgerEvent[] {
  const test = recorded.crew[seat]?.nucleicAcid
  if (!test) return []
  const { result, sampledAt = null, reportedAt = null } = test
  const takenHere = result === 'pending' && sampledAt !== null && recorded.at - sampledAt <= inspectionLasts
  const { id } = recorded
  const times = { result, sampledAt, reportedAt, record: id, ...(takenHere ? { inspection: id } : {}) }
  return [{ kind: 'tested', ...stamp(recorded, 'tested', seat), ...times }]
}

/** Yellow is open at once; red is only proposed, the epidemic office decides (decision table §3). */
function opened(recorded: Recorded, seat: number, reason: ReasonCode, { ground }: Cited): LedgerEvent {
  const common = {
    ...stamp(recorded, reason, seat),
    ground: groundFor(reason, ground),
    evidence: { kind: 'inspection' as const, id: recorded.id },
  }
  return reason === 'Y1' ? { kind: 'opened', reason, ...common } : { kind: 'proposed', reason, ...common }
}

/** An undo takes back what stood in the record before it. */
export const withdrawnBy = ({ id, at, actor }: Recorded, inspection: string): LedgerEvent => ({
  kind: 'withdrawn',
  id: `withdrawn@${id}`,
  at,
  source: 'checkpoint',
  actor,
  inspection,
})

const onTheWay: readonly Row[] = ['V12', 'V14']

/**
 * The seats of those who were let go while a sample is on its way. Where only the phone judged so, everybody on board: a release
 * that somebody made is tracked, whoever was right.
 */
export function releasedWithPendingSample(verdict: Verdict, saidOnPhone: string): readonly number[] {
  const seats = verdict.findings.flatMap((finding, seat) =>
    finding !== null && onTheWay.includes(finding.row) ? [seat] : [],
  )
  const letGo = onTheWay.some((row) => row === verdict.row || row === saidOnPhone)
  return seats.length > 0 || !letGo ? seats : verdict.findings.map((_, seat) => seat)
}
