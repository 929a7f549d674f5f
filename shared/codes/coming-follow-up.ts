/** T5, T6, T10, T13: what follows a release. */
import { floorMinute, hour, minute, plus, type Instant } from '../instant.ts'
import type { Proposed } from './events.ts'
import type { NumbersAt } from './results.ts'
import type { Coming } from './timers.ts'

/** A release under V12 or V14 whose sample is on its way. `result.at`: when it reached us. */
export type Tracking = {
  readonly id: string
  readonly openedAt: Instant
  readonly result: { readonly id: string; readonly at: Instant; readonly result: 'negative' | 'positive' } | null
}
/** A release of a truck; `expectedAt` only where a company awaits it (cross-province). */
export type Released = {
  readonly id: string
  readonly at: Instant
  readonly expectedAt: Instant | null
  readonly arrivedAt: Instant | null
}
/** A crew member bound for a transfer point of a closed city; `basis` of his latest negative. */
export type Transfer = { readonly id: string; readonly basis: Instant; readonly enteredAt: Instant | null }

/** What happened up to `at` came before it; only then is the next step not needed. */
const byThen = (happened: Instant | null, at: Instant): boolean => happened !== null && happened <= at

/** The tracking result proposes red at once; the epidemic office confirms it or not. */
const proposal = (tracking: string, result: NonNullable<Tracking['result']>): Proposed => ({
  kind: 'proposed',
  id: `R3@${tracking}`,
  at: result.at,
  source: 'timer',
  actor: { role: 'system', id: 'T5' },
  reason: 'R3',
  ground: 'nucleic-positive',
  evidence: { kind: 'result', id: result.id },
})

/** A positive is told whenever it comes; a result after the alert closes the tracking all the same. */
export function comingOfTracking({ id, openedAt, result }: Tracking, numbersAt: NumbersAt): readonly Coming[] {
  const common = { timer: 'T5', subject: id } as const
  const at = plus(openedAt, numbersAt(openedAt).trackingResultWithin * hour)
  const overdue: Coming = {
    ...common,
    mark: 'overdue',
    at,
    action: 'alert-test-point',
    ...(result && { until: result.at }),
  }
  const late = byThen(result?.at ?? null, at) ? [] : [overdue]
  if (!result) return late
  if (result.result === 'negative')
    return [...late, { ...common, mark: result.id, at: result.at, action: 'close-tracking' }]
  const event = proposal(id, result)
  return [...late, { ...common, mark: result.id, at: result.at, action: 'alert-ahead', event }]
}

export function comingOfRelease(released: Released, numbersAt: NumbersAt): readonly Coming[] {
  const { id, at, expectedAt, arrivedAt } = released
  const { priorReleaseWindow, arrivalReminderAfter, arrivalAlertAfter } = numbersAt(at)
  const ends = plus(floorMinute(at), priorReleaseWindow * hour + minute)
  const coming: Coming[] = [{ timer: 'T10', subject: id, mark: 'ends', at: ends, action: 'end-prior-release' }]
  if (expectedAt === null) return coming
  const steps = [
    ['remind-company', arrivalReminderAfter],
    ['alert-command', arrivalAlertAfter],
  ] as const
  for (const [action, hours] of steps) {
    const when = plus(expectedAt, hours * hour)
    const until = arrivedAt === null ? {} : { until: arrivedAt }
    if (!byThen(arrivedAt, when)) coming.push({ timer: 'T6', subject: id, mark: action, at: when, action, ...until })
  }
  return coming
}

export function comingOfTransfer({ id, basis, enteredAt }: Transfer, numbersAt: NumbersAt): readonly Coming[] {
  const at = plus(floorMinute(basis), numbersAt(basis).transferPointTestValidity * hour + minute)
  if (enteredAt !== null && enteredAt < at) return []
  return [{ timer: 'T13', subject: id, mark: String(basis), at, action: 'test-before-entry' }]
}
