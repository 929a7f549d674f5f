import { lazy, Suspense, useState } from 'react'
import { usePhone } from './desk-context.tsx'
import { ownShift, shiftHere } from './own-shift.ts'
import { useShiftWords } from './shift-words.ts'
import './shift.css'

/** Loaded when it is first asked for: no truck waits for it. */
const ShiftSheet = lazy(async () => ({ default: (await import('./shift-sheet.tsx')).ShiftSheet }))

/** Beside the menu: whether this phone is on duty, and at which lane; behind it the whole shift. */
export function ShiftButton() {
  const words = useShiftWords()
  const phone = usePhone()
  const [open, setOpen] = useState(false)
  const [wanted, setWanted] = useState(false)
  const on = ownShift(phone)
  const lane = on && words.laneIs(on.lane, shiftHere(phone).open.includes(on.lane) ? words.open : words.closed)
  const state = on === undefined ? words.notOnShort : words.on
  return (
    <>
      <button
        type="button"
        className={on === undefined ? 'top-shift is-off' : 'top-shift'}
        aria-label={words.mark([state, lane].filter(Boolean).join(' '))}
        onClick={() => {
          setWanted(true)
          setOpen(true)
        }}
      >
        <span>{on === undefined ? `▲ ${state}` : `● ${state}`}</span> {lane !== undefined && <span>{lane}</span>}
      </button>
      {wanted && (
        <Suspense>
          <ShiftSheet open={open} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
