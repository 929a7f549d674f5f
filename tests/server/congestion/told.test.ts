import { describe, expect, it } from 'vitest'
import { listCallTasks } from '../../../schema/api/dispatch.ts'
import { getIncident } from '../../../schema/api/incidents.ts'
import type { Channels, Outcome, Sms } from '../../../server/ports/channels/channel.ts'
import { deliverNotices } from '../../../server/usecases/notices-deliver.ts'
import { jpegText } from '../../kit/jpeg.ts'
import { watchedRoad } from './kit.ts'

/** A city with an SMS gateway that answers as it is told to, and keeps what it took. */
async function withGateway(outcome: (sms: Sms) => Outcome = () => ({ kind: 'sent' })) {
  const taken: Sms[] = []
  const channels: Channels = {
    robots: [],
    sms: {
      send: async (sms) => {
        taken.push(sms)
        return outcome(sms)
      },
      look: async () => ({ kind: 'waiting', code: 'WAIT' }),
    },
  }
  return { ...(await story(channels)), taken }
}

async function story(channels: Channels) {
  const road = await watchedRoad({ channels })
  const { incident } = await road.says({ waitMinutes: 21, metres: 450 })
  const seen = async () =>
    (await road.dispatcher.send('GET', `/api/dispatch/incidents/${incident}`)).as(getIncident.answer)
  const leader = async () => (await seen()).summonses.find(({ role }) => role === 'leader')!
  const tasks = async () =>
    (await road.dispatcher.send('GET', '/api/dispatch/call-tasks')).as(listCallTasks.answer).items
  const delivers = () => deliverNotices(road.deps, () => 0)
  return { ...road, seen, leader, tasks, delivers }
}

describe('a summons on its way to a telephone', () => {
  it('the leader gets an SMS with a link, presses 收到 on its page, and the board knows; nobody is called in his place', async () => {
    const road = await withGateway()
    await road.delivers()
    const code = road.taken.find(({ linkCode }) => linkCode !== null)?.linkCode
    const page = await road.app.request(`/a/${code}`)
    expect(await page.text()).toContain('已拥堵21分钟，排队长约450米')
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    await road.app.request(`/a/${code}`, { method: 'POST', headers, body: 'answer=acknowledged' })
    expect(await road.leader()).toMatchObject({ state: 'acknowledged', answeredBy: 'link', unsent: false })
    await road.goOn(8)
    expect(await road.tasks()).toEqual([])
    await road.app.request(`/a/${code}`, { method: 'POST', headers, body: 'answer=arrived' })
    expect(await road.leader()).toMatchObject({ state: 'on-site' })
  })

  it('who said 收到 and does not come is asked; silent for five minutes more, the next cadre is called and 12328 rings him', async () => {
    const road = await withGateway()
    await road.delivers()
    const press = (code: string | null | undefined, answer: string) =>
      road.app.request(`/a/${code}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: `answer=${answer}`,
      })
    await press(road.taken.find(({ linkCode }) => linkCode !== null)?.linkCode, 'acknowledged')
    await road.goOn(15.5, { waitMinutes: 25 })
    await road.delivers()
    const question = road.taken.at(-1)!
    expect(question.text).toContain('请问是否到场')
    expect(await road.tasks()).toEqual([])
    await road.goOn(5, { waitMinutes: 25 })
    expect(await road.leader()).toMatchObject({ state: 'acknowledged', lapsedAt: '2022-05-16T10:20:00+08:00' })
    expect((await road.seen()).summonses.filter(({ purpose }) => purpose === 'deputy')).toMatchObject([
      { role: 'cadre' },
    ])
    expect(await road.tasks()).toMatchObject([{ step: 'L1', name: 'leader示例' }])
    // Late, but he comes: by the link of the question.
    await press(question.linkCode, 'arrived')
    expect(await road.leader()).toMatchObject({ state: 'on-site', lapsedAt: null })
    await road.goOn(20, { waitMinutes: 25 })
    expect((await road.seen()).summonses.filter(({ purpose }) => purpose === 'deputy')).toHaveLength(1)
  })

  it('on the way he presses 收到 once more, by either link, and has a quarter of an hour again', async () => {
    const road = await withGateway()
    await road.delivers()
    const first = road.taken.find(({ linkCode }) => linkCode !== null)?.linkCode
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const press = () => road.app.request(`/a/${first}`, { method: 'POST', headers, body: 'answer=acknowledged' })
    await press()
    await road.goOn(17, { waitMinutes: 25 })
    await press()
    await press()
    await road.goOn(14, { waitMinutes: 25 })
    expect((await road.seen()).summonses.filter(({ purpose }) => purpose === 'deputy')).toEqual([])
    expect(await road.leader()).toMatchObject({ lapsedAt: null })
    expect((await road.seen()).timeline.filter(({ kind }) => kind === 'answered')).toHaveLength(2)
  })

  it('the timeline says of each notice what became of it', async () => {
    const road = await withGateway()
    const summons = async () => (await road.seen()).timeline.find(({ kind }) => kind === 'summons')
    expect(await summons()).toMatchObject({ sent: [{ line: 'sms', state: 'waiting' }] })
    await road.delivers()
    expect(await summons()).toMatchObject({ sent: [{ line: 'sms', state: 'sent', code: null }] })
    const group = (await road.seen()).timeline.find(({ sent }) => sent.some(({ line }) => line === 'robot'))
    expect(group).toMatchObject({ sent: [{ state: 'failed', code: 'no-gateway' }] })
  })

  it('every answer is news to whoever looks at the board, though nothing that is measured changed', async () => {
    const road = await withGateway()
    const deeds = async () => (await road.board()).items.find(({ id }) => id === 'JZ-G01')?.incident?.deeds ?? 0
    const before = await deeds()
    expect(before).toBeGreaterThan(1)
    const { id } = await road.leader()
    const answer = { summons: id, answer: 'acknowledged' }
    await road.dispatcher.send('POST', `/api/dispatch/incidents/${(await road.seen()).id}/answers`, answer)
    expect(await deeds()).toBe(before + 1)
  })

  it('who opens his link when it is over is told that he need not come, and is asked for nothing', async () => {
    const road = await withGateway()
    await road.delivers()
    const code = road.taken.find(({ linkCode }) => linkCode !== null)?.linkCode
    const jpeg = jpegText({ bytes: 400 })
    const { id } = await road.seen()
    await road.head.send('POST', `/api/dispatch/incidents/${id}/close`, { reason: '道路已畅通', jpeg })
    const page = await (await road.app.request(`/a/${code}`)).text()
    expect(page).toMatch(/05-16 10:00 已解除，不必再来/)
    expect(page).not.toContain('<button')
  })

  it('a gateway that takes it and hears nothing back: five minutes, then the telephone', async () => {
    const road = await withGateway()
    await road.delivers()
    await road.goOn(4.5)
    expect(await road.tasks()).toEqual([])
    await road.goOn(1)
    expect(await road.tasks()).toMatchObject([{ step: 'L1', name: 'leader示例', state: 'notified' }])
  })

  it.each<[string, () => Promise<Awaited<ReturnType<typeof story>>>]>([
    [
      'a gateway that refuses his number',
      () => withGateway(() => ({ kind: 'never', code: 'NUMBER', why: 'no such number' })),
    ],
    ['no gateway at all', () => story({ robots: [] })],
  ])('%s: 12328 dials at once, and the next in rank still has his five minutes', async (_, begun) => {
    const road = await begun()
    await road.delivers()
    await road.goOn(0.5)
    const words = '【电话任务】JZ-G01 站「超20分钟」通知没有发出，请电话联系leader示例'
    expect(await road.tasks()).toMatchObject([{ step: 'L1', name: 'leader示例', zh: words }])
    expect(await road.leader()).toMatchObject({ unsent: true, state: 'notified' })
    expect(await road.calls('/deputy/')).toEqual([])
    await road.goOn(5)
    expect(await road.calls('/deputy/')).toHaveLength(1)
    expect((await road.tasks()).filter(({ name }) => name === 'leader示例')).toHaveLength(1)
  })
})
