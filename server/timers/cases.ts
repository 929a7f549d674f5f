import { askCallBacks } from '../usecases/cases-due.ts'
import type { Timer } from './index.ts'

/** A reporter who did not answer by himself is to be called back (R107). */
export const cases: Timer = { name: 'cases', everySeconds: 60, run: askCallBacks }
