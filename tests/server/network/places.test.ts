import { describe, expect, it } from 'vitest'
import { listPlaces, placeView } from '../../../schema/api/places.ts'
import { publicQueue } from '../../../schema/api/queue.ts'
import { sql } from '../../../server/store/db.ts'
import { roads } from '../../../server/timers/roads.ts'
import { refusal } from '../cases/kit.ts'
import { world } from '../../kit/world.ts'

async function along() {
  const road = await world()
  /** Signed in anew for each call: days pass. */
  const by = (role: 'command' | 'dispatcher') => async (method: string, path: string, body?: object) =>
    (await road.staff(role)).send(method, path, body)
  const command = by('command')
  const place = (more: object = {}) => ({
    kind: 'service-area',
    name: '焦作服务区',
    road: 'G5512',
    direction: '郑州方向',
    county: '410811',
    phone: '0391-0000000',
    hours: '24小时',
    free: true,
    forTrucks: true,
    services: ['meals', 'fuel', 'test', 'toilet'],
    ...more,
  })
  const id = crypto.randomUUID()
  const approvals = { reason: 'contact', cityConsent: '焦疫指〔2022〕1号', provinceApproval: '豫疫指〔2022〕2号' }
  return {
    ...road,
    id,
    command,
    dispatcher: by('dispatcher'),
    approvals,
    put: (more: object = {}, of = id) => command('PUT', `/api/places/${of}`, place(more)),
    closes: (body: object = approvals, of = id) => command('POST', `/api/places/${of}/closing`, body),
    opens: (body: object = { disinfected: true, assessed: true }, of = id) =>
      command('POST', `/api/places/${of}/opening`, body),
    shown: async () => (await road.anyone('GET', '/api/queue/public')).as(publicQueue.answer).places,
    list: async () => (await command('GET', '/api/places')).as(listPlaces.answer).items,
  }
}

describe('service areas and points for tests, as drivers are told of them', () => {
  it('an open one with its road, hours, number and services', async () => {
    const road = await along()
    await road.put()
    expect(await road.shown()).toEqual([
      {
        id: road.id,
        kind: 'service-area',
        name: '焦作服务区',
        road: 'G5512',
        direction: '郑州方向',
        phone: '03910000000',
        hours: '24小时',
        free: true,
        forTrucks: true,
        services: ['meals', 'fuel', 'test', 'toilet'],
        state: 'open',
      },
    ])
  })

  it('is closed only with its reason and both approvals (G47), and by the command alone', async () => {
    const road = await along()
    await road.put()
    const { reason, cityConsent, provinceApproval } = road.approvals
    expect(refusal(await road.closes({ reason, cityConsent }))).toBe('400 SP-04 provinceApproval')
    expect(refusal(await road.closes({ cityConsent, provinceApproval }))).toBe('400 SP-04 reason')
    expect(refusal(await road.dispatcher('POST', `/api/places/${road.id}/closing`, road.approvals))).toBe('403 MA-01')
    expect((await road.shown())[0]?.state).toBe('open')
    const closed = (await road.closes()).as(placeView)
    expect(closed).toMatchObject({
      state: 'closed',
      closing: { provinceApproval, reopensAt: '2022-05-19T10:00:00+08:00' },
    })
    expect(refusal(await road.closes())).toBe('409 SP-05 path.id')
    // What is said of it may be put right meanwhile; it does not open it.
    await road.put({ hours: '全天' })
    expect((await road.shown())[0]).toMatchObject({ state: 'closed', hours: '全天' })
  })

  it('after three days it is due, the command is told once, and it opens after disinfection and assessment (G46)', async () => {
    const road = await along()
    await road.put()
    await road.closes()
    road.forward(3 * 24 * 60 - 1)
    await roads.run(road.deps)
    const told = async () =>
      (await road.db.all(sql.selectFrom('message').selectAll().where('kind', '=', 'place-due').compile())).map(
        ({ audience, zh }) => `${audience} ${zh}`,
      )
    expect(await told()).toEqual([])
    road.forward(1)
    for (const _ of [1, 2]) await roads.run(road.deps)
    expect((await told()).toSorted()).toEqual([
      'command 【应恢复】焦作服务区关停已满三天（72小时），消杀评估后请立即恢复开放',
      'dispatcher 【应恢复】焦作服务区关停已满三天（72小时），消杀评估后请立即恢复开放',
    ])
    expect((await road.shown())[0]?.state).toBe('due')
    expect(refusal(await road.opens({ disinfected: true, assessed: false }))).toBe('400 SP-06 assessed')
    expect((await road.opens()).as(placeView)).toMatchObject({ state: 'open', closing: null })
    expect(refusal(await road.opens())).toBe('409 SP-05 path.id')
  })

  it('a point for tests that nobody staffs is closed and opened by the desk, without papers', async () => {
    const road = await along()
    const point = crypto.randomUUID()
    await road.put(
      { kind: 'test-point', name: '焦作西检测点', forTrucks: false, services: ['test'], owner: '区卫健委' },
      point,
    )
    const at = `/api/places/${point}`
    expect((await road.dispatcher('POST', `${at}/closing`, { note: '今日停电' })).as(placeView).state).toBe('closed')
    expect(
      (await road.dispatcher('POST', `${at}/opening`, { disinfected: false, assessed: false })).as(placeView).state,
    ).toBe('open')
  })

  it('what is not right is refused and named', async () => {
    const road = await along()
    expect(refusal(await road.put({ services: ['fuel'] }))).toBe('400 SP-03 services')
    expect(refusal(await road.put({ county: '419999' }))).toBe('400 SP-02 county')
    expect(refusal(await road.closes(road.approvals, crypto.randomUUID()))).toBe('404 SP-01 path.id')
    expect(await road.list()).toEqual([])
  })
})
