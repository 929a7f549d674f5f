import { settleMootAppeals } from '../usecases/appeals-moot.ts'
import type { Timer } from './index.ts'

/** Closes appeals whose reason has ended by itself, so that nobody works on them and no driver waits for an answer. */
export const mootAppeals: Timer = { name: 'moot-appeals', everySeconds: 60, run: settleMootAppeals }
