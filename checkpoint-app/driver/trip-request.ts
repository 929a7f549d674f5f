import { normaliseId } from '../../shared/identity/id-card.ts'
import { normaliseName } from '../../shared/identity/name.ts'
import { normalisePhone } from '../../shared/identity/phone.ts'
import { normalisePlate } from '../../shared/identity/plate.ts'
import { beijingIso, type Instant } from '../../shared/instant.ts'
import type { Draft, Person, TripChange, TripForm } from './draft.ts'
import { etaMoment } from './eta.ts'

const stayDeclared = { yes: true, no: false, unsure: null, '': null } as const

type CrewMember = TripForm['crew'][number]

function memberOf({ role, name, document, number, phone }: Person): CrewMember {
  const member: CrewMember = { role, name: normaliseName(name), document, number: normaliseId(number) }
  const digits = normalisePhone(phone)
  if (digits !== '') member.phone = digits
  return member
}

/** The fields that a new trip and a correction share; `undefined` while something needed is not there. */
function fieldsOf(draft: Draft, now: Instant): Omit<TripForm, 'id' | 'crew'> | undefined {
  const eta = etaMoment(draft.etaDay, draft.etaTime, now)
  if (eta === undefined || draft.cargo === '' || !draft.commitment) return undefined
  const fields: Omit<TripForm, 'id' | 'crew'> = {
    plate: normalisePlate(draft.plate),
    from: draft.from,
    via: draft.via.filter(Boolean).map((region) => ({ region })),
    to: draft.to,
    eta: beijingIso(eta),
    cargo: draft.cargo,
    riskStay: stayDeclared[draft.riskStay],
    plan: draft.plan,
    throughTrain: draft.throughTrain,
    commitment: true,
  }
  if (draft.trailer !== '') fields.trailer = normalisePlate(draft.trailer)
  if (draft.checkpoint !== '') fields.checkpoint = draft.checkpoint
  if (draft.cargoName.trim() !== '') fields.cargoName = draft.cargoName.trim()
  if (draft.consignee.trim() !== '') fields.consignee = draft.consignee.trim()
  if (draft.plan === 'short-stay' && draft.lodging !== '') fields.lodging = draft.lodging
  return fields
}

/** The registration to send; `undefined` while the draft is not complete. `now` is when the driver pressed the button. */
export function formOf(draft: Draft, now: Instant): TripForm | undefined {
  const fields = fieldsOf(draft, now)
  return fields && { id: draft.id, ...fields, crew: draft.crew.map(memberOf) }
}

/** The correction to send: members already known go by their seat. */
export function changeOf(draft: Draft, now: Instant): TripChange | undefined {
  const fields = fieldsOf(draft, now)
  if (!fields || draft.version === null) return undefined
  const crew = draft.crew.map((person) => (person.seat === null ? memberOf(person) : { seat: person.seat }))
  return { version: draft.version, ...fields, crew }
}
