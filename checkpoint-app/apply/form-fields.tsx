import { parseCompanyCode } from '../../shared/identity/company-code.ts'
import { keyGoods } from '../../shared/passes/departments.ts'
import { cargoNames } from '../../shared/wording/cargo.ts'
import { Check } from '../ui/check.tsx'
import { Choice } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.tsx'
import { PlateKeyboard } from '../ui/plate-keyboard.tsx'
import { RegionPicker } from '../ui/region-picker.tsx'
import { CrewFields } from './crew-fields.tsx'
import type { Draft } from './form.ts'
import type { NoteOf } from './form-screen.tsx'
import { useApplyWords } from './use-words.ts'

export type FieldsGiven = {
  draft: Draft
  edit: (part: Partial<Draft>) => void
  note: NoteOf
  left: (path: string) => void
}

export function FormFields(given: FieldsGiven) {
  const { form } = useApplyWords()
  const { draft, edit, note } = given
  return (
    <>
      <CompanyFields {...given} />
      <TruckFields {...given} />
      <CrewFields {...given} />
      <section className="card stack-tight">
        <p className="small quiet">{form.notice}</p>
        <Check
          label={<strong>{form.commitment}</strong>}
          checked={draft.commitment}
          onChange={(commitment) => edit({ commitment })}
          {...note('commitment')}
        />
      </section>
    </>
  )
}

const applicants = ['consignee', 'shipper'] as const

function CompanyFields({ draft, edit, note, left }: FieldsGiven) {
  const { form } = useApplyWords()
  const text = (name: 'company' | 'companyCode' | 'contact' | 'phone') => ({
    label: form[name],
    value: draft[name],
    onChange: (event: { currentTarget: { value: string } }) => edit({ [name]: event.currentTarget.value }),
    onBlur: () => draft[name] !== '' && left(name),
    ...note(name),
  })
  const fits = parseCompanyCode(draft.companyCode).ok
  return (
    <section className="stack">
      <h2>{form.about}</h2>
      <Choice
        legend={form.applicant}
        options={applicants.map((value) => ({ value, label: form.applicants[value] }))}
        value={draft.applicant}
        onChange={(applicant) => edit({ applicant })}
        columns={2}
      />
      <Field {...text('company')} maxLength={60} autoComplete="organization" />
      <Field
        {...text('companyCode')}
        maxLength={24}
        autoCapitalize="characters"
        spellCheck={false}
        hint={fits ? `✔ ${form.codeFits}` : form.codeHint}
      />
      <div className="apply-two">
        <Field {...text('contact')} maxLength={40} autoComplete="name" />
        <Field {...text('phone')} type="tel" inputMode="tel" maxLength={24} autoComplete="tel" />
      </div>
    </section>
  )
}

function TruckFields({ draft, edit, note, left }: FieldsGiven) {
  const { form } = useApplyWords()
  const { language } = useLanguage()
  return (
    <section className="stack">
      <h2>{form.vehicle}</h2>
      <PlateKeyboard
        label={form.plate}
        value={draft.plate}
        onChange={(plate) => edit({ plate })}
        onLeave={() => left('plate')}
        hint={form.plateHint}
        {...note('plate')}
      />
      <div className="apply-two">
        <RegionPicker label={form.from} value={draft.from} onChange={(from) => edit({ from })} {...note('from')} />
        <RegionPicker label={form.to} value={draft.to} onChange={(to) => edit({ to })} {...note('to')} />
      </div>
      <Choice
        legend={form.cargo}
        options={keyGoods.map((value) => ({ value, label: cargoNames[value][language] }))}
        value={draft.cargo === '' ? undefined : draft.cargo}
        onChange={(cargo) => edit({ cargo })}
        columns={2}
        {...note('cargo')}
      />
      <Field
        label={form.cargoName}
        optional
        maxLength={40}
        value={draft.cargoName}
        onChange={(event) => edit({ cargoName: event.currentTarget.value })}
        {...note('cargoName')}
      />
    </section>
  )
}
