import { expect, it } from 'vitest'
import { createApp } from '../../../server/app.ts'
import { setUpLink } from '../../../server/cli/set-up-link.ts'
import { fakeClock } from '../../kit/clock.ts'
import { fakeFeed, testDeps } from '../../kit/deps.ts'
import { expectedAftermath, tellStory } from '../story.ts'

it('the whole chain: set up, register, code, enrol, look up, upload twice, one record', async () => {
  const clock = fakeClock()
  const { deps, db } = await testDeps(clock.now, fakeFeed().port)
  const app = createApp(deps)
  const link = (await setUpLink(deps)) ?? ''
  const story = await tellStory({
    send: async (request) => app.fetch(request),
    origin: deps.origin,
    setUpToken: link.slice(link.indexOf('=') + 1),
    now: clock.now,
  })
  expect(story).toEqual({
    code: { state: 'grey', opened: true },
    known: { registered: true, crew: 1 },
    uploads: ['recorded', 'refused', 'already', 'refused'],
    ledger: [{ plate: '沪DX0001', row: 'V11', serverRow: 'V11', agrees: true }],
    envelopeKept: true,
    aftermath: expectedAftermath,
  })
  db.close()
})
