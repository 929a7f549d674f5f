import { useState } from 'react'
import { showPlate } from '../../shared/identity/plate.ts'
import type { Instant } from '../../shared/instant.ts'
import { headlines } from '../../shared/wording/headlines.ts'
import { Button } from '../ui/button.tsx'
import { useLanguage } from '../ui/language.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { useNow } from '../ui/use-now.ts'
import { Icon } from '../ui/icon.tsx'
import { closeIcon } from '../ui/icons.ts'
import { useBayWords } from './bay-words.ts'
import { useBooth, useDesk } from './desk-context.tsx'
import { isRow } from './is-row.ts'
import { LastTruck } from './last-truck.tsx'
import { clockText, firstDue, type TruckTimer } from './truck-timers.ts'
import { lookupPlate, type Session } from './truck-session.ts'
import { useInspectorWords } from './use-words.ts'
import type { InspectorWords } from './words.zh.ts'
import './bay.css'

/** 待检区: trucks set aside, who is due first stands first; one tap brings one back. Below it the undo of the last truck. */
export function Parked() {
  const words = useInspectorWords()
  const bay = useBayWords()
  const { desk } = useBooth()
  const { parked } = useDesk()
  const [dropping, setDropping] = useState<Session>()
  const drop = () => {
    if (dropping !== undefined) desk.drop(dropping.id)
    setDropping(undefined)
  }
  const plate = dropping === undefined ? '' : called(dropping, words)
  return (
    <>
      <LastTruck />
      {parked.length > 1 && <p className="bay-title">{bay.bay(parked.length)}</p>}
      {parked.length > 0 && (
        <ul className="parked" aria-label={words.parked}>
          {parked.map((session) => (
            <ParkedTruck key={session.id} session={session} onDrop={() => setDropping(session)} />
          ))}
        </ul>
      )}
      <Sheet open={dropping !== undefined} title={words.parkedDrop(plate)} onClose={() => setDropping(undefined)}>
        <p>{words.parkedDropText}</p>
        <Button kind="danger" wide onClick={drop}>
          {words.parkedDropYes}
        </Button>
        <Button wide onClick={() => setDropping(undefined)}>
          {words.cancel}
        </Button>
      </Sheet>
    </>
  )
}

/** The page may have been closed before a plate was confirmed, or known. */
const called = (session: Session, { parkedUnnamed }: InspectorWords): string => {
  const plate = lookupPlate(session)
  return plate === undefined ? parkedUnnamed : showPlate(plate)
}

function ParkedTruck({ session, onDrop }: { session: Session; onDrop: () => void }) {
  const words = useInspectorWords()
  const { language } = useLanguage()
  const { desk } = useBooth()
  const now = useNow(1000)
  const plate = called(session, words)
  const row = session.records.at(-1)?.row ?? ''
  const timer = firstDue(session.timers ?? [])
  return (
    <li>
      <button type="button" onClick={() => desk.resume(session.id)}>
        <span>{plate}</span>
        {timer ? (
          <Waits timer={timer} now={now} />
        ) : (
          <span className="parked-for">{isRow(row) ? headlines[row][language] : words.parkedAsked}</span>
        )}
      </button>
      <button type="button" aria-label={words.parkedDrop(plate)} onClick={onDrop}>
        <Icon of={closeIcon} />
      </button>
    </li>
  )
}

function Waits({ timer, now }: { timer: TruckTimer; now: Instant }) {
  const bay = useBayWords()
  const clock = clockText(timer, now)
  return (
    <span className={clock === null ? 'parked-clock is-due' : 'parked-clock'}>
      {clock === null ? bay.due[timer.kind] : bay.waits[timer.kind](clock)}
    </span>
  )
}
