import { addRiskAreas } from '../../../schema/api/risk-areas.ts'
import { beijingIso } from '../../../shared/instant.ts'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { RegionPicker } from '../../ui/region-picker.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Form } from '../form.tsx'
import { readTypedTime } from '../results/typed-time.ts'
import { useSession } from '../session.tsx'
import { useForm } from '../use-form.ts'
import { useRiskAreaPageWords } from './words.ts'

const blank = { region: '', name: '', level: 'medium' as 'high' | 'medium', from: '', source: '' }

function useAdding(onSaved: () => void) {
  const words = useRiskAreaPageWords()
  const say = useToast()
  const { ask } = useSession()
  return useForm({
    start: blank,
    check: ({ region, name, from, source }) => ({
      region: region === '' ? words.errors.region : undefined,
      name: name.trim().length < 2 ? words.errors.name : undefined,
      source: source.trim().length < 4 ? words.errors.source : undefined,
      from: from.trim() === '' || typeof readTypedTime(from) === 'number' ? undefined : words.errors.from,
    }),
    send: async ({ from, source, name, ...rest }) => {
      const at = readTypedTime(from)
      const item = { ...rest, name: name.trim(), ...(typeof at === 'number' ? { from: beijingIso(at) } : {}) }
      const answer = await ask(addRiskAreas, { body: { source: source.trim(), items: [item] } })
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
  const words = useRiskAreaPageWords()
  const { form, set, errors, ...rest } = useAdding(onSaved)
  const text = (name: 'name' | 'from' | 'source', label: string, hint: string) => (
    <Field
      label={label}
      hint={hint}
      error={errors[name]}
      value={form[name]}
      maxLength={80}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  )
  const levels = (['high', 'medium'] as const).map((value) => ({ value, label: words.levels[value] }))
  return (
    <Form submitLabel={words.save} errors={errors} {...rest} onSubmit={rest.submit}>
      <p className="quiet">{words.addLead}</p>
      <RegionPicker
        label={words.region}
        value={form.region}
        error={errors['region']}
        onChange={(region) => set({ region })}
      />
      {text('name', words.name, words.nameHint)}
      <Choice
        legend={words.level}
        options={levels}
        value={form.level}
        columns={2}
        onChange={(level) => set({ level })}
      />
      {text('from', words.from, words.fromHint)}
      {text('source', words.source, words.sourceHint)}
    </Form>
  )
}

/** One area by hand. */
export function AddArea({ open, onClose }: { open: boolean; onClose: () => void }) {
  const words = useRiskAreaPageWords()
  return (
    <Sheet open={open} title={words.add} onClose={onClose} side>
      <Fields onSaved={onClose} />
    </Sheet>
  )
}
