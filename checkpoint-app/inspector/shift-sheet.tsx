import { useEffect, useState } from 'react'
import { Sheet } from '../ui/sheet.tsx'
import { useBooth, usePhone } from './desk-context.tsx'
import { HandOver } from './hand-over.tsx'
import { HandedBefore } from './handed-before.tsx'
import { OnDuty } from './on-duty.tsx'
import { ownShift, shiftHere } from './own-shift.ts'
import { QueueReportButton } from './queue-report-button.tsx'
import { SignOn } from './sign-on.tsx'
import { useShiftWords } from './shift-words.ts'

type View = 'shift' | 'move' | 'hand-over'

/** The shift of this phone: sign-on, lanes, what the one before left, hand-over. Works without a network. */
export function ShiftSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const words = useShiftWords()
  const { phone } = useBooth()
  const state = usePhone()
  const [view, setView] = useState<View>('shift')
  const [heard, setHeard] = useState<boolean>()
  useEffect(() => {
    if (open) void phone.shifts.news().then(setHeard)
  }, [open, phone])
  const on = ownShift(state)
  const close = () => {
    setView('shift')
    onClose()
  }
  const title = view === 'hand-over' && on ? words.handOver : words.title
  return (
    <Sheet open={open} title={title} onClose={close}>
      {on === undefined ? (
        <SignOn refused={shiftHere(state).on?.refused} onDone={() => setView('shift')} />
      ) : view === 'hand-over' ? (
        <HandOver shift={on} onBack={() => setView('shift')} onDone={close} />
      ) : view === 'move' ? (
        <SignOn moving onDone={() => setView('shift')} />
      ) : (
        <OnDuty shift={on} onMove={() => setView('move')} onHandOver={() => setView('hand-over')} />
      )}
      {view === 'shift' && <QueueReportButton />}
      {view !== 'hand-over' && <HandedBefore heard={heard} />}
    </Sheet>
  )
}
