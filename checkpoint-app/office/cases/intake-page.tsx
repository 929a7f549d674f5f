import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { openCase } from '../../../schema/api/cases.ts'
import { caseCategories, type CaseCategory } from '../../../shared/cases/kinds.ts'
import { parsePhone } from '../../../shared/identity/phone.ts'
import { parsePlate } from '../../../shared/identity/plate.ts'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { useToast } from '../../ui/toast.tsx'
import { addressOf } from '../address.ts'
import { Form } from '../form.tsx'
import { PageHead } from '../ledger/page-head.tsx'
import { useSession } from '../session.tsx'
import { goTo } from '../use-address.ts'
import { useCheckpoints } from '../use-checkpoints.ts'
import { useForm } from '../use-form.ts'
import { CallerFound, useCaller } from './caller-found.tsx'
import { useCaseNames } from './case-state.tsx'
import { useCaseWords } from './words.ts'

type Values = {
  who: string
  trip: string
  category: CaseCategory | ''
  words: string
  checkpoint: string
  phone: string
  caller: string
  dispatchTo: string
}
const blank: Values = {
  who: '',
  trip: '',
  category: '',
  words: '',
  checkpoint: '',
  phone: '',
  caller: '',
  dispatchTo: '',
}

/** What was typed into the one box: a phone number, else a plate. */
const phoneIn = (who: string) => (parsePhone(who).ok ? who : undefined)

function bodyOf(id: string, { who, trip, category, words, checkpoint, phone, caller, dispatchTo }: Values) {
  const number = phone.trim() || phoneIn(who)
  const plate = phoneIn(who) === undefined && parsePlate(who).ok ? who.trim() : undefined
  return {
    id,
    category: category || 'other',
    words: words.trim(),
    ...(plate !== undefined && plate.length >= 4 && { plate }),
    ...(number !== undefined && { phone: number }),
    ...(caller.trim() && { caller: caller.trim() }),
    ...(trip !== '' && { trip }),
    ...(checkpoint !== '' && { checkpoint }),
    ...(dispatchTo.trim() && { dispatchTo: dispatchTo.trim() }),
  } as const
}

/** Enter goes to the next field, as in any form of a call centre; Ctrl+Enter sends. */
function onward(event: KeyboardEvent<HTMLDivElement>) {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLElement)) return
  const form = event.currentTarget.querySelector('form')
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault()
    form?.requestSubmit()
    return
  }
  if (!(event.target instanceof HTMLInputElement)) return
  event.preventDefault()
  const fields = [
    ...(form?.querySelectorAll<HTMLElement>('input:not([type=radio]), input[type=radio]:checked, select, button') ??
      []),
  ]
  fields[fields.indexOf(event.target) + 1]?.focus()
}

/** A call taken down with the keyboard alone: who, what, where; the number to tell stands at the end. */
export function IntakePage() {
  const words = useCaseWords()
  const names = useCaseNames()
  const say = useToast()
  const { ask } = useSession()
  const checkpoints = useCheckpoints().value?.items ?? []
  const [id] = useState(() => crypto.randomUUID())
  const first = useRef<HTMLDivElement>(null)
  const { form, set, errors, ...rest } = useForm({
    start: blank,
    check: ({ category, words: said, phone }) => ({
      ...(category === '' && { category: words.categoryNeeded }),
      ...(said.trim().length < 2 && { words: words.wordsNeeded }),
      ...(phone.trim() !== '' && !parsePhone(phone).ok && { phone: words.phoneWrong }),
    }),
    send: (values) => ask(openCase, { body: bodyOf(id, values) }),
    done: ({ id: made, number }) => {
      say(`${words.made(number)}，${words.madeNext}`)
      goTo('cases', made)
    },
  })
  const found = useCaller(form.who)
  useEffect(() => first.current?.querySelector('input')?.focus(), [])
  return (
    <>
      <p className="screen-only">
        <a className="text-link" href={addressOf('cases')}>
          {words.back}
        </a>
      </p>
      <PageHead title={words.intakeTitle} lead={words.intakeLead} />
      <div className="case-intake" ref={first} onKeyDown={onward} role="presentation">
        <Form submitLabel={words.submit} errors={errors} {...rest} onSubmit={rest.submit}>
          <Field
            label={words.plate}
            optional
            hint={words.plateHint}
            value={form.who}
            maxLength={20}
            onChange={(event) => set({ who: event.currentTarget.value, trip: '' })}
          />
          <CallerFound
            found={found}
            trip={form.trip}
            onTrip={(trip, checkpoint) => set({ trip, ...(checkpoint !== '' && { checkpoint }) })}
          />
          <Choice
            legend={words.category}
            options={caseCategories.map((value) => ({ value, label: names.category(value) }))}
            value={form.category || undefined}
            error={errors.category}
            columns={3}
            onChange={(category) => set({ category })}
          />
          <Field
            label={words.words}
            hint={words.wordsHint}
            error={errors.words}
            value={form.words}
            maxLength={500}
            onChange={(event) => set({ words: event.currentTarget.value })}
          />
          <div className="case-selects">
            <Select
              label={words.checkpoint}
              optional
              options={[
                { value: '', label: words.noCheckpoint },
                ...checkpoints.map((one) => ({ value: one.id, label: one.name })),
              ]}
              value={form.checkpoint}
              onChange={(checkpoint) => set({ checkpoint })}
            />
            <Field
              label={words.callerPhone}
              optional
              inputMode="tel"
              error={errors.phone}
              value={form.phone}
              maxLength={20}
              onChange={(event) => set({ phone: event.currentTarget.value })}
            />
            <Field
              label={words.caller}
              optional
              value={form.caller}
              maxLength={40}
              onChange={(event) => set({ caller: event.currentTarget.value })}
            />
          </div>
          <Field
            label={words.dispatchTo}
            optional
            hint={words.dispatchHint}
            value={form.dispatchTo}
            maxLength={60}
            onChange={(event) => set({ dispatchTo: event.currentTarget.value })}
          />
        </Form>
      </div>
    </>
  )
}
