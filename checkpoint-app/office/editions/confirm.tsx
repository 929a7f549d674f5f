import { useState, type ReactNode } from 'react'
import type { ApiProblem, Called } from '../../ui/api.ts'
import { Button, type ButtonKind } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useOfficeWords } from '../words.ts'

type Given<Value> = {
  open: boolean
  title: string
  label: string
  kind?: ButtonKind
  send: () => Promise<Called<Value>>
  onDone: (value: Value) => void
  onClose: () => void
  /** Not yet: what is asked above is not filled in. */
  waits?: boolean
  children: ReactNode
}

/** Says what will happen, and asks once. */
export function Confirm<Value>({
  open,
  title,
  label,
  kind = 'primary',
  send,
  onDone,
  onClose,
  waits,
  children,
}: Given<Value>) {
  const { cancel } = useOfficeWords()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const go = async () => {
    setBusy(true)
    setProblem(undefined)
    const answer = await send()
    setBusy(false)
    if (answer.ok) onDone(answer.value)
    else setProblem(answer.problem)
  }
  return (
    <Sheet
      open={open}
      title={title}
      onClose={onClose}
      actions={
        <div className="form-actions">
          <Button kind={kind} busy={busy} disabled={waits === true} onClick={() => void go()}>
            {label}
          </Button>
          <Button onClick={onClose}>{cancel}</Button>
        </div>
      }
    >
      <div className="stack">
        {children}
        {problem && <ErrorNote problem={problem} />}
      </div>
    </Sheet>
  )
}
