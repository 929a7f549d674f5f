import type { Estimate } from './estimate.ts'
import { loadOfQueue, loadOfWait, type Load, type Measured } from './incident-events.ts'
import type { Condition } from './level.ts'
import { congestionNumbersAt } from './numbers.ts'

/** An estimate and its condition as the ladder takes them. */
export function readingOf(
  estimate: Estimate,
  condition: Condition,
  id: string,
  numbers = congestionNumbersAt(estimate.at),
): Measured {
  const { at, wait, low, metres, lostSince } = estimate
  return {
    kind: 'measured',
    id,
    at,
    knownAt: at,
    wait: unlessNone(loadOfWait(wait, numbers), low),
    queue: loadOfQueue(metres, numbers),
    waitMinutes: wait,
    metres,
    level: condition.level,
    overKilometre: condition.overKilometre,
    lostSince,
  }
}

/** A wait that may as well be none begins nothing, and ends nothing. */
const unlessNone = (load: Load, low: number): Load => (load === 'busy' && low <= 0 ? 'between' : load)
