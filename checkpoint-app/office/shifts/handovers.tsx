import { showPlate } from '../../../shared/identity/plate.ts'
import { Empty } from '../../ui/empty.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { shortIso } from '../times.ts'
import { handedLines, type Duty, type Handed } from './duty.ts'
import { useDutyWords } from './words.ts'

/** 交接班: what each shift left, and who read it. */
export function Handovers({ duty: { handovers } }: { duty: Duty }) {
  const words = useDutyWords()
  if (handovers.length === 0) return <Empty title={words.handoversNone} />
  return (
    <ul className="handovers" aria-label={words.handed}>
      {handovers.map((handed) => (
        <HandedOver key={handed.shift} handed={handed} />
      ))}
    </ul>
  )
}

function HandedOver({ handed }: { handed: Handed }) {
  const words = useDutyWords()
  const { inspector, lane, at, seenBy, checked, fast } = handed
  return (
    <li className="stack-tight">
      <p>
        <strong>{inspector}</strong> {lane !== null && words.laneNumber(lane)}{' '}
        <span className="quiet">
          {words.handedOver} {shortIso(at)} · {words.checked} {checked} · {words.fast} {fast}
        </span>
      </p>
      <ul>
        {handedLines(handed, words, showPlate).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <StateMark
        size="small"
        tone={seenBy === null ? 'care' : 'go'}
        word={seenBy === null ? words.notSeen : `${words.seenBy} ${seenBy}`}
      />
    </li>
  )
}
