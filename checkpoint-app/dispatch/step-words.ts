import { overWords, stepName, type StepLimits } from '../../shared/wording/congestion-steps.ts'
import type { StepId } from '../../shared/congestion/incident-events.ts'
import type { Standing } from '../../shared/congestion/urgency.ts'
import type { Language } from '../ui/language.tsx'
import type { Row } from './board-state.ts'
import type { DispatchWords } from './words.ts'

type Timed = keyof StepLimits
const isTimed = (standing: Standing): standing is Timed => standing === 'L1' || standing === 'L2' || standing === 'L3'

/** A step by what it was over when it fired; where that is not told, by what it is over now. */
export const stepWord = (step: StepId, over: number | null, limits: StepLimits, language: Language): string =>
  (over === null ? stepName(step, limits) : overWords(over))[language]

/** How a row stands, in a word: 超20分钟, or what the numbers in force make of it. */
export function standingWord(
  standing: Standing,
  { limits, incident }: Pick<Row, 'limits' | 'incident'>,
  words: DispatchWords,
): string {
  if (!isTimed(standing)) return words.standing[standing]
  return words.over(incident?.step === standing && incident.over !== null ? incident.over : limits[standing])
}

/** Of all rows alike: what a step is over now. */
export const partWord = (standing: Standing, limits: StepLimits | undefined, words: DispatchWords): string =>
  isTimed(standing) ? words.over(limits?.[standing] ?? usual[standing]) : words.standing[standing]

/** 第十九条, for a board without a row. */
const usual: StepLimits = { L1: 20, L2: 30, L3: 60 }
