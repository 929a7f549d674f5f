import type * as z from 'zod/mini'
import type { listPassApplications, passRow } from '../../schema/api/passes.ts'
import type { AnswerOf } from '../../schema/api/endpoint.ts'
import { Fault } from '../../shared/fault.ts'
import { beijingIso, instant } from '../../shared/instant.ts'
import { standingReasonWords } from '../../shared/passes/reasons.ts'
import type { Deps } from '../deps.ts'
import type { ApplicationRow } from '../store/pass-applications.ts'
import type { ListedPass } from '../store/pass-lists.ts'
import { departmentOf } from './pass-application-view.ts'
import { answerBy, flagsIn, stateOfPass } from './passes-view.ts'

export type PassLine = z.infer<typeof passRow>
export type ApplicationLine = AnswerOf<typeof listPassApplications>['items'][number]

/** One issued before applications were kept was applied for by its driver. */
export const passLine = (deps: Pick<Deps, 'now'>, row: ListedPass): PassLine => ({
  number: row.number,
  state: stateOfPass(row, deps.now()),
  plate: row.plate,
  from: row.from_region,
  to: row.to_region,
  cargo: row.cargo,
  applicant: row.applicant ?? 'driver',
  company: row.company,
  issuedAt: beijingIso(instant(row.issued_at)),
  validTo: beijingIso(instant(row.valid_to)),
  reason: row.status_reason === null ? null : bilingual(standingReasonWords(row.status_reason)),
  replaces: row.replaces,
  replacedBy: row.replaced_by,
})

export const bilingual = ({ zh, en }: { zh: string; en: string }) => ({ zh, en })

export const applicationLine = (row: ApplicationRow): ApplicationLine => ({
  id: row.id,
  state: row.state,
  applicant: row.applicant,
  company: row.company,
  plate: row.plate,
  from: row.from_region,
  to: row.to_region,
  cargo: row.cargo,
  department: departmentOf(row),
  first: row.first === 1,
  flags: flagsIn(row),
  appliedAt: beijingIso(instant(row.applied_at)),
  answerBy: answerBy(row),
  decidedAt: row.decided_at === null ? null : beijingIso(instant(row.decided_at)),
})

export const notAPlace = () => new Fault('bad-input', 'PA-14', 'not the `next` of a page', { path: 'query.before' })

/** A page that read one row more than it shows. */
export function paged<Row>(rows: readonly Row[], limit: number, cursorOf: (last: Row) => string) {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last !== undefined ? cursorOf(last) : null }
}
