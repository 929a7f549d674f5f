import type { CompiledQuery } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import * as store from '../../../server/store/cases.ts'
import { openMigrated } from '../../../server/store/open-sqlite.ts'
import { instant } from '../../../shared/instant.ts'
import { planOf } from '../../kit/plan.ts'

const db = await openMigrated(':memory:')
afterAll(() => db.close())

/** The steps in which SQLite reads a table from end to end, or sorts what it has read. */
const dearSteps = async (query: CompiledQuery) =>
  (await planOf(db, query)).filter(
    (step) => step.includes('TEMP B-TREE') || (step.startsWith('SCAN ') && !step.includes('USING')),
  )

const after = { at: 1, id: 'x' }

describe('nothing about cases reads a whole table, nor sorts one', () => {
  it.each<[string, CompiledQuery]>([
    ['the queue', store.openCases({ within: {}, limit: 50 })],
    ['a later page of it', store.openCases({ within: {}, limit: 50, after })],
    ['what is late', store.openCases({ within: {}, limit: 50, overdueAt: instant(1) })],
    ['all', store.newestCases({ within: {}, limit: 50 })],
    ['a later page of all', store.newestCases({ within: {}, limit: 50, after })],
    ['those of a state', store.newestCases({ within: {}, limit: 50, states: ['closed'] })],
    ['those of a category', store.newestCases({ within: {}, limit: 50, category: 'fees' })],
    ['those of a checkpoint', store.newestCases({ within: {}, limit: 50, checkpoint: 'JZ-G01' })],
    ['those of a county', store.newestCases({ within: { area: '410822' }, limit: 50 })],
    ['those of a city', store.newestCases({ within: { area: '410800' }, limit: 50 })],
    ['the queue of a county', store.openCases({ within: { area: '410822' }, limit: 50 })],
    [
      'the queue of a county, seen from the city',
      store.openCases({ within: { area: '410800' }, county: '410822', limit: 50 }),
    ],
    ['the queue of a head', store.openCases({ within: { checkpoint: 'JZ-G01' }, limit: 50 })],
    ['the counts of a county', store.openCaseCount({ area: '410822' }, 1000)],
    ['those of a plate', store.newestCases({ within: {}, limit: 50, wanted: { plate: '豫H12345' } })],
    ['those of a phone', store.newestCases({ within: {}, limit: 50, wanted: { phone: 'tag' } })],
    ['one', store.caseById('x')],
    ['what was done to it', store.eventsOfCase('x')],
    ['those of a trip', store.casesOfTrip('x', 20)],
    ['the last number of a day', store.lastCaseNo(20220516)],
    ['the counts', store.openCaseCount({}, 1000)],
    ['those a timer looks at', store.casesToLookAt(instant(1), 500)],
    ['those to be called back', store.casesToCallBack(instant(1), 500)],
  ])('%s', async (_, query) => expect(await dearSteps(query)).toEqual([]))
})
