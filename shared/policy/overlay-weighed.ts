import { fingerprint, contentOf, type Edition } from './edition.ts'
import type { UpstreamName } from './overlay-upstream.ts'
import type { ParameterName } from './parameters.ts'

/** Numbers that the verdicts themselves read, so that the space sees them. */
export const weighed: ReadonlySet<ParameterName> = new Set([
  'testValidity',
  'testClockBasis',
  'normalTemperatureMax',
  'abnormalTemperatureMin',
  'priorReleaseWindow',
  'pendingSampleWindow',
  'driverWhitelistMin',
])

const upstream: { readonly [U in UpstreamName]: U } = {
  riskLookBack: 'riskLookBack',
  riskStayMin: 'riskStayMin',
  freightCodeLife: 'freightCodeLife',
}

/**
 * Fingerprint of all that the proof about an overlay rests on: the superior's rules, and those of its numbers that make or weigh
 * facts. While it stays, the proof stays; where it changes, the overlay rests until it is proved again.
 */
export function provedUnder(superior: Edition): string {
  const { rules } = contentOf(superior.parameters)
  const names = [...weighed, ...Object.values(upstream)]
  return fingerprint({ rules, numbers: names.map((name) => [name, superior.parameters[name].values]) })
}
