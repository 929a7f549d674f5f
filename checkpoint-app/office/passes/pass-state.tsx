import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import type { listPassApplications, listPasses } from '../../../schema/api/passes.ts'
import { minutesBetween, parseInstant } from '../../../shared/instant.ts'
import { StateMark, type Tone } from '../../ui/state-mark.tsx'
import { useNow } from '../../ui/use-now.ts'
import { usePassWords } from './words.ts'

export type PassLine = AnswerOf<typeof listPasses>['items'][number]
export type ApplicationLine = AnswerOf<typeof listPassApplications>['items'][number]

const tones = {
  valid: 'go',
  suspended: 'care',
  revoked: 'void',
  expired: 'void',
  waiting: 'act',
  declined: 'void',
  issued: 'go',
} as const satisfies Record<PassLine['state'] | ApplicationLine['state'], Tone>

export function PassState({ state }: { state: keyof typeof tones }) {
  const words = usePassWords()
  return <StateMark size="small" tone={tones[state]} word={words.states[state]} />
}

/** How long is left of the half hour, or by how much it is over, ticking. */
export function Waiting({ answerBy }: { answerBy: string }) {
  const words = usePassWords()
  const now = useNow()
  const by = parseInstant(answerBy)
  const left = by === undefined ? 0 : minutesBetween(now, by)
  const tone = left <= 0 ? 'stop' : left <= 10 ? 'care' : 'act'
  return (
    <span role="timer" className="pass-wait">
      <StateMark size="small" tone={tone} word={left > 0 ? words.left(left) : words.over(-left)} />
    </span>
  )
}
