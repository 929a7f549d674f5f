import { expect, it } from 'vitest'
import { loadDemo } from '../../../server/demo/index.ts'
import { runDue } from '../../../server/timers/codes.ts'
import { trackings } from '../../../server/timers/due/trackings.ts'
import { staffByLogin } from '../../../server/store/staff.ts'
import { listMessages } from '../../../server/usecases/messages.ts'
import { listTrackings } from '../../../server/usecases/tracking.ts'
import { fakeClock } from '../../kit/clock.ts'
import { fakeFeed, testDeps } from '../../kit/deps.ts'

it('the demonstration has a tracking of each kind, and those who were told of it', async () => {
  const clock = fakeClock('2030-01-07T22:00:00+08:00')
  const { deps, db } = await testDeps(clock.now, fakeFeed().port, { demo: true })
  await loadDemo(deps)
  await runDue(deps, [trackings])
  const [staff] = await db.all(staffByLogin('epidemic'))
  const asker = { kind: 'staff', staff: staff?.id ?? '', role: 'epidemic', checkpoint: null, session: 'x' } as const
  const { items, counts } = await listTrackings(deps, asker, {})
  expect(counts).toEqual({ waiting: 3, overdue: 1, positive: 1, unmatched: 1 })
  expect(items.map(({ plate }) => plate)).toEqual(['晋EX0043', '鲁EX0041', '冀DX0042', '苏EX0045'])
  expect((await listTrackings(deps, asker, { show: 'closed' })).items.map(({ plate }) => plate)).toEqual(['浙AX0044'])
  const kinds = (await listMessages(deps, asker, {})).items.map(({ kind }) => kind)
  expect(kinds).toEqual(expect.arrayContaining(['tracking-positive', 'tracking-overdue']))
  db.close()
})
