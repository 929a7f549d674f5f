import { describe, expect, it } from 'vitest'
import { reportQueue } from '../../../schema/api/queue.ts'
import { siteView } from '../../../schema/api/sites.ts'
import { sql } from '../../../server/store/db.ts'
import { changeStaffRow } from '../../../server/store/staff.ts'
import { liveQueue } from '../../../server/usecases/queue-live.ts'
import { checkpointById } from '../../../server/store/checkpoints.ts'
import { watchedRoad, type WatchedRoad } from './kit.ts'

const path = '/api/checkpoints/JZ-G01/site'
const road1 = {
  version: 0,
  approachLanes: 3,
  approachMetres: 4000,
  greenLane: 4,
  booth: { stake: 'K44+000', upstream: 'increasing' },
  fenceMetres: 2500,
  signs: [
    { number: 2, metres: 600 },
    { number: 1, metres: 300 },
  ],
  reason: '现场踏勘',
}
const describes = (road: WatchedRoad, more: object = {}) => road.command.send('PUT', path, { ...road1, ...more })
const siteIn = async (road: WatchedRoad, deps = road.deps) => {
  const [place] = await road.db.all(checkpointById('JZ-G01'))
  return (await liveQueue(deps, place!, road.clock.now())).site
}

describe('the road of a checkpoint', () => {
  it('is plain until somebody describes it; then everybody reads who did, when and why', async () => {
    const road = await watchedRoad()
    const before = (await road.dispatcher.send('GET', path)).as(siteView)
    expect(before).toMatchObject({ version: 0, approachLanes: 2, booth: null, signs: [], changed: null })
    expect(before.may.change).toBe(false)
    const after = (await describes(road)).as(siteView)
    expect(after).toMatchObject({
      version: 1,
      greenLane: 4,
      signs: [
        { number: 1, metres: 300, stake: 'K44+300' },
        { number: 2, metres: 600, stake: 'K44+600' },
      ],
      changed: { reason: '现场踏勘' },
      may: { change: true },
    })
    expect((await road.head.send('GET', path)).as(siteView)).toMatchObject({ version: 1, may: { change: false } })
    const log = await road.db.all(
      sql.selectFrom('audit').select(['action', 'detail']).where('action', '=', 'road-described').compile(),
    )
    expect(log).toHaveLength(1)
    expect(JSON.parse(log[0]!.detail)).toMatchObject({ reason: '现场踏勘', booth_stake: ['', '44000'] })
  })

  it('takes effect at once on every server, without a restart and without forgetting what was heard', async () => {
    const road = await watchedRoad()
    await road.anyone('POST', '/api/queue/check-ins', {
      id: crypto.randomUUID(),
      checkpoint: 'JZ-G01',
      plate: '豫HX0001',
      source: 'qr',
      metres: 600,
    })
    await road.tick()
    const other = { ...road.deps }
    expect([await siteIn(road), await siteIn(road, other)]).toMatchObject([{ boothStake: null }, { boothStake: null }])
    await describes(road)
    const [place] = await road.db.all(checkpointById('JZ-G01'))
    for (const deps of [road.deps, other]) {
      const queue = await liveQueue(deps, place!, road.clock.now())
      expect(queue.site).toMatchObject({
        approachLanes: 3,
        greenLane: 4,
        boothStake: 44_000,
        stakesGrow: true,
        signs: [300, 600],
      })
      expect(queue.memory.checkIns.size).toBe(1)
    }
    road.forward(0.5)
    await road.tick()
    expect(await siteIn(road)).toMatchObject({ fenceMetres: 2500 })
  })

  it('of two who change the same version the second is told, and nothing of his is kept', async () => {
    const road = await watchedRoad()
    const both = await Promise.all([describes(road), describes(road, { approachLanes: 1 })])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    expect(await describes(road)).toMatchObject({ status: 409, body: { error: { code: 'CP-14', path: 'version' } } })
    expect((await road.command.send('GET', path)).as(siteView).version).toBe(1)
    expect(await describes(road, { version: 1, approachLanes: 5 })).toMatchObject({ status: 200 })
  })

  it.each<[string, object, string, string]>([
    ['a stake that is none', { booth: { stake: '44950', upstream: 'increasing' } }, 'HT-', 'booth.stake'],
    ['a green lane it does not have', { greenLane: 5 }, 'CP-10', 'greenLane'],
    ['a fence beyond the approach', { fenceMetres: 4001 }, 'CP-11', 'fenceMetres'],
    ['a sign beyond the approach', { signs: [{ number: 1, metres: 4001 }] }, 'CP-12', 'signs.0.metres'],
    ['no reason', { reason: ' ' }, '', 'reason'],
    ['half a sign', { signs: [{ number: 1 }] }, '', 'signs.0.metres'],
  ])('%s is refused and changes nothing', async (_, more, code, field) => {
    const road = await watchedRoad()
    const answer = await describes(road, more)
    expect(answer.status).toBe(400)
    const { error } = answer.body as { error: { code: string; path: string; message: string } }
    expect(error.path).toBe(field)
    if (code.startsWith('CP')) expect(error.code).toBe(code)
    expect((await road.command.send('GET', path)).as(siteView).version).toBe(0)
  })

  it('what stands already is no change, and lanes are not taken away from under the green channel', async () => {
    const road = await watchedRoad()
    await describes(road)
    expect(await describes(road, { version: 1 })).toMatchObject({ status: 400, body: { error: { code: 'CP-16' } } })
    const admin = await road.staff('admin')
    const fields = { name: 'JZ-G01 站', road: 'S49', county: '410822', active: true }
    expect(await admin.send('PUT', '/api/checkpoints/JZ-G01', { ...fields, lanes: 3 })).toMatchObject({
      status: 400,
      body: { error: { code: 'CP-15', path: 'lanes' } },
    })
    expect(await admin.send('PUT', '/api/checkpoints/JZ-G01', { ...fields, lanes: 5 })).toMatchObject({ status: 200 })
  })

  it('is described by the command of that county or city, and by no other', async () => {
    const road = await watchedRoad()
    const county = await road.staff('command')
    for (const [area, status] of [
      ['410823', 403],
      ['410822', 200],
    ] as const) {
      await road.db.commit([changeStaffRow(county.id, { area })])
      expect(await county.send('PUT', path, road1)).toMatchObject({ status })
    }
    expect(await road.dispatcher.send('PUT', path, { ...road1, version: 1 })).toMatchObject({ status: 403 })
  })
})

describe('the tail of the queue', () => {
  const reports = (road: WatchedRoad, more: object) =>
    road.dispatcher.send('POST', '/api/queue/reports', {
      id: crypto.randomUUID(),
      checkpoint: 'JZ-G01',
      congested: true,
      ...more,
    })
  it('by its stake, whichever way the stakes run: over a kilometre it is monitored at once', async () => {
    for (const [booth, stake] of [
      [{ stake: 'K44+000', upstream: 'increasing' }, 'K45+001'],
      [{ stake: 'K44+000', upstream: 'decreasing' }, 'K42+999'],
    ] as const) {
      const road = await watchedRoad()
      await describes(road, { booth })
      const at1000 = (await reports(road, { stake: booth.upstream === 'increasing' ? 'K45+000' : 'K43+0' })).as(
        reportQueue.answer,
      )
      expect(at1000.metres).toBe(1000)
      expect(await road.calls('LM/')).toEqual([])
      road.forward(1)
      expect((await reports(road, { stake })).as(reportQueue.answer).metres).toBe(1001)
      expect((await road.calls('LM/')).length).toBeGreaterThan(0)
    }
  })
  it('a stake that cannot be read, or lies on the far side, is no length; what else was said counts', async () => {
    const road = await watchedRoad()
    expect((await reports(road, { stake: 'K45+001' })).as(reportQueue.answer)).toMatchObject({ metres: null })
    await describes(road)
    const far = (await reports(road, { stake: 'K40+000', waitMinutes: 21 })).as(reportQueue.answer)
    expect(far.metres).toBeNull()
    expect((await road.calls('L1/summons')).length).toBe(1)
    expect(await road.calls('LM/')).toEqual([])
  })

  it('by the sign that a driver reads: its number says how far, also after it was moved', async () => {
    const road = await watchedRoad()
    await describes(road)
    const checksIn = async (sign: number) => {
      const id = crypto.randomUUID()
      const body = { id, checkpoint: 'JZ-G01', plate: `豫HX000${sign}`, source: 'qr', sign }
      expect((await road.anyone('POST', '/api/queue/check-ins', body)).status).toBe(200)
      const [row] = await road.db.all(sql.selectFrom('queue_input').select('metres').where('id', '=', id).compile())
      return row?.metres
    }
    expect(await checksIn(2)).toBe(600)
    await describes(road, { version: 1, signs: [{ number: 2, metres: 800 }] })
    expect(await checksIn(2)).toBe(800)
    // A sign that was taken off the list still stands somewhere: he has joined, nobody knows where.
    expect(await checksIn(1)).toBeNull()
  })
})
