import { notes, type NoteKey } from '../../shared/identity/notes.ts'
import { parseName } from '../../shared/identity/name.ts'
import { parsePersonDocument } from '../../shared/identity/person-document.ts'
import { parsePhone } from '../../shared/identity/phone.ts'
import { parsePlate } from '../../shared/identity/plate.ts'
import type { Reading } from '../../shared/identity/reading.ts'
import { hour, type Instant } from '../../shared/instant.ts'
import type { Draft, Person } from './draft.ts'
import { etaMoment } from './eta.ts'

/** What the form says itself; the rest are notes of shared/identity. */
export type FormNote = 'from.empty' | 'to.empty' | 'eta.past' | 'cargo.empty' | 'commitment.missing'
export type DraftNote = { path: string; note: NoteKey | FormNote; blocks: boolean }
export type FormPage = 0 | 1 | 2

/** The server takes an ETA that has just passed; a driver in a queue is not sent back to the form. */
const pastAllowed = hour

const said = (path: string, reading: Reading<string>): readonly DraftNote[] =>
  reading.ok
    ? reading.warnings.map((note) => ({ path, note, blocks: false }))
    : [{ path, note: reading.code, blocks: true }]

const missing = (path: string, absent: boolean, note: FormNote): readonly DraftNote[] =>
  absent ? [{ path, note, blocks: true }] : []

/** A foreign number is no mistake of someone with a foreign document: it warns. An escort may have none. */
function phoneNotes({ phone, role, document }: Person, path: string): readonly DraftNote[] {
  if (phone.trim() === '' && role === 'escort') return []
  const foreign = document !== 'id-card' || phone.trim().startsWith('+')
  return said(path, parsePhone(phone)).map((note) =>
    note.note === 'phone.wrong-form' && foreign ? { ...note, blocks: false } : note,
  )
}

function personNotes(person: Person, seat: number, now: Instant): readonly DraftNote[] {
  if (person.seat !== null) return []
  const at = `crew.${seat}`
  return [
    ...said(`${at}.name`, parseName(person.name)),
    ...said(`${at}.number`, parsePersonDocument(person.document, person.number, now)),
    ...phoneNotes(person, `${at}.phone`),
  ]
}

function journeyNotes(draft: Draft, now: Instant): readonly DraftNote[] {
  const eta = etaMoment(draft.etaDay, draft.etaTime, now)
  return [
    ...missing('from', draft.from === '', 'from.empty'),
    ...missing('to', draft.to === '', 'to.empty'),
    ...missing('eta', eta === undefined || eta < now - pastAllowed, 'eta.past'),
    ...missing('cargo', draft.cargo === '', 'cargo.empty'),
  ]
}

/** Everything one page of the form has to say; what blocks stands in the way of the next page. */
export function checkPage(draft: Draft, page: FormPage, now: Instant): readonly DraftNote[] {
  if (page === 0) {
    const trailer = draft.trailer === '' ? [] : said('trailer', parsePlate(draft.trailer))
    return [...said('plate', parsePlate(draft.plate)), ...trailer]
  }
  if (page === 1) return journeyNotes(draft, now)
  return [
    ...draft.crew.flatMap((person, seat) => personNotes(person, seat, now)),
    ...missing('commitment', !draft.commitment, 'commitment.missing'),
  ]
}

export const isIdentityNote = (note: string): note is NoteKey => Object.hasOwn(notes, note)

const pages: Readonly<Record<string, FormPage>> = {
  plate: 0,
  trailer: 0,
  throughTrain: 0,
  crew: 2,
  riskStay: 2,
  commitment: 2,
}

/** The page on which a refused field stands; the journey for what is named nowhere. */
export const pageOf = (path: string): FormPage => pages[path.split('.')[0] ?? ''] ?? 1
