import type { Row } from './board-state.ts'
import { isIn, parts, type Part } from './filter.ts'
import { StandingShape } from './standing-mark.tsx'
import { partWord } from './step-words.ts'
import { useDispatchWords } from './words.ts'

const shapeOf = (part: Part) => (part === 'none' ? 'unknown' : part)

/** How many stand at each step; pressing one shows those alone. */
export function Counts({
  rows,
  part,
  choose,
}: {
  rows: readonly Row[]
  part: Part | undefined
  choose: (part: Part | undefined) => void
}) {
  const words = useDispatchWords()
  return (
    <div className="counts-line" role="toolbar" aria-label={words.counts}>
      {parts.map((one) => {
        const n = rows.filter((row) => isIn(row, one)).length
        return (
          <button
            key={one}
            type="button"
            className={`count of-${shapeOf(one)} ${n === 0 ? 'is-none' : ''}`}
            aria-pressed={part === one}
            onClick={() => choose(part === one ? undefined : one)}
          >
            <StandingShape of={shapeOf(one)} size={20} />
            <span>{one === 'none' ? words.noData : partWord(one, rows[0]?.limits, words)}</span>
            <strong>{n}</strong>
          </button>
        )
      })}
    </div>
  )
}
