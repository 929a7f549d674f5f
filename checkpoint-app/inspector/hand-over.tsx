import { useState } from 'react'
import { showPlate } from '../../shared/identity/plate.ts'
import type { Handover } from '../../shared/shifts/event.ts'
import {
  equipment,
  equipmentStates,
  queueSteps,
  type Equipment,
  type EquipmentState,
} from '../../shared/shifts/kinds.ts'
import type { OwnShift } from '../device/store.ts'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { useToast } from '../ui/toast.tsx'
import { useBooth, useDesk, usePhone } from './desk-context.tsx'
import { HandOverNotes } from './hand-over-notes.tsx'
import { shiftCount } from './own-shift.ts'
import { useShiftWords } from './shift-words.ts'
import { lookupPlate, type Session } from './truck-session.ts'

type Given = { shift: OwnShift; onBack: () => void; onDone: () => void }
type Things = Partial<Record<Equipment, EquipmentState>>

const mostWaiting = 40

/** Trucks that wait beside, as the next inspector will look for them. */
export const waitingOf = (parked: readonly Session[]): Handover['waiting'] =>
  parked
    .flatMap((session) => {
      const plate = lookupPlate(session)
      return plate === undefined ? [] : [{ plate, row: session.records.at(-1)?.row ?? '' }]
    })
    .slice(0, mostWaiting)

/** 交接班: a list to go through, and what the next one should know. */
export function HandOver({ shift, onBack, onDone }: Given) {
  const words = useShiftWords()
  const say = useToast()
  const { phone } = useBooth()
  const waiting = waitingOf(useDesk().parked)
  const { checked, fast } = shiftCount(usePhone())
  const [queue, setQueue] = useState('')
  const [things, setThings] = useState<Things>({})
  const [notes, setNotes] = useState<Handover['notes']>([])
  const [close, setClose] = useState(false)
  const done = async () => {
    const queueMetres = queue === '' ? null : Number(queue)
    const all = Object.fromEntries(equipment.map((thing) => [thing, things[thing] ?? 'ok']))
    await phone.shifts.signOff({ handover: { notes, waiting, queueMetres, equipment: all, checked, fast }, close })
    say(words.handedOver)
    onDone()
  }
  return (
    <section className="stack-tight" aria-label={words.handOver}>
      <p className="shift-count">
        {words.counted} {words.count(checked, fast, waiting.length)}
      </p>
      <Waiting waiting={waiting} />
      <QueueChoice value={queue} onChange={setQueue} />
      <EquipmentChoices things={things} onChange={setThings} />
      <HandOverNotes notes={notes} onChange={setNotes} />
      <Choice
        legend={words.handOverLane}
        options={[
          { value: 'open', label: words.laneOpen },
          { value: 'closed', label: words.laneClosed },
        ]}
        value={close ? 'closed' : 'open'}
        columns={2}
        onChange={(value) => setClose(value === 'closed')}
      />
      <Button kind="primary" wide onClick={() => void done()}>
        {words.handOverDo} · {words.laneNumber(shift.lane)}
      </Button>
      <Button wide onClick={onBack}>
        {words.back}
      </Button>
    </section>
  )
}

function Waiting({ waiting }: { waiting: Handover['waiting'] }) {
  const words = useShiftWords()
  if (waiting.length === 0) return <p className="quiet">{words.waitingNone}</p>
  return (
    <div>
      <h3>{words.waiting(waiting.length)}</h3>
      <p className="shift-plates">{waiting.map(({ plate }) => showPlate(plate)).join('　')}</p>
    </div>
  )
}

function QueueChoice({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const words = useShiftWords()
  const furthest = queueSteps.at(-1)
  const label = (metres: number) =>
    metres === 0 ? words.queueNone : metres === furthest ? words.queueFar(metres) : words.queueMetres(metres)
  const options = queueSteps.map((metres) => ({ value: String(metres), label: label(metres) }))
  return (
    <Choice
      legend={words.queueAsk}
      options={[...options, { value: '', label: words.queueNot }]}
      value={value}
      columns={3}
      onChange={onChange}
    />
  )
}

function EquipmentChoices({ things, onChange }: { things: Things; onChange: (things: Things) => void }) {
  const words = useShiftWords()
  return (
    <div role="group" aria-label={words.equipment} className="stack-tight">
      {equipment.map((thing) => (
        <Choice
          key={thing}
          legend={words.things[thing]}
          options={equipmentStates.map((state) => ({ value: state, label: words.states[state] }))}
          value={things[thing] ?? 'ok'}
          columns={3}
          onChange={(state) => onChange({ ...things, [thing]: state })}
        />
      ))}
    </div>
  )
}
