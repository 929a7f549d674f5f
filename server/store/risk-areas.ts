import { sql as raw } from 'kysely'
import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import type { Instant } from '../../shared/instant.ts'
import { among } from './among.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

export type RiskAreaRow = Tables['risk_area']
export type RiskAreaAndNames = RiskAreaRow & { adder: string | null; ender: string | null }

/** More than were ever listed at one time; a phone carries all of them. */
export const mostRiskAreas = 5000

const inForce = (now: Instant) =>
  sql
    .selectFrom('risk_area')
    .where('from_at', '<=', now)
    .where((row) => row.or([row('to_at', 'is', null), row('to_at', '>', now)]))

/** By region, so that a county's stand together. */
export const riskAreasInForce = (
  now: Instant,
): CompiledQuery<Pick<RiskAreaRow, 'region' | 'name' | 'level' | 'from_at'>> =>
  inForce(now)
    .select(['region', 'name', 'level', 'from_at'])
    .orderBy('region')
    .orderBy('name')
    .limit(mostRiskAreas)
    .compile()

export const countRiskAreas = (now: Instant): CompiledQuery<{ n: number }> =>
  inForce(now)
    .select((row) => row.fn.countAll<number>().as('n'))
    .compile()

const withNames = () =>
  sql
    .selectFrom('risk_area')
    .leftJoin('staff as adding', 'adding.id', 'risk_area.added_by')
    .leftJoin('staff as ending', 'ending.id', 'risk_area.ended_by')
    .selectAll('risk_area')
    .select(['adding.name as adder', 'ending.name as ender'])

export type RiskAreaPage = {
  now: Instant
  standing?: 'in-force' | 'coming' | 'ended' | undefined
  /** Beginning of a region's code, or part of a name. */
  search?: string | undefined
  before?: { addedAt: number; id: string } | undefined
  limit: number
}

/** Newest entry first, one more than asked so that the page knows whether there is another. */
export function riskAreaPage({ now, standing, search, before, limit }: RiskAreaPage): CompiledQuery<RiskAreaAndNames> {
  let query = withNames()
  if (standing === 'ended') query = query.where('to_at', '<=', now)
  if (standing === 'coming') query = query.where('from_at', '>', now)
  if (standing === 'in-force')
    query = query.where('from_at', '<=', now).where((row) => row.or([row('to_at', 'is', null), row('to_at', '>', now)]))
  if (search !== undefined)
    query = /^\d{1,6}$/.test(search)
      ? query.where(raw<boolean>`substr(region, 1, ${search.length}) = ${search}`)
      : query.where(raw<boolean>`instr(risk_area.name, ${search}) > 0`)
  if (before !== undefined)
    query = query.where(raw<boolean>`(added_at, risk_area.id) < (${before.addedAt}, ${before.id})`)
  return query
    .orderBy('added_at', 'desc')
    .orderBy('risk_area.id', 'desc')
    .limit(limit + 1)
    .compile()
}

export const riskAreaById = (id: string): CompiledQuery<RiskAreaAndNames> =>
  withNames().where('risk_area.id', '=', id).compile()

/** Not ended, in these regions. */
export const openRiskAreasIn = (regions: readonly string[]): CompiledQuery<RiskAreaRow> =>
  sql.selectFrom('risk_area').selectAll().where('region', 'in', among(regions)).where('ended_at', 'is', null).compile()

/** Taken where the same place stands open already. */
export const addRiskArea = (row: RiskAreaRow): Write => sql.insertInto('risk_area').values(row).compile()

export const endRiskAreaRow = (
  id: string,
  ended: Pick<RiskAreaRow, 'to_at' | 'ended_at' | 'ended_by' | 'end_reason'>,
): Write => sql.updateTable('risk_area').set(ended).where('id', '=', id).where('ended_at', 'is', null).compile()
