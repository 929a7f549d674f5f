import { minute, type Instant } from '../instant.ts'
import type { Report } from './event.ts'
import { metresAtStake, type Site } from './site.ts'

/** The length a person reported, metres. Minutes relative to the moment of the estimate. */
export type Told = {
  readonly id: string
  readonly at: number
  readonly heard: number
  readonly metres: number
}

/** Reports of a length that a person may have meant, the oldest first; a stake on the wrong side of the booth is none. */
export function lengthsTold(reports: Iterable<Report>, site: Site, now: Instant): Told[] {
  const told: Told[] = []
  for (const { id, at, receivedAt, metres, stake } of reports) {
    const length = metres === null ? metresAtStake(stake, site) : asMetres(metres, site)
    if (length === null || length < 0) continue
    const when = { at: (Math.min(at, receivedAt) - now) / minute, heard: (receivedAt - now) / minute }
    told.push({ id, ...when, metres: length })
  }
  return told.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
}

/**
 * A number far longer than the road is a stake typed as a length, if the road has it: 44950 for K44+950. A few and a fraction are
 * kilometres.
 */
function asMetres(typed: number, site: Site): number {
  if (typed < 10 && !Number.isInteger(typed)) return typed * 1000
  return typed > 1.5 * site.approachMetres ? (metresAtStake(typed, site) ?? typed) : typed
}

/** Slips of the hand: kilometres for metres, a nought too many or too few. */
const slips = [1000, 0.1, 10, 0.001] as const

/** `fits`: as typed it is likely; `slip`: another unit is; `stray`: as typed it is not likely, and nothing else is either. */
export type Meant = { readonly metres: number; readonly kind: 'fits' | 'slip' | 'stray' }

/** What is expected, its deviation, metres; and the wait, minutes, that somebody may type for the length. */
type Expected = { readonly metres: number; readonly deviation: number; readonly minutes: number }

/** A queue that nobody expects may have come up since it was last seen, as long as this, metres. */
const comesUp = { expected: 150, told: 1500 } as const
/** Lengths are told in round numbers; one so short that is not may be anything, metres. */
const round = { below: 150, to: 10 } as const

/**
 * What was meant by a length, held against what is expected: as typed if that can be, else the slip that fits, else nothing if it
 * is the wait in minutes, else as typed if the road is that long.
 */
export function meant(metres: number, expected: Expected, site: Site): Meant | null {
  const longest = 1.5 * site.approachMetres
  const room = 4 * Math.max(expected.deviation, 60) + 0.35 * expected.metres
  const fits = (value: number, within: number) => Math.abs(value - expected.metres) <= within && value <= longest
  const possible = metres <= longest && (metres === 0 || metres >= 10)
  const cameUp = expected.metres < comesUp.expected && metres <= comesUp.told
  const asMinutes = metres > 0 && expected.metres > 3 * metres && isWait(metres, expected)
  if (possible && !asMinutes && (cameUp || fits(metres, room))) return { metres, kind: 'fits' }
  const slip = slips.find((times) => metres > 0 && fits(metres * times, room / 2))
  if (slip !== undefined && !asMinutes) return { metres: metres * slip, kind: 'slip' }
  return possible && !asMinutes ? { metres, kind: 'stray' } : null
}

const isWait = (told: number, { minutes }: Expected) =>
  Math.abs(told - minutes) <= 3 + 0.3 * minutes || (told < round.below && told % round.to !== 0)

/** What a person said of the wait last, if it was lately enough. */
export function waitTold(
  reports: Iterable<Report>,
  now: Instant,
  within: number,
): { minutes: number; at: number } | null {
  let last: { minutes: number; at: number } | null = null
  for (const { waitMinutes, at, receivedAt } of reports) {
    const when = (Math.min(at, receivedAt) - now) / minute
    if (waitMinutes === null || when > 0 || when < -within) continue
    if (last === null || when > last.at || (when === last.at && waitMinutes > last.minutes))
      last = { minutes: waitMinutes, at: when }
  }
  return last
}
