import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import type { Instant } from '../../shared/instant.ts'
import { among } from './among.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

export type TripRow = Tables['trip']
export type CrewRow = Tables['trip_crew']

export const tripById = (id: string): CompiledQuery<TripRow> =>
  sql.selectFrom('trip').selectAll().where('id', '=', id).compile()

export const tripsByIds = (ids: readonly string[]): CompiledQuery<TripRow> =>
  sql.selectFrom('trip').selectAll().where('id', 'in', among(ids)).compile()

/** The newest registration in which this person sits; one that runs before one that has ended. */
export const tripOfPerson = (person: string, now: Instant): CompiledQuery<TripRow> =>
  sql
    .selectFrom('trip')
    .selectAll()
    .where('id', 'in', sql.selectFrom('trip_crew').select('trip_id').where('person_tag', '=', person))
    .where('cancelled_at', 'is', null)
    .orderBy((row) => row('ends_at', '>', now), 'desc')
    .orderBy('registered_at', 'desc')
    .limit(1)
    .compile()

export const tripByNumber = (number: string): CompiledQuery<TripRow> =>
  sql.selectFrom('trip').selectAll().where('number', '=', number).compile()

/** Registrations of this plate that have not ended, newest first. */
export const runningTripsOfPlate = (plate: string, now: Instant): CompiledQuery<TripRow> =>
  sql
    .selectFrom('trip')
    .selectAll()
    .where('plate', '=', plate)
    .where('ends_at', '>', now)
    .where('cancelled_at', 'is', null)
    .orderBy('registered_at', 'desc')
    .limit(20)
    .compile()

type Expected = { checkpoint: string; from: Instant; until: Instant; limit: number }

/** Plates that said they would come to a checkpoint in a time, the soonest first; of the same truck each registration. */
export const expectedPlates = ({ checkpoint, from, until, limit }: Expected): CompiledQuery<{ plate: string }> =>
  sql
    .selectFrom('trip')
    .select('plate')
    .where('checkpoint_id', '=', checkpoint)
    .where('eta', '>=', from)
    .where('eta', '<', until)
    .where('cancelled_at', 'is', null)
    .orderBy('eta')
    .limit(limit)
    .compile()

export const crewOfTrip = (trip: string): CompiledQuery<CrewRow> =>
  sql.selectFrom('trip_crew').selectAll().where('trip_id', '=', trip).orderBy('seat').compile()

export const crewOfTrips = (trips: readonly string[]): CompiledQuery<CrewRow> =>
  sql.selectFrom('trip_crew').selectAll().where('trip_id', 'in', among(trips)).compile()

export const addTrip = (row: TripRow): Write => sql.insertInto('trip').values(row).compile()

/** One statement a person: D1 binds a hundred values at most. */
export const addCrew = (rows: readonly CrewRow[]): Write[] =>
  rows.map((row) => sql.insertInto('trip_crew').values(row).compile())

export const removeCrew = (trip: string): Write => sql.deleteFrom('trip_crew').where('trip_id', '=', trip).compile()

export const changeTripRow = ({ id, ...values }: TripRow): Write =>
  sql.updateTable('trip').set(values).where('id', '=', id).compile()

/** Its primary key (trip, version) lets only one of two simultaneous changes through. */
export const keepVersion = (row: Tables['trip_history']): Write => sql.insertInto('trip_history').values(row).compile()
