import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import type { Instant } from '../../shared/instant.ts'
import { among } from './among.ts'
import { sql } from './db.ts'
import type { CrewRow } from './trips.ts'

export type Passage = Pick<
  Tables['inspection'],
  'id' | 'made_at' | 'lane' | 'plate' | 'row' | 'outcome' | 'trip_id' | 'crew'
> & { checkpoint_name: string; road: string; consignee: string | null; to_region: string | null }

type Window = { from: Instant; until: Instant; limit: number }

/** Inspections of these plates, oldest first; a record that was corrected since is left to its correction. */
export const passagesOf = (plates: readonly string[], { from, until, limit }: Window): CompiledQuery<Passage> =>
  sql
    .selectFrom('inspection')
    .innerJoin('checkpoint', 'checkpoint.id', 'inspection.checkpoint_id')
    .leftJoin('trip', 'trip.id', 'inspection.trip_id')
    .leftJoin('inspection as later', 'later.corrects', 'inspection.id')
    .select(['inspection.id', 'inspection.made_at', 'inspection.lane', 'inspection.plate', 'inspection.row'])
    .select(['inspection.outcome', 'inspection.trip_id', 'inspection.crew'])
    .select(['checkpoint.name as checkpoint_name', 'checkpoint.road', 'trip.consignee', 'trip.to_region'])
    .where('inspection.plate', 'in', among(plates))
    .where('inspection.made_at', '>=', from)
    .where('inspection.made_at', '<', until)
    .where('later.id', 'is', null)
    .orderBy('inspection.made_at')
    .orderBy('inspection.id')
    .limit(limit + 1)
    .compile()

export const seatsOf = (
  person: string,
): CompiledQuery<Pick<CrewRow, 'trip_id' | 'surname' | 'id_tail'> & { plate: string }> =>
  sql
    .selectFrom('trip_crew')
    .innerJoin('trip', 'trip.id', 'trip_crew.trip_id')
    .select(['trip_crew.trip_id', 'trip_crew.surname', 'trip_crew.id_tail', 'trip.plate'])
    .where('trip_crew.person_tag', '=', person)
    .compile()
