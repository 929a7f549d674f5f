import { useId, useState } from 'react'
import { digitsOf, inFours } from '../../shared/identity/trip-number.ts'
import { typedNumber } from '../../shared/passes/typed-number.ts'
import { Button } from '../ui/button.tsx'
import { FieldNotes, noteIds } from '../ui/field.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { Icon } from '../ui/icon.tsx'
import { eraseIcon, numberIcon } from '../ui/icons.ts'
import { useBooth } from './desk-context.tsx'
import { ForeignPassButton } from './foreign-pass.tsx'
import { usePassWords } from './pass-words.ts'
import { markStart } from './timings.ts'
import type { NumberTyped } from './typed-number.ts'
import { useInspectorWords } from './use-words.ts'
import './pass.css'

/** `startOpen`: it was asked for before it was here. `onTypePlate`: where no plate is known yet. */
type Shown = { wide?: boolean; label?: string; startOpen?: boolean; onTypePlate?: () => void }

/** For a code that cannot be read: the digits under it say the same (R61). */
export function NumberButton({ wide, label, startOpen = false, onTypePlate }: Shown) {
  const { number: words } = usePassWords()
  const [open, setOpen] = useState(startOpen)
  return (
    <>
      <Button {...(wide && { wide })} onClick={() => setOpen(true)}>
        <Icon of={numberIcon} />
        {label ?? words.open}
      </Button>
      <Sheet open={open} title={words.title} onClose={() => setOpen(false)}>
        <NumberEntry onFound={() => setOpen(false)} onTypePlate={onTypePlate} />
      </Sheet>
    </>
  )
}

type Given = { onFound: () => void; onTypePlate: (() => void) | undefined }

function NumberEntry({ onFound, onTypePlate }: Given) {
  const { number: words } = usePassWords()
  const { desk } = useBooth()
  const [digits, setDigits] = useState('')
  const [busy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<NumberTyped>()
  const type = (text: string) => {
    setAnswer(undefined)
    setDigits(digitsOf(text).replace(/\D/g, '').slice(0, 12))
  }
  const look = async () => {
    if (digits.length < 12 || busy) return
    markStart('decoded')
    setBusy(true)
    const typed = await desk.typeNumber(digits)
    setBusy(false)
    setAnswer(typed)
    if (typed === 'found') onFound()
  }
  const failed = answer !== undefined && answer !== 'found'
  return (
    <div className="stack-tight">
      <form
        className="stack-tight number-entry"
        onSubmit={(event) => {
          event.preventDefault()
          void look()
        }}
      >
        <NumberField digits={digits} answered={failed} onType={type} />
        {failed && <p role="alert">{words[answer]}</p>}
        {(answer === 'unreached' || answer === 'ended') && onTypePlate ? (
          <TypePlate onTypePlate={onTypePlate} />
        ) : (
          <NumberKeys digits={digits} onType={type} />
        )}
        {/* The same number again would find nothing either; another one is typed first. */}
        {answer !== 'unknown' && (
          <Button type="submit" kind="primary" wide busy={busy} disabled={digits.length < 12}>
            {busy ? words.looking : words.look}
          </Button>
        )}
      </form>
      {/* Not within the form: its own form is one. */}
      {answer === 'unknown' && <ForeignPassButton label="register" first="number" number={digits} wide />}
    </div>
  )
}

type Typed = { digits: string; answered: boolean; onType: (text: string) => void }

function NumberField({ digits, answered, onType }: Typed) {
  const { number: words } = usePassWords()
  const id = useId()
  const is = typedNumber(digits)
  const guess = is === 'neither' ? { warning: words.neither } : { hint: words.is[is] || words.hint }
  const notes = answered ? {} : guess
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {words.label}
      </label>
      <input
        id={id}
        className="field-input number-input"
        inputMode="none"
        autoComplete="off"
        value={inFours(digits)}
        onChange={(event) => onType(event.currentTarget.value)}
        aria-describedby={noteIds(id, notes)}
      />
      <FieldNotes id={id} {...notes} />
    </div>
  )
}

const keys = Array.from('1234567890')

function NumberKeys({ digits, onType }: { digits: string; onType: (text: string) => void }) {
  const { number: words } = usePassWords()
  return (
    <div className="number-keys" role="group" aria-label={words.keys}>
      {keys.map((key) => (
        <Button key={key} disabled={digits.length >= 12} onClick={() => onType(digits + key)}>
          {key}
        </Button>
      ))}
      <Button aria-label={words.remove} disabled={digits === ''} onClick={() => onType(digits.slice(0, -1))}>
        <Icon of={eraseIcon} />
      </Button>
    </div>
  )
}

function TypePlate({ onTypePlate }: { onTypePlate: () => void }) {
  const { typePlate } = useInspectorWords()
  return (
    <Button wide onClick={onTypePlate}>
      {typePlate}
    </Button>
  )
}
