import { describe, expect, it } from 'vitest'
import { listMessages, markMessageSeen } from '../../../schema/api/messages.ts'
import { staffRoles } from '../../../schema/api/endpoint.ts'
import { tell } from '../../../server/usecases/tell.ts'
import { refusal } from '../../kit/refusal.ts'
import { alertsOf, letGo, reports, roadToWuzhi, told } from './kit.ts'

type Road = Awaited<ReturnType<typeof roadToWuzhi>>

const positive = async () => {
  const road = await roadToWuzhi()
  const ahead = await road.inspector('JZ-G03')
  await letGo(road)
  await reports(road, { result: 'positive' })
  return { road, ahead }
}

/** `count` messages to the command, a minute apart. */
async function manyTo(road: Road, count: number) {
  for (let n = 0; n < count; n += 1) {
    const news = { kind: 'test', about: String(n), words: { zh: `第${n}条`, en: `no ${n}` }, urgent: false }
    await road.db.commit(tell(road.deps, news, [{ audience: 'command', ref: null, channel: 'screen' }]))
    road.forward(n % 3 === 0 ? 0 : 1)
  }
}

const pageOf = async (road: Road, query = '') =>
  (await road.command.send('GET', `/api/messages?limit=4${query}`)).as(listMessages.answer)

describe('messages 消息', () => {
  it('come page by page, those nobody has acknowledged first, then the newest, without a gap or a double', async () => {
    const road = await roadToWuzhi()
    await manyTo(road, 15)
    const first = await pageOf(road)
    for (const { id } of first.items) await road.command.send('POST', `/api/messages/${id}/seen`)
    const found: { zh: string; at: string; seen: boolean }[] = []
    let next: string | null = ''
    while (next !== null) {
      const page = await pageOf(road, next === '' ? '' : `&before=${next}`)
      found.push(...page.items.map(({ zh, at, seen }) => ({ zh, at, seen: seen !== null })))
      next = page.next
    }
    expect(new Set(found.map(({ zh }) => zh)).size).toBe(15)
    expect(found.map(({ seen }) => seen)).toEqual([...Array(11).fill(false), ...Array(4).fill(true)])
    for (const part of [found.slice(0, 11), found.slice(11)]) {
      const times = part.map(({ at }) => at)
      expect(times).toEqual(times.toSorted().toReversed())
    }
    expect([(await pageOf(road)).unseen, (await pageOf(road, '&seen=yes')).items.length]).toEqual([11, 4])
  })

  it('are acknowledged once: who comes second learns who was first, and the log tells of one deed', async () => {
    const { road } = await positive()
    const [message] = (await pageOf(road)).items
    const path = `/api/messages/${message?.id}/seen`
    const first = (await road.command.send('POST', path)).as(markMessageSeen.answer)
    road.forward(1)
    const before = (await road.rows())['audit']
    expect((await road.command.send('POST', path)).as(markMessageSeen.answer)).toEqual(first)
    expect(first.seen).toEqual({ at: '2022-05-16T10:00:00+08:00', by: 'command 示例' })
    expect((await road.rows())['audit']).toBe(before)
  })

  it('reach whom they are for', async () => {
    const { road } = await positive()
    const found: Record<string, string[] | string> = {}
    for (const role of staffRoles.filter((one) => one !== 'inspector')) {
      const at = role === 'head' ? 'JZ-G03' : null
      const { items } = (await road.office(role, at).send('GET', '/api/messages')).as(listMessages.answer)
      found[role] = items.map(({ audience, mine }) => `${audience}${mine ? ' mine' : ''}`).toSorted()
    }
    const all = ['checkpoint', 'command', 'company', 'dispatcher', 'epidemic']
    expect(found).toEqual({
      admin: all,
      supervisor: all,
      head: ['checkpoint mine'],
      epidemic: ['company mine', 'epidemic mine'],
      dispatcher: ['company mine', 'dispatcher mine'],
      command: ['command mine'],
      'appeal-officer': [],
      'list-officer': [],
      'pass-officer': [],
    })
  })

  it('cannot be acknowledged by whom they are not for, nor seen from another checkpoint', async () => {
    const { road } = await positive()
    const [message] = (await pageOf(road)).items
    const path = `/api/messages/${message?.id}/seen`
    const answers = await Promise.all([
      road.dispatcher.send('POST', path),
      road.office('supervisor').send('POST', path),
      road.office('admin').send('POST', path),
    ])
    expect(answers.map(refusal)).toEqual(['404 MS-01 path.id', '403 MS-03', '403 AU-04'])
    expect(await told(road.office('head', 'JZ-G02'))).toEqual([])
    expect((await pageOf(road)).unseen).toBe(1)
  })
})

describe('the alert at the booth 前方预警', () => {
  it('stands until somebody there has acknowledged it, for every phone of the checkpoint', async () => {
    const { road, ahead } = await positive()
    const beside = await road.inspector('JZ-G03', 2)
    const [alert] = await alertsOf(ahead)
    expect(await alertsOf(beside)).toEqual([alert])
    expect(refusal(await road.booth.call('POST', `/api/alerts/${alert?.id}/seen`))).toBe('404 MS-01 path.id')
    const seen = (await beside.call('POST', `/api/alerts/${alert?.id}/seen`)).as(markMessageSeen.answer)
    expect(seen.seen?.by).toBe('inspector 示例')
    expect([await alertsOf(ahead), await alertsOf(beside)]).toEqual([[], []])
  })

  it('is a day old at most', async () => {
    const { road, ahead } = await positive()
    road.forward(24 * 60)
    expect(await alertsOf(ahead)).toHaveLength(1)
    road.forward(1)
    expect(await alertsOf(ahead)).toEqual([])
  })
})
