import SqliteFile from 'better-sqlite3'
import { afterAll, expect, it } from 'vitest'
import type { CompiledQuery } from 'kysely'
import {
  addEventOfStanding,
  addEventToAllOf,
  eventsOfPeople,
  lookAtAllOf,
  peopleDue,
  settlePerson,
} from '../../../server/store/codes.ts'
import { doneAmong } from '../../../server/store/due.ts'
import { letGoDue, letGoOfTrip } from '../../../server/store/let-go.ts'
import { readMigrations } from '../../../server/store/open-sqlite.ts'
import { tripOfPerson } from '../../../server/store/trips.ts'
import { instant } from '../../../shared/instant.ts'

// The port reads only; the plan of a write is asked of the file itself.
const file = new SqliteFile(':memory:')
for (const { text } of readMigrations()) file.exec(text)
afterAll(() => file.close())

const planOf = ({ sql, parameters }: CompiledQuery): string =>
  file
    .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
    .all(...parameters)
    .map(({ detail }) => detail)
    .join('\n')

const now = instant(1)
const person = { person_tag: 'p', colour: 'green', since: null, proposals: 0, events: 1, next_at: null } as const
const event = { id: 'e', at: 1, kind: 'withdrawn', event: '{}', taken_in_at: 1 } as const

it.each<[string, CompiledQuery, string]>([
  [
    'those whom time has something to say to',
    peopleDue(now, 500),
    'code_person USING COVERING INDEX code_person_due (next_at<?)',
  ],
  ['what happened to some persons', eventsOfPeople(['p']), 'code_event USING PRIMARY KEY (person_tag=?)'],
  [
    'whom an inspection wrote of',
    addEventToAllOf('i', event),
    'told USING COVERING INDEX code_event_by_inspection (inspection_id=?)',
  ],
  [
    'whether a record stands',
    addEventOfStanding({ ...event, person_tag: 'p', inspection_id: 'i' }),
    'record USING PRIMARY KEY (id=?)',
  ],
  [
    'whom a correction concerns',
    lookAtAllOf('i'),
    'code_event USING COVERING INDEX code_event_by_inspection (inspection_id=?)',
  ],
  ['how many events a person has', settlePerson(person), 'code_event USING PRIMARY KEY (person_tag=?)'],
  ['what was done', doneAmong(['d']), 'due_done USING PRIMARY KEY (id=?)'],
  ['trucks to look after', letGoDue(now, 500), 'let_go USING INDEX let_go_due (next_at<?)'],
  ['the releases of a trip', letGoOfTrip('t'), 'let_go USING INDEX let_go_by_trip (trip_id=?)'],
  ['the trip of a person', tripOfPerson('p', now), 'trip_crew USING COVERING INDEX trip_crew_by_person (person_tag=?)'],
])('%s: found in an index', (_, query, step) => {
  const plan = planOf(query)
  expect(plan).toContain(`SEARCH ${step}`)
  expect(plan).not.toMatch(/SCAN (?!json_each|trip_crew$)/)
})
