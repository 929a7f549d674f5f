import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import type { Instant } from '../../shared/instant.ts'
import { among } from './among.ts'
import { sql } from './db.ts'

export type CheckRow = Pick<
  Tables['inspection'],
  'id' | 'made_at' | 'terminal_id' | 'staff_id' | 'lane' | 'plate' | 'row' | 'offline' | 'agrees' | 'corrects'
>

/** What is counted of the records of a checkpoint in a time; read in the index alone. */
export const checksAt = (checkpoint: string, from: Instant, until: Instant): CompiledQuery<CheckRow> =>
  sql
    .selectFrom('inspection')
    .select(['id', 'made_at', 'terminal_id', 'staff_id', 'lane', 'plate', 'row', 'offline', 'agrees', 'corrects'])
    .where('checkpoint_id', '=', checkpoint)
    .where('made_at', '>=', from)
    .where('made_at', '<', until)
    .compile()

/** Disagreements of that time that somebody looked at. */
export const reviewedAt = (checkpoint: string, from: Instant, until: Instant): CompiledQuery<{ id: string }> =>
  sql
    .selectFrom('inspection')
    .innerJoin('verdict_review', 'verdict_review.inspection_id', 'inspection.id')
    .select('inspection.id')
    .where('checkpoint_id', '=', checkpoint)
    .where('agrees', '=', 0)
    .where('made_at', '>=', from)
    .where('made_at', '<', until)
    .compile()

export type PhoneRow = Pick<
  Tables['terminal'],
  'id' | 'device' | 'segment' | 'bound_at' | 'last_seen_at' | 'released_at'
> & { inspector: string; staff_id: string }

/** Phones of a checkpoint that are bound, or were released since. */
export const phonesAt = (checkpoint: string, since: Instant): CompiledQuery<PhoneRow> =>
  sql
    .selectFrom('terminal')
    .innerJoin('staff', 'staff.id', 'terminal.staff_id')
    .select(['terminal.id', 'device', 'segment', 'bound_at', 'last_seen_at', 'released_at', 'staff_id'])
    .select('staff.name as inspector')
    .where('terminal.checkpoint_id', '=', checkpoint)
    .where((row) => row.or([row('released_at', 'is', null), row('released_at', '>=', since)]))
    .compile()

export const namesOf = (staff: readonly string[]): CompiledQuery<{ id: string; name: string }> =>
  sql.selectFrom('staff').select(['id', 'name']).where('id', 'in', among(staff)).compile()
