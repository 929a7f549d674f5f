import { sql as raw } from 'kysely'
import type { RawBuilder } from 'kysely'

/** The codes (GB/T 2260) that lie in an area: of a county itself alone, of a city and a province all below. Both ends belong to it. */
export function codesIn(area: string): readonly [string, string] {
  if (area.endsWith('0000')) return [area, `${area.slice(0, 2)}9999`]
  return area.endsWith('00') ? [area, `${area.slice(0, 4)}99`] : [area, area]
}

/** The same rule as `liesIn` of the use cases, where the database chooses. */
export function inArea(column: string, area: string): RawBuilder<boolean> {
  const [first, last] = codesIn(area)
  if (first === last) return raw<boolean>`${raw.ref(column)} = ${area}`
  // A city or more is nearly all there is: no index is to be chosen for it (+), but for the order that is asked for.
  return raw<boolean>`(+${raw.ref(column)} >= ${first} and +${raw.ref(column)} <= ${last})`
}
