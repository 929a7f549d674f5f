import { describe, expect, it } from 'vitest'
import { beijingIso, minute } from '../../../shared/instant.ts'
import { ledgersOf } from '../../../server/usecases/code-ledger.ts'
import { sql } from '../../../server/store/db.ts'
import { personTag } from '../../../server/usecases/person-tag.ts'
import { refusal, statuses } from '../../kit/refusal.ts'
import { li, wang } from '../../kit/people.ts'
import { alertsOf, letGo, open, plate, reports, roadToWuzhi, run, stateOf, told, trackingOf } from './kit.ts'

const ledgerOf = async (road: Awaited<ReturnType<typeof roadToWuzhi>>, number = li.number) => {
  const tag = await personTag(road.deps.vault, 'id-card', number)
  const ledger = (await ledgersOf(road.deps, [tag])).get(tag)
  if (ledger === undefined) throw new Error('no ledger')
  return ledger
}

describe('sample, go, track 即采即走即追', () => {
  it('a release with a sample on its way opens a tracking that is due in a day', async () => {
    const road = await roadToWuzhi()
    const { tracking, result } = await letGo(road)
    expect(result).toMatchObject({ status: 'recorded', row: 'V12' })
    const view = await trackingOf(road, tracking)
    expect(view.tracking).toMatchObject({
      state: 'waiting',
      plate,
      person: { surname: '李', idTail: '0031', matched: true },
      openedAt: '2022-05-16T10:00:00+08:00',
      dueAt: '2022-05-17T10:00:00+08:00',
    })
    expect((await open(road.epidemic)).counts).toEqual({ waiting: 1, overdue: 0, positive: 0, unmatched: 0 })
  })

  it('negative: closed, in the ledger, and nobody is told anything', async () => {
    const road = await roadToWuzhi()
    const { tracking } = await letGo(road)
    road.forward(6 * 60)
    expect(await reports(road, { result: 'negative', sampledAt: '2022-05-16T09:00:00+08:00' })).toEqual(['recorded'])
    expect(await stateOf(road, tracking)).toBe('negative')
    expect((await ledgerOf(road)).test).toMatchObject({ basis: road.clock.now() })
    expect([await told(road.epidemic), await told(road.command), await run(road)]).toEqual([[], [], []])
  })

  it('positive: within the minute command, epidemic office, hotline, company and the checkpoint ahead know; red is proposed', async () => {
    const road = await roadToWuzhi()
    const [ahead, behind, elsewhere] = [await road.inspector('JZ-G03'), road.booth, await road.inspector('JZ-G02')]
    const { tracking, trip } = await letGo(road)
    road.forward(5 * 60)
    const sent = road.clock.now()
    expect(await reports(road, { result: 'positive', sampledAt: '2022-05-16T09:00:00+08:00' })).toEqual(['recorded'])
    const office = 'tracking-positive 【动态追踪】豫H·X0001司乘核酸阳性，前方：武陟站、示例食品。请立即管控'
    const sms = 'tracking-positive 【焦作保通保畅】请立即暂停豫H·X0001装卸并联系属地指挥部12328，现场人员原地等候。'
    expect(await told(road.command)).toEqual([office])
    expect((await told(road.epidemic)).toSorted()).toEqual([office, sms].toSorted())
    expect((await told(road.dispatcher)).toSorted()).toEqual([office, sms].toSorted())
    expect(await alertsOf(ahead)).toMatchObject([
      { zh: '前方核酸阳性：豫H·X0001（05-16 10:00 JZ-G01 站放行）。如到本站，请人车分开等候，报属地防疫机构' },
    ])
    expect([await alertsOf(behind), await alertsOf(elsewhere)]).toEqual([[], []])
    expect(road.clock.now() - sent).toBeLessThan(minute)
    const ledger = await ledgerOf(road)
    expect(ledger.proposed).toMatchObject([{ opening: `R3@${tracking}`, reason: 'R3', ground: 'nucleic-positive' }])
    expect(
      (await trackingOf(road, tracking)).told.map(({ audience, to, channel, sentAt }) => [
        audience,
        to,
        channel,
        sentAt,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['company', '示例食品', 'sms', null],
        ['checkpoint', '武陟站', 'screen', null],
      ]),
    )
    // A doctor tells the driver, no SMS does.
    const { messages } = await messagesTo(road, trip.id)
    expect(messages).toEqual(['company'])
  })

  it('overdue: after a day the sampling point and the epidemic office are told, once', async () => {
    const road = await roadToWuzhi()
    const { tracking } = await letGo(road)
    road.forward(24 * 60 - 1)
    expect(await run(road)).toEqual([])
    road.forward(1)
    expect(await run(road)).toEqual(['overdue'])
    await run(road)
    const line =
      'tracking-overdue 【动态追踪·超时】豫H·X0001 05-16 10:00在JZ-G01 站采样放行，24小时仍无结果。请查核样本、上报结果'
    expect([await told(road.head), await told(road.epidemic)]).toEqual([[line], [line]])
    expect(await stateOf(road, tracking)).toBe('overdue')
    expect((await open(road.epidemic, 'overdue')).items).toHaveLength(1)
  })

  it('a result after the alert closes it all the same, or tells everybody', async () => {
    const road = await roadToWuzhi()
    const late = await letGo(road)
    const other = await letGo(road, { person: wang, truck: '豫HX0002' })
    road.forward(30 * 60)
    await run(road)
    await reports(road, { result: 'negative', sampledAt: '2022-05-16T09:30:00+08:00' })
    await reports(road, { result: 'positive', sampledAt: '2022-05-16T09:30:00+08:00' }, wang)
    expect([await stateOf(road, late.tracking), await stateOf(road, other.tracking)]).toEqual(['negative', 'positive'])
    expect(await told(road.command)).toHaveLength(1)
  })

  it('the same result again is harmless: one event, one proposal, one message to each', async () => {
    const road = await roadToWuzhi()
    await letGo(road)
    road.forward(60)
    const line = { result: 'positive', reportedAt: beijingIso(road.clock.now()) } as const
    expect(await reports(road, line)).toEqual(['recorded'])
    const kept = async () => {
      const { message, code_event: events, health_result: results, listed_person: listed, audit } = await road.rows()
      return { message, events, results, listed, audit }
    }
    const before = await kept()
    expect(await reports(road, line)).toEqual(['already'])
    expect(await run(road)).toEqual([])
    expect(await kept()).toEqual(before)
  })

  it('a negative after a positive undoes nothing: the epidemic office looks at it', async () => {
    const road = await roadToWuzhi()
    const { tracking } = await letGo(road)
    road.forward(60)
    await reports(road, { result: 'positive' })
    road.forward(60)
    await reports(road, { result: 'negative', sampledAt: '2022-05-16T09:00:00+08:00' })
    expect(await stateOf(road, tracking)).toBe('positive')
    expect((await ledgerOf(road)).proposed).toHaveLength(1)
    expect(await told(road.epidemic)).toContain(
      'tracking-later-negative 【动态追踪】豫H·X0001司乘先报阳性、后报阴性。请复核，红码和追踪不会自动撤销',
    )
  })

  it('a record that comes in after its result is settled by the runner, and told once', async () => {
    const road = await roadToWuzhi()
    road.forward(120)
    await reports(road, { result: 'positive', sampledAt: '2022-05-16T11:30:00+08:00' })
    const { tracking } = await letGo(road)
    expect(await stateOf(road, tracking)).toBe('waiting')
    expect(await run(road)).toEqual(['result'])
    expect(await run(road)).toEqual([])
    expect(await stateOf(road, tracking)).toBe('positive')
    expect((await ledgerOf(road)).proposed.map(({ opening }) => opening)).toEqual([`R3@${tracking}`])
    expect(await told(road.command)).toHaveLength(1)
  })

  it('a positive of somebody on the way without a tracking is told, too', async () => {
    const road = await roadToWuzhi()
    await road.driver(plate).registers({ to: '410823', consignee: '示例食品' })
    await reports(road, { result: 'positive' })
    expect(await told(road.command)).toHaveLength(1)
    expect((await ledgerOf(road)).proposed).toHaveLength(1)
    expect(await alertsOf(await road.inspector('JZ-G03', 2))).toHaveLength(1)
  })

  it('a positive of somebody who never registered is kept and listed, and nobody is woken', async () => {
    const road = await roadToWuzhi()
    await reports(road, { result: 'positive' })
    expect([await told(road.command), (await ledgerOf(road)).proposed]).toEqual([[], []])
    expect((await road.rows())['listed_person']).toBe(1)
  })

  it('an undo takes the tracking back', async () => {
    const road = await roadToWuzhi()
    const { id, tracking } = await letGo(road)
    road.forward(1)
    await road.booth.uploads({ corrects: id })
    expect(await stateOf(road, tracking)).toBe('withdrawn')
    expect((await open(road.epidemic)).items).toEqual([])
  })
})

describe('whom nobody knows 未对应', () => {
  it('stands apart, is matched to a person of that plate, and settled by what is here already', async () => {
    const road = await roadToWuzhi()
    const { tracking, trip } = await letGo(road, { matched: false })
    road.forward(60)
    await reports(road, { result: 'positive', sampledAt: '2022-05-16T09:00:00+08:00' })
    expect((await open(road.epidemic)).counts).toMatchObject({ unmatched: 1, positive: 0 })
    const { candidates } = await trackingOf(road, tracking)
    expect(candidates).toMatchObject([{ trip: trip.id, seat: 0, surname: '李', idTail: '0031' }])
    const match = { trip: trip.id, seat: 0 }
    const both = await Promise.all(
      [1, 2].map(() => road.epidemic.send('POST', `/api/trackings/${tracking}/match`, match)),
    )
    expect(statuses(both)).toEqual([200, 409])
    expect(await stateOf(road, tracking)).toBe('positive')
    expect(await told(road.command)).not.toEqual([])
  })

  it('is not matched to somebody of another truck', async () => {
    const road = await roadToWuzhi()
    const { tracking } = await letGo(road, { matched: false })
    const other = await road.driver('豫HX0009').registers()
    const answer = await road.epidemic.send('POST', `/api/trackings/${tracking}/match`, {
      trip: other.trip.id,
      seat: 0,
    })
    expect(refusal(answer)).toBe('400 TK-03 trip')
  })
})

describe('closing by the epidemic office 处置', () => {
  it('closes a positive one with what became of the person, once', async () => {
    const road = await roadToWuzhi()
    const { tracking } = await letGo(road)
    const close = (outcome: string) => road.epidemic.send('POST', `/api/trackings/${tracking}/handle`, { outcome })
    expect(refusal(await close('care'))).toBe('409 TK-04')
    road.forward(60)
    await reports(road, { result: 'positive' })
    expect(refusal(await close('sample-void'))).toBe('409 TK-04')
    const both = await Promise.all([close('care'), close('handed-over')])
    expect(statuses(both)).toEqual([200, 409])
    expect((await trackingOf(road, tracking)).tracking).toMatchObject({
      state: 'handled',
      closedBy: 'epidemic 示例',
      closedAt: beijingIso(road.clock.now()),
    })
  })

  it('closes one that waits only where the sample was lost', async () => {
    const road = await roadToWuzhi()
    const { tracking } = await letGo(road)
    await road.epidemic.send('POST', `/api/trackings/${tracking}/handle`, { outcome: 'sample-void' })
    expect((await trackingOf(road, tracking)).tracking).toMatchObject({ state: 'handled', outcome: 'sample-void' })
  })
})

async function messagesTo(road: Awaited<ReturnType<typeof roadToWuzhi>>, trip: string) {
  const items = await road.db.all<{ audience: string }>(aboutTrip(trip))
  return { messages: items.map(({ audience }) => audience) }
}
const aboutTrip = (trip: string) => sql.selectFrom('message').select('audience').where('ref', '=', trip).compile()
