import { handleTracking, outcomes } from '../../../schema/api/tracking.ts'
import { Choice } from '../../ui/choice.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Form } from '../form.tsx'
import { useSession } from '../session.tsx'
import { useForm } from '../use-form.ts'
import type { Tracking } from './tracking-state.tsx'
import { useTrackingWords } from './words.ts'

type Outcome = (typeof outcomes)[number]
type Given = { tracking: Tracking; onDone: () => void }

/** Closes a positive one with what became of the person; an overdue one only where the sample was lost. */
export function HandleForm({ tracking: { id, state }, onDone }: Given) {
  const words = useTrackingWords()
  const say = useToast()
  const { ask } = useSession()
  const lost = state === 'waiting'
  const offered: readonly Outcome[] = outcomes.filter((outcome) => (outcome === 'sample-void') === lost)
  const start: { outcome: Outcome | '' } = { outcome: '' }
  const { form, set, errors, ...rest } = useForm({
    start,
    check: ({ outcome }) => (outcome ? {} : { outcome: words.handleNeeded }),
    send: ({ outcome }) => ask(handleTracking, { params: { id }, body: { outcome: outcome || 'care' } }),
    done: () => {
      say(words.handleDone)
      onDone()
    },
  })
  return (
    <section className="stack-tight" aria-label={words.handle}>
      <p className="quiet">{lost ? words.voidLead : words.handleLead}</p>
      <Form submitLabel={words.handleButton} errors={errors} {...rest} onSubmit={rest.submit}>
        <Choice
          legend={words.handle}
          options={offered.map((value) => ({ value, label: words.outcomes[value] }))}
          value={form.outcome || undefined}
          error={errors.outcome}
          onChange={(outcome) => set({ outcome })}
        />
      </Form>
    </section>
  )
}
