import { instant, minute, type Instant } from '../instant.ts'
import type { Measured, StepId } from './incident-events.ts'
import { hasFired, isRunning, type Standing } from './incident.ts'
import { waitsOf } from './level.ts'
import type { CongestionLaw } from './numbers.ts'

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

type Reached = { readonly at: Instant; readonly knownAt: Instant; readonly wait: number }

/**
 * A wait grows by a minute a minute at most: so long ago at the latest it was over. What an amendment asks for was not due before it
 * held, and is not late for that.
 */
export function dueOf(place: 0 | 1 | 2, { at, knownAt, wait }: Reached, law: CongestionLaw): Fired {
  const now = law.at(knownAt)
  const dueAt = instant(at - Math.max(wait - waitsOf(now)[place], 0) * minute)
  const then = law.at(dueAt)
  const alike = waitsOf(then)[place] === waitsOf(now)[place] && then.congestionClock === now.congestionClock
  return { dueAt: alike ? dueAt : instant(Math.max(dueAt, law.since(knownAt))), knownAt }
}

/** By what the estimator says. */
export function stepsOfWait(before: Standing, event: Measured, law: CongestionLaw): Standing {
  const { at, knownAt, waitMinutes: wait } = event
  const numbers = law.at(knownAt)
  let standing = before
  if (event.wait === 'busy') standing = fire(standing, 'L0', { dueAt: at, knownAt })
  if (numbers.congestionClock !== 'incident') {
    const reached = { at, knownAt, wait }
    for (const place of [0, 1, 2] as const)
      if (event.level > place) standing = fire(standing, timed[place], dueOf(place, reached, law))
  }
  return event.overKilometre ? fire(standing, 'LM', { dueAt: at, knownAt }) : standing
}
