import { useState } from 'react'
import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import { readPassApplication } from '../../../schema/api/passes.ts'
import { readPurposeIds, readPurposes } from '../../../shared/passes/reasons.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { Form } from '../form.tsx'
import { Facts } from '../ledger/facts.tsx'
import { useSession } from '../session.tsx'
import { useForm } from '../use-form.ts'
import { useChosenLanguage } from '../words.ts'
import { usePassWords } from './words.ts'

type Full = AnswerOf<typeof readPassApplication>

function Ask({ id, onShown }: { id: string; onShown: (full: Full) => void }) {
  const words = usePassWords()
  const language = useChosenLanguage()
  const { ask } = useSession()
  const purposeIn = (text: string) => readPurposeIds.find((one) => one === text)
  const { form, set, errors, ...rest } = useForm<{ purpose: string }, Full>({
    start: { purpose: '' },
    check: ({ purpose }) => (purposeIn(purpose) === undefined ? { purpose: words.readChoose } : {}),
    send: ({ purpose }) =>
      ask(readPassApplication, { params: { id }, body: { purpose: purposeIn(purpose) ?? 'review' } }),
    done: onShown,
  })
  return (
    <Form submitLabel={words.read} errors={errors} {...rest} onSubmit={rest.submit}>
      <Select
        label={words.readFor}
        hint={words.readHint}
        options={[
          { value: '', label: words.readChoose },
          ...readPurposeIds.map((value) => ({ value, label: readPurposes[value][language] })),
        ]}
        value={form.purpose}
        error={errors['purpose']}
        onChange={(purpose) => set({ purpose })}
      />
    </Form>
  )
}

/** Whole values only when asked for, for a purpose; they vanish with the sheet. */
export function ReadWhole({ id }: { id: string }) {
  const words = usePassWords()
  const [asking, setAsking] = useState(false)
  const [full, setFull] = useState<Full>()
  if (full) {
    const crew = full.crew.map(({ name, idTail }) => (idTail === null ? name : `${name}（${idTail}）`)).join('、')
    return (
      <Facts
        facts={[
          ...(full.contact === null ? [] : [{ label: words.contact, value: full.contact }]),
          ...(full.phone === null ? [] : [{ label: words.phone, value: full.phone }]),
          { label: words.crew, value: crew },
        ]}
      />
    )
  }
  if (asking) return <Ask id={id} onShown={setFull} />
  return (
    <div className="form-actions">
      <Button compact onClick={() => setAsking(true)}>
        {words.read}
      </Button>
    </div>
  )
}
