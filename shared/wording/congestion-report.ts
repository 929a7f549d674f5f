import type { StepId } from '../congestion/incident-events.ts'
import type { Instant } from '../instant.ts'
import type { Bilingual } from '../policy/documents.ts'
import { stepName, type StepLimits } from './congestion-steps.ts'
import { clockTime, lengthOf } from './congestion.ts'

type Line = {
  readonly checkpoint: string
  readonly startedAt: Instant
  readonly endedAt: Instant | null
  readonly minutes: number
  readonly step: StepId | null
  readonly watched: boolean
  /** As they stood at its end. */
  readonly limits: StepLimits
  readonly peakMinutes: number | null
  readonly peakMetres: number | null
}

export const reportTitle = (day: string, count: number): Bilingual => ({
  zh: `【拥堵日报】${day} 检查点拥堵${count}起`,
  en: `[Congestion report] ${day}: ${count} incidents`,
})

/** One incident of the day: where, from when to when, how far, how long at most. */
export function reportLine(line: Line): Bilingual {
  const { checkpoint, startedAt, endedAt, minutes, step, watched, limits, peakMinutes, peakMetres } = line
  const names = [...(step === null ? [] : [stepName(step, limits)]), ...(watched ? [stepName('LM', limits)] : [])]
  const length = peakMetres === null ? undefined : lengthOf(peakMetres)
  const waited = peakMinutes === null ? undefined : Math.floor(peakMinutes)
  return {
    zh: `${checkpoint} ${clockTime(startedAt)}—${endedAt === null ? '未解除' : clockTime(endedAt)}，历时${minutes}分钟${waited === undefined ? '' : `，最长等候${waited}分钟`}${length === undefined ? '' : `，最长排队${length.zh}`}${names.length === 0 ? '' : `，「${names.map(({ zh }) => zh).join('」「')}」`}`,
    en: `${checkpoint} ${clockTime(startedAt)}–${endedAt === null ? 'goes on' : clockTime(endedAt)}, ${minutes} min${waited === undefined ? '' : `, longest wait ${waited} min`}${length === undefined ? '' : `, longest queue ${length.en}`}${names.length === 0 ? '' : `, ${names.map(({ en }) => en).join(', ')}`}`,
  }
}
