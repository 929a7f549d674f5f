import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import type { Instant } from '../../shared/instant.ts'
import { sql } from './db.ts'

export type RiskAreaRow = Tables['risk_area']

/** More than were ever listed at one time; a phone carries all of them. */
export const mostRiskAreas = 5000

/** By region, so that a county's stand together. */
export const riskAreasInForce = (
  now: Instant,
): CompiledQuery<Pick<RiskAreaRow, 'region' | 'name' | 'level' | 'from_at'>> =>
  sql
    .selectFrom('risk_area')
    .select(['region', 'name', 'level', 'from_at'])
    .where('from_at', '<=', now)
    .where((row) => row.or([row('to_at', 'is', null), row('to_at', '>', now)]))
    .orderBy('region')
    .orderBy('name')
    .limit(mostRiskAreas)
    .compile()
