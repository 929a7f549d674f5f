import type * as z from 'zod/mini'
import type { AnswerOf, QueryOf } from '../../schema/api/endpoint.ts'
import type {
  listRiskAreas as listContract,
  readRiskAreas as readContract,
  riskAreaView,
} from '../../schema/api/risk-areas.ts'
import { Fault } from '../../shared/fault.ts'
import { beijingIso, instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { countRiskAreas, riskAreaPage } from '../store/risk-areas.ts'
import type { RiskAreaAndNames, RiskAreaPage } from '../store/risk-areas.ts'
import { permit } from './may.ts'
import { riskAreasNow } from './risk-areas-now.ts'

const usualPage = 100

export async function readRiskAreas(deps: Deps): Promise<AnswerOf<typeof readContract>> {
  return { at: beijingIso(deps.now()), items: await riskAreasNow(deps) }
}

/** The ledger: what is listed, is to be listed, and was. */
export async function listRiskAreas(
  deps: Deps,
  asker: Asker,
  query: QueryOf<typeof listContract>,
): Promise<AnswerOf<typeof listContract>> {
  permit(asker, 'see codes')
  const limit = query.limit ?? usualPage
  const { standing, search, before } = query
  const asked = {
    now: deps.now(),
    standing,
    search,
    before: before === undefined ? undefined : readCursor(before),
    limit,
  }
  const [rows, [count]] = await Promise.all([deps.db.all(riskAreaPage(asked)), deps.db.all(countRiskAreas(deps.now()))])
  const last = rows[limit - 1]
  return {
    items: rows.slice(0, limit).map(viewOfRiskArea),
    next: rows.length > limit && last !== undefined ? `${last.added_at}_${last.id}` : null,
    inForce: count?.n ?? 0,
  }
}

function readCursor(text: string): NonNullable<RiskAreaPage['before']> {
  const [, at, id] = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(text) ?? []
  if (at === undefined || id === undefined)
    throw new Fault('bad-input', 'RA-07', 'not the `next` of a page', { path: 'query.before' })
  return { addedAt: Number(at), id }
}

export const viewOfRiskArea = (row: RiskAreaAndNames): z.infer<typeof riskAreaView> => ({
  id: row.id,
  region: row.region,
  name: row.name,
  level: row.level,
  from: beijingIso(instant(row.from_at)),
  to: row.to_at === null ? null : beijingIso(instant(row.to_at)),
  source: row.source,
  addedBy: row.adder ?? row.added_by,
  addedAt: beijingIso(instant(row.added_at)),
  ended:
    row.ended_at === null
      ? null
      : {
          at: beijingIso(instant(row.ended_at)),
          by: row.ender ?? row.ended_by ?? '',
          reason: row.end_reason ?? '',
        },
})
