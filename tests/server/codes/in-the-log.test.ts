import { expect, it } from 'vitest'
import { sql } from '../../../server/store/db.ts'
import { codes } from '../../../server/timers/codes.ts'
import { city, inOrder, liTag } from './office.ts'

const logged = async (road: Awaited<ReturnType<typeof city>>['road']) =>
  (await road.db.all(sql.selectFrom('audit').selectAll().where('kind', '=', 'code').orderBy('seq').compile())).map(
    ({ action, actor, role, device, subject }) => ({ action, actor, role, device, subject }),
  )

it('a yellow that a row opens stands in the log with inspector and phone; one that a timer opens, with the timer', async () => {
  const town = await city()
  const { road } = town
  await town.shows({ ...inOrder(road), healthCode: 'yellow' })
  const person = await liTag(await road.staff('epidemic'))
  const [booth] = await road.db.all(sql.selectFrom('inspection').select(['staff_id', 'terminal_id']).compile())
  expect(await logged(road)).toEqual([
    { action: 'yellow-opened', actor: booth?.staff_id, role: 'inspector', device: booth?.terminal_id, subject: person },
  ])
  road.forward(60 * 49)
  await codes.run(road.deps)
  await codes.run(road.deps)
  expect((await logged(road)).slice(1)).toEqual([
    { action: 'yellow-opened', actor: 'T2', role: 'system', device: null, subject: person },
  ])
})
