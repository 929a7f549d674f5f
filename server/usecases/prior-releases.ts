import { floorMinute, hour, plus } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { ReleaseQuery } from '../store/inspections.ts'
import type { Marked } from './tag-key.ts'

/**
 * Rows after which a truck is inspected (V4 spares it the next checkpoint of the city, jiaozuo-20#6). V4 itself is not among
 * them: one inspection spares a day, not one day after the other.
 */
export const releasingRows = ['V5', 'V6', 'V8', 'V10', 'V12', 'V13', 'V14']

/** The releases that spare a truck at `checkpoint` now. */
export function sparing(
  { law, now: clock }: Pick<Deps, 'law' | 'now'>,
  checkpoint: string,
): Omit<ReleaseQuery, 'limit'> {
  const now = clock()
  const { priorReleaseWindow } = law.editionAt(now, checkpoint).numbersAt(now)
  return { since: plus(floorMinute(now), -priorReleaseWindow * hour), notAt: checkpoint, rows: releasingRows }
}

/** Who sat there, as the inspector matched them. */
export function marksOf(crew: string): Marked[] {
  const marks: Marked[] = JSON.parse(crew)
  return marks
}
