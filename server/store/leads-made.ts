import { sql as raw } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import { twoPlacesNumbers } from '../../shared/leads/two-places.ts'
import type { Elsewhere } from '../../shared/leads/two-places.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

export type LeadRow = Tables['lead']
export type SeenRow = Tables['credential_seen']

export const addSeen = (row: SeenRow): Write => sql.insertInto('credential_seen').values(row).compile()

/** Nothing where the thing is a lead already. */
export const addLead = (row: LeadRow): Write =>
  sql
    .insertInto('lead')
    .values(row)
    .onConflict((conflict) => conflict.column('dedupe').doNothing())
    .compile()

/** Of a lead that the database finds by itself; the sightings are held against each other inside the commit, so none is missed in a race. */
export type Found = { id: string; dedupe: string; foundAt: number }

const columns = raw`lead (id, dedupe, kind, at, found_at, plate, credential, inspection_id, checkpoint_id,
  other_inspection_id, other_checkpoint_id, detail, state)`

/** Whichever of the two was earlier is the other one, in whatever order they came in. */
const sides = ({ at, ...row }: SeenRow) => raw`
  case when seen.at > ${at} then seen.plate else ${row.plate} end,
  seen.credential,
  case when seen.at > ${at} then seen.inspection_id else ${row.inspection_id} end,
  case when seen.at > ${at} then seen.checkpoint_id else ${row.checkpoint_id} end,
  case when seen.at > ${at} then ${row.inspection_id} else seen.inspection_id end,
  case when seen.at > ${at} then ${row.checkpoint_id} else seen.checkpoint_id end`

/** The same credential at a place from which nobody can be here so soon, the narrowest pair of them (shared/leads/two-places.ts). */
export function addTwoPlaces(row: SeenRow, elsewhere: readonly Elsewhere[], { id, dedupe, foundAt }: Found): Write {
  const widest = Math.max(...elsewhere.map(({ within }) => within))
  return raw`insert into ${columns}
    select ${id}, ${dedupe}, 'two-places', max(seen.at, ${row.at}), ${foundAt}, ${sides(row)},
      json_object('km', json_extract(far.value, '$.km'), 'minutes', cast(abs(seen.at - ${row.at}) / 60000 as integer)), 'open'
    from credential_seen seen
    join json_each(${JSON.stringify(elsewhere)}) far on json_extract(far.value, '$.checkpoint') = seen.checkpoint_id
    where seen.credential = ${row.credential}
      and seen.at between ${row.at - widest} and ${row.at + widest}
      and abs(seen.at - ${row.at}) < json_extract(far.value, '$.within')
        - (2 - seen.clock_known - ${row.clock_known}) * ${twoPlacesNumbers.unknownClock}
    order by abs(seen.at - ${row.at}) limit 1
    on conflict (dedupe) do nothing`.compile(sql)
}

/** A trailer 挂 has a plate of its own, which a pass does not name; an unread plate says nothing. */
const tractors = (plate: string) => raw<boolean>`${plate} <> '' and ${plate} not like '%挂'`

/** One pass in front of two tractors. */
export const addReusedNumber = (row: SeenRow, { id, dedupe, foundAt }: Found): Write =>
  raw`insert into ${columns}
    select ${id}, ${dedupe}, 'reused-number', max(seen.at, ${row.at}), ${foundAt}, ${sides(row)},
      json_object('otherPlate', case when seen.at > ${row.at} then ${row.plate} else seen.plate end), 'open'
    from credential_seen seen
    where seen.credential = ${row.credential} and seen.plate <> ${row.plate}
      and seen.plate <> '' and seen.plate not like '%挂' and ${tractors(row.plate)}
    order by abs(seen.at - ${row.at}) limit 1
    on conflict (dedupe) do nothing`.compile(sql)

/** A photograph whose inspection has no lead is one by itself. */
export const addLeadOfPhoto = (row: LeadRow): Write =>
  raw`insert into ${columns}
    select ${row.id}, ${row.dedupe}, 'evidence', ${row.at}, ${row.found_at}, ${row.plate}, null, ${row.inspection_id},
      ${row.checkpoint_id}, null, null, '{}', 'open'
    where not exists (
      select 1 from lead where inspection_id = ${row.inspection_id} or other_inspection_id = ${row.inspection_id})
    and not exists (
      select 1 from inspection later join lead on lead.inspection_id = later.id where later.corrects = ${row.inspection_id})
    on conflict (dedupe) do nothing`.compile(sql)

/** An inspection that was undone saw nothing: what nobody has dealt with yet goes with it. */
export const withdrawLeads = (inspection: string): readonly Write[] => [
  sql
    .deleteFrom('lead')
    .where((row) => row.or([row('inspection_id', '=', inspection), row('other_inspection_id', '=', inspection)]))
    .where('state', '=', 'open')
    .compile(),
  sql.deleteFrom('credential_seen').where('inspection_id', '=', inspection).compile(),
]

/** Only where one of these was a new lead; the same news again is the same message. */
export const tellOfNew = (message: Tables['message'], ids: readonly string[]): Write =>
  raw`insert into message (${raw.join(Object.keys(message).map((name) => raw.ref(name)))})
    select ${raw.join(Object.values(message))}
    where exists (select 1 from lead where id in (select value from json_each(${JSON.stringify(ids)})))
    on conflict (dedupe) do nothing`.compile(sql)

export const forgetSeen = (before: number): Write =>
  sql.deleteFrom('credential_seen').where('at', '<', before).compile()
