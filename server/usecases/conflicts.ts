import type { AnswerOf, BodyOf, QueryOf } from '../../schema/api/endpoint.ts'
import type { listConflicts as listContract, reviewConflict as reviewContract } from '../../schema/api/conflicts.ts'
import { Fault } from '../../shared/fault.ts'
import { beijingIso, instant } from '../../shared/instant.ts'
import { reconcile } from '../../shared/sync/reconcile.ts'
import type { Judged } from '../../shared/sync/reconcile.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { addReview, conflictById, conflictPage } from '../store/conflicts.ts'
import type { Conflict, ConflictPage } from '../store/conflicts.ts'
import { Taken } from '../store/db.ts'
import { byStaff } from './actor.ts'
import { permit, permitAt } from './may.ts'

type Query = QueryOf<typeof listContract>
type View = AnswerOf<typeof reviewContract>
const usualPage = 50

/** 端云不一致: what phone and server said of the same facts, side by side. */
export async function listConflicts(deps: Deps, asker: Asker, query: Query): Promise<AnswerOf<typeof listContract>> {
  permitAt(asker, 'see duty', query.checkpoint)
  const limit = query.limit ?? usualPage
  const before = query.before === undefined ? undefined : readCursor(query.before)
  const reviewed = query.state === undefined ? undefined : query.state === 'reviewed'
  const rows = await deps.db.all(conflictPage({ checkpoint: query.checkpoint, reviewed, before, limit }))
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const next = rows.length > limit && last !== undefined ? `${last.made_at}_${last.id}` : null
  return { items: page.map(viewOfConflict), next }
}

function readCursor(text: string): NonNullable<ConflictPage['before']> {
  const [, madeAt, id] = /^(-?\d{1,15})_([0-9a-fA-F-]{36})$/.exec(text) ?? []
  if (madeAt === undefined || id === undefined)
    throw new Fault('bad-input', 'CF-02', 'not the `next` of a page', { path: 'query.before' })
  return { madeAt: Number(madeAt), id }
}

/** What it was, said once by the head of the checkpoint. Neither verdict is touched. */
export async function reviewConflict(
  deps: Deps,
  asker: Asker,
  { id, finding, note }: BodyOf<typeof reviewContract> & { id: string },
): Promise<View> {
  permit(asker, 'review a conflict')
  const [row] = await deps.db.all(conflictById(id))
  if (row === undefined) throw new Fault('not-found', 'CF-01', 'no such disagreement', { path: 'path.id' })
  const permitted = permitAt(asker, 'review a conflict', row.checkpoint_id)
  const detail = { finding, device: row.row, server: row.server_row, plate: row.plate }
  try {
    await deps.audit.commit(
      [addReview({ inspection_id: id, finding, note: note ?? null, at: deps.now(), by_staff: permitted.staff })],
      [{ by: byStaff(permitted), action: 'conflict-reviewed', subject: id, detail, ...(note ? { reason: note } : {}) }],
    )
  } catch (cause) {
    if (!(cause instanceof Taken)) throw cause
    throw new Fault('conflict', 'CF-03', 'somebody has said already what it was', { cause })
  }
  const [after] = await deps.db.all(conflictById(id))
  if (after === undefined) throw new Fault('broken', 'CF-04', 'the disagreement just reviewed is not there')
  return viewOfConflict(after)
}

const judgedIn = (text: string): Judged => {
  const { row, outcome, edition }: Judged = JSON.parse(text)
  return { row, outcome, edition }
}

function viewOfConflict(row: Conflict): View {
  const [device, server] = [judgedIn(row.device_verdict), judgedIn(row.verdict)]
  return {
    id: row.id,
    madeAt: beijingIso(instant(row.made_at)),
    receivedAt: beijingIso(instant(row.received_at)),
    lane: row.lane,
    inspector: row.inspector,
    plate: row.plate,
    offline: row.offline === 1,
    device,
    server,
    otherEdition: reconcile(device, server).otherEdition,
    review: reviewOf(row),
  }
}

const reviewOf = ({ finding, note, reviewed_at: at, reviewer }: Conflict): View['review'] =>
  finding === null || at === null ? null : { finding, note, at: beijingIso(instant(at)), by: reviewer ?? '' }
