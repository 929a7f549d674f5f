import { decideAppeal } from '../../../schema/api/appeals.ts'
import type { BodyOf } from '../../../schema/api/endpoint.ts'
import { refusals, type Refusal } from '../../../shared/appeals/kinds.ts'
import { useAppealWords } from '../../driver/use-appeal-words.ts'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { RegionPicker } from '../../ui/region-picker.tsx'
import { Select } from '../../ui/select.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Form } from '../form.tsx'
import { useSession } from '../session.tsx'
import { useForm } from '../use-form.ts'
import type { Appeal } from './appeal-state.tsx'
import { useAppealOfficeWords, type AppealOfficeWords } from './words.ts'

type Decision = BodyOf<typeof decideAppeal>['decision']
type Way = Appeal['may']['ways'][number]
type Values = { decision: Decision; way: Way | ''; document: string; why: Refusal | ''; reply: string; region: string }

const found = ({ decision, way, document, why, reply, region }: Values, words: AppealOfficeWords) => ({
  ...(decision === 'cleared' && way === '' && { way: words.choose }),
  ...(decision === 'cleared' && !/\d/.test(document) && { document: words.documentNeeded }),
  ...(decision === 'upheld' && why === '' && { why: words.choose }),
  ...(decision === 'upheld' && reply.trim().length < 2 && { reply: words.replyNeeded }),
  ...(decision === 'referred' && region === '' && { region: words.regionNeeded }),
})

function bodyOf({ decision, way, document, why, reply, region }: Values): BodyOf<typeof decideAppeal> | undefined {
  const said = reply.trim() === '' ? {} : { reply: reply.trim() }
  if (decision === 'referred') return { decision, region, ...said }
  if (decision === 'upheld') return why === '' ? undefined : { decision, why, reply: reply.trim() }
  return way === '' ? undefined : { decision, way, document: document.trim(), ...said }
}

function decisionsOf({ may }: Appeal): readonly Decision[] {
  return [
    ...(may.ways.length > 0 ? (['cleared'] as const) : []),
    ...(may.uphold ? (['upheld'] as const) : []),
    ...(may.refer ? (['referred'] as const) : []),
  ]
}

function useDecision(appeal: Appeal, onDone: () => void) {
  const words = useAppealOfficeWords()
  const say = useToast()
  const { ask } = useSession()
  const start: Values = {
    decision: decisionsOf(appeal)[0] ?? 'upheld',
    way: appeal.may.ways[0] ?? '',
    document: '',
    why: '',
    reply: '',
    region: '',
  }
  return useForm({
    start,
    check: (form) => found(form, words),
    send: async (form) => {
      const body = bodyOf(form)
      if (!body) return { ok: false as const, problem: { kind: 'unreadable' as const, status: 0 } }
      return ask(decideAppeal, { params: { id: appeal.id }, body })
    },
    done: () => {
      say(words.done)
      onDone()
    },
  })
}

type Fields = Pick<ReturnType<typeof useDecision>, 'form' | 'set' | 'errors'> & { appeal: Appeal }

function Cleared({ form, set, errors, appeal }: Fields) {
  const words = useAppealOfficeWords()
  return (
    <>
      <Select
        label={words.way}
        value={form.way}
        error={errors['way']}
        options={appeal.may.ways.map((value) => ({ value, label: words.ways[value] }))}
        onChange={(way) => set({ way })}
      />
      <Field
        label={words.document}
        hint={words.documentHint}
        maxLength={40}
        value={form.document}
        error={errors['document']}
        onChange={(event) => set({ document: event.currentTarget.value })}
      />
    </>
  )
}

function Upheld({ form, set, errors, appeal }: Fields) {
  const words = useAppealOfficeWords()
  const { why } = useAppealWords()
  const fitting = refusals.filter(
    (one) => (one === 'verdict-holds') === (appeal.kind === 'verdict') || one === 'evidence-false',
  )
  const options = [
    { value: '' as const, label: words.choose },
    ...fitting.map((value) => ({ value, label: why[value] })),
  ]
  return (
    <Select
      label={words.why}
      value={form.why}
      error={errors['why']}
      options={options}
      onChange={(why) => set({ why })}
    />
  )
}

/** Clear on a paper, refuse on a listed ground with a word to the driver, or refer outside. */
export function DecideForm({ appeal, onDone }: { appeal: Appeal; onDone: () => void }) {
  const words = useAppealOfficeWords()
  const { form, set, errors, submit, ...rest } = useDecision(appeal, onDone)
  const decisions = decisionsOf(appeal)
  return (
    <section className="stack-tight screen-only" aria-label={words.decide}>
      <h3>{words.decide}</h3>
      <Form submitLabel={words.submit} errors={errors} onSubmit={submit} {...rest}>
        {decisions.length > 1 && (
          <Choice
            legend={words.decision}
            columns={3}
            value={form.decision}
            options={decisions.map((value) => ({ value, label: words.decisions[value] }))}
            onChange={(decision) => set({ decision })}
          />
        )}
        {form.decision === 'cleared' && <Cleared form={form} set={set} errors={errors} appeal={appeal} />}
        {form.decision === 'upheld' && <Upheld form={form} set={set} errors={errors} appeal={appeal} />}
        {form.decision === 'referred' && (
          <RegionPicker
            label={words.region}
            value={form.region}
            error={errors['region']}
            onChange={(region) => set({ region })}
          />
        )}
        <Field
          label={words.replyLabel}
          optional={form.decision !== 'upheld'}
          hint={words.replyHint}
          maxLength={100}
          value={form.reply}
          error={errors['reply']}
          onChange={(event) => set({ reply: event.currentTarget.value })}
        />
      </Form>
    </section>
  )
}
