import type { StepId } from './incident-events.ts'

/** Of a row of the board, what its place depends on. */
export type Urgent = {
  readonly id: string
  readonly waitMinutes: number | null
  /** The measured condition: over 20, 30, 60 minutes. */
  readonly level: number
  readonly overKilometre: boolean
  readonly lostSince: string | null
  readonly incident: {
    readonly startedAt: string | null
    readonly step: StepId | null
    readonly watched: boolean
    readonly unanswered: number
  } | null
}

/** What a row says of itself first: the step of its incident, or that somebody reports one, or what is known of its queue. */
export type Standing = StepId | 'begun' | 'candidate' | 'lost' | 'unknown' | 'calm'

/** An estimate that may as well be nothing as hours says nothing: a handful of trucks in a day. */
export const isVague = ({ wait, low, high }: { wait: number; low: number; high: number }): boolean =>
  high - low > Math.max(45, 1.5 * wait)

export function standingOf({ incident, lostSince, waitMinutes }: Urgent): Standing {
  if (incident?.step != null && incident.step !== 'L0') return incident.step
  if (incident?.watched === true) return 'LM'
  if (incident?.step === 'L0') return 'L0'
  if (incident !== null) return incident.startedAt === null ? 'candidate' : 'begun'
  if (lostSince !== null) return 'lost'
  return waitMinutes === null ? 'unknown' : 'calm'
}

const order: readonly Standing[] = ['L3', 'L2', 'L1', 'LM', 'L0', 'begun', 'candidate', 'lost', 'unknown', 'calm']

/** The gravest first; of those alike, where somebody does not answer, then where the wait is longest. The same rows give the same order. */
export const byUrgency = (a: Urgent, b: Urgent): number =>
  order.indexOf(standingOf(a)) - order.indexOf(standingOf(b)) ||
  b.level - a.level ||
  Number(b.overKilometre) - Number(a.overKilometre) ||
  (b.incident?.unanswered ?? 0) - (a.incident?.unanswered ?? 0) ||
  (b.waitMinutes ?? -1) - (a.waitMinutes ?? -1) ||
  (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
