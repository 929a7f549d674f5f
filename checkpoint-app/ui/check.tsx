import { useId, type ReactNode } from 'react'
import { FieldNotes, noteIds, type Notes } from './field.tsx'
import './field.css'

type Given = Notes & { label: ReactNode; checked: boolean; onChange: (checked: boolean) => void }

/** One tick with a long label. */
export function Check({ label, checked, onChange, ...notes }: Given) {
  const id = useId()
  return (
    <div className="field">
      <label className="check">
        <input
          type="checkbox"
          checked={checked}
          aria-invalid={notes.error ? true : undefined}
          aria-describedby={noteIds(id, notes)}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
      <FieldNotes id={id} {...notes} />
    </div>
  )
}
