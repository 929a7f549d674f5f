import { countUntil, type Start } from './departures.ts'
import type { Joined } from './check-ins.ts'
import { frontMetres, truckMetres } from './limits.ts'
import type { Site } from './site.ts'

/** Metres of queue for each vehicle in it: cars make it less, one approach lane more. */
export type Spacing = number

/** Measured points that weigh as much as what is usual for trucks. */
const usualCounts = 6

/**
 * Learned from drivers whose position was told and who have been inspected since: how many went before them over how far they
 * stood from the booth.
 */
export function spacingOf(joined: readonly Joined[], starts: readonly Start[], site: Site): Spacing {
  const usual = truckMetres / site.approachLanes
  const measured = joined.flatMap(({ manner, at, metres, number }) => {
    if (number === null || metres < 200 || (manner !== 'position' && manner !== 'sign')) return []
    const before = number - countUntil(starts, at)
    return before >= 8 ? [(metres - frontMetres) / before] : []
  })
  const sorted = [...measured, ...Array.from({ length: usualCounts }, () => usual)].toSorted((a, b) => a - b)
  const middle = (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2
  return Math.min(Math.max(middle, usual / 4), usual * 1.5)
}

/** From the booth line to the rear of the last, metres. */
export const metresOf = (vehicles: number, spacing: Spacing): number =>
  vehicles < 0.5 ? 0 : frontMetres + vehicles * spacing

/** How many stand in a queue of that length. */
export const vehiclesIn = (metres: number, spacing: Spacing): number => Math.max(metres - frontMetres, 0) / spacing
