import type { BodyOf } from '../../schema/api/endpoint.ts'
import type { registerTrip } from '../../schema/api/trips.ts'
import { Fault } from '../../shared/fault.ts'
import { idTail } from '../../shared/identity/id-card.ts'
import { parseName, surnameOf } from '../../shared/identity/name.ts'
import { parsePersonDocument } from '../../shared/identity/person-document.ts'
import { parsePhone, phoneTail } from '../../shared/identity/phone.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Vault } from '../deps.ts'
import type { CrewRow } from '../store/trips.ts'
import { personTag, phoneTag, phoneTailTag } from './person-tag.ts'
import { must } from './read-notes.ts'
import type { Warning } from './read-notes.ts'

export type MemberForm = BodyOf<typeof registerTrip>['crew'][number]

/** A member of the crew in the clear; lives only as long as a request. */
export type Member = {
  seat: number
  role: 'driver' | 'escort'
  document: MemberForm['document']
  name: string
  number: string
  phone: string | null
  personTag: string
}

/** Checks and normalises one member of the form. @throws Fault bad-input at `crew.N.…` */
export function readMember(form: MemberForm, path: string, now: Instant, warnings: Warning[]): MemberForm {
  const { role, document } = form
  const name = must(parseName(form.name), `${path}.name`, warnings)
  const number = must(parsePersonDocument(document, form.number, now), `${path}.number`, warnings)
  if (form.phone === undefined) return { role, document, name, number }
  return { role, document, name, number, phone: must(parsePhone(form.phone), `${path}.phone`, warnings) }
}

/** The row to keep: personal data sealed, and tags by which the trip and the person are found. */
export async function crewRow(vault: Vault, trip: string, seat: number, form: MemberForm): Promise<CrewRow> {
  const { phone } = form
  return {
    trip_id: trip,
    seat,
    role: form.role,
    document: form.document,
    name_sealed: await vault.seal('crew-name', form.name),
    number_sealed: await vault.seal('crew-number', form.number),
    phone_sealed: phone === undefined ? null : await vault.seal('crew-phone', phone),
    surname: surnameOf(form.name),
    id_tail: idTail(form.number),
    person_tag: await personTag(vault, form.document, form.number),
    phone_tag: phone === undefined ? null : await phoneTag(vault, phone),
    phone_tail_tag: phone === undefined ? null : await phoneTailTag(vault, trip, phoneTail(phone)),
  }
}

export const openMember = async (vault: Vault, row: CrewRow): Promise<Member> => ({
  seat: row.seat,
  role: row.role,
  document: row.document,
  name: await vault.open('crew-name', row.name_sealed),
  number: await vault.open('crew-number', row.number_sealed),
  phone: row.phone_sealed === null ? null : await vault.open('crew-phone', row.phone_sealed),
  personTag: row.person_tag,
})

/** One person has one seat. @throws Fault bad-input TR-11 */
export function refuseDoubles(rows: readonly CrewRow[]): void {
  const second = rows.findIndex((row, index) => rows.findIndex((other) => other.person_tag === row.person_tag) < index)
  if (second >= 0)
    throw new Fault('bad-input', 'TR-11', 'this person is in the crew already', { path: `crew.${second}.number` })
}
