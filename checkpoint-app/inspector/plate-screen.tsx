import { useEffect, useState } from 'react'
import type { Opened } from '../../shared/credential/open.ts'
import { parsePlate } from '../../shared/identity/plate.ts'
import { notes } from '../../shared/identity/notes.ts'
import { Button } from '../ui/button.tsx'
import { useLanguage } from '../ui/language.tsx'
import { PlateKeyboard } from '../ui/plate-keyboard.tsx'
import { Plate } from '../ui/plate.tsx'
import { useBooth } from './desk-context.tsx'
import { HowShownMark } from './how-shown-mark.tsx'
import { markPainted, markStart } from './timings.ts'
import { useInspectorWords } from './use-words.ts'

type Given = { title: string; onCancel: () => void }

/** The plate typed by hand. An unusual form warns and goes on. */
export function PlateScreen({ title, onCancel }: Given) {
  const words = useInspectorWords()
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
      <div className="thumb side-by-side">
        <Button onClick={onCancel}>{words.cancel}</Button>
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
  const { desk } = useBooth()
  useEffect(() => markPainted('plate-match'), [])
  const same = () => {
    markStart('confirmed')
    desk.send({ type: 'plate-matches' })
  }
  return (
    <main className="screen plate-match">
      <h1>{words.plateMatch}</h1>
      <div className="plate-seen">
        <Plate plate={plate} size="large" />
        <HowShownMark code={code} />
      </div>
      <div className="thumb">
        <Button kind="primary" wide onClick={same}>
          ✔ {words.plateSame}
        </Button>
        <div className="side-by-side">
          <Button onClick={() => desk.send({ type: 'plate-differs' })}>{words.plateOther}</Button>
          <Button kind="ghost" onClick={desk.next}>
            {words.cancel}
          </Button>
        </div>
      </div>
    </main>
  )
}
