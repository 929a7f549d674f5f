import type { Tone } from '../ui/state-mark.tsx'
import { isDecided, type AppealState } from '../../shared/appeals/kinds.ts'
import { minutesBetween, parseInstant, shortTime } from '../../shared/instant.ts'
import { Countdown } from '../ui/countdown.tsx'
import { StateMark } from '../ui/state-mark.tsx'
import { useNow } from '../ui/use-now.ts'
import type { AppealView } from './use-appeals.ts'
import { useAppealWords } from './use-appeal-words.ts'

const tones: Readonly<Record<AppealState, Tone>> = {
  waiting: 'act',
  accepted: 'act',
  cleared: 'go',
  corrected: 'go',
  upheld: 'care',
  referred: 'act',
}

/** Where an appeal stands: who has it, how long it still takes, or what came of it and why. */
export function AppealStanding({ appeal }: { appeal: AppealView }) {
  const words = useAppealWords()
  const now = useNow()
  const target = parseInstant(appeal.targetAt)!
  const decided = appeal.decidedAt === null ? undefined : parseInstant(appeal.decidedAt)
  return (
    <div className="stack-tight" role="status">
      <StateMark tone={tones[appeal.state]} word={words.states[appeal.state]} />
      {!isDecided(appeal.state) &&
        (minutesBetween(now, target) > 0 ? (
          <p>
            <Countdown until={target} />
          </p>
        ) : (
          <p>{words.overdue}</p>
        ))}
      {appeal.automatic && appeal.state === 'cleared' && <p>{words.automatic}</p>}
      {appeal.why && <p>{words.why[appeal.why]}</p>}
      {appeal.reply && <p>{appeal.reply}</p>}
      {appeal.referral && (
        <>
          <p>{words.referral(appeal.referral.regionName, appeal.referral.caseNumber)}</p>
          <p>{words.referralDo}</p>
        </>
      )}
      {decided !== undefined && <p className="quiet small">{words.decidedAt(shortTime(decided))}</p>}
    </div>
  )
}
