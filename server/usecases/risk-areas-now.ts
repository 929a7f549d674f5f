import type * as z from 'zod/mini'
import type { riskArea } from '../../schema/api/risk-areas.ts'
import { beijingIso, instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import { riskAreasInForce } from '../store/risk-areas.ts'

/** What is listed at this moment, as anybody may read it and as a phone carries it. */
export async function riskAreasNow(deps: Pick<Deps, 'db' | 'now'>): Promise<z.infer<typeof riskArea>[]> {
  const rows = await deps.db.all(riskAreasInForce(deps.now()))
  return rows.map(({ region, name, level, from_at }) => ({ region, name, level, from: beijingIso(instant(from_at)) }))
}
