import { useState } from 'react'
import { takeBatchStep, takeStep } from '../../../schema/api/lists.ts'
import { stepOf } from '../../../shared/lists/chain.ts'
import { Check } from '../../ui/check.tsx'
import { Field } from '../../ui/field.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Form } from '../form.tsx'
import { useSession } from '../session.tsx'
import { useForm, type Errors } from '../use-form.ts'
import { useChosenLanguage } from '../words.ts'
import type { EntryWhole } from './chain-steps.tsx'
import { useListWords } from './words.ts'

type Given = { whole: EntryWhole; onChanged: () => void }
type Step = NonNullable<EntryWhole['entry']['next']>

function useStep({ whole: { entry }, onChanged }: Given, next: Step, together: boolean) {
  const words = useListWords()
  const say = useToast()
  const { ask } = useSession()
  const needed = stepOf(entry.list, next)?.document === true
  const send = async ({ documentNo }: { documentNo: string }) => {
    const body = { step: next, ...(documentNo.trim() && { documentNo: documentNo.trim() }) }
    const { id, list, version, batch } = entry
    if (!together || batch === null) {
      const one = await ask(takeStep, { params: { id }, body: { version, ...body } })
      return one.ok ? { ok: true as const, value: { taken: 1, refused: 0, left: 0 } } : one
    }
    return ask(takeBatchStep, { params: { batch }, body: { list, ...body } })
  }
  return useForm({
    start: { documentNo: '' },
    check: ({ documentNo }): Errors =>
      needed && documentNo.trim().length < 2 ? { documentNo: words.documentNeeded } : {},
    send,
    done: ({ taken, refused }) => {
      say(refused > 0 ? words.takenRefused(taken, refused) : words.taken(taken))
      onChanged()
    },
  })
}

function Fields({ next, ...given }: Given & { next: Step }) {
  const words = useListWords()
  const language = useChosenLanguage()
  const { entry } = given.whole
  const [together, setTogether] = useState(false)
  const step = stepOf(entry.list, next)
  const { form, set, errors, ...rest } = useStep(given, next, together)
  return (
    <Form submitLabel={words.take(step?.name[language] ?? next)} errors={errors} {...rest} onSubmit={rest.submit}>
      <Field
        label={words.documentNo}
        optional={step?.document !== true}
        hint={words.documentHint}
        error={errors.documentNo}
        value={form.documentNo}
        maxLength={80}
        onChange={(event) => set({ documentNo: event.currentTarget.value })}
      />
      {entry.batch !== null && (
        <Check label={words.takeAll} hint={words.takeAllHint} checked={together} onChange={setTogether} />
      )}
    </Form>
  )
}

/** The next step of the chain for whoever may take it; for the others, whose turn it is. */
export function NextStepForm(given: Given) {
  const words = useListWords()
  const { entry, mayStep } = given.whole
  const { next } = entry
  if (next === null) return null
  if (mayStep) return <Fields {...given} next={next} />
  const higher = stepOf(entry.list, next)?.by.includes('command') === true
  return <p className="quiet">{words.notMine(higher ? words.whoDecides : words.whoPutsForward)}</p>
}
