import { lazy, Suspense, useEffect, useState } from 'react'
import type { Opened } from '../../shared/credential/open.ts'
import { parsePlate } from '../../shared/identity/plate.ts'
import { notes } from '../../shared/identity/notes.ts'
import { Busy } from '../ui/busy.tsx'
import { Button } from '../ui/button.tsx'
import { useLanguage } from '../ui/language.tsx'
import { PlateKeyboard } from '../ui/plate-keyboard.tsx'
import { Plate } from '../ui/plate.tsx'
import { useBooth } from './desk-context.tsx'
import { HowShownMark } from './how-shown-mark.tsx'
import { usePlateScanWords } from './plate-scan-words.ts'
import { markPainted, markStart } from './timings.ts'
import { useInspectorWords } from './use-words.ts'

// Loaded when a plate is to be read: most trucks show a code.
const PlateCamera = lazy(() => import('./plate-camera.tsx').then((file) => ({ default: file.PlateCamera })))
const PlateHold = lazy(() => import('./plate-hold.tsx').then((file) => ({ default: file.PlateHold })))

type Given = { title: string; camera?: boolean; onCancel: () => void }

/** The plate by camera or by hand; `camera`: which of them first. */
export function PlateScreen({ title, camera = false, onCancel }: Given) {
  const [byCamera, setByCamera] = useState(camera)
  if (!byCamera) return <PlateTyped title={title} onCamera={() => setByCamera(true)} onCancel={onCancel} />
  return (
    <Suspense fallback={<Busy />}>
      <PlateCamera onKeys={() => setByCamera(false)} onBack={onCancel} />
    </Suspense>
  )
}

type Typed = { title: string; onCamera: () => void; onCancel: () => void }

/** An unusual form warns and goes on. */
function PlateTyped({ title, onCamera, onCancel }: Typed) {
  const words = useInspectorWords()
  const plateWords = usePlateScanWords()
  const { language } = useLanguage()
  const { desk } = useBooth()
  const [typed, setTyped] = useState('豫')
  const reading = parsePlate(typed)
  const [warning] = reading.ok && typed.length >= 7 ? reading.warnings : []
  const ready = reading.ok && Array.from(reading.value).length >= 4
  const done = () => ready && desk.typePlate(reading.value)
  return (
    <main className="screen plate-screen">
      <h1>{title}</h1>
      <PlateKeyboard
        label={words.plate}
        value={typed}
        onChange={setTyped}
        onDone={done}
        warning={warning && notes[warning][language]}
      />
      <div className="thumb plate-typed">
        <Button onClick={onCancel}>{words.cancel}</Button>
        <Button onClick={onCamera}>{plateWords.button}</Button>
        <Button kind="primary" disabled={!ready} onClick={done}>
          {words.plateDone}
        </Button>
      </div>
    </main>
  )
}

/** A code names a plate; one look at the truck settles it. */
export function PlateMatch({ plate, code }: { plate: string; code: Opened | null | undefined }) {
  const words = useInspectorWords()
  const plateWords = usePlateScanWords()
  const { desk } = useBooth()
  const [byCamera, setByCamera] = useState(false)
  useEffect(() => markPainted('plate-match'), [])
  const same = (by: 'camera' | 'code' = 'code') => {
    markStart('confirmed')
    if (by === 'camera') desk.seePlate(plate, 'camera')
    else desk.send({ type: 'plate-matches' })
  }
  const differs = () => desk.send({ type: 'plate-differs' })
  if (byCamera)
    return (
      <Suspense fallback={<Busy />}>
        <PlateHold plate={plate} onSame={same} onDiffers={differs} onBack={() => setByCamera(false)} />
      </Suspense>
    )
  return (
    <main className="screen plate-match">
      <h1>{words.plateMatch}</h1>
      <div className="plate-seen">
        <Plate plate={plate} size="large" />
        <HowShownMark code={code} />
      </div>
      <div className="thumb">
        <Button kind="primary" wide onClick={() => same()}>
          ✔ {words.plateSame}
        </Button>
        <div className="side-by-side">
          <Button onClick={differs}>{words.plateOther}</Button>
          <Button onClick={() => setByCamera(true)}>{plateWords.hold}</Button>
        </div>
        <Button kind="ghost" onClick={desk.next}>
          {words.cancel}
        </Button>
      </div>
    </main>
  )
}
