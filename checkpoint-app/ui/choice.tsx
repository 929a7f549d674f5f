import { useId } from 'react'
import { FieldNotes, noteIds, type Notes } from './field.tsx'
import './field.css'

export type Option<Value extends string> = { readonly value: Value; readonly label: string; readonly hint?: string }
type Given<Value extends string> = Notes & {
  legend: string
  options: readonly Option<Value>[]
  value: Value | undefined
  onChange: (value: Value) => void
  columns?: 1 | 2 | 3
}

/** Big options as a radio group: arrow keys, touch and screen readers work as with any radio. */
export function Choice<Value extends string>({
  legend,
  options,
  value,
  onChange,
  columns = 1,
  ...notes
}: Given<Value>) {
  const id = useId()
  return (
    <fieldset
      role="radiogroup"
      className="field"
      data-invalid={notes.error ? true : undefined}
      aria-describedby={noteIds(id, notes)}
    >
      <legend className="choice-legend">{legend}</legend>
      <div className={`choice-options choice-${columns}`}>
        {options.map((option) => (
          <label
            key={option.value}
            className={`choice-option is-within ${option.value === value ? 'is-chosen' : ''}`.trim()}
          >
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span className="choice-label">{option.label}</span>
            {option.hint && <span className="choice-hint">{option.hint}</span>}
          </label>
        ))}
      </div>
      <FieldNotes id={id} {...notes} />
    </fieldset>
  )
}
