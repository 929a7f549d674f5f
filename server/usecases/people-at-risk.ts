import type { AnswerOf, BodyOf, QueryOf } from '../../schema/api/endpoint.ts'
import type {
  addToList as addContract,
  listPersonsAtRisk as listContract,
  removeFromList as removeContract,
} from '../../schema/api/codes.ts'
import { purposeWords } from '../../shared/codes/purposes.ts'
import { Fault } from '../../shared/fault.ts'
import { idTail } from '../../shared/identity/id-card.ts'
import { parsePersonDocument } from '../../shared/identity/person-document.ts'
import { beijingIso, instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { listedAmong, putOnList } from '../store/people.ts'
import { knownAmong } from '../store/people-known.ts'
import { listedPage, takeOffList } from '../store/people-queues.ts'
import { byStaff } from './actor.ts'
import { permit } from './may.ts'
import { maskedOf } from './people-rows.ts'
import { personTag } from './person-tag.ts'
import { must } from './read-notes.ts'

const usualPage = 100

export async function listPersonsAtRisk(
  deps: Deps,
  asker: Asker,
  { kind, after, limit = usualPage }: QueryOf<typeof listContract>,
): Promise<AnswerOf<typeof listContract>> {
  permit(asker, 'see codes')
  const rows = await deps.db.all(listedPage(kind, limit, after))
  const page = rows.slice(0, limit)
  const known = await deps.db.all(knownAmong(page.map((row) => row.person_tag)))
  return {
    items: page.map((row) => ({
      ...maskedOf(row.person_tag, known, row),
      kind: row.kind,
      since: beijingIso(instant(row.since)),
      source: row.source,
    })),
    next: rows.length > limit ? (page.at(-1)?.person_tag ?? null) : null,
  }
}

/** A person stands on one list only; another entry replaces the one before, and the log keeps both. */
export async function addToList(
  deps: Deps,
  asker: Asker,
  form: BodyOf<typeof addContract>,
): Promise<AnswerOf<typeof addContract>> {
  const by = byStaff(permit(asker, 'change the lists of persons at risk'))
  const { document, kind, paper } = form
  const number = must(parsePersonDocument(document, form.number, deps.now()), 'number')
  const person = await personTag(deps.vault, document, number)
  const [before] = await deps.db.all(listedAmong([person]))
  const row = { person_tag: person, kind, surname: '', id_tail: idTail(number), since: deps.now(), source: paper }
  const detail = { kind, before: before?.kind ?? null }
  await deps.audit.commit([putOnList(row)], [{ by, action: 'person-listed', subject: person, reason: paper, detail }])
  return { person }
}

export async function removeFromList(
  deps: Deps,
  asker: Asker,
  { person, purpose, paper }: BodyOf<typeof removeContract> & { person: string },
): Promise<AnswerOf<typeof removeContract>> {
  const by = byStaff(permit(asker, 'change the lists of persons at risk'))
  const [row] = await deps.db.all(listedAmong([person]))
  if (row === undefined) throw new Fault('not-found', 'CO-14', 'this person is on no list', { path: 'path.person' })
  const detail = { kind: row.kind, purpose, paper }
  const { zh: reason } = purposeWords[purpose]
  await deps.audit.commit([takeOffList(person)], [{ by, action: 'person-unlisted', subject: person, reason, detail }])
  return { ok: true }
}
