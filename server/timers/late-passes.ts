import { tellLatePasses } from '../usecases/passes-late.ts'
import type { Timer } from './index.ts'

/** Tells the command of applications for a pass that wait longer than half an hour. */
export const latePasses: Timer = { name: 'late-passes', everySeconds: 60, run: tellLatePasses }
