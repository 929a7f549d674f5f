import { handleLead } from '../../../schema/api/leads.ts'
import { mayBecome, type LeadState } from '../../../shared/leads/kinds.ts'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Form } from '../form.tsx'
import { useSession } from '../session.tsx'
import { useForm } from '../use-form.ts'
import type { Lead } from './lead-state.tsx'
import { useLeadWords } from './words.ts'

const outcomes = ['police', 'supervision', 'confirmed', 'unfounded'] as const
type Outcome = (typeof outcomes)[number]
type Values = { outcome: Outcome | ''; note: string }

const stateOf = (outcome: Outcome): LeadState =>
  outcome === 'confirmed' || outcome === 'unfounded' ? outcome : 'passed-on'

const bodyOf = (outcome: Outcome, note: string) =>
  outcome === 'confirmed' || outcome === 'unfounded'
    ? { state: outcome, note }
    : { state: 'passed-on' as const, passedTo: outcome, note }

/** Who goes on with it, or what came out; for good once it is confirmed or unfounded. */
export function HandleLead({ lead: { id, state }, onDone }: { lead: Lead; onDone: () => void }) {
  const words = useLeadWords()
  const say = useToast()
  const { ask } = useSession()
  const start: Values = { outcome: '', note: '' }
  const { form, set, errors, ...rest } = useForm({
    start,
    check: ({ outcome, note }) => ({
      ...(outcome ? {} : { outcome: words.outcomeNeeded }),
      ...(note.trim().length >= 2 ? {} : { note: words.noteNeeded }),
    }),
    send: ({ outcome, note }) =>
      ask(handleLead, { params: { id }, body: bodyOf(outcome || 'supervision', note.trim()) }),
    done: () => {
      say(words.done)
      onDone()
    },
  })
  return (
    <section className="stack-tight screen-only" aria-label={words.handle}>
      <Form submitLabel={words.submit} errors={errors} {...rest} onSubmit={rest.submit}>
        <Choice
          legend={words.handle}
          options={outcomes
            .filter((outcome) => mayBecome(state, stateOf(outcome)))
            .map((value) => ({ value, label: words.outcomes[value] }))}
          value={form.outcome || undefined}
          error={errors.outcome}
          columns={2}
          onChange={(outcome) => set({ outcome })}
        />
        <Field
          label={words.note}
          hint={words.noteHint}
          error={errors.note}
          value={form.note}
          maxLength={200}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
      </Form>
    </section>
  )
}
