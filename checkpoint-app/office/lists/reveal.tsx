import { useState } from 'react'
import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import { revealEntry } from '../../../schema/api/lists.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../form.tsx'
import { Facts } from '../ledger/facts.tsx'
import { useSession } from '../session.tsx'
import { useForm } from '../use-form.ts'
import { useListWords } from './words.ts'

type Whole = AnswerOf<typeof revealEntry>

function Ask({ id, onShown }: { id: string; onShown: (whole: Whole) => void }) {
  const words = useListWords()
  const { ask } = useSession()
  const { form, set, errors, ...rest } = useForm({
    start: { reason: '' },
    check: ({ reason }) => (reason.trim().length < 2 ? { reason: words.reasonNeeded } : {}),
    send: ({ reason }) => ask(revealEntry, { params: { id }, body: { reason: reason.trim() } }),
    done: onShown,
  })
  return (
    <Form submitLabel={words.reveal} errors={errors} {...rest} onSubmit={rest.submit}>
      <Field
        label={words.revealReason}
        hint={words.revealHint}
        error={errors.reason}
        value={form.reason}
        maxLength={200}
        onChange={(event) => set({ reason: event.currentTarget.value })}
      />
    </Form>
  )
}

/** Whole values only when asked for, with a reason; they vanish with the sheet. */
export function Reveal({ id }: { id: string }) {
  const words = useListWords()
  const [asking, setAsking] = useState(false)
  const [whole, setWhole] = useState<Whole>()
  if (whole)
    return (
      <Facts
        facts={[
          { label: words.name, value: whole.name },
          { label: words.number, value: <span className="one-word">{whole.number}</span> },
          { label: words.phone, value: whole.phone ?? '' },
        ]}
      />
    )
  if (asking) return <Ask id={id} onShown={setWhole} />
  return (
    <Button compact onClick={() => setAsking(true)}>
      {words.reveal}
    </Button>
  )
}
