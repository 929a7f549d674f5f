import { expect, it } from 'vitest'
import { loadDemo } from '../../../server/demo/index.ts'
import { openCases, newestCases } from '../../../server/store/cases.ts'
import { caseStates } from '../../../shared/cases/kinds.ts'
import { fakeClock } from '../../kit/clock.ts'
import { fakeFeed, testDeps } from '../../kit/deps.ts'

it('the demonstration has a dozen cases, in every state and on two levels, and some that are late', async () => {
  const clock = fakeClock('2030-01-07T22:00:00+08:00')
  const { deps, db } = await testDeps(clock.now, fakeFeed().port, { demo: true })
  await loadDemo(deps)
  const all = await db.all(newestCases({ within: {}, limit: 100 }))
  expect(all.length).toBe(12)
  expect(new Set(all.map(({ state }) => state))).toEqual(new Set(caseStates))
  expect(new Set(all.map(({ level }) => level))).toEqual(new Set(['county', 'city']))
  expect(new Set(all.map(({ way }) => way)).size).toBe(3)
  expect((await db.all(openCases({ within: {}, limit: 100, overdueAt: clock.now() }))).length).toBeGreaterThan(0)
})
