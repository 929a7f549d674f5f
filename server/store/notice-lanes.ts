import { sql as raw } from 'kysely'
import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import type { Instant } from '../../shared/instant.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'
import { inHand } from './notices.ts'

export type LaneRow = Tables['notice_lane']

const blank = { lease: null, lease_until: 0, failures: 0, rest_until: 0 }
const untold = { dead_since: null, last_error: null, last_error_at: null, last_ok_at: null }

export const laneByName = (lane: string): CompiledQuery<LaneRow> =>
  sql.selectFrom('notice_lane').selectAll().where('lane', '=', lane).compile()

export const everyLane = (): CompiledQuery<LaneRow> =>
  sql.selectFrom('notice_lane').selectAll().orderBy('lane').compile()

/** Notices that wait on each line. */
export const waitingByLane = (): CompiledQuery<{ lane: string; n: number }> =>
  sql
    .selectFrom('notice')
    .select(['lane', raw<number>`count(*)`.as('n')])
    .where(inHand)
    .groupBy('lane')
    .compile()

/** One sender at a time works on a line; whoever is gone longer than his lease has lost it. */
export const holdLane = (lane: string, holder: string, { now, until }: { now: Instant; until: Instant }): Write =>
  sql
    .insertInto('notice_lane')
    .values({ lane, ...blank, ...untold, lease: holder, lease_until: until })
    .onConflict((conflict) =>
      conflict
        .column('lane')
        .doUpdateSet({ lease: holder, lease_until: until })
        .where(
          raw<boolean>`notice_lane.lease is null or notice_lane.lease = ${holder} or notice_lane.lease_until <= ${now}`,
        ),
    )
    .compile()

export const letLaneGo = (lane: string, holder: string): Write =>
  sql
    .updateTable('notice_lane')
    .set({ lease: null, lease_until: 0 })
    .where('lane', '=', lane)
    .where('lease', '=', holder)
    .compile()

type Health = Partial<Omit<LaneRow, 'lane' | 'lease' | 'lease_until'>>

export const changeLane = (lane: string, health: Health): Write =>
  sql
    .insertInto('notice_lane')
    .values({ lane, ...blank, ...untold, ...health })
    .onConflict((conflict) => conflict.column('lane').doUpdateSet(health))
    .compile()
