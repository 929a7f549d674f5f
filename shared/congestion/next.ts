import { instant, minute, plus, type Instant } from '../instant.ts'
import type { StepId } from './incident-events.ts'
import { isBlind, isRunning, type Standing } from './incident.ts'
import { mayFire, timed } from './fire.ts'
import { waitsOf } from './level.ts'
import type { CongestionNumbers } from './numbers.ts'

/** What time alone will do: `at` the first moment at which it is so, `dueAt` the moment it is reckoned from. */
export type Next = {
  readonly what: 'confirmed' | 'start' | 'end' | StepId
  readonly at: Instant
  readonly dueAt: Instant
}

/** The soonest of all that time alone will do; null = nothing, until something is heard. */
export function soonest(standing: Standing, numbers: CongestionNumbers): Next | null {
  const coming = [
    confirmation(standing),
    beginning(standing, numbers),
    ending(standing, numbers),
    ...steps(standing, numbers),
  ]
  return coming
    .flatMap((one) => one ?? [])
    .reduce<Next | null>((first, one) => (first === null || one.at < first.at ? one : first), null)
}

const upon = (what: Next['what'], at: Instant): Next => ({ what, at, dueAt: at })

const confirmation = ({ candidate }: Standing): Next | null =>
  candidate === null ? null : upon('confirmed', candidate.until)

function beginning({ incident, busySince }: Standing, numbers: CongestionNumbers): Next | null {
  if (isRunning(incident) || busySince === null) return null
  return upon('start', plus(busySince, numbers.congestionStartAfter * minute))
}

function ending({ incident, clearSince, heldUntil }: Standing, numbers: CongestionNumbers): Next | null {
  if (!isRunning(incident) || clearSince === null) return null
  const from = Math.max(clearSince, heldUntil ?? clearSince)
  return upon('end', plus(instant(from), numbers.congestionEndAfter * minute))
}

/** By the incident's own clock, where it counts: over, not at (超 is strict), and never by what nobody sees. */
function steps(standing: Standing, numbers: CongestionNumbers): Next[] {
  const { incident, measured } = standing
  if (!isRunning(incident) || numbers.congestionClock === 'wait' || isBlind(standing)) return []
  const limits = waitsOf(numbers)
  const seen = Math.max(incident.knownAt, incident.restarts.at(-1) ?? 0, measured?.at ?? 0)
  return timed.flatMap((step, place) => {
    if (!mayFire(standing, step)) return []
    const dueAt = plus(incident.startedAt, (limits[place] ?? 0) * minute)
    return { what: step, at: instant(Math.max(dueAt + 1, seen)), dueAt }
  })
}
