import { minute, plus, type Instant } from '../instant.ts'
import { isRunning, type Cause, type Incident, type Standing } from './incident.ts'
import type { CongestionNumbers } from './numbers.ts'
import { fire } from './fire.ts'

type Begun = { readonly at: Instant; readonly knownAt: Instant; readonly cause: Cause; readonly origin?: string }

/**
 * Begins an incident, unless one runs. So soon after the end of the last it is that one, with its clock and its steps (G44):
 * nothing is won by closing it early.
 */
export function start(standing: Standing, begun: Begun, numbers: CongestionNumbers): Standing {
  const { incident: last } = standing
  if (isRunning(last)) return standing
  const again = last?.endedAt !== null && last !== null && isSame(last.endedAt, standing, begun, numbers)
  const incident: Incident = again
    ? { ...last, endedAt: null, endedBy: null, restarts: [...last.restarts, begun.knownAt] }
    : {
        origin: begun.origin ?? `at-${begun.knownAt}`,
        startedAt: begun.at,
        knownAt: begun.knownAt,
        cause: begun.cause,
        endedAt: null,
        endedBy: null,
        restarts: [],
        steps: [],
        allOnDutyAt: null,
        greenAlarms: [],
      }
  const blocked = standing.green?.state === 'blocked'
  const running = {
    ...incident,
    greenAlarms: blocked ? [...incident.greenAlarms, begun.knownAt] : incident.greenAlarms,
  }
  const open = { ...standing, incident: running, candidate: null, clearSince: null }
  return standing.measured?.wait === 'busy' && standing.measured.lostSince === null
    ? fire(open, 'L0', { dueAt: begun.at, knownAt: begun.knownAt })
    : open
}

/** Of a queue that was there all along, when it was seen first counts, not when it had held long enough. */
function isSame(endedAt: Instant, { busySince }: Standing, { at }: Begun, numbers: CongestionNumbers): boolean {
  const seen = Math.min(at, Math.max(busySince ?? at, endedAt))
  return seen <= plus(endedAt, numbers.congestionRestart * minute)
}

/** What is measured must hold anew after the head has closed it; what is unanswered rests with it. */
export function end(standing: Standing, at: Instant, by: 'measured' | 'head'): Standing {
  if (!isRunning(standing.incident)) return standing
  const incident = { ...standing.incident, endedAt: at, endedBy: by }
  return {
    ...standing,
    incident,
    heldUntil: null,
    busySince: standing.busySince === null ? null : at,
    clearSince: null,
  }
}
