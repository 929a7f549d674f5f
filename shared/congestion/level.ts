import { minute, type Instant } from '../instant.ts'
import type { Estimate } from './estimate.ts'
import { congestionNumbersAt, type CongestionNumbers } from './numbers.ts'

/** 0 none, 1 over 20, 2 over 30, 3 over 60 minutes, or what the numbers in force say. */
export type Level = 0 | 1 | 2 | 3

/** A measured condition, up and down, with what it takes to change it. */
export type Condition = {
  readonly level: Level
  readonly overKilometre: boolean
  /** Since when the next step up, or down, has held without a break; by step 1 to 3, and the kilometre. */
  readonly above: readonly (Instant | null)[]
  readonly below: readonly (Instant | null)[]
}

/** Minutes of wait of steps 1 to 3 (二十条第十九条). */
export const waitsOf = (numbers: CongestionNumbers): readonly [number, number, number] => [
  numbers.congestionLeader,
  numbers.congestionAllStaff,
  numbers.congestionPrincipals,
]
/** A step goes up when it has held so long, minutes, and down when it has been so much below as long as that. */
const rises = { wait: 1, metres: 1.5 } as const
const falls = { share: 0.1, minutes: 2, metres: 120, after: 4 } as const

export const calm: Condition = {
  level: 0,
  overKilometre: false,
  above: [null, null, null, null],
  below: [null, null, null, null],
}

/** The condition after one more estimate. Lost data changes nothing: it neither calms nor alarms. */
export function nextCondition(before: Condition, now: Estimate, numbers = congestionNumbersAt(now.at)): Condition {
  if (now.lostSince !== null) return { ...before, above: calm.above, below: calm.below }
  const steps = [
    ...waitsOf(numbers).map((limit, place) => ({ ...stepOf(now, limit), is: before.level > place, rise: rises.wait })),
    { ...lengthStep(now, numbers.congestionMetres), is: before.overKilometre, rise: rises.metres },
  ]
  const above = steps.map(({ over }, place) => (over ? (before.above[place] ?? now.at) : null))
  const below = steps.map(({ under }, place) => (under ? (before.below[place] ?? now.at) : null))
  const held = (since: Instant | null | undefined, minutes: number) =>
    since !== null && since !== undefined && now.at - since >= minutes * minute
  const are = steps.map(({ is, rise }, place) => (is ? !held(below[place], falls.after) : held(above[place], rise)))
  const level = are[2] === true ? 3 : are[1] === true ? 2 : are[0] === true ? 1 : 0
  return { level, overKilometre: are[3] === true, above, below }
}

/** Over a threshold only when it is likelier than not by a margin: a vague estimate must say more than a sure one. */
function stepOf({ soon, deviation }: Estimate, limit: number): { over: boolean; under: boolean } {
  return {
    over: soon > limit && soon - 0.5 * deviation > 0.9 * limit,
    under: soon < limit - Math.min(falls.share * limit, falls.minutes),
  }
}

function lengthStep({ metres, metresDeviation }: Estimate, limit: number): { over: boolean; under: boolean } {
  const sure = metres - 0.67 * metresDeviation > 0.9 * limit
  return { over: metres > limit && sure, under: metres < limit - falls.metres }
}
