import { useState, type ReactNode } from 'react'
import type { Saying } from '../../shared/appeals/kinds.ts'
import type { ApiProblem, Called } from '../ui/api.ts'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Field } from '../ui/field.tsx'
import { useToast } from '../ui/toast.tsx'
import type { AppealView } from './use-appeals.ts'
import { useAppealWords } from './use-appeal-words.ts'

export type Written<Said extends Saying> = { id: string; said: Said; note?: string }
type Given<Said extends Saying> = {
  sayings: readonly Said[]
  /** Answers `undefined` where something above the form is missing. */
  onSend: (written: Written<Said>) => Promise<Called<AppealView>> | undefined
  onDone: (appeal: AppealView) => void
  onCancel: () => void
  children?: ReactNode
}

/** What he says, from a list, and a few words of his own if he likes. One id for all presses of the button. */
export function AppealForm<Said extends Saying>({ sayings, onSend, onDone, onCancel, children }: Given<Said>) {
  const words = useAppealWords()
  const say = useToast()
  const [id] = useState(() => crypto.randomUUID())
  const [said, setSaid] = useState<Said>()
  const [note, setNote] = useState('')
  const [lacks, setLacks] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const send = async () => {
    setLacks(said === undefined)
    if (said === undefined) return
    const asked = onSend({ id, said, ...(note.trim() && { note: note.trim() }) })
    if (!asked) return
    setBusy(true)
    const answer = await asked
    setBusy(false)
    if (!answer.ok) return setProblem(answer.problem)
    say(answer.value.state === 'cleared' ? words.clearedNow : words.sent)
    onDone(answer.value)
  }
  return (
    <form
      className="stack appeal-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {children}
      <Choice
        legend={words.what}
        options={sayings.map((value) => ({ value, label: words.said[value] }))}
        value={said}
        onChange={setSaid}
        error={lacks ? words.choose : undefined}
      />
      <Field
        label={words.note}
        optional
        hint={words.noteHint}
        maxLength={200}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {problem && <ErrorNote problem={problem} />}
      <Button kind="primary" wide type="submit" busy={busy}>
        {words.send}
      </Button>
      <Button kind="ghost" wide onClick={onCancel}>
        {words.cancel}
      </Button>
    </form>
  )
}
