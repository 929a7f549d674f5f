import { voidFreightCodes } from '../../../schema/api/passes.ts'
import { showPlate } from '../../../shared/identity/plate.ts'
import { voidReasonIds, voidReasons } from '../../../shared/passes/reasons.ts'
import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Form } from '../form.tsx'
import { useSession } from '../session.tsx'
import { useForm } from '../use-form.ts'
import { useChosenLanguage } from '../words.ts'
import { usePassWords } from './words.ts'

const reasonIn = (text: string) => voidReasonIds.find((one) => one === text)

function VoidForm({ trip: known, onDone }: { trip: string; onDone: () => void }) {
  const words = usePassWords()
  const language = useChosenLanguage()
  const { ask } = useSession()
  const say = useToast()
  const { form, set, errors, ...rest } = useForm<{ trip: string; reason: string }, AnswerOf<typeof voidFreightCodes>>({
    start: { trip: known, reason: '' },
    check: ({ trip, reason }) => ({
      ...(trip.replace(/\D/g, '').length === 12 ? {} : { trip: words.voidTripNeeded }),
      ...(reasonIn(reason) === undefined ? { reason: words.reasonChoose } : {}),
    }),
    send: ({ trip, reason }) =>
      ask(voidFreightCodes, { body: { trip: trip.trim(), reason: reasonIn(reason) ?? 'driver-asked' } }),
    done: ({ plate }) => {
      say(words.voided(showPlate(plate)))
      onDone()
    },
  })
  return (
    <Form submitLabel={words.voidButton} errors={errors} {...rest} onSubmit={rest.submit}>
      <p>{words.voidSays}</p>
      <Field
        label={words.voidTrip}
        hint={words.voidTripHint}
        inputMode="numeric"
        value={form.trip}
        maxLength={20}
        error={errors['trip']}
        onChange={(event) => set({ trip: event.currentTarget.value })}
      />
      <Select
        label={words.reason}
        options={[
          { value: '', label: words.reasonChoose },
          ...voidReasonIds.map((value) => ({ value, label: voidReasons[value][language] })),
        ]}
        value={form.reason}
        error={errors['reason']}
        onChange={(reason) => set({ reason })}
      />
    </Form>
  )
}

/** 作废货畅码, by the number of a trip. */
export function VoidSheet({ open, trip, onClose }: { open: boolean; trip: string; onClose: () => void }) {
  const words = usePassWords()
  return (
    <Sheet open={open} title={words.voidCodes} onClose={onClose} side>
      {open && <VoidForm key={trip} trip={trip} onDone={onClose} />}
    </Sheet>
  )
}
