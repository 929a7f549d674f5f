import { hour, type Instant } from '../../instant.ts'
import { enoughMinutes } from './profile.ts'
import type { HourSeen } from './hours.ts'

/** What was said of an hour two hours before it began, as it was kept. */
export type Foretold = {
  readonly at: Instant
  readonly arrivals: number
  readonly low: number
  readonly high: number
  readonly wait: number
}
/** A peak that people were told of. */
export type ToldPeak = {
  readonly from: Instant
  readonly to: Instant
  readonly lanes: number
  readonly adviceLanes: number
}
/**
 * `came`: it was as long a wait. `handled`: it was not, with as many lanes as advised. `false`: it was not, without them. `unseen`: too
 * little was seen to tell.
 */
export type Outcome = 'came' | 'handled' | 'false' | 'unseen'

export type Errors = {
  /** Hours that were foretold and seen. */
  readonly hours: number
  /** Off on the average: trucks an hour, and minutes of wait; what came on the average stands beside it. */
  readonly arrivalsOff: number
  readonly arrivals: number
  readonly waitOff: number
  readonly wait: number
  /** Of ten hours so many lay between low and high; eight should. */
  readonly within: number
  readonly came: number
  readonly handled: number
  readonly false: number
  /** Long waits of which nobody was told. */
  readonly missed: number
}

/** So near to it is still it. */
const near = hour

const isLong = (one: HourSeen, startWait: number): boolean => one.minutes >= enoughMinutes && one.worst > startWait

export function outcomeOf(peak: ToldPeak, seen: readonly HourSeen[], startWait: number): Outcome {
  const around = seen.filter(({ at }) => at >= peak.from - near && at < peak.to + near)
  if (around.some((one) => isLong(one, startWait))) return 'came'
  const inside = around.filter(({ at, minutes }) => at >= peak.from && at < peak.to && minutes >= enoughMinutes)
  if (inside.length * 2 * hour < peak.to - peak.from) return 'unseen'
  // Lanes are closed again once nobody comes: that they were open in one of its hours is enough.
  const open = Math.max(...inside.map(({ lanes }) => lanes))
  return peak.adviceLanes > peak.lanes && open >= peak.adviceLanes - 0.5 ? 'handled' : 'false'
}

export type ErrorsGiven = {
  readonly foretold: readonly Foretold[]
  readonly seen: readonly HourSeen[]
  readonly told: readonly ToldPeak[]
  readonly startWait: number
}

/** How far the forecast was off, and which peaks it saw. Peaks that are not over are left out by the caller. */
export function errorsOf({ foretold, seen, told, startWait }: ErrorsGiven): Errors {
  const came = new Map(seen.filter(({ minutes }) => minutes >= enoughMinutes).map((one) => [one.at, one]))
  const pairs = foretold.flatMap((said) => {
    const one = came.get(said.at)
    return one === undefined ? [] : [{ said, one, arrivals: (one.arrivals * 60) / Math.min(one.minutes, 60) }]
  })
  const mean = (of: (pair: (typeof pairs)[number]) => number) =>
    pairs.length === 0 ? 0 : pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length
  const outcomes = told.map((peak) => outcomeOf(peak, seen, startWait))
  const count = (outcome: Outcome) => outcomes.filter((one) => one === outcome).length
  return {
    hours: pairs.length,
    arrivalsOff: mean(({ said, arrivals }) => Math.abs(said.arrivals - arrivals)),
    arrivals: mean(({ arrivals }) => arrivals),
    waitOff: mean(({ said, one }) => Math.abs(said.wait - one.wait)),
    wait: mean(({ one }) => one.wait),
    within: mean(({ said, arrivals }) => (arrivals >= said.low && arrivals <= said.high ? 1 : 0)),
    came: count('came'),
    handled: count('handled'),
    false: count('false'),
    missed: missedIn(seen, told, startWait),
  }
}

/** Hours in a row are one. */
function missedIn(seen: readonly HourSeen[], told: readonly ToldPeak[], startWait: number): number {
  const untold = seen
    .filter((one) => isLong(one, startWait))
    .filter(({ at }) => !told.some(({ from, to }) => at >= from - near && at < to + near))
    .toSorted((a, b) => a.at - b.at)
  return untold.filter((one, nth) => nth === 0 || one.at - untold[nth - 1]!.at > 2 * hour).length
}
