import { useState } from 'react'
import { v7 } from 'uuid'
import { notes } from '../../shared/identity/notes.ts'
import type { TripForm } from '../device/server.ts'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/check.tsx'
import { Choice } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.tsx'
import { Plate } from '../ui/plate.tsx'
import { RegionPicker } from '../ui/region-picker.tsx'
import { Select } from '../ui/select.tsx'
import { useBooth, usePhone } from './desk-context.tsx'
import { checkOnSite, emptyOnSite, learnedFrom, onSiteForm, type FieldNote, type OnSiteDraft } from './registration.ts'
import { useInspectorWords } from './use-words.ts'

const cargos = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '99'] as const
const documents = ['id-card', 'hk-macau-permit', 'taiwan-permit', 'passport', 'foreigner-permit', 'other'] as const

/** 现场报备: kept on this phone first, sent when there is a network; the check goes on at once. */
export function RegisterScreen({ plate, onDone }: { plate: string; onDone: () => void }) {
  const words = useInspectorWords()
  const { phone, desk } = useBooth()
  const { terminal } = usePhone()
  const [draft, setDraft] = useState<OnSiteDraft>(() => emptyOnSite(terminal?.checkpoint.county ?? ''))
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const { errors, warnings } = checkOnSite(draft, phone.clock.now())

  const submit = async () => {
    setTried(true)
    const form: TripForm | undefined = onSiteForm({
      id: v7(),
      plate,
      checkpoint: terminal?.checkpoint.id ?? '',
      draft,
      now: phone.clock.now(),
    })
    if (Object.keys(errors).length > 0 || form === undefined) return showFirstError()
    setBusy(true)
    await phone.register(form)
    setBusy(false)
    const { scope, crew } = learnedFrom(form)
    desk.send({ type: 'registered-here', onSite: { trip: form.id, scope, riskStay: null }, crew })
    desk.lookAgain()
    return onDone()
  }
  return (
    <main className="screen register">
      <h1>{words.form}</h1>
      <Plate plate={plate} />
      <p className="quiet">{words.formNotice}</p>
      <OnSiteFields
        draft={draft}
        change={(part) => setDraft((before) => ({ ...before, ...part }))}
        errors={tried ? errors : {}}
        warnings={warnings}
      />
      <div className="thumb">
        <Button kind="primary" wide busy={busy} onClick={() => void submit()}>
          {words.formSubmit}
        </Button>
        <Button kind="ghost" wide onClick={onDone}>
          {words.back}
        </Button>
      </div>
    </main>
  )
}

/** Once the notes are painted. */
function showFirstError(): void {
  requestAnimationFrame(() => {
    const field = document.querySelector('.register .field-error')?.closest('.field')
    field?.scrollIntoView({ block: 'center' })
    field?.querySelector<HTMLElement>('input, select, button')?.focus({ preventScroll: true })
  })
}

type Fields = {
  draft: OnSiteDraft
  change: (part: Partial<OnSiteDraft>) => void
  errors: Partial<Record<keyof OnSiteDraft, FieldNote>>
  warnings: Partial<Record<keyof OnSiteDraft, FieldNote>>
}

function OnSiteFields({ draft, change, errors, warnings }: Fields) {
  const words = useInspectorWords()
  const { language } = useLanguage()
  const said = (note: FieldNote | undefined) =>
    note === undefined ? undefined : note === 'missing' ? words.fieldMissing : notes[note][language]
  const notesOf = (key: keyof OnSiteDraft) => ({ error: said(errors[key]), warning: said(warnings[key]) })
  const cargoOptions = cargos.map((value) => ({ value, label: words.cargoNames[value] }))
  const kinds = documents.map((value) => ({ value, label: words.documents[value] }))
  const plans = [
    { value: 'leave-at-once', label: words.planLeave },
    { value: 'short-stay', label: words.planStay },
  ] as const
  return (
    <div className="stack">
      <RegionPicker label={words.from} value={draft.from} onChange={(from) => change({ from })} {...notesOf('from')} />
      <RegionPicker label={words.to} value={draft.to} onChange={(to) => change({ to })} {...notesOf('to')} />
      <Select
        label={words.cargo}
        options={[{ value: '', label: '—' }, ...cargoOptions]}
        value={draft.cargo}
        onChange={(cargo) => change({ cargo })}
        {...notesOf('cargo')}
      />
      <Field
        label={words.driverName}
        value={draft.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        {...notesOf('name')}
      />
      <Select
        label={words.documentKind}
        options={kinds}
        value={draft.document}
        onChange={(document) => change({ document })}
      />
      <Field
        label={words.documentNumber}
        value={draft.number}
        autoCapitalize="characters"
        onChange={(event) => change({ number: event.currentTarget.value })}
        {...notesOf('number')}
      />
      <Field
        label={words.phone}
        optional
        inputMode="tel"
        value={draft.phone}
        onChange={(event) => change({ phone: event.currentTarget.value })}
        {...notesOf('phone')}
      />
      <Choice
        legend={words.plan}
        options={plans}
        value={draft.plan}
        onChange={(plan) => change({ plan })}
        columns={2}
      />
      <Check
        label={words.formCommit}
        checked={draft.commitment}
        onChange={(commitment) => change({ commitment })}
        error={said(errors.commitment)}
      />
    </div>
  )
}
