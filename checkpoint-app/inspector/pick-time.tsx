import { useState } from 'react'
import { shortTime, type Instant } from '../../shared/instant.ts'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { Select } from '../ui/select.tsx'
import { momentPicked, pickHour, startOfPicking, type PickedTime } from './test-time.ts'
import { useInspectorWords } from './use-words.ts'

type Which = 'reportedAt' | 'sampledAt'
type Given = {
  now: Instant
  title: string
  /** Only the sampling time, for a result that is not out. */
  sampleOnly?: boolean
  action: string
  onPick: (at: Instant, which: Which) => void
  onBack: () => void
}

const numbers = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ value: String(n), label: String(n).padStart(2, '0') }))
const hours = numbers(24)
const minutes = numbers(60)
const daysAgo = { '0': 0, '1': 1, '2': 2 } as const

/** Day, hour and minute of a test; a time after now is refused here already. */
export function PickTime({ now, title, sampleOnly, action, onPick, onBack }: Given) {
  const words = useInspectorWords()
  const [picked, setPicked] = useState<PickedTime>(() => startOfPicking(now, sampleOnly ? 0 : 1))
  const [which, setWhich] = useState<Which>(sampleOnly ? 'sampledAt' : 'reportedAt')
  const at = momentPicked(picked, now)
  const days = (['0', '1', '2'] as const).map((value) => ({ value, label: words[`today${value}`] }))
  const whichOptions = [
    { value: 'reportedAt', label: words.reportTime },
    { value: 'sampledAt', label: words.sampleTime },
  ] as const
  return (
    <section className="ask" aria-label={title}>
      <h2>{title}</h2>
      <Choice
        legend={words.dayLabel}
        options={days}
        value={(['0', '1', '2'] as const)[picked.daysAgo]}
        onChange={(value) => setPicked({ ...picked, daysAgo: daysAgo[value] })}
        columns={3}
      />
      <div className="side-by-side">
        <Select
          label={words.hourLabel}
          options={hours}
          value={String(picked.hour)}
          onChange={(value) => setPicked(pickHour(picked, Number(value), now))}
        />
        <Select
          label={words.minuteLabel}
          options={minutes}
          value={String(picked.minute)}
          onChange={(value) => setPicked({ ...picked, minute: Number(value) })}
        />
      </div>
      {!sampleOnly && (
        <Choice legend={words.whichTime} options={whichOptions} value={which} onChange={setWhich} columns={2} />
      )}
      {at > now && <p role="alert">▲ {words.timeFuture}</p>}
      <Button kind="primary" wide disabled={at > now} onClick={() => onPick(at, which)}>
        {action} {shortTime(at)}
      </Button>
      <Button kind="ghost" onClick={onBack}>
        {words.back}
      </Button>
    </section>
  )
}
