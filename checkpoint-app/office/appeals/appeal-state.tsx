import type * as z from 'zod/mini'
import type { appealRow } from '../../../schema/api/appeals.ts'
import { isDecided } from '../../../shared/appeals/kinds.ts'
import { minutesBetween, parseInstant } from '../../../shared/instant.ts'
import { useAppealWords } from '../../driver/use-appeal-words.ts'
import { StateMark, type Tone } from '../../ui/state-mark.tsx'
import { useNow } from '../../ui/use-now.ts'
import { useAppealOfficeWords } from './words.ts'

export type Appeal = z.infer<typeof appealRow>

const tones: Readonly<Record<Appeal['state'], Tone>> = {
  waiting: 'act',
  accepted: 'act',
  cleared: 'go',
  corrected: 'go',
  upheld: 'void',
  referred: 'void',
}

/** Where it stands; of one that waits, how long is left to the fifteen minutes, ticking. */
export function AppealStateMark({ appeal }: { appeal: Appeal }) {
  const words = useAppealOfficeWords()
  const { states } = useAppealWords()
  const now = useNow(10_000)
  if (isDecided(appeal.state)) return <StateMark size="small" tone={tones[appeal.state]} word={states[appeal.state]} />
  const left = minutesBetween(now, parseInstant(appeal.targetAt)!)
  const overdue = now >= parseInstant(appeal.alertAt)!
  const word = left > 0 ? words.left(left) : overdue ? words.alert(-left) : words.over(-left)
  return (
    <span className="appeal-state" role="timer">
      <StateMark size="small" tone={overdue ? 'stop' : left > 0 ? 'act' : 'care'} word={word} />
      <span className="quiet">{states[appeal.state]}</span>
    </span>
  )
}

/** 赋码 · 黄码, 查验结论, 外地健康码. */
export function About({ appeal: { kind, reason } }: { appeal: Appeal }) {
  const words = useAppealOfficeWords()
  const colour = reason === null ? undefined : reason.startsWith('R') ? 'red' : 'yellow'
  return (
    <span className="appeal-about">
      {words.kinds[kind]}
      {colour && <StateMark size="small" tone={colour === 'red' ? 'stop' : 'care'} word={words.colours[colour]} />}
    </span>
  )
}
