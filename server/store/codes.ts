import { sql as raw } from 'kysely'
import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import type { Instant } from '../../shared/instant.ts'
import { among } from './among.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

/** What happened to a person's code: written once, in any order, never changed. */
export type EventRow = Tables['code_event']
export type PersonRow = Tables['code_person']

export const eventsOfPeople = (people: readonly string[]): CompiledQuery<Pick<EventRow, 'person_tag' | 'event'>> =>
  sql
    .selectFrom('code_event')
    .select(['person_tag', 'event'])
    .where('person_tag', 'in', among(people))
    .orderBy('person_tag')
    .orderBy('at')
    .orderBy('id')
    .compile()

/** The same event twice is one. */
export const addEvent = (row: EventRow): Write =>
  sql
    .insertInto('code_event')
    .values(row)
    .onConflict((conflict) => conflict.columns(['person_tag', 'id']).doNothing())
    .compile()

/** Of a record that came in before: nothing where it has been undone or put right by now. */
export const addEventOfStanding = (row: EventRow & { inspection_id: string }): Write =>
  sql
    .insertInto('code_event')
    .columns(['person_tag', 'id', 'at', 'kind', 'event', 'inspection_id', 'taken_in_at'])
    .expression(
      sql
        .selectFrom('inspection as record')
        .select([
          raw<string>`${row.person_tag}`.as('person_tag'),
          raw<string>`${row.id}`.as('id'),
          raw<number>`${row.at}`.as('at'),
          raw<EventRow['kind']>`${row.kind}`.as('kind'),
          raw<string>`${row.event}`.as('event'),
          'record.id as inspection_id',
          raw<number>`${row.taken_in_at}`.as('taken_in_at'),
        ])
        .where('record.id', '=', row.inspection_id)
        .where(raw<boolean>`not exists (select 1 from inspection as later where later.corrects = record.id)`)
        .where(raw<boolean>`not exists (select 1 from verdict_correction as put where put.inspection_id = record.id)`),
    )
    .onConflict((conflict) => conflict.columns(['person_tag', 'id']).doNothing())
    .compile()

/** Whoever has new events is looked at by the next run. */
export const lookAt = (person: string): Write =>
  sql
    .insertInto('code_person')
    .values({ person_tag: person, colour: 'grey', since: null, proposals: 0, events: 0, next_at: 0 })
    .onConflict((conflict) => conflict.column('person_tag').doUpdateSet({ next_at: 0 }))
    .compile()

/** Everybody of whom this inspection wrote something learns this event, too. */
export const addEventToAllOf = (inspection: string, row: Omit<EventRow, 'person_tag' | 'inspection_id'>): Write =>
  sql
    .insertInto('code_event')
    .columns(['person_tag', 'id', 'at', 'kind', 'event', 'inspection_id', 'taken_in_at'])
    .expression(
      sql
        .selectFrom('code_event as told')
        .select([
          'told.person_tag',
          raw<string>`${row.id}`.as('id'),
          raw<number>`${row.at}`.as('at'),
          raw<EventRow['kind']>`${row.kind}`.as('kind'),
          raw<string>`${row.event}`.as('event'),
          raw<string | null>`null`.as('inspection_id'),
          raw<number>`${row.taken_in_at}`.as('taken_in_at'),
        ])
        .where('told.inspection_id', '=', inspection)
        .distinct(),
    )
    .onConflict((conflict) => conflict.columns(['person_tag', 'id']).doNothing())
    .compile()

export const lookAtAllOf = (inspection: string): Write =>
  sql
    .updateTable('code_person')
    .set({ next_at: 0 })
    .where(
      'person_tag',
      'in',
      sql.selectFrom('code_event').select('person_tag').where('inspection_id', '=', inspection),
    )
    .compile()

/** Those whom time has something to say to by `until`, the longest waiting first. */
export const peopleDue = (until: Instant, limit: number): CompiledQuery<Pick<PersonRow, 'person_tag'>> =>
  sql
    .selectFrom('code_person')
    .select('person_tag')
    .where('next_at', '<=', until)
    .orderBy('next_at')
    .limit(limit)
    .compile()

/** Does nothing where an event came in after those that `row` was made from: he is looked at again. */
export const settlePerson = ({ person_tag: person, ...row }: PersonRow): Write =>
  sql
    .updateTable('code_person')
    .set(row)
    .where('person_tag', '=', person)
    .where(
      sql
        .selectFrom('code_event')
        .select(raw<number>`count(*)`.as('events'))
        .where('person_tag', '=', person),
      '=',
      row.events,
    )
    .compile()
