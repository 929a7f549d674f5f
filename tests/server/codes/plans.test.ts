import { afterAll, expect, it } from 'vitest'
import type { CompiledQuery } from 'kysely'
import { openMigrated } from '../../../server/store/open-sqlite.ts'
import {
  inspectionsOf,
  knownAmong,
  messagesAbout,
  newestCrewRow,
  tripsOfPlate,
} from '../../../server/store/people-known.ts'
import { colouredPeople, listedPage, peopleToCome, waitingPeople } from '../../../server/store/people-queues.ts'
import { passagesOf, seatsOf } from '../../../server/store/people-traces.ts'
import { instant } from '../../../shared/instant.ts'

const db = await openMigrated(':memory:')
afterAll(() => db.close())

async function planOf(query: CompiledQuery): Promise<string[]> {
  const steps = await db.all<{ detail: string }>({ ...query, sql: `explain query plan ${query.sql}` })
  return steps.map(({ detail }) => detail)
}

const [from, until] = [instant(1), instant(2)]
const after = { since: 1, person: 'x' }

/** Tables with a row for each truck or person; none of them is read from end to end, or sorted whole. */
const large =
  /^SCAN (?!newest|j)(code_person|code_event|trip|seat|trip_crew|inspection|message|told|heard|listed_person|health_result|due_done|tracking|appeal)\b(?!.*USING)/

it.each<[string, CompiledQuery]>([
  ['red', colouredPeople('red', 50, undefined)],
  ['red, next page', colouredPeople('red', 50, after)],
  ['waiting', waitingPeople(50)],
  ['to come', peopleToCome(from, 50)],
  ['known', knownAmong(['a', 'b'])],
  ['newest seat', newestCrewRow('a')],
  ['trips of a plate', tripsOfPlate('a', 20)],
  ['inspections of a person', inspectionsOf('a')],
  ['messages', messagesAbout('a', ['b'])],
  ['listed', listedPage(undefined, 50, 'a')],
  ['passages', passagesOf(['a', 'b'], { from, until, limit: 10 })],
  ['seats', seatsOf('a')],
])('%s is found in an index', async (_, query) => {
  const plan = await planOf(query)
  expect(plan.filter((step) => large.test(step))).toEqual([])
})

it('a page of a colour needs no sorting, and a trace goes by plate and time', async () => {
  for (const query of [colouredPeople('red', 50, undefined), colouredPeople('yellow', 50, after)])
    expect(await planOf(query)).toEqual([
      expect.stringMatching(/code_person USING (COVERING )?INDEX code_person_by_colour/),
    ])
  expect(await planOf(passagesOf(['a'], { from, until, limit: 10 }))).toContain(
    'SEARCH inspection USING INDEX inspection_by_plate (plate=? AND made_at>? AND made_at<?)',
  )
})
