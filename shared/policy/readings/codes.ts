import type { CrewMember } from '../../facts.ts'
import { hour, type Instant } from '../../instant.ts'
import type { Numbers } from '../numbers.ts'

export type CodesReading = {
  readonly healthGreen: boolean
  readonly travelGreen: boolean
  /** The white list made a yellow count as green. */
  readonly whitelisted: boolean
}

/** W1: in force now (both ends included), long enough, and driving in a closed loop. */
export function onDriverWhitelist({ driverWhitelist: entry }: CrewMember, now: Instant, numbers: Numbers): boolean {
  if (!entry || entry.closedLoop !== true) return false
  return entry.from <= now && now <= entry.to && entry.to - entry.from >= numbers.driverWhitelistMin * hour
}

/** The asterisk is green. A yellow of a white-listed driver counts as green unless its ground is known not to be travel. */
export function readCodes(person: CrewMember, now: Instant, numbers: Numbers): CodesReading {
  const { healthCode, travelCard } = person
  const listed = onDriverWhitelist(person, now, numbers)
  const healthWaived = listed && healthCode === 'yellow' && person.healthCodeGround !== 'other'
  const travelWaived = listed && travelCard === 'yellow'
  return {
    healthGreen: healthCode === 'green' || healthWaived,
    travelGreen: travelCard === 'green' || travelCard === 'green-starred' || travelWaived,
    whitelisted: healthWaived || travelWaived,
  }
}
