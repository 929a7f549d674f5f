import type { AnswerOf, QueryOf } from '../../schema/api/endpoint.ts'
import type { getEntry as getContract, listEntries as listContract } from '../../schema/api/lists.ts'
import { Fault } from '../../shared/fault.ts'
import { normaliseCompanyCode } from '../../shared/identity/company-code.ts'
import { normalisePlate } from '../../shared/identity/plate.ts'
import { beijingIso, instant } from '../../shared/instant.ts'
import { stepOf } from '../../shared/lists/chain.ts'
import type { ListKind } from '../../shared/lists/kinds.ts'
import { standings } from '../../shared/lists/stage.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { entryById, entryCounts, entryPage, stepsWithNames } from '../store/lists.ts'
import type { EntryPage, EntryRow } from '../store/lists.ts'
import { momentNow, viewOfEntry } from './lists-view.ts'
import { permit } from './may.ts'

type Asked = QueryOf<typeof listContract> & { list: ListKind }
const usualPage = 50

/** One list, masked. What needs somebody, suspended and ending soon, comes with the first unfiltered page. */
export async function listEntries(deps: Deps, asker: Asker, asked: Asked): Promise<AnswerOf<typeof listContract>> {
  permit(asker, 'see white lists')
  const at = momentNow(deps)
  const page: EntryPage = { ...at, ...filtersOf(asked), limit: asked.limit ?? usualPage }
  const first = asked.before === undefined && asked.standing === undefined && asked.search === undefined
  const standing = (standing: 'suspended' | 'ending-soon') =>
    first && asked.batch === undefined ? deps.db.all(entryPage({ ...page, standing, limit: usualPage })) : []
  const [rows, counted, suspended, ending] = await Promise.all([
    deps.db.all(entryPage(page)),
    deps.db.all(entryCounts(asked.list, at)),
    standing('suspended'),
    standing('ending-soon'),
  ])
  const views = (rows: readonly EntryRow[]) => Promise.all(rows.map((row) => viewOfEntry(deps, row, at)))
  const counts = new Map(counted.map(({ standing, n }) => [standing, n]))
  return {
    items: await views(rows.slice(0, page.limit)),
    urgent: await views([...suspended, ...ending].slice(0, usualPage)),
    counts: standings.map((standing) => ({ standing, n: counts.get(standing) ?? 0 })),
    next: cursorAfter(rows, page.limit),
  }
}

export const cursorAfter = (rows: readonly EntryRow[], limit: number): string | null => {
  const last = rows[limit - 1]
  return rows.length > limit && last !== undefined ? `${last.made_at}_${last.id}` : null
}

function filtersOf({ list, standing, batch, search, before }: Asked): Omit<EntryPage, 'now' | 'soon' | 'limit'> {
  const code = normaliseCompanyCode(search ?? '')
  const key = /^([0-9A-Z]{18}|\d{3}[\dX])$/.test(code) ? code : normalisePlate(search ?? '')
  return {
    list,
    standing,
    batch,
    search: search === undefined ? undefined : { key, text: search },
    before: before === undefined ? undefined : readCursor(before),
  }
}

export function readCursor(text: string): NonNullable<EntryPage['before']> {
  const [, madeAt, id] = /^(-?\d{1,15})_([0-9a-fA-F-]{36})$/.exec(text) ?? []
  if (madeAt === undefined || id === undefined)
    throw new Fault('bad-input', 'WL-17', 'not the `next` of a page', { path: 'before' })
  return { madeAt: Number(madeAt), id }
}

/** @throws Fault not-found WL-01 */
export async function entryNamed(deps: Deps, id: string): Promise<EntryRow> {
  const [row] = await deps.db.all(entryById(id))
  if (row === undefined) throw new Fault('not-found', 'WL-01', 'there is no such entry', { path: 'path.id' })
  return row
}

/** One entry with its chain: who, when, on which document. */
export async function getEntry(deps: Deps, asker: Asker, id: string): Promise<AnswerOf<typeof getContract>> {
  const { role, staff } = permit(asker, 'see white lists')
  const row = await entryNamed(deps, id)
  const entry = await viewOfEntry(deps, row, momentNow(deps))
  const next = entry.next === null ? undefined : stepOf(row.list, entry.next)
  const steps = await deps.db.all(stepsWithNames(id))
  return {
    entry,
    steps: steps.map((step) => ({
      step: step.step,
      by: step.name,
      at: beijingIso(instant(step.at)),
      documentNo: step.document_no,
      reason: step.reason,
    })),
    mayStep: next !== undefined && next.by.some((one) => one === role) && !(next.notByDrafter && row.made_by === staff),
  }
}
