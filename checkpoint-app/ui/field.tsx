import { useId, type InputHTMLAttributes, type ReactNode } from 'react'
import { useUiWords } from './use-ui-words.ts'
import './field.css'

export type Notes = { hint?: ReactNode; error?: string | undefined; warning?: string | undefined }
type Given = Notes & { label: string; optional?: boolean } & Omit<InputHTMLAttributes<HTMLInputElement>, 'id'>

/** Ids of the notes under a field, for `aria-describedby`. */
export const noteIds = (id: string, { hint, error, warning }: Notes): string | undefined =>
  [hint && `${id}-hint`, error && `${id}-error`, warning && `${id}-warning`].filter(Boolean).join(' ') || undefined

/** An error blocks, a warning does not; both are said in words beside a shape. */
export function FieldNotes({ id, hint, error, warning }: Notes & { id: string }) {
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="field-error" role="alert">
          <span aria-hidden="true">■ </span>
          {error}
        </p>
      )}
      {warning && (
        <p id={`${id}-warning`} className="field-warning" role="status">
          <span aria-hidden="true">▲ </span>
          {warning}
        </p>
      )}
    </>
  )
}

/** A labelled line of text. `hint`, `error` and `warning` are read out with it. */
export function Field({ label, optional, hint, error, warning, ...input }: Given) {
  const id = useId()
  const { optional: optionalWord } = useUiWords()
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {label}
        {optional && <span className="field-optional"> {optionalWord}</span>}
      </label>
      <input
        id={id}
        className="field-input"
        autoComplete="off"
        aria-invalid={error ? true : undefined}
        aria-describedby={noteIds(id, { hint, error, warning })}
        {...input}
      />
      <FieldNotes id={id} hint={hint} error={error} warning={warning} />
    </div>
  )
}
