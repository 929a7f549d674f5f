/**
 * What a region code says by itself (GB/T 2260: 2 digits province, 2 prefecture, 2 county), without the table of names:
 * abolished and statistical codes are placed just as well. Names are in `region.ts`.
 */
const provinces = new Set(
  [
    11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63,
    64, 65,
  ]
    .concat([71, 81, 82])
    .map(String),
)

/** Six ASCII digits that begin with a province there is. */
export const isRegionCode = (code: string): boolean => /^\d{6}$/.test(code) && provinces.has(code.slice(0, 2))

export const isHenan = (code: string): boolean => isRegionCode(code) && code.startsWith('41')

export const isJiaozuo = (code: string): boolean => isRegionCode(code) && code.startsWith('4108')

/** Codes of the places a trip touches; a place not known is left out or null. `via` are stops, not places driven past. */
export type TripPlaces = {
  from?: string | null | undefined
  via?: readonly (string | null)[] | null | undefined
  to?: string | null | undefined
}

export type TripScope = 'in-province' | 'cross-province' | 'unknown'

/**
 * By the trip, never by the plate: cross-province as soon as origin, a stop or the destination is known to lie outside
 * Henan; in-province only when all of them are known to lie inside.
 */
export function scopeOfTrip({ from, via, to }: TripPlaces): TripScope {
  const places = [from, ...(via ?? []), to].map((code) => (code && isRegionCode(code) ? code : undefined))
  if (places.some((code) => code !== undefined && !isHenan(code))) return 'cross-province'
  return places.includes(undefined) ? 'unknown' : 'in-province'
}
