import type { ApiProblem, Called } from '../../ui/api.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Form } from '../form.tsx'
import { useForm } from '../use-form.ts'
import { useOfficeWords } from '../words.ts'
import { usePassWords } from './words.ts'

export type Option<Reason extends string> = { value: Reason; label: string }
type Given<Reason extends string, Value> = {
  says: string
  submit: string
  options: readonly Option<Reason>[]
  send: (reason: Reason, note: string | undefined) => Promise<Called<Value>>
  done: string
  onDone: () => void
  onCancel: () => void
}

/** What will happen, why, and a second press that confirms it. */
export function ReasonForm<Reason extends string, Value>(given: Given<Reason, Value>) {
  const words = usePassWords()
  const { cancel } = useOfficeWords()
  const say = useToast()
  const chosen = (text: string) => given.options.find(({ value }) => value === text)?.value
  const { form, set, errors, ...rest } = useForm<{ reason: string; note: string }, Value>({
    start: { reason: '', note: '' },
    check: ({ reason }) => (chosen(reason) === undefined ? { reason: words.reasonChoose } : {}),
    send: async ({ reason, note }) => {
      const valid = chosen(reason)
      if (valid === undefined) return { ok: false, problem: unsent }
      return given.send(valid, note.trim().length >= 2 ? note.trim() : undefined)
    },
    done: () => {
      say(given.done)
      given.onDone()
    },
  })
  return (
    <Form
      submitLabel={given.submit}
      errors={errors}
      {...rest}
      onSubmit={rest.submit}
      more={
        <Button compact onClick={given.onCancel}>
          {cancel}
        </Button>
      }
    >
      <p>{given.says}</p>
      <Select
        label={words.reason}
        options={[{ value: '', label: words.reasonChoose }, ...given.options]}
        value={form.reason}
        error={errors['reason']}
        onChange={(reason) => set({ reason })}
      />
      <Field
        label={words.note}
        optional
        hint={words.noteHint}
        value={form.note}
        maxLength={200}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
    </Form>
  )
}

/** The check before sending stops it first. */
const unsent: ApiProblem = { kind: 'offline' }
