import { instant, minute, plus, type Instant } from '../instant.ts'
import { inOrder, isBusy, isClear, type IncidentEvent, type Measured, type Reported } from './incident-events.ts'
import { isRunning, nothingYet, type Standing } from './incident.ts'
import { fire, stepsOfWait } from './fire.ts'
import { waitsOf } from './level.ts'
import type { CongestionNumbers } from './numbers.ts'
import { soonest, type Next } from './next.ts'
import { end, start } from './start-end.ts'

/** The numbers in force at a moment. */
export type NumbersAt = (now: Instant) => CongestionNumbers

export type Ladder = Standing & {
  /** What comes if nothing else does, so that nobody need look before. */ readonly next: Next | null
}

/**
 * The ladder of one checkpoint 拥堵响应 (decision table §4) at `now`, from what is known by then. The same events give the same
 * ladder, however often and in whatever order they came. The condition goes up and down; the steps only rise until the end.
 */
export function ladderAt(events: readonly IncidentEvent[], numbersAt: NumbersAt, now: Instant): Ladder {
  const known = [...new Map(events.map((event) => [event.id, event])).values()]
    .filter(({ knownAt }) => knownAt <= now)
    .toSorted(inOrder)
  let standing = nothingYet
  for (const event of known) {
    standing = elapse(standing, event.knownAt, numbersAt)
    standing = take(standing, event, numbersAt(event.knownAt))
  }
  standing = elapse(standing, now, numbersAt)
  return { ...standing, next: soonest(standing, numbersAt(now)) }
}

/** Whatever time alone does, one after the other, up to a moment. */
function elapse(before: Standing, until: Instant, numbersAt: NumbersAt): Standing {
  let standing = before
  for (;;) {
    const numbers = numbersAt(until)
    const next = soonest(standing, numbers)
    if (next === null || next.at > until) return standing
    standing = happen(standing, next, numbers)
  }
}

function happen(standing: Standing, next: Next, numbers: CongestionNumbers): Standing {
  switch (next.what) {
    case 'confirmed': {
      const { candidate } = standing
      const at = candidate?.at ?? next.at
      const held = { ...standing, candidate: null, heldUntil: holdFrom(next.at, numbers) }
      return start(
        held,
        { at, knownAt: next.at, cause: 'driver', ...(candidate === null ? {} : { origin: candidate.id }) },
        numbers,
      )
    }
    case 'start':
      return start(standing, { at: next.at, knownAt: next.at, cause: causeOf(standing.measured) }, numbers)
    case 'end':
      return end(standing, next.at, 'measured')
    default:
      return fire(standing, next.what, { dueAt: next.dueAt, knownAt: next.at })
  }
}

const causeOf = (measured: Measured | null) => (measured?.wait === 'busy' ? 'wait' : 'queue')
const holdFrom = (at: Instant, numbers: CongestionNumbers): Instant => plus(at, numbers.congestionReportHolds * minute)

function take(standing: Standing, event: IncidentEvent, numbers: CongestionNumbers): Standing {
  switch (event.kind) {
    case 'measured':
      return measured(standing, event, numbers)
    case 'unobserved':
      return { ...standing, measured: null, busySince: null, clearSince: null }
    case 'reported':
      return reported(standing, event, numbers)
    case 'driver-reported':
      if (isRunning(standing.incident) || standing.candidate !== null) return standing
      return {
        ...standing,
        candidate: { id: event.id, at: event.at, until: plus(event.knownAt, numbers.congestionJudgeWithin * minute) },
      }
    case 'confirmed': {
      const { candidate } = standing
      if (candidate?.id !== event.candidate) return standing
      const held = { ...standing, candidate: null, heldUntil: holdFrom(event.knownAt, numbers) }
      return start(held, { at: candidate.at, knownAt: event.knownAt, cause: 'driver', origin: candidate.id }, numbers)
    }
    case 'dismissed':
      return standing.candidate?.id === event.candidate ? { ...standing, candidate: null } : standing
    case 'closed':
      return isRunning(standing.incident) ? end(standing, event.knownAt, 'head') : standing
    case 'all-on-duty':
      if (!isRunning(standing.incident) || standing.incident.allOnDutyAt !== null) return standing
      return { ...standing, incident: { ...standing.incident, allOnDutyAt: event.at } }
    default:
      return greenLane(standing, event)
  }
}

function measured(before: Standing, event: Measured, numbers: CongestionNumbers): Standing {
  const lost = event.lostSince !== null
  const standing: Standing = {
    ...before,
    measured: event,
    busySince: !lost && isBusy(event) ? (before.busySince ?? event.at) : null,
    clearSince: !lost && isClear(event) ? (before.clearSince ?? event.at) : null,
  }
  if (lost) return standing
  const over = event.level > 0 || event.overKilometre
  const running = over
    ? start(standing, { at: event.at, knownAt: event.knownAt, cause: event.level > 0 ? 'wait' : 'queue' }, numbers)
    : standing
  return stepsOfWait(running, event, numbers)
}

/** Who stands there sees more than the model: his word raises what the wait and the length ask for, but for the gravest step. */
function reported(before: Standing, event: Reported, numbers: CongestionNumbers): Standing {
  const { waitMinutes: wait, metres, at, knownAt } = event
  const limits = waitsOf(numbers)
  const long = metres !== null && metres > numbers.congestionMetres
  const over = wait !== null && wait > limits[0]
  if (!event.congested && !over && !long) return { ...before, heldUntil: null }
  // Kept back on a phone until the road was clear again: old news.
  if (before.incident !== null && before.incident.endedAt !== null && at <= before.incident.endedAt) return before
  let standing = start({ ...before, heldUntil: holdFrom(knownAt, numbers) }, { at, knownAt, cause: 'report' }, numbers)
  if (wait !== null && wait >= numbers.congestionStartWait) standing = fire(standing, 'L0', { dueAt: at, knownAt })
  if (wait !== null && numbers.congestionClock !== 'incident') {
    if (wait > limits[0]) standing = fire(standing, 'L1', { dueAt: since(at, wait - limits[0]), knownAt })
    if (wait > limits[1]) standing = fire(standing, 'L2', { dueAt: since(at, wait - limits[1]), knownAt })
  }
  return long ? fire(standing, 'LM', { dueAt: at, knownAt }) : standing
}

/** A wait grows by a minute a minute at most: so long ago at the latest it was over. */
const since = (at: Instant, minutes: number): Instant => instant(at - minutes * minute)

function greenLane(standing: Standing, event: IncidentEvent & { kind: 'green-blocked' | 'green-free' }): Standing {
  const state = event.kind === 'green-blocked' ? 'blocked' : 'free'
  if (standing.green !== null && event.at < standing.green.at) return standing
  const news = state === 'blocked' && standing.green?.state !== 'blocked'
  const { incident } = standing
  const alarmed =
    news && isRunning(incident) ? { ...incident, greenAlarms: [...incident.greenAlarms, event.knownAt] } : incident
  return { ...standing, incident: alarmed, green: { state, at: event.at } }
}
