import { sql as raw } from 'kysely'
import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import { among } from './among.ts'
import { sql } from './db.ts'
import type { CrewRow, TripRow } from './trips.ts'

/** Who a tag is, as far as registrations tell. */
export type KnownRow = Pick<CrewRow, 'person_tag' | 'surname' | 'id_tail'> &
  Pick<TripRow, 'plate'> & { trip_id: string }

const newestTrips = 3

/** The newest few registrations of each, newest first. */
export const knownAmong = (people: readonly string[]): CompiledQuery<KnownRow> =>
  sql
    .selectFrom(
      sql
        .selectFrom('trip_crew as seat')
        .innerJoin('trip', 'trip.id', 'seat.trip_id')
        .select(['seat.person_tag', 'seat.surname', 'seat.id_tail', 'trip.plate', 'trip.id as trip_id'])
        .select(
          raw<number>`row_number() over (partition by seat.person_tag order by trip.registered_at desc)`.as('place'),
        )
        .where('seat.person_tag', 'in', among(people))
        .as('newest'),
    )
    .select(['person_tag', 'surname', 'id_tail', 'plate', 'trip_id'])
    .where('place', '<=', newestTrips)
    .orderBy('person_tag')
    .orderBy('place')
    .compile()

/** His newest registration whole, names and numbers sealed. */
export const newestCrewRow = (person: string): CompiledQuery<CrewRow> =>
  sql
    .selectFrom('trip_crew')
    .innerJoin('trip', 'trip.id', 'trip_crew.trip_id')
    .selectAll('trip_crew')
    .where('person_tag', '=', person)
    .orderBy('trip.registered_at', 'desc')
    .limit(1)
    .compile()

/** Newest first, ended ones too. */
export const tripsOfPlate = (plate: string, limit: number): CompiledQuery<TripRow> =>
  sql.selectFrom('trip').selectAll().where('plate', '=', plate).orderBy('registered_at', 'desc').limit(limit).compile()

export const staffNames = (ids: readonly string[]): CompiledQuery<{ id: string; name: string }> =>
  sql.selectFrom('staff').select(['id', 'name']).where('id', 'in', among(ids)).compile()

export type Inspected = Pick<Tables['inspection'], 'id' | 'made_at' | 'row' | 'plate'> & { checkpoint_name: string }

export const inspectionsAmong = (ids: readonly string[]): CompiledQuery<Inspected> =>
  sql
    .selectFrom('inspection')
    .innerJoin('checkpoint', 'checkpoint.id', 'inspection.checkpoint_id')
    .select(['inspection.id', 'inspection.made_at', 'inspection.row', 'inspection.plate'])
    .select('checkpoint.name as checkpoint_name')
    .where('inspection.id', 'in', among(ids))
    .orderBy('inspection.made_at', 'desc')
    .compile()

/** Inspections that wrote something into his ledger. */
export const inspectionsOf = (person: string): CompiledQuery<{ inspection_id: string | null }> =>
  sql
    .selectFrom('code_event')
    .select('inspection_id')
    .distinct()
    .where('person_tag', '=', person)
    .where('inspection_id', 'is not', null)
    .compile()

const newestMessages = 50

const recordsOf = (person: string) =>
  sql
    .selectFrom('due_done')
    .select('id')
    .where('subject', '=', person)
    .union(sql.selectFrom('tracking').select('id').where('person_tag', '=', person))
    .union(
      sql
        .selectFrom('appeal')
        .select('id')
        .where('person_tag', '=', person)
        .where('trip_id', 'in', sql.selectFrom('trip_crew').select('trip_id').where('person_tag', '=', person)),
    )

/** What was told of him: of the reasons of his code, of what came due for him, of his trackings and appeals. */
export const messagesAbout = (person: string, openings: readonly string[]): CompiledQuery<Tables['message']> =>
  sql
    .selectFrom('message')
    .selectAll()
    .where((row) => row.or([row('subject', 'in', among(openings)), row('subject', 'in', recordsOf(person))]))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(newestMessages)
    .compile()
