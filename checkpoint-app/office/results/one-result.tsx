import { takeInResults } from '../../../schema/api/office.ts'
import { documentKinds } from '../../../schema/api/trips.ts'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { serverNow } from '../../ui/server-clock.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Form } from '../form.tsx'
import { useSession } from '../session.tsx'
import { useForm } from '../use-form.ts'
import { useOfficeWords } from '../words.ts'
import { useOneWords } from './one-words.ts'
import { errorsOf, readOne, type Typed } from './read-one.ts'

const blank: Typed = { document: 'id-card', number: '', result: '', sampledAt: '', reportedAt: '', source: '' }

function useOneResult(onSaved: () => void) {
  const { results } = useOfficeWords()
  const words = useOneWords()
  const say = useToast()
  const { ask } = useSession()
  return useForm({
    start: blank,
    check: (typed) => errorsOf(typed, serverNow(), { ...words, faults: results.faults }),
    send: async (typed) => {
      const read = readOne(typed, serverNow())
      const items = 'item' in read ? [read.item] : []
      const answer = await ask(takeInResults, { body: { source: typed.source.trim(), items } })
      const [first] = answer.ok ? answer.value.results : []
      if (first?.error) return { ok: false, problem: { kind: 'refused', status: 400, ...first.error } } as const
      return answer
    },
    done: ({ results: [first] }) => {
      say(first?.status === 'already' ? words.already : words.saved)
      onSaved()
    },
  })
}

function Fields({ onSaved }: { onSaved: () => void }) {
  const { results } = useOfficeWords()
  const words = useOneWords()
  const { form, set, errors, ...rest } = useOneResult(onSaved)
  const text = (name: 'number' | 'sampledAt' | 'reportedAt' | 'source', label: string, hint?: string) => (
    <Field
      label={label}
      hint={hint}
      error={errors[name]}
      value={form[name]}
      maxLength={name === 'source' ? 60 : 40}
      spellCheck={false}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  )
  const positive = form.result === 'positive'
  return (
    <Form submitLabel={positive ? words.savePositive : words.save} errors={errors} {...rest} onSubmit={rest.submit}>
      <p className="quiet">{words.oneLead}</p>
      <Select
        label={words.document}
        options={documentKinds.map((value) => ({ value, label: words.documents[value] }))}
        value={form.document}
        onChange={(document) => set({ document })}
      />
      {text('number', words.number)}
      <Choice
        legend={words.result}
        options={(['negative', 'positive', 'pending'] as const).map((value) => ({
          value,
          label: results.words[value],
        }))}
        value={form.result || undefined}
        error={errors.result}
        columns={3}
        onChange={(result) => set({ result })}
      />
      {text('sampledAt', words.sampledAt, words.timeHint)}
      {text('reportedAt', words.reportedAt, words.timeHint)}
      {text('source', words.source, words.sourceHint)}
    </Form>
  )
}

/** One result by hand, by the rules of the file. */
export function OneResult({ open, onClose }: { open: boolean; onClose: () => void }) {
  const words = useOneWords()
  return (
    <Sheet open={open} title={words.one} onClose={onClose} side>
      <Fields onSaved={onClose} />
    </Sheet>
  )
}
