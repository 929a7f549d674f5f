import { afterAll, describe, expect, it } from 'vitest'
import type { CompiledQuery } from 'kysely'
import * as applications from '../../../server/store/pass-applications.ts'
import { foreignPassPage } from '../../../server/store/foreign-passes.ts'
import * as lists from '../../../server/store/pass-lists.ts'
import { lastPassOfPlate, passOfTrip } from '../../../server/store/passes.ts'
import { openMigrated } from '../../../server/store/open-sqlite.ts'
import { instant } from '../../../shared/instant.ts'

const db = await openMigrated(':memory:')
afterAll(() => db.close())

/** The steps in which SQLite reads a table from end to end, or sorts what it has read. */
async function dearSteps(query: CompiledQuery): Promise<string[]> {
  const steps = await db.all<{ detail: string }>({
    ...query,
    query: query.query,
    sql: `explain query plan ${query.sql}`,
  })
  return steps
    .map(({ detail }) => detail)
    .filter((step) => step.includes('TEMP B-TREE FOR ORDER') || (step.startsWith('SCAN ') && !step.includes('USING')))
}

const now = instant(1)
const at = { at: 1, id: 'x' }
const before = { validTo: 1, number: 'x' }

describe('nothing about passes reads a whole table, nor sorts one', () => {
  it.each<[string, CompiledQuery]>([
    ['the queue', applications.waitingApplications(undefined, 50)],
    ['a later page of it', applications.waitingApplications({ first: 1, ...at }, 50)],
    ['those that wait too long', applications.lateApplications(now, at, 50)],
    ['those declined', applications.declinedApplications(at, 50)],
    ['the counts', applications.waitingSince(500)],
    ['those to be told of', applications.lateAndUntold(now, 'k', 200)],
    ['the newest of a trip', applications.lastOfTrip('x')],
    ['one', applications.applicationById('x')],
    ['earlier passes of a truck', applications.passesInForceOf('x', now, 50)],
    ['false commitments', applications.brokenCommitments({ plate: 'x', company: 'y' }, now)],
    ['revoked for cause', applications.revokedForCause('x', now)],
    ['all passes', lists.passPage({ before, limit: 50 })],
    ['by standing', lists.passPage({ status: 'revoked', before, limit: 50 })],
    ['those in force', lists.passPage({ status: 'valid', runs: { beyond: now, yes: true }, before, limit: 50 })],
    ['of a plate', lists.passPage({ plate: 'x', before: undefined, limit: 50 })],
    ['of an application', lists.passOfApplication('x')],
    ['of today', lists.numbersIssuedSince(now, 2000)],
    ['the company’s pass of a truck', lists.companyPassFor({ plate: 'x', from: 'a', to: 'b' }, now)],
    ['the pass of a trip', passOfTrip('x')],
    ['of other provinces', foreignPassPage({ before: at, limit: 50 })],
    ['of other provinces, of a truck', foreignPassPage({ plate: 'x', before: undefined, limit: 50 })],
  ])('%s', async (_, query) => expect(await dearSteps(query)).toEqual([]))

  it('what was found by one key is put in order by hand, few as it is', async () => {
    const scans = async (query: CompiledQuery) => (await dearSteps(query)).filter((step) => step.startsWith('SCAN'))
    expect(await scans(lists.passesOfCompany('x', 50))).toEqual([])
    expect(await scans(lastPassOfPlate('x'))).toEqual([])
  })
})
