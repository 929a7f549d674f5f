import type * as z from 'zod/mini'
import type { trackingView } from '../../../schema/api/tracking.ts'
import { minutesBetween, parseInstant } from '../../../shared/instant.ts'
import { StateMark, type Tone } from '../../ui/state-mark.tsx'
import { useNow } from '../../ui/use-now.ts'
import { useTrackingWords } from './words.ts'

export type Tracking = z.infer<typeof trackingView>

const tones: Readonly<Record<Tracking['state'] | 'overdue', Tone>> = {
  waiting: 'act',
  overdue: 'care',
  negative: 'go',
  positive: 'stop',
  handled: 'go',
  withdrawn: 'void',
}

/** Where it stands; of one that waits, how long is left or by how much it is over, ticking. */
export function TrackingState({ tracking }: { tracking: Tracking }) {
  const words = useTrackingWords()
  const now = useNow()
  const dueAt = parseInstant(tracking.dueAt)
  const left = dueAt === undefined ? 0 : minutesBetween(now, dueAt)
  const waits = tracking.state === 'waiting'
  const state = waits && left <= 0 ? 'overdue' : tracking.state
  const [hours, minutes] = [Math.floor(Math.abs(left) / 60), Math.abs(left) % 60]
  return (
    <span className="tracking-state">
      <StateMark size="small" tone={tones[state]} word={words.states[state]} />
      {waits && (
        <span className="quiet" role="timer">
          {left > 0 ? words.left(hours, minutes) : words.over(hours, minutes)}
        </span>
      )}
      {tracking.outcome && <span className="quiet">{words.outcomes[tracking.outcome]}</span>}
    </span>
  )
}

/** Surname and last four; whoever was not matched is said so. */
export function Person({ tracking: { person } }: { tracking: Tracking }) {
  const words = useTrackingWords()
  return (
    <span className="tracking-person">
      {(person.surname || person.idTail) && (
        <span className="one-word">
          {person.surname}*（{person.idTail}）
        </span>
      )}
      {!person.matched && <StateMark size="small" tone="care" word={words.unmatched} />}
    </span>
  )
}
