import { hour, instant, plus } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import { numbersAt } from '../../shared/policy/numbers.ts'
import type { ReleaseQuery } from '../store/inspections.ts'

/**
 * Rows after which a truck is inspected (V4 spares it the next checkpoint of the city, jiaozuo-20#6). V4 itself is not among
 * them: one inspection spares a day, not one day after the other.
 */
export const releasingRows = ['V5', 'V6', 'V8', 'V10', 'V12', 'V13', 'V14']

/** The releases that spare a truck at `checkpoint` now. */
export const sparing = (now: Instant, checkpoint: string): Omit<ReleaseQuery, 'limit'> => ({
  since: plus(instant(Math.floor(now / 60_000) * 60_000), -numbersAt(now).priorReleaseWindow * hour),
  notAt: checkpoint,
  rows: releasingRows,
})

export function tagsOf(crewTags: string): string[] {
  const tags: string[] = JSON.parse(crewTags)
  return tags
}
