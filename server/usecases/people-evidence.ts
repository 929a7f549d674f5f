import type { AnswerOf } from '../../schema/api/endpoint.ts'
import type { getPerson } from '../../schema/api/codes.ts'
import type { Evidence } from '../../shared/codes/events.ts'
import { Fault } from '../../shared/fault.ts'
import { showPlate } from '../../shared/identity/plate.ts'
import { beijingIso, instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import { listedAmong, resultsOf } from '../store/people.ts'
import { inspectionsAmong, inspectionsOf } from '../store/people-known.ts'

type Offered = AnswerOf<typeof getPerson>['evidence'][number]

/** The records of this person that a red can stand on. A paper from outside is the only other evidence. */
export async function evidenceOf(deps: Pick<Deps, 'db'>, person: string): Promise<Offered[]> {
  const [told, results, listed] = await Promise.all([
    deps.db.all(inspectionsOf(person)),
    deps.db.all(resultsOf([person])),
    deps.db.all(listedAmong([person])),
  ])
  const inspections = await deps.db.all(
    inspectionsAmong(told.flatMap(({ inspection_id: id }) => (id === null ? [] : [id]))),
  )
  return [
    ...inspections.map(({ id, made_at, checkpoint_name, row, plate }) =>
      offer('inspection', id, made_at, `${checkpoint_name} ${showPlate(plate)} ${row}`),
    ),
    ...results
      .filter(({ result }) => result === 'positive')
      .map(({ id, reported_at, taken_in_at, source }) => offer('result', id, reported_at ?? taken_in_at, source)),
    ...listed.map(({ person_tag, since, source }) => offer('list', person_tag, since, source)),
  ].toSorted((a, b) => (a.at < b.at ? 1 : -1))
}

const offer = (kind: Evidence['kind'], id: string, at: number, label: string): Offered => ({
  kind,
  id,
  at: beijingIso(instant(at)),
  label,
})

/** @throws Fault bad-input CO-13 where a record is named that is not this person's, or a paper has no number */
export async function checkEvidence(deps: Pick<Deps, 'db'>, person: string, { kind, id }: Evidence): Promise<void> {
  if (kind === 'document' && /\d/.test(id)) return
  const offered = kind === 'document' ? [] : await evidenceOf(deps, person)
  if (offered.some((one) => one.kind === kind && one.id === id)) return
  throw new Fault('bad-input', 'CO-13', 'no such record of this person', { path: 'evidence.id' })
}
