import type { AnswerOf, BodyOf, QueryOf } from '../../schema/api/endpoint.ts'
import type {
  checkAudit as checkContract,
  exportAudit as exportContract,
  listAuditActors as actorsContract,
  searchAudit as searchContract,
} from '../../schema/api/audit.ts'
import type { Detail } from '../../shared/audit/entry.ts'
import { masked } from '../../shared/audit/mask.ts'
import { sayFlaw } from '../../shared/audit/words.ts'
import { Fault } from '../../shared/fault.ts'
import { parseInstant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { endOfAudit } from '../store/audit.ts'
import { auditActors, auditEdge, auditPage } from '../store/audit-search.ts'
import type { AuditPage, Place } from '../store/audit-search.ts'
import { byStaff } from './actor.ts'
import { momentOf, viewOfEntry } from './audit-log-view.ts'
import { permit } from './may.ts'

type Asked = Omit<BodyOf<typeof exportContract>, 'reason'>

const usualPage = 50
const reach = 20_000
const mostExported = 5_000
const exportReach = 100_000
const recent = 2_000
const atOnce = 10_000

export async function searchAudit(
  deps: Deps,
  asker: Asker,
  query: QueryOf<typeof searchContract>,
): Promise<AnswerOf<typeof searchContract>> {
  permit(asker, 'read the log')
  const { limit = usualPage, before, ...asked } = query
  const page = { ...pageOf(asked), before: before === undefined ? undefined : readPlace(before), limit, reach }
  const [rows, [edge]] = await Promise.all([deps.db.all(auditPage(page)), deps.db.all(auditEdge(page))])
  const last = rows.length > limit ? rows[limit - 1] : edge
  return { items: rows.slice(0, limit).map(viewOfEntry), next: last === undefined ? null : placeText(last) }
}

/** Numbers of persons are masked in the log, so one that is asked for is masked as well. */
const pageOf = ({ from, until, words, ...rest }: Asked): Omit<AuditPage, 'limit' | 'reach'> => ({
  ...rest,
  from: from === undefined ? undefined : parseInstant(from),
  until: until === undefined ? undefined : parseInstant(until),
  words: words === undefined ? undefined : masked(words),
})

const placeText = ({ at, seq }: Place): string => `${at}_${seq}`

function readPlace(text: string): Place {
  const [, at, seq] = /^(-?\d{1,15})_(\d{1,15})$/.exec(text) ?? []
  if (at === undefined || seq === undefined)
    throw new Fault('bad-input', 'AL-01', 'not the `next` of a page', { path: 'query.before' })
  return { at: Number(at), seq: Number(seq) }
}

export async function listAuditActors(deps: Deps, asker: Asker): Promise<AnswerOf<typeof actorsContract>> {
  permit(asker, 'read the log')
  return { items: await deps.db.all(auditActors()) }
}

/** The newest entries, or the next part of a check of the whole. */
export async function checkAudit(
  deps: Deps,
  asker: Asker,
  { after }: QueryOf<typeof checkContract>,
): Promise<AnswerOf<typeof checkContract>> {
  permit(asker, 'read the log')
  const [end] = after === undefined ? await deps.db.all(endOfAudit()) : []
  const part =
    after === undefined ? { after: Math.max(0, (end?.seq ?? 0) - recent), most: recent } : { after, most: atOnce }
  const checked = await deps.audit.check(part)
  const { head, flaw } = checked
  return {
    entries: checked.end?.seq ?? 0,
    lastAt: checked.end === undefined ? null : momentOf(checked.end.at),
    head: head === undefined ? null : { seq: head.seq, at: momentOf(head.at), key: head.kid },
    checked: { from: checked.from, to: checked.to },
    flaw:
      flaw === undefined
        ? null
        : { kind: flaw.kind, seq: flaw.seq, at: flaw.at === null ? null : momentOf(flaw.at), ...sayFlaw(flaw) },
  }
}

/** What leaves the house is told before it leaves. */
export async function exportAudit(
  deps: Deps,
  asker: Asker,
  { reason, ...asked }: BodyOf<typeof exportContract>,
): Promise<AnswerOf<typeof exportContract>> {
  const permitted = permit(asker, 'read the log')
  const page = { ...pageOf(asked), limit: mostExported, reach: exportReach }
  const [rows, [edge]] = await Promise.all([deps.db.all(auditPage(page)), deps.db.all(auditEdge(page))])
  const items = rows.slice(0, mostExported).map(viewOfEntry)
  const detail: Detail = { ...asked, entries: items.length }
  await deps.audit.commit([], [{ by: byStaff(permitted), action: 'log-exported', subject: 'audit', reason, detail }])
  return { items, complete: rows.length <= mostExported && edge === undefined }
}
