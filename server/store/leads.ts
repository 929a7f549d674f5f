import { sql as raw } from 'kysely'
import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import type { LeadKind, LeadState, PassedTo } from '../../shared/leads/kinds.ts'
import { among } from './among.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'
import type { LeadRow } from './leads-made.ts'

export type LeadAndNames = LeadRow & {
  checkpoint_name: string
  other_checkpoint_name: string | null
  handled_by_name: string | null
  photos: number
}
type PlaceRow = Tables['checkpoint_place']

export const everyPlace = (): CompiledQuery<PlaceRow> => sql.selectFrom('checkpoint_place').selectAll().compile()

export const placeOf = (checkpoint: string): CompiledQuery<PlaceRow> =>
  sql.selectFrom('checkpoint_place').selectAll().where('checkpoint_id', '=', checkpoint).compile()

/** `null` = not known. */
export const setPlace = (checkpoint: string, place: { lat: number; lon: number } | null): Write =>
  place === null
    ? sql.deleteFrom('checkpoint_place').where('checkpoint_id', '=', checkpoint).compile()
    : sql
        .insertInto('checkpoint_place')
        .values({ checkpoint_id: checkpoint, ...place })
        .onConflict((conflict) => conflict.column('checkpoint_id').doUpdateSet(place))
        .compile()

/** Photographs of both inspections, also of one that was undone by them. */
const photosOf = raw<number>`(select count(*) from evidence where evidence.inspection_id in (
  lead.inspection_id, lead.other_inspection_id,
  (select corrects from inspection where inspection.id = lead.inspection_id)))`

const named = () =>
  sql
    .selectFrom('lead')
    .innerJoin('checkpoint', 'checkpoint.id', 'lead.checkpoint_id')
    .leftJoin('checkpoint as other', 'other.id', 'lead.other_checkpoint_id')
    .leftJoin('staff', 'staff.id', 'lead.handled_by')
    .selectAll('lead')
    .select(['checkpoint.name as checkpoint_name', 'other.name as other_checkpoint_name'])
    .select(['staff.name as handled_by_name', photosOf.as('photos')])

export const leadById = (id: string): CompiledQuery<LeadAndNames> => named().where('lead.id', '=', id).compile()

export type LeadPage = {
  state?: LeadState | undefined
  kind?: LeadKind | undefined
  checkpoint?: string | undefined
  /** The last of the page before. */
  before?: { foundAt: number; id: string } | undefined
  limit: number
}

/** Newest first by when it came in; one more than `limit` tells that there is another page. */
export const leadPage = (page: LeadPage): CompiledQuery<LeadAndNames> =>
  named().where('lead.id', 'in', idsOf(page)).orderBy('lead.found_at', 'desc').orderBy('lead.id', 'desc').compile()

function idsOf({ state, kind, checkpoint, before, limit }: LeadPage) {
  let query = sql.selectFrom('lead as seen').select('seen.id')
  if (state !== undefined) query = query.where('seen.state', '=', state)
  if (kind !== undefined) query = query.where('seen.kind', '=', kind)
  if (checkpoint !== undefined) query = query.where('seen.id', 'in', leadsAt(checkpoint))
  if (before !== undefined)
    query = query.where(raw<boolean>`(seen.found_at, seen.id) < (${before.foundAt}, ${before.id})`)
  return query
    .orderBy('seen.found_at', 'desc')
    .orderBy('seen.id', 'desc')
    .limit(limit + 1)
}

/** Of two places, either. */
const leadsAt = (checkpoint: string) =>
  raw<string>`(select id from lead where checkpoint_id = ${checkpoint}
    union select id from lead where other_checkpoint_id = ${checkpoint})`

export type LeadCount = { state: LeadState; n: number }

/** How many wait in each state, counted no further than `most`. */
export const leadCounts = (checkpoint: string | undefined, most: number): CompiledQuery<LeadCount> => {
  let open = sql.selectFrom('lead').select('state').where('state', 'in', ['open', 'passed-on']).limit(most)
  if (checkpoint !== undefined) open = open.where('id', 'in', leadsAt(checkpoint))
  return sql
    .selectFrom(open.as('counted'))
    .select((row) => ['state', row.fn.countAll<number>().as('n')])
    .groupBy('state')
    .compile()
}

export type Handling = { state: LeadState; passedTo: PassedTo | null; note: string; at: number; staff: string }

/** Does nothing where its state is no longer the one that was looked at. */
export const handleLeadRow = ({ id, state }: Pick<LeadRow, 'id' | 'state'>, to: Handling): Write =>
  sql
    .updateTable('lead')
    .set({
      state: to.state,
      note: to.note,
      handled_at: to.at,
      handled_by: to.staff,
      ...(to.passedTo === null ? {} : { passed_to: to.passedTo }),
    })
    .where('id', '=', id)
    .where('state', '=', state)
    .compile()

/**
 * What was judged is not held against anybody again, and does not shield whoever copies the credential afterwards: sightings from
 * now on are compared with each other only, and may be a lead of their own.
 */
export const closeComparison = (
  { id, dedupe, credential }: Pick<LeadRow, 'id' | 'dedupe' | 'credential'>,
  at: number,
): readonly Write[] => [
  sql
    .updateTable('lead')
    .set({ dedupe: `${dedupe}/${id}` })
    .where('id', '=', id)
    .compile(),
  sql
    .deleteFrom('credential_seen')
    .where('credential', '=', credential ?? '')
    .where('at', '<=', at)
    .compile(),
]

export type Witness = Pick<
  Tables['inspection'],
  'id' | 'made_at' | 'received_at' | 'plate' | 'row' | 'lane' | 'offline' | 'checkpoint_id'
> & { checkpoint_name: string; inspector: string }

/** The inspections a lead is about. */
export const witnessesOf = (ids: readonly string[]): CompiledQuery<Witness> =>
  sql
    .selectFrom('inspection')
    .innerJoin('checkpoint', 'checkpoint.id', 'inspection.checkpoint_id')
    .innerJoin('staff', 'staff.id', 'inspection.staff_id')
    .select(['inspection.id', 'inspection.made_at', 'inspection.received_at', 'inspection.plate', 'inspection.row'])
    .select(['inspection.lane', 'inspection.offline', 'inspection.checkpoint_id'])
    .select(['checkpoint.name as checkpoint_name', 'staff.name as inspector'])
    .where('inspection.id', 'in', among(ids))
    .orderBy('inspection.made_at')
    .compile()
