import { expect, it } from 'vitest'
import { addDemoPasses } from '../../../server/demo/passes.ts'
import { listPassApplications, listPasses } from '../../../server/usecases/passes-lists.ts'
import { world } from '../../kit/world.ts'
import { addStaffRow } from '../../../server/store/staff.ts'

it('the demonstration has a queue with one that waits too long, and a pass in each state', async () => {
  const road = await world({ demo: true })
  const id = crypto.randomUUID()
  const row = { id, login: 'passes', name: '通行证示例', role: 'pass-officer', checkpoint_id: null } as const
  await road.db.commit([
    addStaffRow({ ...row, password_hash: 'none', created_at: road.clock.now(), disabled_at: null }),
  ])
  await addDemoPasses(road.deps)
  const asker = { kind: 'staff', staff: id, role: 'pass-officer', checkpoint: null, session: '' } as const
  const { items, counts } = await listPassApplications(road.deps, asker, {})
  expect(counts).toEqual({ waiting: 3, late: 1 })
  expect(items.map(({ plate, flags }) => [plate, ...flags])).toEqual([
    ['WJ豫20013', 'plate-unknown'],
    ['豫HX2011', 'same-county'],
    ['鲁QX2003', 'another-route'],
  ])
  const passes = async (show: 'valid' | 'suspended' | 'revoked') =>
    (await listPasses(road.deps, asker, { show })).items.map(({ plate }) => plate).toSorted()
  expect(await passes('valid')).toEqual(['京AX2002', '浙FX2001', '鲁QX2003'])
  expect([await passes('suspended'), await passes('revoked')]).toEqual([['苏AX2004'], ['豫HX2005']])
})
