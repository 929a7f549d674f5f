/**
 * One queue before the lanes of one checkpoint: first come, first served, the next truck goes to the lane that is free first.
 * No chance in it, so that the same day gives the same minutes every time.
 */
import { boothTimes } from './booth-times.ts'
import type { Instant } from '../instant.ts'
import type { Row } from './verdict.ts'

/** Drives up: from one truck leaving the booth to the next one standing there. */
const moveUp = 11

/**
 * How long a truck keeps a lane, in seconds, until the booth is free for the next one. ASSUMED, not law: 22–26 s for a code, 172 s
 * for papers and temperature, 290 s for a form on the spot and 80 s for a swab are means of simulated checkpoints; the others are put together
 * from them. Measured times of a city's own booths belong here.
 */
export const laneSeconds: { readonly [R in Row]: number } = {
  V0: 10 + moveUp,
  V4: 15 + moveUp,
  V5: 24 + moveUp,
  V8: 24 + moveUp,
  V6: 60 + moveUp,
  V7: 290 + moveUp,
  ASK: 60 + moveUp,
  V9: 172 + moveUp,
  V10: 172 + moveUp,
  V13: 200 + moveUp,
  // Papers first, then the swab; the answer is waited for in the bay, beside the road.
  V11: 172 + 80 + moveUp,
  // Said in the bay, to a truck that left its lane with the V11 before.
  V12: 0,
  V14: 0,
  V15: 240 + moveUp,
  V3: 240 + moveUp,
  V2: 240 + moveUp,
  V1: 240 + moveUp,
}
/** Minutes in the bay until an antigen test has answered: the driver's time, not the queue's. */
export const bayMinutes = boothTimes.antigenReadAfter.values[0].value

export type Arrival = { readonly at: Instant; readonly seconds: number }

/** Milliseconds that each truck waits, in the order of `arrivals`, which must be by time. @throws RangeError without a lane */
export function waitsOf(arrivals: readonly Arrival[], lanes: number): readonly number[] {
  if (!(lanes >= 1)) throw new RangeError('a checkpoint has a lane at least')
  const freeAt: number[] = Array.from({ length: Math.floor(lanes) }, () => Number.NEGATIVE_INFINITY)
  return arrivals.map(({ at, seconds }) => {
    if (seconds === 0) return 0
    const lane = freeAt.indexOf(Math.min(...freeAt))
    const begins = Math.max(at, freeAt[lane] ?? at)
    freeAt[lane] = begins + seconds * 1000
    return begins - at
  })
}
