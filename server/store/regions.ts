import { sql as raw } from 'kysely'
import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import type { Instant } from '../../shared/instant.ts'
import { among } from './among.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

export type ClosureRow = Tables['checkpoint_closure']
export type RegionRow = Tables['region']
export type MemberRow = Tables['region_member']

/** The same closing, seen by two servers, is one. */
export const addClosure = (row: ClosureRow): Write =>
  sql
    .insertInto('checkpoint_closure')
    .values(row)
    .onConflict((conflict) => conflict.columns(['checkpoint_id', 'why', 'from_at']).doNothing())
    .compile()

/** It is open again. */
export const endClosures = (checkpoint: string, why: ClosureRow['why'], at: Instant): Write =>
  sql
    .updateTable('checkpoint_closure')
    .set({ to_at: at })
    .where('checkpoint_id', '=', checkpoint)
    .where('why', '=', why)
    .where('to_at', 'is', null)
    .where('from_at', '<=', at)
    .compile()

/** Those that began since; the causes of older groups that still go on are told with them (`runningRegions`). */
export const closuresSince = (since: Instant): CompiledQuery<ClosureRow> =>
  sql.selectFrom('checkpoint_closure').selectAll().where('from_at', '>=', since).compile()

export const openClosures = (): CompiledQuery<ClosureRow> =>
  sql.selectFrom('checkpoint_closure').selectAll().where('to_at', 'is', null).compile()

const laneNumbers = JSON.stringify(Array.from({ length: 30 }, (_, at) => at + 1))
export type LaneTold = { checkpoint: string; lane: number; kind: 'lane-open' | 'lane-closed'; at: number }

/** Of each lane of every open checkpoint what was said of it last. */
export const lanesTold = (before: Instant): CompiledQuery<LaneTold> =>
  raw<LaneTold>`
    select one.id as checkpoint, event.lane as lane, event.kind as kind, event.at as at
    from checkpoint one, json_each(${laneNumbers}) number, shift_event event
    where one.active = 1 and number.value <= one.lanes and event.id = (select last.id from shift_event last
      where last.checkpoint_id = one.id and last.lane = number.value and last.at < ${before}
        and last.kind in ('lane-open', 'lane-closed') order by last.at desc, last.id desc limit 1)`.compile(sql)

/** When each step of these was called for first. */
export const stepMoments = (incidents: readonly string[]): CompiledQuery<{ incident_id: string; at: number }> =>
  sql
    .selectFrom('incident_call')
    .select('incident_id')
    .select(raw<number>`min(at)`.as('at'))
    .where('incident_id', 'in', among(incidents))
    .where('step', 'in', ['L1', 'L2', 'L3', 'LM'])
    .groupBy(['incident_id', 'step'])
    .compile()

/** The second to find the same one fails with Taken('region.id'). */
export const addRegion = (row: RegionRow): Write => sql.insertInto('region').values(row).compile()
export const endRegion = (id: string, at: Instant): Write =>
  sql.updateTable('region').set({ ended_at: at }).where('id', '=', id).where('ended_at', 'is', null).compile()
export const addMember = (row: MemberRow): Write =>
  sql
    .insertInto('region_member')
    .values(row)
    .onConflict((conflict) => conflict.columns(['region_id', 'incident_id']).doNothing())
    .compile()

export type RegionAndCause = RegionRow & {
  cause: string
  why: ClosureRow['why']
  from_at: number
  to_at: number | null
}

const withCause = () =>
  sql
    .selectFrom('region')
    .innerJoin('checkpoint_closure as closure', 'closure.id', 'region.id')
    .selectAll('region')
    .select(['closure.checkpoint_id as cause', 'closure.why', 'closure.from_at', 'closure.to_at'])

export const runningRegions = (): CompiledQuery<RegionAndCause> =>
  withCause().where('region.ended_at', 'is', null).compile()

/** Those told of since, for the report of a day; the oldest first. */
export const regionsSince = (since: Instant): CompiledQuery<RegionAndCause> =>
  withCause().where('region.told_at', '>=', since).orderBy('region.told_at').limit(200).compile()

/** What an incident belongs to. */
export const regionsOfIncident = (incident: string): CompiledQuery<RegionAndCause & { joined_at: number }> =>
  withCause()
    .innerJoin('region_member', 'region_member.region_id', 'region.id')
    .select('region_member.joined_at')
    .where('region_member.incident_id', '=', incident)
    .compile()

export type MemberAndIncident = MemberRow & {
  checkpoint_id: string
  started_at: number | null
  ended_at: number | null
  step: Tables['incident']['step']
}
export const membersOf = (regions: readonly string[]): CompiledQuery<MemberAndIncident> =>
  sql
    .selectFrom('region_member')
    .innerJoin('incident', 'incident.id', 'region_member.incident_id')
    .selectAll('region_member')
    .select(['incident.checkpoint_id', 'incident.started_at', 'incident.ended_at', 'incident.step'])
    .where('region_member.region_id', 'in', among(regions))
    .orderBy('region_member.joined_at')
    .orderBy('incident.checkpoint_id')
    .compile()
