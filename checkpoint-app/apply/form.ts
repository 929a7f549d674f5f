import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type { applyAsCompany, followApplication } from '../../schema/api/passes.ts'
import { normaliseCompanyCode, parseCompanyCode } from '../../shared/identity/company-code.ts'
import { normaliseName, parseName } from '../../shared/identity/name.ts'
import { notes, type NoteKey } from '../../shared/identity/notes.ts'
import { normalisePhone, parsePhone } from '../../shared/identity/phone.ts'
import { normalisePlate, parsePlate } from '../../shared/identity/plate.ts'
import type { Reading } from '../../shared/identity/reading.ts'

export type CompanyForm = BodyOf<typeof applyAsCompany>
export type Outcome = AnswerOf<typeof followApplication>
export type CrewTyped = { name: string; idTail: string }

/** The form as typed so far; '' = not given. */
export type Draft = {
  applicant: CompanyForm['applicant']
  company: string
  companyCode: string
  contact: string
  phone: string
  plate: string
  from: string
  to: string
  cargo: CompanyForm['cargo'] | ''
  cargoName: string
  crew: readonly CrewTyped[]
  commitment: boolean
}

export const nobody: CrewTyped = { name: '', idTail: '' }

export const emptyDraft: Draft = {
  applicant: 'consignee',
  company: '',
  companyCode: '',
  contact: '',
  phone: '',
  plate: '',
  from: '',
  to: '',
  cargo: '',
  cargoName: '',
  crew: [nobody],
  commitment: false,
}

/** What the form says itself; the rest are notes of shared/identity. */
export type FormNote =
  'company.short' | 'from.empty' | 'to.empty' | 'cargo.empty' | 'idTail.wrong-form' | 'commitment.missing'
export type DraftNote = { path: string; note: NoteKey | FormNote; blocks: boolean }

const said = (path: string, reading: Reading<string>): readonly DraftNote[] =>
  reading.ok
    ? reading.warnings.map((note) => ({ path, note, blocks: false }))
    : [{ path, note: reading.code, blocks: true }]

const missing = (path: string, absent: boolean, note: FormNote): readonly DraftNote[] =>
  absent ? [{ path, note, blocks: true }] : []

const tailOf = (typed: string) => typed.normalize('NFKC').trim().toUpperCase()

/** Everything there is to say about the form; what blocks stands in the way of sending it. */
export const checkDraft = (draft: Draft): readonly DraftNote[] => [
  ...missing('company', draft.company.trim().length < 2, 'company.short'),
  ...said('companyCode', parseCompanyCode(draft.companyCode)),
  ...said('contact', parseName(draft.contact)),
  ...said('phone', parsePhone(draft.phone)),
  ...said('plate', parsePlate(draft.plate)),
  ...missing('from', draft.from === '', 'from.empty'),
  ...missing('to', draft.to === '', 'to.empty'),
  ...missing('cargo', draft.cargo === '', 'cargo.empty'),
  ...draft.crew.flatMap(({ name, idTail }, seat) => [
    ...said(`crew.${seat}.name`, parseName(name)),
    ...missing(`crew.${seat}.idTail`, !/^([0-9A-Z]{4})?$/.test(tailOf(idTail)), 'idTail.wrong-form'),
  ]),
  ...missing('commitment', !draft.commitment, 'commitment.missing'),
]

/** A code of full length is checked as it is typed; anything else once its field was left or sending was tried. */
export const isDueAsTyped = ({ path }: DraftNote, draft: Draft): boolean =>
  path === 'companyCode' && normaliseCompanyCode(draft.companyCode).length >= 18

/** What is sent; `undefined` while something blocks. */
export function formOf(draft: Draft, id: string, replaces?: CompanyForm['replaces']): CompanyForm | undefined {
  const { cargo } = draft
  if (cargo === '' || checkDraft(draft).some(({ blocks }) => blocks)) return undefined
  const cargoName = draft.cargoName.trim()
  return {
    id,
    applicant: draft.applicant,
    company: draft.company.trim(),
    companyCode: normaliseCompanyCode(draft.companyCode),
    contact: normaliseName(draft.contact),
    phone: normalisePhone(draft.phone),
    plate: normalisePlate(draft.plate),
    from: draft.from,
    to: draft.to,
    cargo,
    ...(cargoName === '' ? {} : { cargoName }),
    crew: draft.crew.map(({ name, idTail }) => {
      const tail = tailOf(idTail)
      return { name: normaliseName(name), ...(tail === '' ? {} : { idTail: tail }) }
    }),
    commitment: true,
    ...(replaces && { replaces }),
  }
}

export const isIdentityNote = (note: string): note is NoteKey => Object.hasOwn(notes, note)
