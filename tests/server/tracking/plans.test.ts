import { afterAll, describe, expect, it } from 'vitest'
import type { CompiledQuery } from 'kysely'
import { alertsAt, messagePage, messagesAbout, unseenCount } from '../../../server/store/messages.ts'
import { openMigrated } from '../../../server/store/open-sqlite.ts'
import {
  crewOnPlate,
  openCounts,
  trackingPage,
  trackingsOf,
  tripsOfPeople,
  waitingUnalerted,
  waitingWithResult,
} from '../../../server/store/tracking.ts'
import { instant } from '../../../shared/instant.ts'

const db = await openMigrated(':memory:')
afterAll(() => db.close())

/** How SQLite goes about it: a step a line. */
async function planOf(query: CompiledQuery): Promise<string[]> {
  const steps = await db.all<{ detail: string }>({
    ...query,
    query: query.query,
    sql: `explain query plan ${query.sql}`,
  })
  return steps.map(({ detail }) => detail)
}

/** The steps in which it reads a table from its beginning to its end. */
const scansOf = async (query: CompiledQuery): Promise<string[]> =>
  (await planOf(query)).filter((step) => step.startsWith('SCAN ') && !/^SCAN (json_each|\(|value|unseen$)/.test(step))

const at = instant(5)
describe('nothing about trackings or messages reads a whole table', () => {
  it.each<[string, CompiledQuery]>([
    ['a page of those that wait', trackingPage({ states: ['waiting'], limit: 50 })],
    ['a page of what is not done', trackingPage({ states: ['waiting', 'positive'], limit: 50 })],
    ['a page of those overdue', trackingPage({ states: ['waiting'], until: at, limit: 50 })],
    ['a page of a plate', trackingPage({ states: ['waiting'], plate: 'x', limit: 50 })],
    ['a later page', trackingPage({ states: 'done', after: { positive: false, openedAt: 1, id: 'x' }, limit: 50 })],
    ['the counts', openCounts(at)],
    ['the trackings of persons', trackingsOf(['x'], at)],
    ['the trips of persons', tripsOfPeople(['x'], at)],
    ['the crew on a plate', crewOnPlate('x', { from: at, to: at })],
    ['those to be alerted', waitingUnalerted(500)],
    ['those whose result is here', waitingWithResult(500)],
    ['a page of messages', messagePage({ audience: 'command' }, { limit: 50 })],
    ['a page of those not acknowledged', messagePage({ audience: 'command' }, { seen: false, limit: 50 })],
    ['a page of a checkpoint', messagePage({ audience: 'checkpoint', ref: 'x' }, { seen: false, limit: 50 })],
    ['a later page', messagePage({ audience: 'command' }, { before: { seen: true, at: 1, id: 'x' }, limit: 50 })],
    ['the number unseen', unseenCount({ audience: 'checkpoint', ref: 'x' })],
    ['the messages about a record', messagesAbout('x')],
    ['the alerts of a booth', alertsAt('x', at)],
  ])('%s', async (_title, query) => {
    expect(await scansOf(query)).toEqual([])
  })
})

it('what is done of one plate is looked for among those of the plate', async () => {
  const plan = await planOf(trackingPage({ states: 'done', plate: 'x', limit: 50 }))
  expect(plan).toContain('SEARCH tracking USING INDEX tracking_by_plate (plate=?)')
})
