import { proposeNumber } from '../../../schema/api/published-numbers.ts'
import { readServiceNumber } from '../../../shared/identity/service-number.ts'
import { numberKinds, numberNames, type NumberKind } from '../../../shared/wording/published-numbers.ts'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Form } from '../form.tsx'
import { useSession } from '../session.tsx'
import { useForm } from '../use-form.ts'
import { useOfficeWords } from '../words.ts'
import { useNumbersWords } from './words.ts'

type Values = { kind: NumberKind; number: string; reason: string }
const blank: Values = { kind: 'emergency', number: '', reason: '' }

/** What one of the command proposes; nothing is published by it. */
export function ProposeForm({ onSent }: { onSent: () => void }) {
  const words = useNumbersWords()
  const { password } = useOfficeWords()
  const { language } = useLanguage()
  const { ask } = useSession()
  const say = useToast()
  const { form, set, errors, ...rest } = useForm({
    start: blank,
    check: ({ number, reason }) => ({
      ...(number.trim() === '' || readServiceNumber(number) !== undefined ? {} : { number: words.numberForm }),
      ...(reason.trim().length >= 2 ? {} : { reason: password.needed }),
    }),
    send: ({ kind, number, reason }) =>
      ask(proposeNumber, {
        body: { kind, number: number.trim() === '' ? null : number.trim(), reason: reason.trim() },
      }),
    done: () => {
      say(words.proposed)
      onSent()
    },
  })
  return (
    <Form submitLabel={words.send} errors={errors} {...rest} onSubmit={rest.submit}>
      <Choice
        legend={words.kind}
        options={numberKinds.map((value) => ({ value, label: numberNames[value][language] }))}
        value={form.kind}
        onChange={(kind) => set({ kind })}
      />
      <Field
        label={words.number}
        hint={words.numberHint}
        error={errors.number}
        value={form.number}
        inputMode="tel"
        maxLength={30}
        onChange={(event) => set({ number: event.currentTarget.value })}
      />
      <Field
        label={words.reason}
        hint={words.reasonHint}
        error={errors.reason}
        value={form.reason}
        maxLength={200}
        onChange={(event) => set({ reason: event.currentTarget.value })}
      />
    </Form>
  )
}
