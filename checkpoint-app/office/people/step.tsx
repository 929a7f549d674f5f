import { useState, type ReactNode } from 'react'
import { Button, type ButtonKind } from '../../ui/button.tsx'
import { comeIntoSight } from '../../ui/come-into-sight.ts'

type Given = { label: string; kind?: ButtonKind; children: (close: () => void) => ReactNode }

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
    <div ref={comeIntoSight} className="step" role="group" aria-label={label} tabIndex={-1}>
      {children(() => setOpen(false))}
    </div>
  )
}
