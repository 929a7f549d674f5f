import { minute } from '../../shared/instant.ts'

/** A neighbour that failed this often in a row … */
const failuresToOpen = 5
/** … is not asked for this long; then one call tries again. */
const restFor = minute / 2

/** Spares a truck the waiting for a neighbour that is down. `now` in milliseconds. */
export function createCircuit(now: () => number) {
  let failures = 0
  let openUntil = 0
  return {
    isOpen: (): boolean => now() < openUntil,
    succeeded(): void {
      failures = 0
    },
    failed(): void {
      failures += 1
      if (failures >= failuresToOpen) openUntil = now() + restFor
    },
  }
}
