import { useState } from 'react'
import type { OwnShift, Terminal } from '../device/store.ts'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/check.tsx'
import { Choice } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { useToast } from '../ui/toast.tsx'
import { useBooth, usePhone } from './desk-context.tsx'
import { segmentOf, shiftHere } from './own-shift.ts'
import { useShiftWords } from './shift-words.ts'
import { typedSegment } from './typed-segment.ts'

type Given = { refused?: OwnShift['refused']; moving?: boolean; onDone: () => void }

/** Who, where, which lane, which number: shown as they were, so that mostly one tap is all. */
export function SignOn({ refused, moving = false, onDone }: Given) {
  const words = useShiftWords()
  const say = useToast()
  const { phone } = useBooth()
  const state = usePhone()
  const { terminal } = state
  const [lane, setLane] = useState(terminal?.lane ?? 1)
  const [segment, setSegment] = useState(segmentOf(state) ?? '')
  const [opens, setOpens] = useState(true)
  const [wrong, setWrong] = useState(false)
  if (terminal === undefined) return null
  const signOn = async () => {
    const typed = typedSegment(segment)
    setWrong(typed === undefined)
    if (typed === undefined) return
    await phone.shifts.signOn({ lane, segment: typed, open: opens })
    say(words.signedOn)
    onDone()
  }
  return (
    <section className="stack-tight" aria-label={words.signOn}>
      {refused && (
        <div role="alert" className="shift-refused">
          <strong>▲ {words.refused}</strong>
          <p>{refused.message}</p>
          <p className="quiet small">
            {words.refusedWhat} {refused.code}
          </p>
        </div>
      )}
      <Who terminal={terminal} />
      <LaneChoice lane={lane} onChange={setLane} />
      <Field
        label={words.segment}
        optional
        inputMode="numeric"
        hint={words.segmentHint}
        error={wrong ? words.segmentWrong : undefined}
        value={segment}
        maxLength={24}
        onChange={(event) => setSegment(event.currentTarget.value)}
      />
      <Check label={words.openLane} checked={opens} onChange={setOpens} />
      <Button kind="primary" wide onClick={() => void signOn()}>
        {moving ? words.moved : refused ? words.signOnAgain : words.signOn}
      </Button>
      {!moving && <p className="quiet small">{words.notOnFree}</p>}
    </section>
  )
}

function Who({ terminal: { inspector, checkpoint } }: { terminal: Terminal }) {
  const words = useShiftWords()
  return (
    <dl className="about-phone">
      <dt>{words.inspector}</dt>
      <dd>{inspector.name}</dd>
      <dt>{words.checkpoint}</dt>
      <dd>{checkpoint.name}</dd>
    </dl>
  )
}

function LaneChoice({ lane, onChange }: { lane: number; onChange: (lane: number) => void }) {
  const words = useShiftWords()
  const count = useLaneCount(lane)
  const options = Array.from({ length: count }, (_, at) => ({ value: String(at + 1), label: words.laneNumber(at + 1) }))
  return (
    <Choice
      legend={words.lane}
      options={options}
      value={String(lane)}
      columns={3}
      onChange={(value) => onChange(Number(value))}
    />
  )
}

/** How many lanes there are is heard with a network; before that a few are offered. */
export function useLaneCount(lane: number): number {
  const known = shiftHere(usePhone()).news?.lanes
  return Math.max(known ?? 3, lane)
}
