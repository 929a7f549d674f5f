import { placeOf, placeText, type Place } from '../../shared/appeals/places.ts'
import { keep, kept, type Shelf } from '../ui/kept.ts'

const name = 'appeal-place'

/** Until this tab is closed; a driver comes by many places. */
function shelf(): Shelf | undefined {
  try {
    return globalThis.sessionStorage
  } catch {
    return undefined
  }
}

/** The place of a poster 申诉海报, taken out of the address: `?appeal=service-area/沁阳服务区`. */
export function takePlace(): void {
  const place = placeOf(new URLSearchParams(location.search).get('appeal') ?? '')
  if (!place) return
  keep(name, placeText(place), shelf())
  history.replaceState(null, '', `${location.pathname}#/appeal`)
}

export function keptPlace(): Place | undefined {
  const text = kept(name, shelf())
  return typeof text === 'string' ? placeOf(text) : undefined
}
