import { describe, expect, it } from 'vitest'
import { situation } from '../../../schema/api/situation.ts'
import { watchRegions } from '../../../server/usecases/regions.ts'
import { shiftOf } from '../../kit/shifts.ts'
import { watchedRoad } from './kit.ts'

/** A third checkpoint of the county whose lanes are open; two others beside it. */
async function threeNeighbours() {
  const road = await watchedRoad()
  await road.checkpoint('JZ-G03')
  const shift = shiftOf(road, await road.inspector('JZ-G03'))
  await shift.on()
  const lane = async (kind: 'lane-open' | 'lane-closed') => {
    for (const nth of [1, 2]) await shift.lane(kind, nth)
  }
  await lane('lane-open')
  road.forward(1)
  const look = () => watchRegions(road.deps)
  const city = () => road.sent.filter(({ step }) => step === 'region')
  const regions = async (send = road.dispatcher.send) =>
    (await send('GET', '/api/dispatch/situation')).as(situation.answer).regions
  return {
    ...road,
    look,
    city,
    regions,
    lane,
    told: async () =>
      (await road.messages('region-')).map(({ kind, audience, area }) => `${kind} ${audience} ${area}`).toSorted(),
    /** Both neighbours rise, ten minutes after. */
    async rise() {
      await road.goOn(10)
      await road.says({ waitMinutes: 21 }, 'JZ-G01')
      await road.goOn(3)
      await look()
      await road.says({ waitMinutes: 22 }, 'JZ-G02')
      await look()
    },
  }
}

describe('a checkpoint closes, and its neighbours rise', () => {
  it('one group and one message to the city, whoever looks how often, by two servers and after a restart', async () => {
    const road = await threeNeighbours()
    await road.lane('lane-closed')
    await road.look()
    await road.rise()
    await Promise.all([road.look(), watchRegions({ ...road.deps }), watchRegions({ ...road.deps })])
    expect(road.city().map(({ to, channel }) => [channel, to.kind === 'group' ? to.county : to.kind])).toEqual([
      ['robot', '410800'],
      ['sms', 'person'],
    ])
    expect(road.city()[0]?.text).toBe(
      '【区域拥堵】JZ-G03 站10:01车道全部关闭后，JZ-G01 站、JZ-G02 站相继拥堵，请市级统筹调度、引导分流',
    )
    expect(await road.told()).toEqual(['region-formed command 410800', 'region-formed dispatcher 410800'])
    expect(await road.regions()).toMatchObject([
      {
        cause: { id: 'JZ-G03', name: 'JZ-G03 站' },
        why: 'lanes',
        closedAt: '2022-05-16T10:01:00+08:00',
        openedAt: null,
        endedAt: null,
        members: [{ id: 'JZ-G01' }, { id: 'JZ-G02' }],
      },
    ])
  })

  it('stands in the timeline of both incidents and in the report of the day', async () => {
    const road = await threeNeighbours()
    await road.lane('lane-closed')
    await road.rise()
    await road.look()
    const [{ members } = { members: [] }] = await road.regions()
    for (const { incident } of members)
      expect((await road.incident(incident)).timeline.map(({ zh }) => zh)).toContain(
        '归入区域拥堵：JZ-G03 站10:01车道全部关闭',
      )
    const { zh } = (await road.dispatcher.send('GET', '/api/dispatch/day-report')).body as { zh: string }
    expect(zh).toContain('区域拥堵：JZ-G03 站10:01车道全部关闭，波及JZ-G01 站、JZ-G02 站，未解除')
  })

  it('is over when all of them have ended, and that is told once', async () => {
    const road = await threeNeighbours()
    await road.lane('lane-closed')
    await road.rise()
    await road.look()
    await road.lane('lane-open')
    await road.goOn(1)
    for (const checkpoint of ['JZ-G01', 'JZ-G02']) await road.says({ waitMinutes: 0, congested: false }, checkpoint)
    await road.goOn(6)
    await road.look()
    expect((await road.board()).items.map(({ incident }) => incident)).toEqual([null, null, null])
    expect(await road.told()).not.toContain('region-over dispatcher 410800')
    await road.goOn(5)
    for (const _ of [1, 2]) await road.look()
    expect((await road.told()).filter((one) => one.startsWith('region-over'))).toEqual([
      'region-over command 410800',
      'region-over dispatcher 410800',
    ])
    expect(road.city().map(({ text }) => text.slice(0, 6))).toEqual([
      '【区域拥堵】',
      '【区域拥堵】',
      '【区域解除】',
      '【区域解除】',
    ])
    expect(await road.regions()).toEqual([])
  })

  it('closed in the register it is a cause, too', async () => {
    const road = await threeNeighbours()
    const admin = await road.staff('admin')
    const form = { name: 'JZ-G03 站', road: 'G5512', county: '410822', lanes: 4, active: false }
    expect((await admin.send('PUT', '/api/checkpoints/JZ-G03', form)).status).toBe(200)
    await road.rise()
    expect(await road.regions()).toMatchObject([{ why: 'checkpoint', cause: { id: 'JZ-G03' } }])
  })

  it('without a closure two that rise together are two incidents and no group; nor when the closed one was open in time', async () => {
    const road = await threeNeighbours()
    await road.rise()
    await road.goOn(10)
    await road.look()
    expect([await road.regions(), await road.told()]).toEqual([[], []])
    const other = await threeNeighbours()
    await other.lane('lane-closed')
    await other.look()
    other.forward(3)
    await other.lane('lane-open')
    await other.look()
    await other.rise()
    expect(await other.regions()).toEqual([])
  })

  it('a county sees it where it is touched by it, another county does not, a head only his own', async () => {
    const road = await threeNeighbours()
    await road.lane('lane-closed')
    await road.rise()
    await road.look()
    const seen = async (...who: Parameters<typeof road.staff>) =>
      (await road.regions((await road.staff(...who)).send)).length
    expect(await seen('dispatcher', null, '410822')).toBe(1)
    expect(await seen('dispatcher', null, '410800')).toBe(1)
    expect(await seen('dispatcher', null, '410823')).toBe(0)
    expect(await seen('head', 'JZ-G01')).toBe(1)
  })
})
