import { useId, useState, type KeyboardEvent } from 'react'
import { nextPlateKeys, normalisePlate, plateProvinces, showPlate } from '../../shared/identity/plate.ts'
import { FieldNotes, noteIds, type Notes } from './field.tsx'
import { Icon } from './icon.tsx'
import { eraseIcon } from './icons.ts'
import { useUiWords } from './use-ui-words.ts'
import './plate-keyboard.css'

type Given = Notes & {
  label: string
  optional?: boolean
  value: string
  onChange: (plate: string) => void
  onDone?: () => void
  /** The focus has left the field and its keys. */
  onLeave?: () => void
  /** Provinces shown first; Henan and its neighbours by default. */
  first?: readonly string[]
}

const neighbours = Array.from('豫晋冀鲁陕皖鄂苏')
const rows = Array.from('1234567890QWERTYUP挂学ASDFGHJKL警ZXCVBNM港澳')

/**
 * A plate, typed on big keys: the province row first, then letters and digits; keys that cannot follow are off. It is a
 * real text field, so a desk keyboard, pasting and screen readers work too; 「其他号牌」 brings the phone's own keyboard.
 */
export function PlateKeyboard({
  label,
  optional,
  value,
  onChange,
  onDone,
  onLeave,
  first = neighbours,
  ...notes
}: Given) {
  const id = useId()
  const words = useUiWords()
  const [free, setFree] = useState(false)
  const plate = normalisePlate(value)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && onDone) {
      event.preventDefault()
      onDone()
    }
  }
  return (
    <div
      className="field plate-field"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onLeave?.()
      }}
    >
      <label htmlFor={id} className="field-label">
        {label}
        {optional && <span className="field-optional"> {words.optional}</span>}
      </label>
      <input
        id={id}
        className="field-input plate-input"
        inputMode={free ? 'text' : 'none'}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        placeholder={words.plateHint}
        value={free ? value : showPlate(value)}
        onChange={(event) => onChange(free ? event.currentTarget.value : normalisePlate(event.currentTarget.value))}
        onKeyDown={onKeyDown}
        aria-invalid={notes.error ? true : undefined}
        aria-describedby={noteIds(id, notes)}
      />
      <FieldNotes id={id} {...notes} />
      {!free && <PlateKeys plate={plate} first={first} onChange={onChange} />}
      <button type="button" className="plate-other" onClick={() => setFree(!free)}>
        {free ? words.plateOtherBack : words.plateOther}
      </button>
    </div>
  )
}

type Keys = { plate: string; first: readonly string[]; onChange: (plate: string) => void }

function PlateKeys({ plate, first, onChange }: Keys) {
  const words = useUiWords()
  const open = new Set(nextPlateKeys(plate))
  const provinces = plate === ''
  const keys = provinces ? [...first, ...plateProvinces.filter((sign) => !first.includes(sign))] : rows
  const back = Array.from(plate).slice(0, -1).join('')
  return (
    <div className={provinces ? 'plate-keys plate-keys-8' : 'plate-keys'} role="group" aria-label={words.plateKeys}>
      {keys.map((key) => (
        <button
          key={key}
          type="button"
          className="plate-key"
          disabled={!open.has(key)}
          onClick={() => onChange(plate + key)}
        >
          {key}
        </button>
      ))}
      <button
        type="button"
        className="plate-key plate-key-back"
        aria-label={words.plateDelete}
        disabled={provinces}
        onClick={() => onChange(back)}
      >
        <Icon of={eraseIcon} />
      </button>
    </div>
  )
}
