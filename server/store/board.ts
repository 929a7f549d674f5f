import type { CompiledQuery } from 'kysely'
import { sql as raw } from 'kysely'
import type { Instant } from '../../shared/instant.ts'
import { sql } from './db.ts'

/** Verdicts of each checkpoint since, by row; read in the index alone. */
export const verdictsSince = (since: Instant): CompiledQuery<{ checkpoint: string; row: string; n: number }> =>
  sql
    .selectFrom('checkpoint')
    .innerJoin('inspection', 'inspection.checkpoint_id', 'checkpoint.id')
    .select(['checkpoint.id as checkpoint', 'inspection.row', raw<number>`count(*)`.as('n')])
    .where('inspection.made_at', '>=', since)
    .groupBy(['checkpoint.id', 'inspection.row'])
    .compile()

/** When anything of a checkpoint's queue came in last; null = never. */
export const lastHeard = (): CompiledQuery<{ checkpoint: string; inspected: number | null; told: number | null }> =>
  sql
    .selectFrom('checkpoint')
    .select('id as checkpoint')
    .select([
      raw<number | null>`(select max(received_at) from inspection where checkpoint_id = checkpoint.id)`.as('inspected'),
      raw<number | null>`(select max(received_at) from queue_input where checkpoint_id = checkpoint.id)`.as('told'),
    ])
    .compile()

/** Trucks through each lane since. */
export const trucksByLane = (checkpoint: string, since: Instant): CompiledQuery<{ lane: number; n: number }> =>
  sql
    .selectFrom('inspection')
    .select(['lane', raw<number>`count(distinct plate)`.as('n')])
    .where('checkpoint_id', '=', checkpoint)
    .where('made_at', '>=', since)
    .groupBy('lane')
    .orderBy('lane')
    .compile()
