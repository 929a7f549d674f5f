import type { Cited, Need } from './verdict.ts'

/** Facts of the trip stand before everybody on board; people come in the order of the crew. */
const placeOf = (need: Need): number => (need.startsWith('crew.') ? Number(need.split('.')[1]) : -1)

/** What is missing for the row to be chosen now, once each: first the trip, then person by person. */
export function orderedNeeds(findings: readonly Cited[]): readonly Need[] {
  const asked = [...new Set(findings.flatMap(({ needs }) => needs ?? []))]
  return asked.toSorted((a, b) => placeOf(a) - placeOf(b))
}
