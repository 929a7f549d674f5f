import { lazy, Suspense, useEffect, useState } from 'react'
import type { Terminal } from '../device/store.ts'
import { Button } from '../ui/button.tsx'
import { useToast } from '../ui/toast.tsx'
import { useBooth, useDesk, usePhone } from './desk-context.tsx'
import { ownShift, segmentOf, shiftHere, unread } from './own-shift.ts'
import { useShiftWords } from './shift-words.ts'
import './shift.css'

const ShiftSheet = lazy(async () => ({ default: (await import('./shift-sheet.tsx')).ShiftSheet }))

/** Between two trucks, while nobody is signed on: who, where, which number, and one tap. It holds up nothing. */
export function ShiftCard() {
  const state = usePhone()
  const [open, setOpen] = useState(false)
  const { session } = useDesk()
  const away = ownShift(state) !== undefined || session !== undefined || state.alerts.length > 0
  return (
    <>
      {!away && state.terminal && <Card terminal={state.terminal} onOpen={() => setOpen(true)} />}
      <Suspense>{open && <ShiftSheet open onClose={() => setOpen(false)} />}</Suspense>
    </>
  )
}

function Card({ terminal, onOpen }: { terminal: Terminal; onOpen: () => void }) {
  const words = useShiftWords()
  const say = useToast()
  const { phone } = useBooth()
  const state = usePhone()
  const { on, news } = shiftHere(state)
  const asked = news !== undefined
  const refused = on?.refused !== undefined
  useEffect(() => {
    if (!asked) void phone.shifts.news()
  }, [phone, asked])
  const signOn = async () => {
    const { lane } = terminal
    await phone.shifts.signOn({ lane, segment: segmentOf(state), open: true })
    say(words.signedOn)
    if (unread(phone.state()) > 0) onOpen()
  }
  return (
    <section className="shift-card" aria-label={words.title}>
      <button type="button" className="shift-who" onClick={onOpen}>
        <strong>▲ {refused ? words.refused : words.notOn}</strong>
        <span>
          {[terminal.inspector.name, words.laneNumber(terminal.lane), segmentOf(state)].filter(Boolean).join(' · ')}
        </span>
      </button>
      <Button kind="primary" onClick={refused ? onOpen : () => void signOn()}>
        {refused ? words.change : words.signOn}
      </Button>
    </section>
  )
}
