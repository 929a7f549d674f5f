import { idTail } from '../../shared/identity/id-card.ts'
import { surnameOf, parseName } from '../../shared/identity/name.ts'
import type { NoteKey } from '../../shared/identity/notes.ts'
import { parsePersonDocument } from '../../shared/identity/person-document.ts'
import { parsePhone } from '../../shared/identity/phone.ts'
import { scopeOfTrip } from '../../shared/identity/region-code.ts'
import { beijingIso, type Instant } from '../../shared/instant.ts'
import type { Scope } from '../../shared/facts.ts'
import type { TripForm } from '../device/server.ts'
import type { Comer } from './crew-seats.ts'

/** What the booth asks for when a truck was not registered: eight fields, the phone optional. */
export type OnSiteDraft = {
  from: string
  to: string
  cargo: TripForm['cargo'] | ''
  plan: TripForm['plan']
  name: string
  document: TripForm['crew'][number]['document']
  number: string
  phone: string
  commitment: boolean
}

export const emptyOnSite = (county: string): OnSiteDraft => ({
  from: '',
  to: county,
  cargo: '',
  plan: 'leave-at-once',
  name: '',
  document: 'id-card',
  number: '',
  phone: '',
  commitment: false,
})

export type FieldNote = NoteKey | 'missing'
export type Checked = {
  readonly errors: Partial<Record<keyof OnSiteDraft, FieldNote>>
  readonly warnings: typeof noNotes
}
const noNotes: Partial<Record<keyof OnSiteDraft, FieldNote>> = {}

/** Only what the server would refuse blocks here too. */
export function checkOnSite(draft: OnSiteDraft, now: Instant): Checked {
  const errors: Partial<Record<keyof OnSiteDraft, FieldNote>> = {}
  const warnings: Partial<Record<keyof OnSiteDraft, FieldNote>> = {}
  for (const key of ['from', 'to', 'cargo', 'commitment'] as const) if (!draft[key]) errors[key] = 'missing'
  const readings = {
    name: parseName(draft.name),
    number: parsePersonDocument(draft.document, draft.number, now),
    ...(draft.phone.trim() === '' ? {} : { phone: parsePhone(draft.phone) }),
  }
  for (const key of ['name', 'number', 'phone'] as const) {
    const reading = readings[key]
    if (reading === undefined) continue
    if (!reading.ok) errors[key] = reading.code
    else if (reading.warnings[0] !== undefined) warnings[key] = reading.warnings[0]
  }
  return { errors, warnings }
}

/** Told while he still holds the card: a whole number whose check digit is wrong, a phone with all its digits. */
export function earlyErrors({ document, number, phone }: OnSiteDraft, errors: Checked['errors']): Checked['errors'] {
  const whole = { number: document === 'id-card' && number.trim().length >= 18, phone: phone.trim().length >= 11 }
  return {
    ...(whole.number && errors.number !== undefined ? { number: errors.number } : {}),
    ...(whole.phone && errors.phone !== undefined ? { phone: errors.phone } : {}),
  }
}

type Given = { id: string; plate: string; checkpoint: string; draft: OnSiteDraft; now: Instant }

/** The form as the server takes it; arrival is now. The stays are asked in the check itself. */
export function onSiteForm({ id, plate, checkpoint, draft, now }: Given): TripForm | undefined {
  const { from, to, cargo, plan, name, document, number, phone } = draft
  if (cargo === '' || !draft.commitment) return undefined
  const driver = { role: 'driver' as const, name: name.trim(), document, number: number.trim() }
  return {
    id,
    plate,
    from,
    via: [],
    to,
    checkpoint,
    eta: beijingIso(now),
    cargo,
    riskStay: null,
    plan,
    commitment: true,
    crew: [phone.trim() === '' ? driver : { ...driver, phone: phone.trim() }],
  }
}

/** What the check learns from the form without waiting for the server. */
export function learnedFrom(form: TripForm): { scope: Scope; crew: Comer[] } {
  const scope = scopeOfTrip({ from: form.from, via: form.via.map(({ region }) => region), to: form.to })
  const crew = form.crew.map(({ role, name, number }): Comer => {
    return { role, mark: { surname: surnameOf(name), idTail: idTail(number) } }
  })
  return { scope, crew }
}
