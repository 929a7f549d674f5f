import { describe, expect, it } from 'vitest'
import { listRegister } from '../../../schema/api/register.ts'
import { checkpointById } from '../../../server/store/checkpoints.ts'
import { watchedRoad, type WatchedRoad } from './kit.ts'

const good = {
  version: 0,
  approvalNo: '示例批〔2022〕1号',
  kind: 'exit',
  kindReason: null,
  stake: 'K44+950',
  direction: 'up',
  bridge: null,
  branch: { secretary: '书记示例', members: '甲、乙、丙', rules: '值守制度，贴于岗亭' },
  reason: '初次登记',
}
const registers = (road: WatchedRoad, id: string, more: object = {}) =>
  road.command.send('PUT', `/api/checkpoints/${id}/register`, { ...good, ...more })
const listed = async (road: WatchedRoad) => (await road.command.send('GET', '/api/register')).as(listRegister.answer)
const warnings = async (road: WatchedRoad, id: string) =>
  (await listed(road)).items.find(({ checkpoint }) => checkpoint === id)?.warnings.map(({ what }) => what)
/** The administrator closes it, or opens it again. */
async function setsActive(road: WatchedRoad, id: string, active: boolean) {
  const [place] = await road.db.all(checkpointById(id))
  const { name, road: way, county, lanes } = place!
  const admin = await road.staff('admin')
  return admin.send('PUT', `/api/checkpoints/${id}`, { name, road: way, county, lanes, active })
}

describe('where checkpoints may stand (R121, R123, R124)', () => {
  it('is said until it is registered, and read by whoever may see the checkpoint', async () => {
    const road = await watchedRoad()
    expect(await warnings(road, 'JZ-G01')).toEqual(['not-registered'])
    expect((await registers(road, 'JZ-G01')).status).toBe(200)
    expect(await warnings(road, 'JZ-G01')).toEqual([])
    const seen = (await road.head.send('GET', '/api/register')).as(listRegister.answer)
    expect(seen.items).toMatchObject([
      { checkpoint: 'JZ-G01', approvalNo: '示例批〔2022〕1号', stake: 'K44+950', branch: { secretary: '书记示例' } },
    ])
    expect(seen.items[0]!.may.change).toBe(false)
  })

  it('warns of no approval and of another near on the same road, and takes it all the same', async () => {
    const road = await watchedRoad()
    await registers(road, 'JZ-G01')
    expect((await registers(road, 'JZ-G02', { approvalNo: null, stake: 'K50+000' })).status).toBe(200)
    expect(await warnings(road, 'JZ-G02')).toEqual(['no-approval', 'close-by'])
    expect(await warnings(road, 'JZ-G01')).toEqual(['close-by'])
  })

  it('elsewhere than at borders, exits and affected areas a reason is required', async () => {
    const road = await watchedRoad()
    expect(await registers(road, 'JZ-G01', { kind: 'trunk' })).toMatchObject({
      status: 400,
      body: { error: { code: 'CP-21', path: 'kindReason' } },
    })
    expect((await registers(road, 'JZ-G01', { kind: 'trunk', kindReason: '绕行车辆集中' })).status).toBe(200)
  })

  it('both ends of one bridge: the second cannot be registered while it is open, nor opened once it is', async () => {
    const road = await watchedRoad()
    const bridge = { bridge: '沁河大桥' }
    await registers(road, 'JZ-G01', bridge)
    expect(await registers(road, 'JZ-G02', { ...bridge, stake: 'K46+100' })).toMatchObject({
      status: 409,
      body: { error: { code: 'CP-20', path: 'bridge' } },
    })
    expect(await warnings(road, 'JZ-G02')).toEqual(['not-registered'])
    expect((await setsActive(road, 'JZ-G02', false)).status).toBe(200)
    expect((await registers(road, 'JZ-G02', { ...bridge, stake: 'K46+100' })).status).toBe(200)
    expect(await setsActive(road, 'JZ-G02', true)).toMatchObject({
      status: 409,
      body: { error: { code: 'CP-20', path: 'active' } },
    })
    expect((await road.db.all(checkpointById('JZ-G02')))[0]?.active).toBe(0)
    expect((await setsActive(road, 'JZ-G01', false)).status).toBe(200)
    expect((await setsActive(road, 'JZ-G02', true)).status).toBe(200)
  })

  it('of two who change the same version the second is told', async () => {
    const road = await watchedRoad()
    const both = await Promise.all([registers(road, 'JZ-G01'), registers(road, 'JZ-G01', { direction: 'down' })])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  })
})
