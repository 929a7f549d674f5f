import { afterAll, describe, expect, it } from 'vitest'
import type { CompiledQuery } from 'kysely'
import * as store from '../../../server/store/appeals.ts'
import { inspectionPage } from '../../../server/store/inspections.ts'
import { openMigrated } from '../../../server/store/open-sqlite.ts'
import { instant } from '../../../shared/instant.ts'

const db = await openMigrated(':memory:')
afterAll(() => db.close())

/** The steps in which SQLite reads a table from end to end, or sorts what it has read. */
async function dearSteps(query: CompiledQuery): Promise<string[]> {
  const plan = { ...query, query: query.query, sql: `explain query plan ${query.sql}` }
  const steps = await db.all<{ detail: string }>(plan)
  return steps
    .map(({ detail }) => detail)
    .filter((step) => step.includes('TEMP B-TREE') || (step.startsWith('SCAN ') && !step.includes('USING')))
}

const page = { checkpoint: null, after: undefined, limit: 50 }
const after = { at: 1, id: 'x' }

describe('nothing about appeals reads a whole table, nor sorts one', () => {
  it.each<[string, CompiledQuery]>([
    ['the queue', store.runningAppeals(page)],
    ['a later page of it', store.runningAppeals({ ...page, after })],
    ['the queue of a head', store.runningAppeals({ ...page, checkpoint: 'JZ-G01' })],
    ['those decided', store.decidedAppeals(page)],
    ['a later page of them', store.decidedAppeals({ ...page, after })],
    ['the counts', store.runningSince(null, 500)],
    ['those to be called out', store.appealsToAlarm(instant(1), 500)],
    ['those whose reason may have ended', store.runningOnCodes(500)],
    ['those whose verdict was undone', store.runningOnUndone(500)],
    ['one', store.appealById('x')],
    ['those of a trip', store.appealsOfTrip('x', 20)],
    ['the one about a reason', store.codeAppeal('p', 'o')],
    ['the one about a verdict', store.verdictAppeal('x')],
    ['verdicts of a trip', store.inspectionsOfTrip({ id: 'x', plate: 'y' }, instant(1))],
    ['what an inspection wrote', store.eventsOfInspection('x')],
  ])('%s', async (_, query) => expect(await dearSteps(query)).toEqual([]))

  it('and the ledger of inspections with its corrections as little as before', async () => {
    expect((await dearSteps(inspectionPage({ limit: 50 }))).filter((step) => step.startsWith('SCAN'))).toEqual([])
  })
})
