import { useState } from 'react'
import { revealPerson } from '../../../schema/api/codes.ts'
import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import { revealPurposes, type RevealPurpose } from '../../../shared/codes/purposes.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { Form } from '../form.tsx'
import { Facts } from '../ledger/facts.tsx'
import { useSession } from '../session.tsx'
import { useForm } from '../use-form.ts'
import { useOfficeWords } from '../words.ts'
import { Step } from './step.tsx'
import { usePeopleWords } from './words.ts'

type Shown = AnswerOf<typeof revealPerson>

function Asking({
  person,
  onShown,
  onClose,
}: {
  person: string
  onShown: (shown: Shown) => void
  onClose: () => void
}) {
  const { reveal: words, purposes } = usePeopleWords()
  const { cancel } = useOfficeWords()
  const { ask } = useSession()
  const start: { purpose: RevealPurpose } = { purpose: 'contact' }
  const { form, set, errors, ...rest } = useForm({
    start,
    check: () => ({}),
    send: (body) => ask(revealPerson, { params: { person }, body }),
    done: onShown,
  })
  return (
    <Form
      submitLabel={words.submit}
      errors={errors}
      {...rest}
      onSubmit={rest.submit}
      more={
        <Button kind="ghost" compact onClick={onClose}>
          {cancel}
        </Button>
      }
    >
      <p>{words.lead}</p>
      <Select
        label={words.purpose}
        options={revealPurposes.map((value) => ({ value, label: purposes[value] }))}
        value={form.purpose}
        onChange={(purpose) => set({ purpose })}
      />
    </Form>
  )
}

/** Who it is in full, after a purpose was named. Gone as soon as the sheet closes; never printed. */
export function Reveal({ person }: { person: string }) {
  const { reveal: words, documents } = usePeopleWords()
  const [shown, setShown] = useState<Shown>()
  if (!shown)
    return (
      <div className="steps screen-only">
        <Step label={words.do}>{(onClose) => <Asking person={person} onShown={setShown} onClose={onClose} />}</Step>
      </div>
    )
  const facts = [
    { label: words.name, value: shown.name },
    { label: documents[shown.document], value: <span className="code">{shown.number}</span> },
    {
      label: words.phone,
      value: shown.phone ? <a href={`tel:${shown.phone}`}>{shown.phone}</a> : words.noPhone,
    },
  ]
  return (
    <section className="step screen-only" aria-label={words.do}>
      <Facts facts={facts} />
      <p className="quiet" role="status">
        {words.logged}
      </p>
      <Button compact onClick={() => setShown(undefined)}>
        {words.hide}
      </Button>
    </section>
  )
}
