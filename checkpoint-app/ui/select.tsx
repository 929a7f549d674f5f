import { useId, type SelectHTMLAttributes } from 'react'
import type { Option } from './choice.tsx'
import { FieldNotes, noteIds, type Notes } from './field.tsx'
import { useUiWords } from './use-ui-words.ts'
import './field.css'

type Given<Value extends string> = Notes & {
  label: string
  optional?: boolean
  options: readonly Option<Value>[]
  value: Value
  onChange: (value: Value) => void
} & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id' | 'value' | 'onChange'>

/** The phone's own list; used for lists longer than a handful. */
export function Select<Value extends string>(given: Given<Value>) {
  const { label, optional, options, value, onChange, hint, error, warning, ...rest } = given
  const id = useId()
  const { optional: optionalWord } = useUiWords()
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {label}
        {optional && <span className="field-optional"> {optionalWord}</span>}
      </label>
      <select
        id={id}
        className="field-input"
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={noteIds(id, { hint, error, warning })}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value)
          if (chosen) onChange(chosen.value)
        }}
        {...rest}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <FieldNotes id={id} hint={hint} error={error} warning={warning} />
    </div>
  )
}
