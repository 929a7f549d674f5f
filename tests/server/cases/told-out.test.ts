import { describe, expect, it } from 'vitest'
import { getCase } from '../../../schema/api/cases.ts'
import type { NewNotice } from '../../../server/ports/notice.ts'
import { sql } from '../../../server/store/db.ts'
import { notices as delivery } from '../../../server/timers/notices.ts'
import { city } from '../../notices/kit.ts'
import { smsGateway } from '../../notices/gateway.ts'
import { receiver } from '../../notices/receiver.ts'
import { hotline } from './kit.ts'

/** The hotline with desks on the roster of county, city and province; what leaves over channels is heard. */
async function withDesks() {
  const sent: NewNotice[] = []
  const road = await hotline({
    notices: async (_, notice) => {
      if (!sent.some(({ dedupe }) => dedupe === notice.dedupe)) sent.push(notice)
      return []
    },
  })
  const seat = (role: string, area: string) =>
    road.command.send('PUT', `/api/roster/${crypto.randomUUID()}`, {
      role,
      area,
      name: '值班示例',
      title: '值班',
      unit: '示例',
      phone: '13000000009',
      from: '2022-05-16T00:00:00+08:00',
    })
  for (const [role, area] of [
    ['county-desk', '410822'],
    ['county-desk', '410823'],
    ['city-desk', '410800'],
    ['province-desk', '410000'],
  ] as const)
    expect((await seat(role, area)).status).toBe(200)
  const told = (kind: string) =>
    sent
      .filter(({ dedupe }) => dedupe.includes(`/${kind}/`))
      .map(({ to, channel }) => `${channel} ${to.kind === 'group' ? to.county : to.kind}`)
      .toSorted()
  return { ...road, sent, told }
}

describe('a case leaves the pages', () => {
  it('a new one for the county’s group and desk, and nothing of it leads to a person', async () => {
    const road = await withDesks()
    await road.reported({ words: '我叫李四，电话13912345678' })
    expect(road.told('case-new')).toEqual(['robot 410822', 'sms person'])
    const [news] = road.sent
    expect(news).toMatchObject({
      text: '【工单 220516-0001】卡口拥堵（JZ-G02 站），请在5分钟内受理',
      step: 'case',
      urgent: true,
      article: 'jiaozuo-20#19',
    })
    for (const { text, title } of road.sent) expect(`${title}${text}`).not.toMatch(/DX0001|李四|139/)
  })

  it('one that 12328 has taken down is told as taken, to whoever is to send somebody', async () => {
    const road = await withDesks()
    const body = { id: crypto.randomUUID(), category: 'stranded', words: '车坏在路上', checkpoint: 'JZ-G01' }
    const desk = await road.staff('dispatcher')
    expect((await desk.send('POST', '/api/cases', body)).status).toBe(201)
    expect((await desk.send('POST', '/api/cases', body)).status).toBe(201)
    expect(road.sent.map(({ text }) => text)).toEqual(
      Array.from({ length: 2 }, () => '【工单 220516-0001】滞留求助（JZ-G01 站），12328已受理，请派员处置'),
    )
  })

  it('unanswered it is told on to the city, then to the province, with the level below; each once, by two servers too', async () => {
    const road = await withDesks()
    await road.reported()
    road.forward(10)
    await Promise.all([road.runs(), road.runs()])
    expect(road.told('case-late')).toEqual(['robot 410822', 'sms person'])
    road.forward(25)
    await Promise.all([road.runs(), road.runs()])
    expect(road.told('case-up')).toEqual(['robot 410800', 'robot 410822', 'sms person', 'sms person'])
    road.forward(30)
    await road.runs()
    await road.runs()
    expect(road.told('case-up').filter((one) => one === 'robot 410000')).toHaveLength(1)
    const before = road.sent.length
    road.forward(30)
    await road.runs()
    expect(road.sent.slice(before).map(({ to }) => (to.kind === 'group' ? to.county : to.kind))).toEqual([
      '410800',
      '410000',
      'person',
      'person',
    ])
    expect(new Set(road.sent.map(({ dedupe }) => dedupe)).size).toBe(road.sent.length)
  })

  it('a desk whose time on the roster is over is not told', async () => {
    const road = await withDesks()
    await road.db.commit([
      sql.updateTable('duty_person').set({ ended_at: 1 }).where('role', '=', 'county-desk').compile(),
    ])
    await road.reported()
    expect(road.told('case-new')).toEqual(['robot 410822'])
  })

  it('without a robot or a gateway it is kept as not sent, and the case goes on', async () => {
    const road = await hotline()
    const { id } = await road.reported()
    const rows = await road.db.all(sql.selectFrom('notice').select(['lane', 'state', 'note']).compile())
    expect(rows).toEqual([{ lane: 'robot:410822', state: 'failed', note: 'no-gateway' }])
    expect((await road.moved(id, { move: 'accept' })).case.state).toBe('accepted')
  })
})

describe('what time does to a case stands in the log, like what people do', () => {
  it('not dispatched, gone up, unanswered by the province: each with the moment at which it was due', async () => {
    const road = await hotline()
    const { id } = await road.reported()
    for (const minutes of [10, 25, 30, 30]) {
      road.forward(minutes)
      await Promise.all([road.runs(), road.runs()])
    }
    const log = await road.db.all(
      sql
        .selectFrom('audit')
        .selectAll()
        .where('subject', '=', id)
        .where('role', '=', 'system')
        .orderBy('seq')
        .compile(),
    )
    expect(
      log.map(({ action, actor, detail }) => {
        const { level, move, what, dueAt } = JSON.parse(detail) as Record<string, string>
        return [action, actor, level, move ?? what, dueAt?.slice(11, 16)]
      }),
    ).toEqual([
      ['case-late', 'T15', 'county', 'not-dispatched', '10:10'],
      ['case-moved', 'T15', 'county', 'escalate', '10:35'],
      ['case-moved', 'T15', 'city', 'escalate', '11:05'],
      ['case-late', 'T15', 'province', 'unanswered', '11:35'],
    ])
  })
})

describe('the reporter hears each change by SMS', () => {
  const at = receiver()
  const gateway = smsGateway(() => '20220516')

  it('a caller without a trip on the number that he left, once; one who left none is called', async () => {
    gateway.kept.length = 0
    at.state.answer = gateway.answer
    const road = await city(at, { sms: true })
    const desk = await road.staff('dispatcher')
    const call = (more: object) =>
      desk.send('POST', '/api/cases', { id: crypto.randomUUID(), category: 'fees', words: '收了两次钱', ...more })
    expect((await call({ phone: '13000000005', caller: '示例' })).status).toBe(201)
    expect((await call({})).status).toBe(201)
    await delivery.run(road.deps)
    await delivery.run(road.deps)
    expect(gateway.kept.map(({ phone, words }) => `${phone} ${words['t1']}${words['t2']}${words['t3']}`)).toEqual([
      '13000000005 焦作12328：220516-0001已受理，30分钟内答复。',
    ])
    expect(JSON.stringify(await road.rowCounts())).not.toContain('13000000005')
  })

  it('answers 1 or 2 to the reply, once however often the gateway tells it; other words are added to his case', async () => {
    gateway.kept.length = 0
    at.state.answer = gateway.answer
    const road = await city(at, { sms: true })
    const desk = await road.staff('dispatcher')
    const id = crypto.randomUUID()
    await desk.send('POST', '/api/cases', { id, category: 'fees', words: '收了两次钱', phone: '13000000005' })
    const sheet = async () => (await desk.send('GET', `/api/cases/${id}`)).as(getCase.answer)
    const moves = async () => (await sheet()).events.map(({ move, result }) => result ?? move)
    const replies = async (content: string) => {
      const body = [{ phone_number: '13000000005', content, send_time: '2022-05-16 10:00:00' }]
      const path = '/api/sms/replies?key=the-word-of-the-gateway-24'
      expect((await road.anyone('POST', path, body)).status).toBe(200)
    }
    await delivery.run(road.deps)
    await replies('1')
    expect(await moves()).toEqual(['make', 'accept'])
    await desk.send('POST', `/api/cases/${id}/moves`, { move: 'reply', words: '已退还' })
    await delivery.run(road.deps)
    for (const said of ['还没收到退款', '还没收到退款', '2', '2']) await replies(said)
    expect(await moves()).toEqual(['make', 'accept', 'reply', 'more', 'dissatisfied'])
    road.forward(1)
    await desk.send('POST', `/api/cases/${id}/moves`, { move: 'reply', words: '款已到账' })
    await delivery.run(road.deps)
    await replies(' 1。')
    expect((await sheet()).case.state).toBe('closed')
  })

  it('the case shows what left, and what became of it', async () => {
    gateway.kept.length = 0
    at.state.answer = gateway.answer
    const road = await city(at, { sms: true })
    const desk = await road.staff('dispatcher')
    const [id, silent] = [crypto.randomUUID(), crypto.randomUUID()]
    const form = { category: 'fees', words: '收了两次钱', checkpoint: 'JZ-G01' }
    await desk.send('POST', '/api/cases', { id, ...form, phone: '13000000005' })
    const told = async (of = id) =>
      (await desk.send('GET', `/api/cases/${of}`))
        .as(getCase.answer)
        .told.map(({ to, area, sent }) => [to, area, sent?.line, sent?.state, sent?.code])
    expect(await told()).toEqual([
      ['reporter', null, undefined, undefined, undefined],
      ['group', '博爱县', 'robot', 'failed', 'no-gateway'],
    ])
    await delivery.run(road.deps)
    expect(await told()).toContainEqual(['reporter', null, 'sms', 'sent', null])
    gateway.kept[0]!.status = 3
    road.forward(1)
    await delivery.run(road.deps)
    expect(await told()).toContainEqual(['reporter', null, 'sms', 'delivered', null])
    await desk.send('POST', '/api/cases', { id: silent, ...form })
    expect((await told(silent)).map(([to]) => to)).toEqual(['group'])
  })

  it('who calls about a trip is answered himself, not the driver of that trip', async () => {
    gateway.kept.length = 0
    at.state.answer = gateway.answer
    const road = await city(at, { sms: true })
    const { trip } = await road.driver('沪DX0001').registers()
    const desk = await road.staff('dispatcher')
    const body = { id: crypto.randomUUID(), category: 'fees', words: '收了两次钱', phone: '13000000005', trip: trip.id }
    expect((await desk.send('POST', '/api/cases', body)).status).toBe(201)
    await delivery.run(road.deps)
    expect(new Set(gateway.kept.map(({ phone }) => phone))).toEqual(new Set(['13000000005']))
  })
})
