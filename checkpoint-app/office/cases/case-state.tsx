import type * as z from 'zod/mini'
import type { caseLine } from '../../../schema/api/cases.ts'
import type { CaseState } from '../../../shared/cases/kinds.ts'
import { minutesBetween, parseInstant } from '../../../shared/instant.ts'
import { caseStateWords, categoryWords } from '../../../shared/wording/cases.ts'
import { StateMark, type Tone } from '../../ui/state-mark.tsx'
import { useNow } from '../../ui/use-now.ts'
import { useChosenLanguage } from '../words.ts'
import { useCaseWords } from './words.ts'

export type CaseLine = z.infer<typeof caseLine>

const tones: Readonly<Record<CaseState, Tone>> = {
  new: 'care',
  accepted: 'act',
  dispatched: 'act',
  handling: 'act',
  replied: 'go',
  'call-back': 'care',
  closed: 'void',
}

/** Words of shared/wording in the language of the page. */
export function useCaseNames() {
  const language = useChosenLanguage() === 'en' ? 'en' : 'zh'
  return {
    category: (category: CaseLine['category']) => categoryWords[category][language],
    state: (state: CaseState) => caseStateWords[state][language],
  }
}

/** State, and the marks beside it: level, 督办, 曾超时. */
export function CaseMark({ line: { state, level, supervised, overdue } }: { line: CaseLine }) {
  const words = useCaseWords()
  const names = useCaseNames()
  return (
    <span className="case-marks">
      <StateMark size="small" tone={tones[state]} word={names.state(state)} />
      {level !== 'county' && <span className="case-chip">{words.upTo[level]}</span>}
      {supervised && <span className="case-chip">{words.supervised}</span>}
      {overdue && <span className="case-chip is-late">{words.wasLate}</span>}
    </span>
  )
}

const clocks = ['accept', 'dispatch', 'reply', 'level', 'callBack'] as const
type Clock = (typeof clocks)[number]

function Remaining({ of, by }: { of: Clock; by: string }) {
  const words = useCaseWords()
  const left = minutesBetween(useNow(), parseInstant(by)!)
  return (
    <span className={`case-clock ${left <= 0 ? 'is-late' : left <= 5 ? 'is-soon' : ''}`.trim()}>
      <span className="case-clock-name">{words.clocks[of]}</span>
      <span className="time">{left > 0 ? words.left(left) : words.late(-left)}</span>
    </span>
  )
}

/** Time left to each deadline that runs, or `first` to the one that comes first. */
export function Clocks({ line: { deadlines, level }, first = false }: { line: CaseLine; first?: boolean }) {
  const words = useCaseWords()
  // With the reply the next level is due as well, and above the province there is none.
  const isOwn = (of: Clock) => of !== 'level' || (deadlines.level !== deadlines.reply && level !== 'province')
  const running = clocks
    .filter(isOwn)
    .flatMap((of) => (deadlines[of] === null ? [] : [{ of, by: deadlines[of] }]))
    .toSorted((a, b) => (a.by < b.by ? -1 : 1))
  if (running.length === 0) return <span className="quiet">{first ? '—' : words.noClock}</span>
  return (
    <span className="case-clocks" role="timer">
      {(first ? running.slice(0, 1) : running).map(({ of, by }) => (
        <Remaining key={of} of={of} by={by} />
      ))}
    </span>
  )
}
