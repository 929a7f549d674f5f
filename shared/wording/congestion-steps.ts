import type { StepId } from '../congestion/incident-events.ts'
import type { CongestionNumbers } from '../congestion/numbers.ts'
import type { Bilingual } from '../policy/documents.ts'

/** Minutes that the steps are named by. */
export type StepLimits = { readonly L1: number; readonly L2: number; readonly L3: number }

export const limitsOf = (numbers: CongestionNumbers): StepLimits => ({
  L1: numbers.congestionLeader,
  L2: numbers.congestionAllStaff,
  L3: numbers.congestionPrincipals,
})

/** 超20分钟, 超1小时. */
export const overWords = (minutes: number): Bilingual =>
  minutes === 60 ? { zh: '超1小时', en: 'Over 1 h' } : { zh: `超${minutes}分钟`, en: `Over ${minutes} min` }

/** Names of the steps 档: by what they are over, never by a number of their own; an amended step is called by what it is over now. */
export function stepName(step: StepId, limits: StepLimits): Bilingual {
  if (step === 'L0') return { zh: '预判', en: 'Early warning' }
  if (step === 'LM') return { zh: '重点监测', en: 'Monitored' }
  return overWords(limits[step])
}

/** What a step is over; null: it has no time of its own. */
export const overOf = (step: StepId | null, limits: StepLimits): number | null =>
  step === null || step === 'L0' || step === 'LM' ? null : limits[step]
