import type { Instant } from '../instant.ts'
import { sceneOf } from './scene.ts'
import type { Queue } from './wait.ts'

export type Pace = {
  readonly open: number
  /** What one lane takes a minute. */ readonly perLane: number
  readonly flow: number
}

/** What the lanes do now, by the trucks of the last hour and a half. */
export function paceOf({ memory, site }: Queue, now: Instant): Pace {
  const { lanes, service, flow } = sceneOf(memory, site, now)
  return { open: lanes.filter(({ open }) => open).length, perLane: 1 / service.cycle, flow }
}

/** Until whoever joins now is through, with so many lanes, minutes. */
export const waitWith = (vehicles: number, lanes: number, { perLane }: Pace): number =>
  vehicles < 0.5 ? 0 : vehicles / (Math.max(lanes, 0.5) * perLane)
