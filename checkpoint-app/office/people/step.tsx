import { useCallback, useRef, useState, type ReactNode } from 'react'
import { Button, type ButtonKind } from '../../ui/button.tsx'

type Given = { label: string; kind?: ButtonKind; children: (close: () => void) => ReactNode }

/** A button that opens its own confirm step in its place; what it does stands there, in sight, before anything is sent. */
export function Step({ label, kind = 'secondary', children }: Given) {
  const [open, setOpen] = useState(false)
  const step = useRef<HTMLDivElement>(null)
  const come = useCallback((element: HTMLDivElement | null) => {
    step.current = element
    element?.focus({ preventScroll: true })
    element?.scrollIntoView({ block: 'nearest' })
  }, [])
  const close = () => {
    // What had the focus goes away; by keyboard one goes on from the same place of the sheet.
    step.current?.closest<HTMLElement>('.sheet-content')?.focus({ preventScroll: true })
    setOpen(false)
  }
  if (!open)
    return (
      <Button compact kind={kind} aria-expanded={false} onClick={() => setOpen(true)}>
        {label}
      </Button>
    )
  return (
    <div ref={come} className="step" role="group" aria-label={label} tabIndex={-1}>
      {children(close)}
    </div>
  )
}
