import { minutesBetween, type Instant } from '../../shared/instant.ts'
import { useNow } from './use-now.ts'
import { useUiWords } from './use-ui-words.ts'

/** Time left in whole minutes, 剩余 4小时0分; renewed each half-minute. */
export function Countdown({ until }: { until: Instant }) {
  const now = useNow()
  const words = useUiWords()
  const left = minutesBetween(now, until)
  const text = left > 0 ? words.left(Math.floor(left / 60), left % 60) : words.leftNone
  return (
    <span role="timer" className="countdown">
      {text}
    </span>
  )
}
