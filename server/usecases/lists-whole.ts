import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type { exportEntries as exportContract, revealEntry as revealContract } from '../../schema/api/lists.ts'
import type { ListKind } from '../../shared/lists/kinds.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { entryPage } from '../store/lists.ts'
import type { EntryRow } from '../store/lists.ts'
import { byStaff } from './actor.ts'
import { cursorAfter, entryNamed, readCursor } from './lists.ts'
import { momentNow, openEntry, viewOfEntry } from './lists-view.ts'
import { permit } from './may.ts'

type Whole = AnswerOf<typeof revealContract>
type Exported = AnswerOf<typeof exportContract>

const whole = async (deps: Deps, row: EntryRow): Promise<Whole> => ({
  document: row.document,
  ...(await openEntry(deps, row)),
})

/** Who, why and of whom stands in the log before the answer goes out. */
export async function revealEntry(
  deps: Deps,
  asker: Asker,
  asked: BodyOf<typeof revealContract> & { id: string },
): Promise<Whole> {
  const by = byStaff(permit(asker, 'export white lists'))
  const row = await entryNamed(deps, asked.id)
  const detail = { list: row.list }
  await deps.audit.commit([], [{ by, action: 'list-read', subject: row.id, reason: asked.reason, detail }])
  return whole(deps, row)
}

const exportedAtOnce = 500

export async function exportEntries(
  deps: Deps,
  asker: Asker,
  asked: BodyOf<typeof exportContract> & { list: ListKind },
): Promise<Exported> {
  const by = byStaff(permit(asker, 'export white lists'))
  const at = momentNow(deps)
  const before = asked.before === undefined ? undefined : readCursor(asked.before)
  const page = { ...at, list: asked.list, standing: asked.standing, before, limit: exportedAtOnce }
  const found = await deps.db.all(entryPage(page))
  const rows = found.slice(0, exportedAtOnce)
  const detail = { entries: rows.length, standing: asked.standing ?? null, more: asked.before !== undefined }
  await deps.audit.commit([], [{ by, action: 'list-exported', subject: asked.list, reason: asked.reason, detail }])
  const items = rows.map(async (row) => ({ entry: await viewOfEntry(deps, row, at), person: await whole(deps, row) }))
  return { items: await Promise.all(items), next: cursorAfter(found, exportedAtOnce) }
}
