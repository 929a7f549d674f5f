import type { Role } from '../facts.ts'
import { idTail } from '../identity/id-card.ts'
import { surnameOf } from '../identity/name.ts'
import type { CrewMark } from './claims.ts'

/** What a credential may say of a person: surname and the last four of the document number. The rest stays outside. */
export const crewMark = (person: { name: string; idNumber: string; role: Role }): CrewMark => ({
  surname: surnameOf(person.name),
  idTail: idTail(person.idNumber),
  role: person.role,
})
