import { samePlate } from '../../../shared/identity/plate.ts'
import { isClear } from './agreement.ts'
import type { PlateReading } from './read-plate.ts'

export type Held = 'equal' | 'differs' | 'unsure'

/**
 * A finished reading beside the plate that a code names. The reading knew nothing of that plate. Only the likeliest plate
 * counts: that the named one is second or third is what a cloned plate looks like, too.
 */
export function holdAgainst(reading: PlateReading, named: string): Held {
  const [first] = reading.candidates
  if (first === undefined || !isClear(reading)) return 'unsure'
  return samePlate(first.plate, named) ? 'equal' : 'differs'
}
