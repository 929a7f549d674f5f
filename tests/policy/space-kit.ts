import type { CrewMember, Facts } from '../../shared/facts.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Edition } from '../../shared/policy/edition.ts'
import type { Settings } from '../../shared/policy/overlay-settings.ts'
import type { Verdict } from '../../shared/policy/verdict.ts'
import { proposed, superior } from './overlay-kit.ts'
import { now } from './truck.ts'

/** Seeded, so that a failure can be run again. */
export function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) % sides
  }
}

export const pairWith = (settings: Settings, at: Instant = now): { above: Edition; below: Edition; now: Instant } => ({
  above: superior,
  below: proposed(settings),
  now: at,
})

/** Overlays that pull at everything at once, and one that pulls at nothing. */
export const tryouts: readonly (readonly [string, Settings])[] = [
  ['the law itself', {}],
  [
    'shorter',
    { testValidityHours: 24, priorReleaseHours: 12, normalMax: 37, pendingSampleHours: 6, driverWhitelistDays: 14 },
  ],
  [
    'longer',
    { testValidityHours: 72, priorReleaseHours: 48, normalMax: 37.5, pendingSampleHours: 36, driverWhitelistDays: 3 },
  ],
  ['from the sample', { testClockBasis: 'sample', testValidityHours: 60, asteriskCounts: true, requirePass: true }],
  ['as from outside', { inProvinceAsOutside: true, requireRegistration: true, checkPapersDespiteGreenCode: true }],
  ['tested on arrival', { testOnArrival: true, askTemperatureInProvince: true, requireRegistration: true }],
]

/** All of a verdict that a comparison looks at. Leads and lanes follow the pass and weigh nothing. */
export const weightOf = ({ row, persons, needs, tasks, opens }: Verdict) => ({
  row,
  persons,
  needs,
  tasks: tasks.filter((task) => task !== 'green-lane' && task !== 'suspected-fraud'),
  opens,
})

export const alone = (facts: Facts, person: CrewMember): Facts => ({ ...facts, crew: [person] })
