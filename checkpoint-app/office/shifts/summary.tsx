import { StateMark } from '../../ui/state-mark.tsx'
import type { Duty } from './duty.ts'
import { gapWords } from './gaps-table.tsx'
import { useDutyWords } from './words.ts'

/** The day in one line, the worst first: a gap that runs is the loudest thing on the page. */
export function Summary({ duty }: { duty: Duty }) {
  const words = useDutyWords()
  const { shifts, lanes, gaps, openConflicts, today } = duty
  const running = gaps.filter((gap) => gap.running)
  const on = shifts.filter(({ onDuty }) => onDuty)
  return (
    <div className="duty-summary">
      {running.map((gap) => (
        <p key={`${gap.lane ?? 0}-${gap.from}`} role="status">
          <StateMark tone="stop" size="large" word={gapWords(gap, words)} />
        </p>
      ))}
      <p className="duty-figures">
        {today && (
          <>
            <StateMark
              tone={on.length > 0 ? 'go' : 'stop'}
              word={on.length > 0 ? words.onDutyCount(on.length) : words.nobody}
            />
            <span>{words.lanesOpen(lanes.filter(({ open }) => open).length)}</span>
          </>
        )}
        <span>{words.gapCount(gaps.length)}</span>
        {openConflicts > 0 && <StateMark tone="care" word={words.conflictCount(openConflicts)} />}
      </p>
    </div>
  )
}
