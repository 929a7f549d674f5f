import { useCallback, useState } from 'react'
import { correctVerdict } from '../../../schema/api/appeals.ts'
import { getInspection } from '../../../schema/api/inspections.ts'
import { Button } from '../../ui/button.tsx'
import { comeIntoSight } from '../../ui/come-into-sight.ts'
import { Field } from '../../ui/field.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Form } from '../form.tsx'
import { headlineOf } from '../inspections/headline.ts'
import { WhenLoaded } from '../ledger/when-loaded.tsx'
import { useSession } from '../session.tsx'
import { useForm } from '../use-form.ts'
import { useLoad } from '../use-load.ts'
import { useChosenLanguage, useOfficeWords } from '../words.ts'
import { CorrectPerson } from './correct-person.tsx'
import { asRecorded, correctedOf, isTouched, type PersonValues } from './correction-values.ts'
import { useAppealOfficeWords } from './words.ts'
import './appeals.css'

type Given = { inspection: string; crew: number; onDone: () => void }
type Values = { people: readonly PersonValues[]; reason: string }

const correctedIn = ({ people }: Values) =>
  people.flatMap((values, seat) => (isTouched(values) ? [correctedOf(values, seat)] : []))

function useCorrection({ inspection, crew, onDone }: Given) {
  const { correct: words } = useAppealOfficeWords()
  const language = useChosenLanguage()
  const say = useToast()
  const { ask } = useSession()
  const start: Values = { people: Array.from({ length: crew }, () => asRecorded), reason: '' }
  return useForm({
    start,
    check: (form) => {
      const corrected = correctedIn(form)
      const people = corrected.length === 0 ? words.nothing : corrected.includes(undefined) ? words.bad : undefined
      return { people, reason: form.reason.trim().length < 4 ? words.reasonNeeded : undefined }
    },
    send: (form) => {
      const corrected = correctedIn(form).filter((one) => one !== undefined)
      return ask(correctVerdict, { params: { id: inspection }, body: { corrected, reason: form.reason.trim() } })
    },
    done: ({ row, was }) => {
      say(words.done(headlineOf(row, language), headlineOf(was, language)))
      onDone()
    },
  })
}

function Fields(given: Given) {
  const { correct: words } = useAppealOfficeWords()
  const { form, set, errors, submit, ...rest } = useCorrection(given)
  return (
    <Form submitLabel={words.submit} errors={errors} onSubmit={submit} {...rest}>
      {form.people.map((values, seat) => (
        <CorrectPerson
          key={String(seat)}
          place={seat + 1}
          values={values}
          onChange={(next) => set({ people: form.people.map((one, at) => (at === seat ? next : one)) })}
        />
      ))}
      {errors['people'] && (
        <p className="field-error" role="alert">
          <span aria-hidden="true">■ </span>
          {errors['people']}
        </p>
      )}
      <Field
        label={words.reason}
        hint={words.reasonHint}
        maxLength={200}
        value={form.reason}
        error={errors['reason']}
        onChange={(event) => set({ reason: event.currentTarget.value })}
      />
    </Form>
  )
}

/** For the head of that checkpoint: how it was, and the verdict judged again, only towards release. */
export function CorrectPanel(given: Given) {
  const { correct: words } = useAppealOfficeWords()
  const { cancel } = useOfficeWords()
  const [open, setOpen] = useState(false)
  if (!open)
    return (
      <Button className="screen-only" onClick={() => setOpen(true)}>
        {words.open}
      </Button>
    )
  return (
    <section ref={comeIntoSight} className="stack-tight screen-only" aria-label={words.title} tabIndex={-1}>
      <h3>{words.title}</h3>
      <p className="quiet">{words.lead}</p>
      <Fields {...given} />
      <Button kind="ghost" compact onClick={() => setOpen(false)}>
        {cancel}
      </Button>
    </section>
  )
}

/** The same from an appeal, which knows the inspection only by its id. */
export function CorrectForm({ inspection, onDone }: Omit<Given, 'crew'>) {
  const { ask } = useSession()
  const loaded = useLoad(useCallback(() => ask(getInspection, { params: { id: inspection } }), [ask, inspection]))
  return (
    <WhenLoaded loaded={loaded}>
      {({ facts }) => (
        <CorrectPanel
          inspection={inspection}
          crew={Array.isArray(facts['crew']) ? facts['crew'].length : 1}
          onDone={onDone}
        />
      )}
    </WhenLoaded>
  )
}
