import { describe, expect, it } from 'vitest'
import { getIncident } from '../../../schema/api/incidents.ts'
import { reportQueue } from '../../../schema/api/queue.ts'
import { shiftBefore } from '../../../schema/api/shifts.ts'
import { sql } from '../../../server/store/db.ts'
import { beijingIso, minute, plus } from '../../../shared/instant.ts'
import { watchedRoad, type WatchedRoad } from './kit.ts'

const path = '/api/queue/reports'
const id = () => crypto.randomUUID()
const booth = { stake: 'K44+000', upstream: 'increasing' }
const describes = (road: WatchedRoad) =>
  road.command.send('PUT', '/api/checkpoints/JZ-G01/site', {
    version: 0,
    approachLanes: 2,
    approachMetres: 4000,
    greenLane: null,
    booth,
    fenceMetres: null,
    signs: [],
    reason: '现场踏勘',
  })
const kept = (road: WatchedRoad) =>
  road.db.all(sql.selectFrom('queue_input').selectAll().where('kind', '=', 'report').compile())

describe('拥堵上报 from a phone at the booth', () => {
  it('40 minutes and a tail at K45+950: understood as 1,950 m, and he reads whom it called', async () => {
    const road = await watchedRoad()
    await describes(road)
    const inspector = await road.onShift()
    expect((await inspector.call('GET', '/api/shifts/before')).as(shiftBefore.answer).road).toEqual({
      boothStake: 44_000,
      stakesGrow: true,
      approachMetres: 4000,
    })
    const form = { id: id(), waitMinutes: 40, stake: 'K45+950', congested: true }
    const answer = (await inspector.call('POST', path, form)).as(reportQueue.answer)
    expect(answer).toMatchObject({ checkpoint: 'JZ-G01', metres: 1950 })
    expect(answer.incident).not.toBeNull()
    expect(answer.called).toEqual(expect.arrayContaining(['leader', 'cadre', 'head', 'on-shift']))
    expect(new Set(answer.called).size).toBe(answer.called.length)
  })

  it('kept back without a network: it counts from when it was said, and of one id once, with the same answer', async () => {
    const road = await watchedRoad()
    const inspector = await road.inspector('JZ-G01')
    const at = beijingIso(plus(road.clock.now(), -7 * minute))
    const form = { id: id(), waitMinutes: 25, congested: true, at }
    const first = (await inspector.call('POST', path, form)).as(reportQueue.answer)
    expect(first.at).toBe(at)
    expect((await road.incident(first.incident!)).startedAt).toBe(at)
    const calls = await road.calls()
    road.forward(1)
    expect((await inspector.call('POST', path, form)).as(reportQueue.answer)).toEqual(first)
    expect(await kept(road)).toHaveLength(1)
    expect(await road.calls()).toEqual(calls)
    expect(await inspector.call('POST', path, { ...form, waitMinutes: 60 })).toMatchObject({
      status: 409,
      body: { error: { code: 'CG-13' } },
    })
  })

  it('clear says so and begins nothing', async () => {
    const road = await watchedRoad()
    const inspector = await road.inspector('JZ-G01')
    const form = { id: id(), waitMinutes: 0, metres: 0, congested: false }
    expect((await inspector.call('POST', path, form)).as(reportQueue.answer)).toMatchObject({
      incident: null,
      called: [],
      metres: 0,
    })
  })

  it.each<[string, object, number, string]>([
    ['another checkpoint', { checkpoint: 'JZ-G02' }, 403, 'MA-01'],
    ['who told it', { toldBy: 'head' }, 400, 'CG-14'],
    ['minutes that are none', { waitMinutes: -1 }, 400, 'IN-01'],
    ['more than a day', { waitMinutes: 1441 }, 400, 'IN-01'],
    ['more than fifty kilometres', { metres: 50_001 }, 400, 'IN-01'],
    ['a stake that is none', { stake: '44950' }, 400, 'IN-01'],
    ['no yes or no', { congested: undefined }, 400, 'IN-01'],
  ])('%s is refused and changes nothing', async (_, more, status, code) => {
    const road = await watchedRoad()
    const inspector = await road.inspector('JZ-G01')
    const before = await road.rows()
    const answer = await inspector.call('POST', path, { id: id(), congested: true, ...more })
    expect(answer).toMatchObject({ status, body: { error: { code } } })
    expect(await road.rows()).toEqual(before)
  })

  it('a phone that was released reports nothing any more', async () => {
    const road = await watchedRoad()
    const inspector = await road.inspector('JZ-G01')
    const released = await road.head.send('POST', `/api/terminals/${inspector.bound.terminal}/release`, {
      reason: '调岗',
    })
    expect(released.status).toBeLessThan(300)
    expect((await inspector.call('POST', path, { id: id(), congested: true })).status).toBe(401)
    expect(await kept(road)).toEqual([])
  })
})

describe('the dispatcher whom somebody calls', () => {
  it('says who it was, and the timeline and the log say it after him', async () => {
    const road = await watchedRoad()
    const form = { id: id(), checkpoint: 'JZ-G01', waitMinutes: 25, metres: 300, congested: true, toldBy: 'police' }
    const { incident, called } = (await road.dispatcher.send('POST', path, form)).as(reportQueue.answer)
    expect(called).toContain('leader')
    const { timeline } = (await road.dispatcher.send('GET', `/api/dispatch/incidents/${incident}`)).as(
      getIncident.answer,
    )
    expect(timeline.find(({ kind }) => kind === 'reported')).toMatchObject({
      zh: 'JZ-G01 站：拥堵上报：等候25分钟、排队约300米（交警、路政来电）',
      en: 'JZ-G01 站: congestion reported: 25 min, about 300 m (by telephone, police or road crew)',
    })
    const log = await road.db.all(
      sql.selectFrom('audit').select('detail').where('action', '=', 'queue-reported').compile(),
    )
    expect(log.map(({ detail }) => JSON.parse(detail))).toEqual([
      { congested: true, waitMinutes: 25, metres: 300, toldBy: 'police' },
    ])
  })

  it('nobody may be told by who is on no list', async () => {
    const road = await watchedRoad()
    const form = { id: id(), checkpoint: 'JZ-G01', congested: true, toldBy: '张三' }
    expect((await road.dispatcher.send('POST', path, form)).status).toBe(400)
    expect(await kept(road)).toEqual([])
  })
})
