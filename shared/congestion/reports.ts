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
    const length = metres ?? metresAtStake(stake, site)
    if (length === null || length < 0) continue
    const when = { at: (Math.min(at, receivedAt) - now) / minute, heard: (receivedAt - now) / minute }
    told.push({ id, ...when, metres: length })
  }
  return told.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
}

/** Slips of the hand: kilometres for metres, a nought too many or too few. */
const slips = [1000, 0.1, 10, 0.001] as const

export type Meant = { readonly metres: number; readonly slip: boolean }

/** A queue that nobody expects may have come up since it was last seen, as long as this, metres. */
const comesUp = { expected: 150, told: 1500 } as const

/**
 * What was meant by a length, held against what is expected and its deviation, metres: as typed if that can be, else the slip
 * that fits, else as typed if the road is that long, else nothing.
 */
export function meant(metres: number, expected: { metres: number; deviation: number }, site: Site): Meant | null {
  const longest = 1.5 * site.approachMetres
  const room = 4 * Math.max(expected.deviation, 60) + 0.35 * expected.metres
  const fits = (value: number, within: number) => Math.abs(value - expected.metres) <= within && value <= longest
  const possible = metres <= longest && (metres === 0 || metres >= 10)
  const cameUp = expected.metres < comesUp.expected && metres <= comesUp.told
  if (possible && (cameUp || fits(metres, room))) return { metres, slip: false }
  const slip = slips.find((times) => metres > 0 && fits(metres * times, room / 2))
  if (slip !== undefined) return { metres: metres * slip, slip: true }
  return possible ? { metres, slip: false } : null
}

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
