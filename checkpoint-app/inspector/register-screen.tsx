import { useState } from 'react'
import { v7 } from 'uuid'
import { notes } from '../../shared/identity/notes.ts'
import type { TripForm } from '../device/server.ts'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/check.tsx'
import { Choice } from '../ui/choice.tsx'
import { Field, type Notes } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.tsx'
import { Plate } from '../ui/plate.tsx'
import { RegionPicker } from '../ui/region-picker.tsx'
import { Select } from '../ui/select.tsx'
import { shortRegion, useRegions } from '../ui/use-regions.ts'
import { useBooth, usePhone } from './desk-context.tsx'
import { recentHere, rememberHere, type Recent } from './on-site-recent.ts'
import { useRegisterWords } from './register-words.ts'
import {
  checkOnSite,
  earlyErrors,
  emptyOnSite,
  learnedFrom,
  onSiteForm,
  type FieldNote,
  type OnSiteDraft,
} from './registration.ts'
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
  const change = (part: Partial<OnSiteDraft>) => setDraft((before) => ({ ...before, ...part }))

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
    rememberHere(draft, phone.clock.now())
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
      <RecentTrips onPick={change} />
      <OnSiteFields
        draft={draft}
        change={change}
        errors={tried ? errors : earlyErrors(draft, errors)}
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

/** One tap for where from and with what, as the truck before had it. */
function RecentTrips({ onPick }: { onPick: (recent: Recent) => void }) {
  const words = useInspectorWords()
  const own = useRegisterWords()
  const regions = useRegions()
  const { phone } = useBooth()
  const recent = recentHere(phone.clock.now())
  if (recent.length === 0) return null
  return (
    <div className="recent-trips" role="group" aria-label={own.recent}>
      {recent.map((one) => (
        <Button key={`${one.from} ${one.cargo}`} onClick={() => onPick(one)}>
          {shortRegion(regions, one.from)} · {one.cargo !== '' && words.cargoNames[one.cargo]}
        </Button>
      ))}
    </div>
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
      <DocumentNumber draft={draft} change={change} notes={notesOf('number')} />
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

/** Digits on the number keys; the X that one card in eleven ends in has its own button. */
function DocumentNumber({ draft, change, notes }: Pick<Fields, 'draft' | 'change'> & { notes: Notes }) {
  const words = useInspectorWords()
  const own = useRegisterWords()
  const isCard = draft.document === 'id-card'
  const wantsX = isCard && /^\d{17}$/.test(draft.number)
  return (
    <div className="document-number">
      <Field
        label={words.documentNumber}
        value={draft.number}
        autoCapitalize="characters"
        inputMode={isCard ? 'numeric' : 'text'}
        onChange={(event) => change({ number: event.currentTarget.value })}
        {...notes}
      />
      {isCard && (
        <Button disabled={!wantsX} onClick={() => change({ number: `${draft.number}X` })}>
          {own.idX}
        </Button>
      )}
    </div>
  )
}
