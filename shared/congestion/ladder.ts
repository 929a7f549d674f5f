import { instant, minute, plus, type Instant } from '../instant.ts'
import { inOrder, isBusy, isClear, type IncidentEvent, type Measured, type Reported } from './incident-events.ts'
import { isRunning, nothingYet, type Standing } from './incident.ts'
import { dueOf, fire, stepsOfWait } from './fire.ts'
import { waitsOf } from './level.ts'
import type { CongestionLaw, CongestionNumbers } from './numbers.ts'
import { soonest, type Next } from './next.ts'
import { end, start } from './start-end.ts'

export type Ladder = Standing & {
  /** What comes if nothing else does, so that nobody need look before. */ readonly next: Next | null
}

/**
 * The ladder of one checkpoint 拥堵响应 (decision table §4) at `now`, from what is known by then. The same events give the same
 * ladder, however often and in whatever order they came. The condition goes up and down; the steps only rise until the end. Each
 * moment goes by the numbers of that moment: what is amended holds from its date on, and takes back nothing.
 */
export function ladderAt(events: readonly IncidentEvent[], law: CongestionLaw, now: Instant): Ladder {
  const known = [...new Map(events.map((event) => [event.id, event])).values()]
    .filter(({ knownAt }) => knownAt <= now)
    .toSorted(inOrder)
  let standing = nothingYet
  let passed = known[0]?.knownAt ?? now
  for (const event of known) {
    standing = elapse(standing, { from: passed, until: event.knownAt }, law)
    standing = take(standing, event, law)
    passed = event.knownAt
  }
  standing = elapse(standing, { from: passed, until: now }, law)
  return { ...standing, next: soonest(standing, law.at(now)) }
}

type Passed = { readonly from: Instant; readonly until: Instant }

/** Whatever time alone does, one after the other, up to a moment; by the numbers of each moment on the way. */
function elapse(before: Standing, { from, until }: Passed, law: CongestionLaw): Standing {
  const since = law.since(until)
  const changed = since > from
  let standing = changed ? elapse(before, { from, until: instant(since - 1) }, law) : before
  const numbers = law.at(until)
  for (;;) {
    const next = soonest(standing, numbers)
    if (next === null || next.at > until) return standing
    standing = happen(standing, changed ? notBefore(next, since) : next, numbers)
  }
}

/** What younger numbers ask for was not due before they held. */
const notBefore = (next: Next, since: Instant): Next => ({
  ...next,
  at: instant(Math.max(next.at, since)),
  dueAt: instant(Math.max(next.dueAt, since)),
})

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

function take(standing: Standing, event: IncidentEvent, law: CongestionLaw): Standing {
  const numbers = law.at(event.knownAt)
  switch (event.kind) {
    case 'measured':
      return measured(standing, event, law)
    case 'unobserved':
      return { ...standing, measured: null, busySince: null, clearSince: null }
    case 'reported':
      return reported(standing, event, law)
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

function measured(before: Standing, event: Measured, law: CongestionLaw): Standing {
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
    ? start(
        standing,
        { at: event.at, knownAt: event.knownAt, cause: event.level > 0 ? 'wait' : 'queue' },
        law.at(event.knownAt),
      )
    : standing
  return stepsOfWait(running, event, law)
}

/** Who stands there sees more than the model: his word raises what the wait and the length ask for, but for the gravest step. */
function reported(before: Standing, event: Reported, law: CongestionLaw): Standing {
  const { waitMinutes: wait, metres, at, knownAt } = event
  const numbers = law.at(knownAt)
  const limits = waitsOf(numbers)
  const long = metres !== null && metres > numbers.congestionMetres
  const over = wait !== null && wait > limits[0]
  if (!event.congested && !over && !long) return { ...before, heldUntil: null }
  // Kept back on a phone until the road was clear again: old news.
  if (before.incident !== null && before.incident.endedAt !== null && at <= before.incident.endedAt) return before
  let standing = start({ ...before, heldUntil: holdFrom(knownAt, numbers) }, { at, knownAt, cause: 'report' }, numbers)
  if (wait !== null && wait >= numbers.congestionStartWait) standing = fire(standing, 'L0', { dueAt: at, knownAt })
  if (wait !== null && numbers.congestionClock !== 'incident') {
    const reached = { at, knownAt, wait }
    if (wait > limits[0]) standing = fire(standing, 'L1', dueOf(0, reached, law))
    if (wait > limits[1]) standing = fire(standing, 'L2', dueOf(1, reached, law))
  }
  return long ? fire(standing, 'LM', { dueAt: at, knownAt }) : standing
}

function greenLane(standing: Standing, event: IncidentEvent & { kind: 'green-blocked' | 'green-free' }): Standing {
  const state = event.kind === 'green-blocked' ? 'blocked' : 'free'
  if (standing.green !== null && event.at < standing.green.at) return standing
  const news = state === 'blocked' && standing.green?.state !== 'blocked'
  const { incident } = standing
  const alarmed =
    news && isRunning(incident) ? { ...incident, greenAlarms: [...incident.greenAlarms, event.knownAt] } : incident
  return { ...standing, incident: alarmed, green: { state, at: event.at } }
}
