import type { Checkpoint } from '../use-checkpoints.ts'

type Place = Checkpoint['place']

export const placeText = (place: Place): string => (place === null ? '' : `${place.lat}, ${place.lon}`)

/** 「35.238, 113.09」 as maps give it, latitude first; empty = not known; `undefined` = not understood. */
export function readPlace(typed: string): Place | undefined {
  const text = typed.normalize('NFKC').trim()
  if (text === '') return null
  const [, lat, lon] = /^(-?\d{1,2}(?:\.\d{1,8})?)°?[\s,、;]+(-?\d{1,3}(?:\.\d{1,8})?)°?$/.exec(text) ?? []
  if (lat === undefined || lon === undefined) return undefined
  const place = { lat: Number(lat), lon: Number(lon) }
  return Math.abs(place.lat) <= 90 && Math.abs(place.lon) <= 180 ? place : undefined
}
