import { agreedPlate, isClear, seesPlate } from './agreement.ts'
import type { PlateReading } from './read-plate.ts'

/** What was seen so far, picture after picture. */
export type PlateWatch = {
  readonly before?: PlateReading
  /** Pictures with a plate, one after the other or nearly so. */
  readonly seen: number
  readonly missed: number
  /** The clearest of them. */
  readonly best?: PlateReading
  /** Two pictures agree: this is the plate. */
  readonly agreed?: string
  /** They do not, and it has lasted: shown with its likeliest plates, for the inspector to choose. */
  readonly unsure?: PlateReading
}

export const nothingSeen: PlateWatch = { seen: 0, missed: 0 }

/** So many pictures without agreement are enough to ask. */
const patience = 4
/** So many without any plate, and the truck has moved on. */
const forgetful = 6

const clearer = (a: PlateReading | undefined, b: PlateReading): PlateReading =>
  a === undefined || b.gap > a.gap ? b : a

export function watchSees(watch: PlateWatch, reading: PlateReading | undefined): PlateWatch {
  if (reading === undefined || !seesPlate(reading)) {
    const { before: _, ...rest } = watch
    return watch.missed + 1 >= forgetful ? nothingSeen : { ...rest, missed: watch.missed + 1 }
  }
  const agreed = agreedPlate(watch.before, reading)
  if (agreed !== undefined) return { before: reading, seen: 0, missed: 0, agreed }
  const seen = watch.seen + 1
  const best = clearer(watch.best, reading)
  const { unsure } = watch
  // What is on the screen stays: a row that changes under a finger is pressed wrong.
  const shown = unsure ?? (seen >= patience ? best : undefined)
  return { before: reading, seen, missed: 0, best, ...(shown && { unsure: shown }) }
}

/** A single picture that was taken on purpose; there is no second one to agree with, so a person looks. */
export const photoSees = (reading: PlateReading | undefined): PlateWatch =>
  reading === undefined || !seesPlate(reading) ? nothingSeen : { seen: 1, missed: 0, best: reading, unsure: reading }

/** The word beside a reading: even a clear one is only as good as the eye that looks after it. */
export const confidenceOf = (reading: PlateReading): 'sure' | 'check' => (isClear(reading) ? 'sure' : 'check')
