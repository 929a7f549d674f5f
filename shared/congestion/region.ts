/**
 * Neighbouring checkpoints that rise within a while of a closure are one matter of the city: the closing checkpoint is named as its
 * cause. Without a closure there is none: two that rise in the same hour are two incidents, each told by itself, and nothing is known
 * that would tie them together.
 */
import { minute, plus, instant, type Instant } from '../instant.ts'
import type { Numbers } from '../policy/numbers.ts'
import type { regionParameters } from '../policy/parameters-region.ts'

export type Place = { readonly id: string; readonly road: string; readonly county: string }
/** A checkpoint was closed, or all of its lanes; `to`: null while it is. */
export type Closure = {
  readonly id: string
  readonly checkpoint: string
  readonly why: 'lanes' | 'checkpoint'
  readonly from: Instant
  readonly to: Instant | null
}
/** An incident of congestion, and each time that it rose: when it began, and at each of its steps. */
export type Rise = {
  readonly incident: string
  readonly checkpoint: string
  readonly moments: readonly Instant[]
  readonly endedAt: Instant | null
}
/** When it rose because of the closure. */
export type Member = Omit<Rise, 'moments'> & { readonly at: Instant }

export type Region = {
  readonly closure: Closure
  /** The earliest first. */
  readonly members: readonly Member[]
  /** When there were enough of them. */
  readonly since: Instant
  /** When the last of them had ended, and none had begun again; null = it goes on. */
  readonly endedAt: Instant | null
}

export type RegionNumbers = {
  /** Minutes. */
  readonly risesWithin: number
  readonly closedFor: number
  readonly neighbours: number
  readonly overAfter: number
}
export const regionNumbersOf = (law: Pick<Numbers, keyof typeof regionParameters>): RegionNumbers => ({
  risesWithin: law.regionRisesWithin,
  closedFor: law.regionClosedFor,
  neighbours: law.regionNeighbours,
  overAfter: law.regionOverAfter,
})

/** On the same road, or in the same county. */
export const areNeighbours = (a: Place, b: Place): boolean =>
  a.id !== b.id && (a.road === b.road || a.county === b.county)

export type Seen = {
  readonly places: readonly Place[]
  readonly closures: readonly Closure[]
  readonly rises: readonly Rise[]
  readonly numbers: RegionNumbers
  readonly now: Instant
}

/** The groups there are, or were, by what is known at `now`; whoever asks in whatever order gets the same. */
export function regionsOf({ places, closures, rises, numbers, now }: Seen): Region[] {
  const byId = new Map(places.map((place) => [place.id, place]))
  const counted = closures
    .filter(({ from, to }) => (to ?? now) - from >= numbers.closedFor * minute)
    .toSorted((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1))
  const members = new Map<string, Member[]>()
  for (const { moments, ...rise } of rises) {
    const here = byId.get(rise.checkpoint)
    const caused = (one: Closure): Instant | undefined => {
      const there = byId.get(one.checkpoint)
      if (here === undefined || there === undefined || !areNeighbours(here, there)) return undefined
      const until = plus(one.from, numbers.risesWithin * minute)
      return moments.filter((at) => at >= one.from && at <= until).toSorted((a, b) => a - b)[0]
    }
    // The latest closure before it: what happened first cannot be caused by what came later.
    const cause = counted.findLast((one) => caused(one) !== undefined)
    const at = cause === undefined ? undefined : caused(cause)
    if (cause !== undefined && at !== undefined)
      members.set(cause.id, [...(members.get(cause.id) ?? []), { ...rise, at }])
  }
  return counted.flatMap((closure) => regionOf(closure, members.get(closure.id) ?? [], { numbers, now }))
}

function regionOf(
  closure: Closure,
  rises: readonly Member[],
  { numbers, now }: Pick<Seen, 'numbers' | 'now'>,
): Region[] {
  const members = rises.toSorted((a, b) => a.at - b.at || (a.incident < b.incident ? -1 : 1))
  const enough = firstOfEach(members)[numbers.neighbours - 1]
  if (enough === undefined) return []
  const last = members.map(({ endedAt }) => endedAt ?? Infinity).reduce((a, b) => Math.max(a, b))
  const over = last + numbers.overAfter * minute <= now
  return [{ closure, members, since: enough.at, endedAt: over ? instant(last) : null }]
}

/** One for each checkpoint, its first. */
const firstOfEach = (members: readonly Member[]): readonly Member[] =>
  members.filter((one, nth) => members.findIndex(({ checkpoint }) => checkpoint === one.checkpoint) === nth)
