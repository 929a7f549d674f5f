import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type { revealPerson as contract } from '../../schema/api/codes.ts'
import { purposeWords } from '../../shared/codes/purposes.ts'
import { Fault } from '../../shared/fault.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { newestCrewRow } from '../store/people-known.ts'
import { byStaff } from './actor.ts'
import { openMember } from './crew.ts'
import { permit } from './may.ts'

type Form = BodyOf<typeof contract> & { person: string }

/** Who it is, in full. The log has it before the answer goes out. */
export async function revealPerson(deps: Deps, asker: Asker, form: Form): Promise<AnswerOf<typeof contract>> {
  const by = byStaff(permit(asker, 'see a person in full'))
  const [row] = await deps.db.all(newestCrewRow(form.person))
  if (row === undefined) throw new Fault('not-found', 'CO-11', 'this person never registered', { path: 'path.person' })
  const { zh: reason } = purposeWords[form.purpose]
  const detail = { purpose: form.purpose }
  await deps.audit.commit([], [{ by, action: 'person-read', subject: form.person, reason, detail }])
  const { name, document, number, phone } = await openMember(deps.vault, row)
  return { name, document, number, phone }
}
