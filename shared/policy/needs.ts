import type { Cited, Need } from './verdict.ts'

const isTemperature = (need: Need) => need.endsWith('.temperatures')

/** Every fact missing now, in the order an inspector asks: registration, temperatures, freight code, then person by person. */
export function orderedNeeds(findings: readonly Cited[]): readonly Need[] {
  const asked = [...new Set(findings.flatMap(({ needs }) => needs ?? []))]
  const ofVehicle = (wanted: Need) => asked.filter((need) => need === wanted)
  return [
    ...ofVehicle('trip.registered'),
    ...asked.filter(isTemperature),
    ...ofVehicle('freightCode'),
    ...asked.filter((need) => need.startsWith('crew.') && !isTemperature(need)),
  ]
}
