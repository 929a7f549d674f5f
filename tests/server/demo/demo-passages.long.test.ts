import { expect, test } from 'vitest'
import { loadDemo } from '../../../server/demo/index.ts'
import { signedIn } from '../../../server/demo/lists.ts'
import { dryRun } from '../../../server/usecases/amendment-dry-run.ts'
import { listEditions } from '../../../server/usecases/editions.ts'
import { beijingIso, day, plus } from '../../../shared/instant.ts'
import { fakeClock } from '../../kit/clock.ts'
import { fakeFeed, testDeps } from '../../kit/deps.ts'

test('the dry run of the draft in the demonstration moves trucks, so that there is a picture to look at', async () => {
  const clock = fakeClock('2030-01-07T22:00:00+08:00')
  const { deps, db } = await testDeps(clock.now, fakeFeed().port, { demo: true })
  await loadDemo(deps)
  const command = await signedIn(deps, 'command')
  if (command === undefined) throw new Error('nobody of the command')
  const { amendments } = await listEditions(deps, command)
  const draft = amendments.find(({ standing }) => standing === 'draft')
  const until = clock.now()
  const span = { from: beijingIso(plus(until, -day)), until: beijingIso(until) }
  const tried = await dryRun(deps, command, { id: draft?.id ?? '', version: draft?.version ?? 0, ...span })
  expect(tried.dryRun?.report.inspections).toBeGreaterThan(15)
  expect(tried.dryRun?.report.stricter).toBeGreaterThan(3)
  db.close()
})
