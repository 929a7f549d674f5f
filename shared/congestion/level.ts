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
  /** When each went down last. */
  readonly fell: readonly (Instant | null)[]
}

/** Minutes of wait of steps 1 to 3 (二十条第十九条). */
export const waitsOf = (numbers: CongestionNumbers): readonly [number, number, number] => [
  numbers.congestionLeader,
  numbers.congestionAllStaff,
  numbers.congestionPrincipals,
]
/** A step goes up when it has held so long, minutes, and down when it has been so much below as long as that. */
const rises = 1
const falls = { share: 0.1, minutes: 2, metres: 100, after: 4 } as const
/** What has begun to be below is not broken off by a wobble that stays below by so much of that. */
const wobble = 0.7
/**
 * An estimate that is nearer to a limit than half its deviation, and than so much of the limit, cannot be told from one over it: it
 * counts as over, for a crossing that is missed costs more than one said half a minute early. What is known exactly, as when a
 * person says it, must be over.
 */
const near = { share: 0.04, deviations: 0.5 } as const
/** Within so many minutes of going down a step goes up again only for so much more: what wavers about a limit is one time over it. */
const again = { minutes: 10, share: 1.1 } as const
/**
 * So many deviations lower it must still be nine tenths of the limit, when it is over and when it is only near; it may be unsure of
 * less than so much of itself, and of the trucks so many must follow at once on the one before.
 */
const surely = { over: 0.5, near: 0.7, deviation: 0.4, load: 0.5 } as const

const none = [null, null, null, null] as const

export const calm: Condition = { level: 0, overKilometre: false, above: none, below: none, fell: none }

/** The condition after one more estimate. Lost data changes nothing: it neither calms nor alarms. */
export function nextCondition(before: Condition, now: Estimate, numbers = congestionNumbersAt(now.at)): Condition {
  if (now.lostSince !== null) return { ...before, above: none, below: none }
  const steps = [
    ...waitsOf(numbers).map((limit, place) => ({ ...stepOf(now, limit), was: before.level > place })),
    { ...lengthStep(now, numbers.congestionMetres), was: before.overKilometre },
  ].map((step, place) => ({ ...step, over: step.over && (step.wellOver || !justFell(before.fell[place], now.at)) }))
  const above = steps.map(({ over }, place) => (over ? (before.above[place] ?? now.at) : null))
  const below = steps.map(({ under, stays }, place) =>
    under ? (before.below[place] ?? now.at) : stays ? (before.below[place] ?? null) : null,
  )
  const held = (since: Instant | null | undefined, minutes: number) =>
    since !== null && since !== undefined && now.at - since >= minutes * minute
  const are = steps.map(({ was }, place) => (was ? !held(below[place], falls.after) : held(above[place], rises)))
  const fell = steps.map(({ was }, place) => (was && are[place] !== true ? now.at : (before.fell[place] ?? null)))
  const level = are[2] === true ? 3 : are[1] === true ? 2 : are[0] === true ? 1 : 0
  return { level, overKilometre: are[3] === true, above, below, fell }
}

const justFell = (fell: Instant | null | undefined, now: Instant): boolean =>
  fell !== null && fell !== undefined && now - fell < again.minutes * minute

type Step = { readonly over: boolean; readonly wellOver: boolean; readonly under: boolean; readonly stays: boolean }

/**
 * Over a threshold only when it is likelier than not by a margin: a vague estimate must say more than a sure one, and one that may
 * be anything, or of lanes that stand between trucks, says nothing.
 */
function stepOf({ wait, soon, deviation, basis, load }: Estimate, limit: number): Step {
  const most = Math.max(wait, soon)
  const sure = most - (most > limit ? surely.over : surely.near) * deviation > 0.9 * limit
  const standing = basis === 'report' || (load ?? 1) >= surely.load
  const gap = Math.min(falls.share * limit, falls.minutes)
  const over = most > limit - (basis === 'report' ? 0 : margin(limit, deviation))
  return {
    over: over && sure && deviation < surely.deviation * most && standing,
    wellOver: most > again.share * limit,
    under: soon < limit - gap,
    stays: soon < limit - wobble * gap,
  }
}

const margin = (limit: number, deviation: number) => Math.min(near.share * limit, near.deviations * deviation)

function lengthStep({ metres, metresDeviation }: Estimate, limit: number): Step {
  return {
    over: metres > limit - margin(limit, metresDeviation) && metres - metresDeviation > 0.9 * limit,
    wellOver: metres > again.share * limit,
    under: metres < limit - falls.metres,
    stays: metres < limit - wobble * falls.metres,
  }
}
