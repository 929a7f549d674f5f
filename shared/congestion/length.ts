import { countUntil, type Start } from './departures.ts'
import type { Joined } from './check-ins.ts'
import { frontMetres, heldAtBooths, truckMetres } from './limits.ts'
import type { Site } from './site.ts'

/** How long a queue of so many vehicles is: `front` and `each` metres a vehicle, once the booths hold what they can. */
export type Spacing = {
  /** Cars make it less, one approach lane more. */
  readonly each: number
  /** Metres that the first vehicles do not fill, for between plaza and booths they stand in more lanes. */
  readonly front: number
  readonly booths: number
}

/** Measured points that weigh as much as what is usual for trucks; the front is a matter of the place, and little is usual. */
const usualCounts = { each: 6, front: 3 } as const

type Place = { readonly metres: number; readonly before: number }

/**
 * Learned from drivers whose position was told and who have been inspected since: how many went before them, and how far they
 * stood from the booth. What a vehicle takes is seen in a long queue, the front in a short one.
 */
export function spacingOf(joined: readonly Joined[], starts: readonly Start[], site: Site): Spacing {
  const usual = truckMetres / site.approachLanes
  const places = joined.flatMap(({ manner, at, metres, number }): Place[] => {
    const before = number === null ? 0 : number - countUntil(starts, at)
    return before < 5 || (manner !== 'position' && manner !== 'sign') ? [] : [{ metres, before }]
  })
  const near = places.filter(({ before }) => before < 40)
  const far = places.filter(({ before }) => before >= 20)
  const first = middle(
    near.map(({ metres, before }) => metres - usual * before),
    { value: frontMetres, counts: usualCounts.front },
  )
  const front = Math.min(Math.max(first, 0), 150)
  const each = middle(
    far.map(({ metres, before }) => (metres - front) / before),
    { value: usual, counts: usualCounts.each },
  )
  return { each: Math.min(Math.max(each, usual / 4), usual * 1.5), front, booths: site.inspectionLanes }
}

function middle(measured: readonly number[], usual: { readonly value: number; readonly counts: number }): number {
  const sorted = [...measured, ...Array.from({ length: usual.counts }, () => usual.value)].toSorted((a, b) => a - b)
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2
}

/** From the booth line to the rear of the last, metres. */
export function metresOf(vehicles: number, { each, front, booths }: Spacing): number {
  if (vehicles < 0.5) return 0
  const long = front + vehicles * each
  return vehicles > heldAtBooths * booths ? long : Math.min(frontMetres + (vehicles * 1.3 * truckMetres) / booths, long)
}

/** How many stand in a queue of that length. */
export const vehiclesIn = (metres: number, { each, front }: Spacing): number => Math.max(metres - front, 0) / each
