import { describe, expect, it } from 'vitest'
import { lookAtDuty } from '../../../server/usecases/duty.ts'
import { instant } from '../../../shared/instant.ts'
import { listAudit } from '../../kit/audit-rows.ts'
import { inProvince } from '../../kit/world.ts'
import { clock, oneBooth } from './kit.ts'

describe('what the head sees of a day', () => {
  it('a gap, first as nobody, then filled by what a phone kept without a network', async () => {
    const road = await oneBooth()
    const on = await road.zhang.shift.on()
    road.forward(60)
    await road.zhang.shift.off(on.id)
    const kept = await road.li.shift.seal({ kind: 'on', lane: 2, segment: null })
    road.forward(30)
    await road.zhang.shift.on()
    const gapsNow = async () =>
      (await road.duty()).gaps
        .filter(({ from }) => clock(from) !== '00:00')
        .map(({ lane, from, to, checked, unsure }) => [lane, clock(from), clock(to), checked, unsure])
    expect(await gapsNow()).toEqual([[null, '11:00', '11:30', 0, true]])
    await road.li.shift.send(kept)
    expect(await gapsNow()).toEqual([])
  })

  it('a gap that lasts is said to last, by a clock that runs on while the answer is made', async () => {
    const road = await oneBooth()
    let asked = 0
    const now = () => instant(road.clock.now() + (asked += 1))
    const asker = { kind: 'staff', staff: 'x', role: 'head', checkpoint: 'JZ-G01', session: 'x' } as const
    const { gaps } = await lookAtDuty({ ...road.deps, now }, asker, { checkpoint: 'JZ-G01' })
    expect(gaps.map(({ running }) => running)).toEqual([true])
  })

  it('a lane that is open with nobody at it; closed, it is none', async () => {
    const road = await oneBooth()
    await road.zhang.shift.on()
    await road.zhang.shift.lane('lane-open', 2)
    road.forward(20)
    const first = await road.duty()
    expect(first.lanes.map(({ lane, open, staffed }) => [lane, open, staffed])).toEqual([
      [1, false, true],
      [2, true, false],
      [3, false, false],
      [4, false, false],
    ])
    expect(first.gaps.filter(({ lane }) => lane === 2)).toMatchObject([{ running: true }])
    await road.zhang.shift.lane('lane-closed', 2)
    road.forward(20)
    const [gap] = (await road.duty()).gaps.filter(({ lane }) => lane === 2)
    expect([clock(gap!.from), clock(gap!.to), gap!.running]).toEqual(['10:00', '10:20', false])
  })

  it('counters by inspector and lane', async () => {
    const road = await oneBooth()
    await road.zhang.uploads(
      { facts: inProvince('豫HX0001') },
      { facts: inProvince('豫HX0002'), offline: true, madeAt: road.zhang.shift.when(1) },
      { facts: inProvince('豫HX0003'), madeAt: road.zhang.shift.when(2) },
    )
    expect((await road.duty()).counts).toEqual([
      {
        inspector: 'inspector 示例',
        lane: 1,
        checked: 3,
        fast: 3,
        rows: { V5: 3 },
        offline: 1,
        conflicts: 0,
        medianSeconds: 60,
      },
    ])
    expect((await road.duty('2022-05-15')).counts).toEqual([])
  })

  it.each([
    ['tomorrow', 'day=2022-05-17', 400, 'SH-13'],
    ['a day that is none', 'day=2022-02-30', 400, 'IN-01'],
  ])('%s is refused', async (_, query, status, code) => {
    const road = await oneBooth()
    const answer = await road.head('GET', `/api/duty?checkpoint=JZ-G01&${query}`)
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([status, expect.stringContaining(code)])
  })

  it('another checkpoint is not his', async () => {
    const road = await oneBooth()
    expect((await road.head('GET', '/api/duty?checkpoint=JZ-G02')).status).toBe(403)
    expect((await road.zhang.call('GET', '/api/lane-events?checkpoint=JZ-G02')).status).toBe(403)
  })
})

describe('lanes for the estimate of the wait', () => {
  it('are told in the order of their coming, with the moment of their happening', async () => {
    const road = await oneBooth()
    await road.zhang.shift.lane('lane-open', 1)
    const late = await road.li.shift.seal({ kind: 'lane-open', lane: 2 })
    road.forward(10)
    await road.zhang.shift.lane('lane-closed', 1)
    await road.li.shift.send(late)
    road.forward(1)
    const told = await road.lanes()
    expect(
      told.items.map(({ kind, lane, occurredAt, receivedAt }) => [kind, lane, clock(occurredAt), clock(receivedAt)]),
    ).toEqual(
      expect.arrayContaining([
        ['lane_open', 1, '10:00', '10:00'],
        ['lane_closed', 1, '10:10', '10:10'],
        ['lane_open', 2, '10:00', '10:10'],
      ]),
    )
    expect(await road.lanes(`&after=${told.next}`)).toEqual({ items: [], next: told.next })
    road.forward(1)
    await road.zhang.shift.lane('lane-open', 1)
    expect((await road.lanes(`&after=${told.next}`)).items).toEqual([])
    road.forward(1)
    expect((await road.lanes(`&after=${told.next}`)).items).toMatchObject([{ kind: 'lane_open', lane: 1 }])
  })

  it('a reader goes past none that came in at the same moment and was written later', async () => {
    const road = await oneBooth()
    const id = (first: string) => `${first}0000000-0000-4000-8000-000000000001`
    await road.zhang.shift.lane('lane-open', 1, { id: id('F') })
    const early = await road.lanes()
    await road.zhang.shift.lane('lane-open', 2, { id: id('1') })
    road.forward(1)
    const later = await road.lanes(early.next === null ? '' : `&after=${early.next}`)
    expect([...early.items, ...later.items].map(({ lane }) => lane).toSorted((a, b) => a - b)).toEqual([1, 2])
    expect((await road.lanes(`&after=${later.next}`)).items).toEqual([])
    const all = await road.lanes('&limit=1')
    const rest = await road.lanes(`&limit=1&after=${all.next}`)
    expect((await road.lanes(`&after=${rest.next}`)).items).toEqual([])
  })
})

describe('端云不一致', () => {
  it('the head sees both verdicts and says once what it was', async () => {
    const road = await oneBooth()
    const judged = road.zhang.judges({ facts: inProvince('豫HX0001') })
    await road.zhang.uploads({ ...judged, verdict: { row: 'V11', outcome: 'ask', edition: 'older' } })
    const [conflict] = (await road.conflicts('&state=open')).items
    expect(conflict).toMatchObject({
      device: { row: 'V11', edition: 'older' },
      server: { row: 'V5', outcome: 'release' },
      otherEdition: true,
      review: null,
    })
    expect(await road.duty()).toMatchObject({ openConflicts: 1, counts: [{ conflicts: 1 }] })
    const review = (body: object) => road.head('POST', `/api/conflicts/${judged.id}/review`, body)
    expect((await review({ finding: 'sabotage' })).status).toBe(400)
    expect((await review({ finding: 'older-edition', note: '手机离线两天' })).body).toMatchObject({
      review: { finding: 'older-edition', note: '手机离线两天', by: 'head 示例' },
    })
    expect((await review({ finding: 'clock' })).status).toBe(409)
    expect((await road.conflicts('&state=open')).items).toEqual([])
    expect((await road.conflicts('&state=reviewed')).items).toHaveLength(1)
    expect(await road.duty()).toMatchObject({ openConflicts: 0, counts: [{ conflicts: 0 }] })
    expect((await listAudit(road.db)).at(-1)).toMatchObject({ action: 'conflict-reviewed', subject: judged.id })
  })

  it('a record on which both agree is none', async () => {
    const road = await oneBooth()
    const judged = road.zhang.judges({ facts: inProvince('豫HX0001') })
    await road.zhang.uploads(judged)
    expect((await road.head('POST', `/api/conflicts/${judged.id}/review`, { finding: 'clock' })).status).toBe(404)
  })
})
