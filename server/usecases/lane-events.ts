import type { AnswerOf, QueryOf } from '../../schema/api/endpoint.ts'
import type { laneEvents as contract } from '../../schema/api/shifts.ts'
import { Fault } from '../../shared/fault.ts'
import { beijingIso, instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { laneEvents as laneEventRows } from '../store/shifts.ts'
import type { LaneFeed } from '../store/shifts.ts'
import { permitAt } from './may.ts'

type Query = QueryOf<typeof contract>
const usual = 200

/** Lanes opened and closed, as the estimate of the wait reads them: in the order of their coming, which is not that of their happening. */
export async function laneEvents(deps: Deps, asker: Asker, query: Query): Promise<AnswerOf<typeof contract>> {
  if (asker.kind !== 'terminal') permitAt(asker, 'see duty', query.checkpoint)
  else if (asker.checkpoint !== query.checkpoint)
    throw new Fault('not-allowed', 'MA-01', 'another checkpoint is not yours')
  const after = query.after === undefined ? undefined : readCursor(query.after)
  const rows = await deps.db.all(laneEventRows({ checkpoint: query.checkpoint, after, limit: query.limit ?? usual }))
  const last = rows.at(-1)
  return {
    items: rows.map((row) => ({
      eventId: row.id,
      kind: row.kind === 'lane-open' ? 'lane_open' : 'lane_closed',
      lane: row.lane,
      occurredAt: beijingIso(instant(row.at)),
      receivedAt: beijingIso(instant(row.received_at)),
    })),
    next: last === undefined ? (query.after ?? null) : `${last.received_at}_${last.id}`,
  }
}

function readCursor(text: string): NonNullable<LaneFeed['after']> {
  const [, receivedAt, id] = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(text) ?? []
  if (receivedAt === undefined || id === undefined)
    throw new Fault('bad-input', 'SH-11', 'not the `next` of an answer', { path: 'query.after' })
  return { receivedAt: Number(receivedAt), id }
}
