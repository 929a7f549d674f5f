import { hour, minute } from '../instant.ts'

/** WGS 84 degrees. */
export type Place = { readonly lat: number; readonly lon: number }

/**
 * When two sightings of one credential cannot be one truck. No article gives these numbers; they err towards no lead, because the
 * way by road is longer than the straight line and trucks are slower than this.
 */
export const twoPlacesNumbers = {
  from: '2022-05-16',
  kmPerHour: 110,
  /** Between the scan and driving off, and what clocks drift between two contacts. */
  slack: 10 * minute,
  /** Where in the queue the truck stood, and how well the coordinates are known. */
  slackKm: 2,
  /** A phone whose clock was never held against the server's may be off by this much. */
  unknownClock: 30 * minute,
} as const

const earthRadiusKm = 6371.0088
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Along the great circle. */
export function kilometresBetween(a: Place, b: Place): number {
  const across = Math.sin(radians(b.lat - a.lat) / 2) ** 2
  const along = Math.sin(radians(b.lon - a.lon) / 2) ** 2
  const half = across + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * along
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(half)))
}

/** The drive takes so many milliseconds at least; less than this between two sightings is not one truck. 0 = it may always be. */
export function shortestDrive(km: number, clocksUnknown: 0 | 1 | 2 = 0): number {
  const { kmPerHour, slack, slackKm, unknownClock } = twoPlacesNumbers
  const driving = (Math.max(0, km - slackKm) / kmPerHour) * hour
  return Math.max(0, Math.floor(driving - slack - clocksUnknown * unknownClock))
}

export type Elsewhere = { readonly checkpoint: string; readonly km: number; readonly within: number }

/** From here: each checkpoint too far to be reached at once, and within how many milliseconds of here nobody can be there. */
export function tooFarFrom(here: string, places: ReadonlyMap<string, Place>): readonly Elsewhere[] {
  const place = places.get(here)
  if (place === undefined) return []
  return [...places].flatMap(([checkpoint, other]) => {
    if (checkpoint === here) return []
    const km = kilometresBetween(place, other)
    const within = shortestDrive(km)
    return within === 0 ? [] : [{ checkpoint, km: Math.round(km * 10) / 10, within }]
  })
}
