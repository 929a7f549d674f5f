import { StateMark } from '../../ui/state-mark.tsx'
import { Ledger, type Column } from '../ledger/ledger.tsx'
import { minutesOf, remarksOf, type Duty, type Gap } from './duty.ts'
import { clockOf } from './strip.ts'
import { useDutyWords, type DutyWords } from './words.ts'

export const gapWords = (gap: Gap, words: DutyWords): string => {
  const wholeDay = gap.from.slice(0, 10) !== gap.to.slice(0, 10)
  const to = gap.running ? words.until : wholeDay ? '24:00' : clockOf(gap.to)
  return gap.lane === null ? words.gapNobody(clockOf(gap.from), to) : words.gapLane(gap.lane, clockOf(gap.from), to)
}

function useColumns(): readonly Column<Gap>[] {
  const words = useDutyWords()
  return [
    {
      title: words.gaps,
      cell: (gap) => <StateMark size="small" tone={gap.running ? 'stop' : 'care'} word={gapWords(gap, words)} />,
    },
    { title: words.length, cell: (gap) => words.minutes(minutesOf(gap)), number: true },
    { title: words.explained, cell: (gap) => remarksOf(gap, words).join('；'), wide: 'mid' },
  ]
}

/** 空岗台账: when nobody was signed on, and what may explain it. */
export function GapsTable({ duty: { gaps, gapMinutes } }: { duty: Duty }) {
  const words = useDutyWords()
  const columns = useColumns()
  return (
    <section className="stack-tight" aria-label={words.gaps}>
      <h2>{words.gaps}</h2>
      <p className="quiet">{words.gapFrom(gapMinutes)}</p>
      {gaps.length === 0 ? (
        <p>
          <StateMark tone="go" word={words.gapsNone} />
        </p>
      ) : (
        <Ledger
          caption={words.gaps}
          columns={columns}
          rows={gaps}
          rowKey={({ lane, from }) => `${lane ?? 0}-${from}`}
        />
      )}
    </section>
  )
}
