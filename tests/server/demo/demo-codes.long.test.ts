import { expect, it } from 'vitest'
import { loadDemo } from '../../../server/demo/index.ts'
import { staffByLogin } from '../../../server/store/staff.ts'
import { listPeople } from '../../../server/usecases/people-list.ts'
import type { PersonQueue } from '../../../shared/codes/purposes.ts'
import { fakeClock } from '../../kit/clock.ts'
import { fakeFeed, testDeps } from '../../kit/deps.ts'

it('the demonstration has somebody in every queue of the epidemic office', async () => {
  const clock = fakeClock('2030-01-07T22:00:00+08:00')
  const { deps, db } = await testDeps(clock.now, fakeFeed().port, { demo: true })
  await loadDemo(deps)
  const [staff] = await db.all(staffByLogin('epidemic2'))
  const asker = { kind: 'staff', staff: staff?.id ?? '', role: 'epidemic', checkpoint: null, session: 'x' } as const
  const queues: Readonly<Record<PersonQueue, [string, string]>> = {
    waiting: ['唐', '浙AX0034'],
    red: ['林', '晋EX0033'],
    yellow: ['马', '冀DX0032'],
    overstay: ['钱', '鲁EX0031'],
  }
  for (const [queue, [surname, plate]] of Object.entries(queues)) {
    const { items } = await listPeople(deps, asker, { queue: queue as PersonQueue })
    const rows = items.map((row) => [row.surname, ...row.plates])
    expect(rows, queue).toContainEqual([surname, plate])
  }
})
