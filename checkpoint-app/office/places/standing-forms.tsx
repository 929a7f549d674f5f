import { closePlace, openPlace } from '../../../schema/api/places.ts'
import { closingReasons, type ClosingReason } from '../../../shared/places/place.ts'
import { closingReasonWords } from '../../../shared/wording/network.ts'
import { Check } from '../../ui/check.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Form } from '../form.tsx'
import { useSession } from '../session.tsx'
import { useForm } from '../use-form.ts'
import type { Place } from './place-state.tsx'
import { usePlaceWords } from './words.ts'

type Given = { place: Place; done: () => void }

/** A service area with its reason and both approvals; a point for tests with a word at most. */
export function CloseForm({ place, done }: Given) {
  const words = usePlaceWords()
  const { language } = useLanguage()
  const say = useToast()
  const { ask } = useSession()
  const isArea = place.kind === 'service-area'
  const start = { reason: '' as ClosingReason | '', cityConsent: '', provinceApproval: '', note: '' }
  const { form, set, errors, ...rest } = useForm({
    start,
    check: ({ reason, cityConsent, provinceApproval }) =>
      isArea
        ? {
            ...(reason === '' && { reason: words.needed }),
            ...(cityConsent.trim().length < 2 && { cityConsent: words.needed }),
            ...(provinceApproval.trim().length < 2 && { provinceApproval: words.needed }),
          }
        : {},
    send: ({ reason, cityConsent, provinceApproval, note }) =>
      ask(closePlace, {
        params: { id: place.id },
        body: {
          ...(isArea &&
            reason !== '' && { reason, cityConsent: cityConsent.trim(), provinceApproval: provinceApproval.trim() }),
          ...(note.trim().length > 1 && { note: note.trim() }),
        },
      }),
    done: () => {
      say(words.closed)
      done()
    },
  })
  const field = (name: 'cityConsent' | 'provinceApproval' | 'note') => (
    <Field
      label={words[name]}
      optional={name === 'note'}
      error={errors[name]}
      value={form[name]}
      maxLength={name === 'note' ? 200 : 60}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  )
  return (
    <Form submitLabel={isArea ? words.close : words.shutNow} errors={errors} {...rest} onSubmit={rest.submit}>
      {isArea && (
        <>
          <p>{words.closeLead}</p>
          <Choice
            legend={words.reason}
            options={closingReasons.map((value) => ({ value, label: closingReasonWords[value][language] }))}
            value={form.reason || undefined}
            error={errors.reason}
            columns={2}
            onChange={(reason) => set({ reason })}
          />
          {field('cityConsent')}
          {field('provinceApproval')}
        </>
      )}
      {field('note')}
    </Form>
  )
}

export function OpenForm({ place, done }: Given) {
  const words = usePlaceWords()
  const say = useToast()
  const { ask } = useSession()
  const isArea = place.kind === 'service-area'
  const { form, set, errors, ...rest } = useForm({
    start: { disinfected: false, assessed: false },
    check: ({ disinfected, assessed }) =>
      isArea
        ? { ...(!disinfected && { disinfected: words.needed }), ...(!assessed && { assessed: words.needed }) }
        : {},
    send: (body) => ask(openPlace, { params: { id: place.id }, body }),
    done: () => {
      say(words.opened)
      done()
    },
  })
  return (
    <Form submitLabel={words.reopen} errors={errors} {...rest} onSubmit={rest.submit}>
      {isArea && (
        <>
          <Check
            label={words.disinfected}
            checked={form.disinfected}
            error={errors.disinfected}
            onChange={(disinfected) => set({ disinfected })}
          />
          <Check
            label={words.assessed}
            checked={form.assessed}
            error={errors.assessed}
            onChange={(assessed) => set({ assessed })}
          />
        </>
      )}
    </Form>
  )
}
