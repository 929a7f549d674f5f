import { proveOverlaysAgain } from '../usecases/overlay-again.ts'
import type { Timer } from './index.ts'

/** After the law above them has changed, settings of counties and checkpoints rest no longer than until the next run. */
export const overlays: Timer = { name: 'overlays', everySeconds: 30, run: proveOverlaysAgain }
