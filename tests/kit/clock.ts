import { instant, minute, parseInstant } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'

/** Monday 2022-05-16 10:00 Beijing, unless told otherwise; it stands still until moved. */
export function fakeClock(start = '2022-05-16T10:00:00+08:00') {
  let at = parseInstant(start) ?? instant(0)
  return {
    now: (): Instant => at,
    forward: (minutes: number): Instant => (at = instant(at + minutes * minute)),
  }
}
