import type { AnswerOf, QueryOf } from '../../schema/api/endpoint.ts'
import type { laneEvents as contract } from '../../schema/api/shifts.ts'
import { Fault } from '../../shared/fault.ts'
import { beijingIso, instant, plus } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { laneEvents as laneEventRows } from '../store/shifts.ts'
import type { LaneFeed } from '../store/shifts.ts'
import { permitAt } from './may.ts'

type Query = QueryOf<typeof contract>
const usual = 200
/** Events that come in at one time are not written at one time; a reader that had gone past one would never see it. */
const settledAfter = 5_000

/** Lanes opened and closed, as the estimate of the wait reads them: in the order of their coming, which is not that of their happening. */
export async function laneEvents(deps: Deps, asker: Asker, query: Query): Promise<AnswerOf<typeof contract>> {
  if (asker.kind !== 'terminal') permitAt(asker, 'see duty', query.checkpoint)
  else if (asker.checkpoint !== query.checkpoint)
    throw new Fault('not-allowed', 'MA-01', 'another checkpoint is not yours')
  const after = query.after === undefined ? undefined : readCursor(query.after)
  const until = plus(deps.now(), -settledAfter)
  const { checkpoint, limit = usual } = query
  const rows = await deps.db.all(laneEventRows({ checkpoint, after, until, limit }))
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
  const [, receivedAt, id] = /^(\d{1,15})_([0-9a-fA-F-]{36})$/.exec(text) ?? []
  if (receivedAt === undefined || id === undefined)
    throw new Fault('bad-input', 'SH-11', 'not the `next` of an answer', { path: 'query.after' })
  return { receivedAt: Number(receivedAt), id }
}
