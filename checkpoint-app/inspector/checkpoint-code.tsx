import { useEffect, useRef } from 'react'
import { QrCode } from '../ui/qr-code.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { useToast } from '../ui/toast.tsx'
import { useBooth, usePhone } from './desk-context.tsx'
import { useRegisterWords } from './register-words.ts'
import type { Session } from './truck-session.ts'
import { useInspectorWords } from './use-words.ts'

/** While the driver fills in his form the server is asked this often, milliseconds. */
const askEvery = 3_000

/** The checkpoint's own code 卡口码, for a driver who registers himself; when he has finished, the check goes on by itself. */
export function CheckpointCode({ session, open, onClose }: { session: Session; open: boolean; onClose: () => void }) {
  const words = useInspectorWords()
  const own = useRegisterWords()
  const { terminal, reached } = usePhone()
  const waits = open && !session.known.online?.trip && session.known.onSite === undefined
  useArrival(session, open, onClose)
  return (
    <Sheet open={open} title={words.checkpointCode} onClose={onClose}>
      <p>{words.checkpointCodeText}</p>
      <QrCode text={`${location.origin}/driver/#at=${terminal?.checkpoint.id ?? ''}`} label={words.checkpointCode} />
      {waits && (
        <p role="status" className="quiet">
          {reached ? own.waiting : own.offline}
        </p>
      )}
    </Sheet>
  )
}

/** Asks while the sheet is open and there is no trip; closes it when one has come. */
function useArrival(session: Session, open: boolean, onClose: () => void) {
  const own = useRegisterWords()
  const say = useToast()
  const { desk } = useBooth()
  const trip = session.known.online?.trip?.id
  const before = useRef(trip)
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(() => {
    if (!open || trip !== undefined) return undefined
    const timer = setInterval(() => void desk.lookForTrip(), askEvery)
    return () => clearInterval(timer)
  }, [desk, open, trip])
  useEffect(() => {
    const came = open && before.current === undefined && trip !== undefined
    before.current = trip
    if (!came) return
    say(own.came)
    close.current()
  }, [open, own, say, trip])
}
