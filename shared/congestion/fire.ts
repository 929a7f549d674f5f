import { instant, minute, type Instant } from '../instant.ts'
import type { Measured, StepId } from './incident-events.ts'
import { hasFired, isRunning, type Standing } from './incident.ts'
import { waitsOf } from './level.ts'
import type { CongestionNumbers } from './numbers.ts'

type Fired = { readonly dueAt: Instant; readonly knownAt: Instant }

/** The steps that a time alone brings about, in their order. */
export const timed = ['L1', 'L2', 'L3'] as const

export const mayFire = (standing: Standing, step: StepId): boolean =>
  isRunning(standing.incident) && !hasFired(standing.incident, step)

/** Once an incident, for good. Whoever is over an hour is monitored too (第十六条). */
export function fire(standing: Standing, step: StepId, fired: Fired): Standing {
  if (!mayFire(standing, step) || standing.incident === null) return standing
  const { incident } = standing
  // Whole milliseconds: a wait is reckoned in fractions of a minute, and a table of moments takes none.
  const dueAt = instant(Math.round(Math.max(fired.dueAt, step === 'L0' ? incident.startedAt : 0)))
  const after = { ...standing, incident: { ...incident, steps: [...incident.steps, { step, ...fired, dueAt }] } }
  return step === 'L3' ? fire(after, 'LM', fired) : after
}

/** By what the estimator says. A wait grows by a minute a minute at most: so long ago at the latest it was over. */
export function stepsOfWait(before: Standing, event: Measured, numbers: CongestionNumbers): Standing {
  const { at, knownAt, waitMinutes: wait } = event
  let standing = before
  if (event.wait === 'busy') standing = fire(standing, 'L0', { dueAt: at, knownAt })
  if (numbers.congestionClock !== 'incident') {
    const limits = waitsOf(numbers)
    timed.forEach((step, place) => {
      const over = Math.max(wait - (limits[place] ?? 0), 0)
      if (event.level > place) standing = fire(standing, step, { dueAt: instant(at - over * minute), knownAt })
    })
  }
  return event.overKilometre ? fire(standing, 'LM', { dueAt: at, knownAt }) : standing
}
