import { describe, expect, it } from 'vitest'
import { mySummonses } from '../../../schema/api/incidents.ts'
import { answerSummons } from '../../../server/usecases/summons-answer.ts'
import { jpegText } from '../../kit/jpeg.ts'
import { shown, watchedRoad } from './kit.ts'

describe('each step of the ladder, told by the inspector (R110–R114)', () => {
  it('20 minutes exactly calls nobody to the place; 21 call the county leader, by name, with a link to answer', async () => {
    const road = await watchedRoad()
    const { incident } = await road.says({ waitMinutes: 20 })
    expect(await road.calls('/summons/')).toEqual([])
    await road.goOn(1)
    await road.says({ waitMinutes: 21, metres: 450 })
    const [notice] = road.sent.filter(({ step, ackKey }) => step === 'L1' && ackKey !== null)
    expect(notice).toMatchObject({
      incident,
      checkpoint: 'JZ-G01',
      county: '410822',
      channel: 'sms',
      to: { kind: 'person', name: 'leader示例', phone: '13000000009' },
      text: '【拥堵·超20分钟】JZ-G01 站已拥堵21分钟，排队长约450米。请分包县级领导leader示例现场指挥。回复「收到」',
      article: 'jiaozuo-20#19',
    })
    expect(shown(await road.calls('L1/'))).toEqual([
      'L1/inform/county/robot',
      'L1/inform/desk/screen',
      'L1/inform/duty/sms',
      'L1/inform/duty/sms',
      'L1/inform/staff/push',
      'L1/summons/duty/sms',
    ])
  })

  it('31 minutes: everybody on shift is asked on his own phone, and answers for himself', async () => {
    const road = await watchedRoad()
    const [zhang, li] = [await road.onShift(), await road.onShift()]
    await road.says({ waitMinutes: 31 })
    const asked = (await zhang.call('GET', '/api/summonses/mine')).as(mySummonses.answer)
    expect(asked.items).toMatchObject([{ step: 'L2', state: 'notified' }])
    const path = `/api/summonses/${asked.items[0]!.id}/answer`
    expect((await li.call('POST', path, { answer: 'acknowledged' })).status).toBe(404)
    expect((await zhang.call('POST', path, { answer: 'acknowledged' })).body).toMatchObject({ state: 'acknowledged' })
    const others = (await li.call('GET', '/api/summonses/mine')).as(mySummonses.answer)
    expect(others.items).toMatchObject([{ state: 'notified' }])
  })

  it('61 minutes, once the estimate says so too: the principal leaders, city and province', async () => {
    const road = await watchedRoad()
    await road.goOn(4, { waitMinutes: 61 })
    const grave = shown(await road.calls('L3/summons'))
    expect(grave).toEqual(['L3/summons/duty/sms', 'L3/summons/duty/sms'])
    expect(shown(await road.calls('LM/inform'))).toEqual(
      expect.arrayContaining(['LM/inform/city/robot', 'LM/inform/province/robot']),
    )
    expect(road.sent.filter(({ step }) => step === 'L3').every(({ urgent }) => urgent)).toBe(true)
    const groups = road.sent.flatMap(({ to }) => (to.kind === 'group' ? to.county : []))
    expect(groups).toEqual(expect.arrayContaining(['410822', '410800', '410000']))
  })

  it('1,001 m at minute 5: monitored, nobody summoned (G43)', async () => {
    const road = await watchedRoad()
    await road.goOn(5, { metres: 1000, waitMinutes: 8 })
    expect(await road.calls('LM/')).toEqual([])
    await road.says({ metres: 1001, waitMinutes: 8 })
    expect((await road.calls('LM/')).length).toBeGreaterThan(0)
    expect(await road.calls('/summons/')).toEqual([])
  })
})

describe('answers (R115)', () => {
  it('nobody answers for five minutes: the telephone, the next person, all in the timeline (G45)', async () => {
    const road = await watchedRoad()
    const { incident } = await road.says({ waitMinutes: 22 })
    await road.goOn(4.5, { waitMinutes: 22 })
    expect(await road.calls('/deputy/')).toEqual([])
    await road.goOn(1, { waitMinutes: 22 })
    expect(shown(await road.calls('L1/telephone'))).toEqual(['L1/telephone/duty/phone'])
    const [deputy] = await road.calls('L1/deputy')
    expect(deputy!.person_id).toBe(road.people!.first)
    const seen = await road.incident(incident!)
    expect(seen.summonses.find(({ role }) => role === 'leader')).toMatchObject({ state: 'notified', overdue: true })
    expect(seen.timeline.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['reported', 'summons', 'telephone', 'deputy']),
    )
  })

  it('by the link: received, then on site; by the dispatcher for one who said it on the telephone', async () => {
    const road = await watchedRoad()
    const { incident } = await road.says({ waitMinutes: 22 })
    const key = road.sent.find(({ ackKey }) => ackKey !== null)!.ackKey!
    const at = road.deps.now()
    expect(await answerSummons(road.deps, { key, answer: 'acknowledged', at, by: 'link' })).toMatchObject({
      state: 'acknowledged',
      over: false,
    })
    await road.goOn(10, { waitMinutes: 22 })
    expect(await road.calls('/deputy/')).toEqual([])
    const leader = (await road.incident(incident!)).summonses.find(({ role }) => role === 'leader')!
    await road.dispatcher.send('POST', `/api/dispatch/incidents/${incident}/answers`, {
      summons: leader.id,
      answer: 'arrived',
    })
    const after = (await road.incident(incident!)).summonses.find(({ role }) => role === 'leader')!
    expect(after).toMatchObject({ state: 'on-site', overdue: false, answeredBy: 'phone' })
    await expect(answerSummons(road.deps, { key: 'unknown', answer: 'arrived', at, by: 'link' })).rejects.toMatchObject(
      { code: 'CG-21' },
    )
  })

  it('a clear wins over a late answer', async () => {
    const road = await watchedRoad()
    const { incident } = await road.says({ waitMinutes: 22 })
    const key = road.sent.find(({ ackKey }) => ackKey !== null)!.ackKey!
    const closed = await road.head.send('POST', `/api/dispatch/incidents/${incident}/close`, {
      reason: '道路已畅通',
      jpeg: jpegText({ bytes: 400 }),
    })
    expect(closed.body).toMatchObject({ state: 'ended' })
    const late = await answerSummons(road.deps, { key, answer: 'acknowledged', at: road.deps.now(), by: 'link' })
    expect(late).toMatchObject({ over: true })
    expect((await road.incident(incident!)).summonses.find(({ role }) => role === 'leader')).toMatchObject({
      state: 'moot',
    })
    expect(road.sent.find(({ step }) => step === 'end')!.text).toMatch(
      /^【解除】JZ-G01 站10:00恢复畅通，历时0分钟，最高达「超20分钟」$/,
    )
  })
})

describe('what a driver says', () => {
  const reported = async () => {
    const road = await watchedRoad()
    const trip = await road.driver('沪DX0001').registers()
    await trip.own('/queue-report', 'POST', { report: crypto.randomUUID(), checkpoint: 'JZ-G01', waitMinutes: 40 })
    const id = (await road.board()).items.find((row) => row.id === 'JZ-G01')!.incident!.id
    return { road, id }
  }
  it('is a candidate; unanswered for five minutes it counts', async () => {
    const { road, id } = await reported()
    expect(await road.incident(id)).toMatchObject({ state: 'candidate', startedAt: null })
    await road.goOn(5.5)
    expect(await road.incident(id)).toMatchObject({
      state: 'running',
      startedAt: '2022-05-16T10:00:00+08:00',
      cause: 'driver',
    })
  })
  it('the head dismisses it, and that is that', async () => {
    const { road, id } = await reported()
    const answer = await road.head.send('POST', `/api/dispatch/incidents/${id}/judgement`, { confirm: false })
    expect(answer.body).toMatchObject({ state: 'dismissed' })
    await road.goOn(10)
    expect((await road.board()).items[0]!.incident).toBeNull()
    expect((await road.head.send('POST', `/api/dispatch/incidents/${id}/judgement`, { confirm: true })).status).toBe(
      409,
    )
  })
})
