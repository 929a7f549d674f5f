import type { PlateReading } from './read-plate.ts'

/** How much likelier the first plate must be than the second, as a logarithm. */
const clearBy = 2
/**
 * How unlikely the first plate itself may be. A reading is forced into the form of a plate, so that lettering on a door
 * becomes one too: it is told by this.
 */
const leastLikely = -6

/** Clear enough to be taken when a second picture says the same. */
export const isClear = ({ gap, candidates }: PlateReading): boolean =>
  gap > clearBy && (candidates[0]?.score ?? -Infinity) > leastLikely

/** The plate that two pictures, one after the other, both say clearly; `undefined` while there is none. */
export function agreedPlate(before: PlateReading | undefined, now: PlateReading | undefined): string | undefined {
  if (before === undefined || now === undefined || !isClear(before) || !isClear(now)) return undefined
  const plate = now.candidates[0]?.plate
  return plate !== undefined && before.candidates[0]?.plate === plate ? plate : undefined
}

/** Whether there is a plate in the picture at all, so that it is worth showing what it might be. */
export const seesPlate = ({ candidates }: PlateReading): boolean =>
  (candidates[0]?.score ?? -Infinity) > 3 * leastLikely
