import { parseQueueEvent } from '../../../shared/congestion/event.ts'
import type { Estimate } from '../../../shared/congestion/estimate.ts'
import type { Condition } from '../../../shared/congestion/level.ts'
import { observe, queueAt, waitAt } from '../../../shared/congestion/wait.ts'
import { plus } from '../../../shared/instant.ts'
import { make } from './scenarios.ts'
import { oversOf, truthOf, type Truth } from './truth.ts'

/** A half minute of a day: what was true, and what was said of it. */
export type Moment = { readonly truth: Truth; readonly said: Estimate; readonly condition: Condition }

/** A day of that kind, as it was and as it was said, half minute by half minute; nothing is known before it was received. */
export function dayOf(kind: string, seed: number): Moment[] {
  const { road, scenario, lines } = make(kind, seed)
  const queue = queueAt(scenario.sites[0]!)
  const events = lines.map((line) => parseQueueEvent(line).event)
  let next = 0
  return truthOf(road).map((truth) => {
    const now = plus(scenario.start, truth.at * 1000)
    for (; (events[next]?.receivedAt ?? Infinity) <= now; next += 1) observe(queue, events[next]!)
    const { estimate, condition } = waitAt(queue, now)
    return { truth, said: estimate, condition }
  })
}

const limits = [20, 30, 60] as const
/** Half minutes. */
const warmUp = 20
const early = { before: 10, after: 20 } as const
const soonAgain = 20

export type Judged = {
  /** Mean error, minutes; and the share of moments that the interval holds. */
  readonly error: number
  readonly held: number
  /** Steps that went up though the wait was, and stayed, clearly below. */
  readonly falseAlarms: number
  /** Steps that went up within ten minutes of going down. */
  readonly flaps: number
  /** Of the crossings that must be said: how many were not; and the seconds that each of the others was said after it. */
  readonly missed: number
  readonly delays: readonly number[]
}

/** By the rules of the scorer. */
export function judged(day: readonly Moment[]): Judged {
  const errors = day.slice(warmUp).map(({ truth, said }) => Math.abs(said.wait - truth.wait))
  const held = day.slice(warmUp).filter(({ truth, said }) => truth.wait >= said.low && truth.wait <= said.high)
  const overs = oversOf(day.map(({ truth }) => truth))
  const steps = [overs.over20, overs.over30, overs.over60].map((over, place) => {
    const is = day.map(({ condition }) => condition.level > place)
    const rises = is.flatMap((up, at) => (up && is[at - 1] !== true && at >= warmUp ? [at] : []))
    return { falls: fallsOf(is), rises, found: foundOf(over, is), limit: limits[place]! }
  })
  return {
    error: errors.reduce((sum, each) => sum + each, 0) / errors.length,
    held: held.length / errors.length,
    falseAlarms: sum(steps.map(({ rises, limit }) => rises.filter((at) => isFalse(day, at, limit)).length)),
    flaps: sum(
      steps.map(
        ({ rises, falls }) => rises.filter((at) => falls.some((fell) => fell <= at && at - fell <= soonAgain)).length,
      ),
    ),
    missed: sum(steps.map(({ found }) => found.filter((delay) => delay === null).length)),
    delays: steps.flatMap(({ found }) => found.filter((delay) => delay !== null)),
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
const fallsOf = (is: readonly boolean[]) => is.flatMap((up, at) => (!up && is[at - 1] === true ? [at] : []))

function isFalse(day: readonly Moment[], at: number, limit: number): boolean {
  const around = day.slice(Math.max(at - early.before, 0), at + early.after + 1)
  return Math.max(...around.map(({ truth }) => truth.wait)) < 0.9 * limit
}

/** For each time over a limit that must be said: seconds until it was, none if it was before; null = never. */
function foundOf(over: readonly number[], is: readonly boolean[]): (number | null)[] {
  return over.flatMap((state, at) => {
    if (state !== 2 || over[at - 1] === 2 || at < warmUp) return []
    const end = over.findIndex((later, place) => place > at && later !== 2)
    const said = is.findIndex((up, place) => up && place >= at && (end < 0 || place < end))
    return [said < 0 ? null : (said - at) * 30]
  })
}
