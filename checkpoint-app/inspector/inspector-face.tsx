import { useEffect, useState } from 'react'
import { wakeSound } from '../device/sound.ts'
import { keepAwake } from '../device/wake-lock.ts'
import type { Terminal } from '../device/store.ts'
import { Busy } from '../ui/busy.tsx'
import { atFirstTouch } from '../ui/at-first-touch.ts'
import { BoothContext, useDeskSoon, usePhoneSoon } from './desk-context.tsx'
import { EnrolScreen } from './enrol-screen.tsx'
import { NotLoaded, type Missing } from './not-loaded.tsx'
import { neverBound, openRest, readBefore, type Before, type Opened, type Rest } from './opening.ts'
import { ScanScreen, type PlateWay } from './scan-screen.tsx'
import { TopBefore } from './top-before.tsx'
import { useInspectorWords } from './use-words.ts'

/** 查验员. Only what opens the camera is here; the rest comes while the camera starts (rest.tsx). */
export function InspectorFace() {
  const [before, setBefore] = useState<Before>()
  const [opened, setOpened] = useState<Opened>()
  const [missing, setMissing] = useState<Missing>()
  const wanted = useRestWanted(before)
  useEffect(() => {
    if (wanted) void openRest().then(setOpened, () => setMissing((first) => first ?? 'rest'))
  }, [wanted])
  useEffect(() => {
    void readBefore().then(setBefore, () => setMissing('disk'))
    document.addEventListener('pointerdown', wakeSound)
    const sleep = keepAwake()
    return () => {
      document.removeEventListener('pointerdown', wakeSound)
      sleep()
    }
  }, [])
  if (missing !== undefined) return <NotLoaded missing={missing} />
  return (
    <BoothContext value={opened?.booth}>
      {opened && <opened.rest.Binding />}
      <BoundFace before={before} rest={opened?.rest} />
    </BoothContext>
  )
}

/** A phone that was never bound loads the rest when somebody touches it, or came by a link that binds it. */
function useRestWanted(before: Before | undefined): boolean {
  const [touched, setTouched] = useState(() => !neverBound() || location.hash !== '')
  const wanted = touched || before?.terminal !== undefined
  useEffect(() => {
    if (wanted) return undefined
    const touch = () => setTouched(true)
    const leave = atFirstTouch(touch)
    addEventListener('hashchange', touch)
    return () => {
      leave()
      removeEventListener('hashchange', touch)
    }
  }, [wanted])
  return wanted
}

function BoundFace({ before, rest }: { before: Before | undefined; rest: Rest | undefined }) {
  const words = useInspectorWords()
  const phone = usePhoneSoon()
  const terminal = phone === undefined ? before?.terminal : phone.terminal
  if (terminal !== undefined && terminal.released !== true)
    return <AtWork terminal={terminal} parked={before?.parked ?? 0} onShift={before?.onShift ?? true} rest={rest} />
  // A phone that was never bound need not wait for its disk to say so.
  if (before !== undefined || neverBound()) return <EnrolScreen released={terminal !== undefined} rest={rest} />
  return <Busy label={words.loading} />
}

type Given = { terminal: Terminal; parked: number; onShift: boolean; rest: Rest | undefined }

function AtWork({ terminal, parked, onShift, rest }: Given) {
  const desk = useDeskSoon()
  const truck = desk?.session !== undefined && desk.step !== undefined
  return (
    <div className="inspector">
      {rest === undefined ? <TopBefore terminal={terminal} /> : <rest.Top />}
      {rest !== undefined && truck ? <rest.TruckScreen /> : <BeforeTruck rest={rest} parked={parked} />}
      {rest === undefined ? !onShift && <div className="bottom-blank" /> : <rest.Bottom />}
    </div>
  )
}

function BeforeTruck({ rest, parked }: Pick<Given, 'rest' | 'parked'>) {
  const words = useInspectorWords()
  const [plateBy, setPlateBy] = useState<PlateWay>()
  if (plateBy === undefined) return <ScanScreen rest={rest} parked={parked} onPlate={setPlateBy} />
  if (rest === undefined) return <Busy label={words.loading} />
  return (
    <rest.PlateScreen title={words.plateTitle} camera={plateBy === 'camera'} onCancel={() => setPlateBy(undefined)} />
  )
}
