import { useState, type ReactNode } from 'react'
import { useDriverWords } from './use-words.ts'

/** What may be left out, folded away; open from the start when something in it is filled in. */
export function More({ open: filled, children }: { open: boolean; children: ReactNode }) {
  const { form } = useDriverWords()
  const [open, setOpen] = useState(filled)
  return (
    <details className="more" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{form.more}</summary>
      {open && <div className="stack">{children}</div>}
    </details>
  )
}
