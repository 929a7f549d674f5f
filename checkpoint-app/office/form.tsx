import { useEffect, useRef, type FormEvent, type ReactNode } from 'react'
import type { ApiProblem } from '../ui/api.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import type { Errors } from './use-form.ts'

type Given = {
  submitLabel: string
  busy: boolean
  problem?: ApiProblem | undefined
  errors: Errors
  onSubmit: () => Promise<void>
  children: ReactNode
  more?: ReactNode
}

/** A form with one primary button. After a refused try the first field with an error has the focus. */
export function Form({ submitLabel, busy, problem, errors, onSubmit, children, more }: Given) {
  const element = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const [first] = Object.values(errors).filter(Boolean)
    if (first) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [errors])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void onSubmit()
  }
  return (
    <form ref={element} className="stack" noValidate onSubmit={submit}>
      {children}
      {problem && <ErrorNote problem={problem} />}
      <div className="form-actions">
        <Button kind="primary" type="submit" busy={busy}>
          {submitLabel}
        </Button>
        {more}
      </div>
    </form>
  )
}
