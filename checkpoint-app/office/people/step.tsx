import { useState, type ReactNode } from 'react'
import { Button, type ButtonKind } from '../../ui/button.tsx'

type Given = { label: string; kind?: ButtonKind; children: (close: () => void) => ReactNode }

/** Comes into sight with the focus; when it goes, one goes on by keyboard from the same place of the sheet. */
function come(step: HTMLDivElement) {
  step.focus({ preventScroll: true })
  step.scrollIntoView({ block: 'nearest' })
  return () => step.closest<HTMLElement>('.sheet-content')?.focus({ preventScroll: true })
}

/** A button that opens its own confirm step in its place; what it does stands there before anything is sent. */
export function Step({ label, kind = 'secondary', children }: Given) {
  const [open, setOpen] = useState(false)
  if (!open)
    return (
      <Button compact kind={kind} aria-expanded={false} onClick={() => setOpen(true)}>
        {label}
      </Button>
    )
  return (
    <div ref={come} className="step" role="group" aria-label={label} tabIndex={-1}>
      {children(() => setOpen(false))}
    </div>
  )
}
