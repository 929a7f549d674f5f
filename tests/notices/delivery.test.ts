import { describe, expect, it } from 'vitest'
import type { Deps } from '../../server/deps.ts'
import { noticeWrites } from '../../server/usecases/notices.ts'
import { deliverNotices } from '../../server/usecases/notices-deliver.ts'
import { plus } from '../../shared/instant.ts'
import { city, leader, notice } from './kit.ts'
import { group, lines, standings } from './line.ts'

const { at, gateway, paths } = lines()

describe('a notice', () => {
  it('is sent once, however often it is told and by how many servers at once', async () => {
    const road = await city(at, { sms: true })
    await road.tells({ dedupe: 'same' }, { dedupe: 'same' })
    await Promise.all([road.delivers(), road.delivers(), road.delivers()])
    await road.tells({ dedupe: 'same' })
    await road.delivers()
    expect([gateway.kept.length, await standings(road)]).toEqual([1, ['sent']])
  })

  it('holds no number that could be read, neither does the log', async () => {
    const road = await city(at, { sms: true })
    gateway.state.code = 'isv.MOBILE_NUMBER_ILLEGAL'
    await road.tells({})
    await road.delivers()
    const kept = JSON.stringify([await road.rows(), await road.attempts(), await road.messages(), road.logged])
    expect(kept).not.toContain('13000000001')
    expect(await standings(road)).toEqual(['failed isv.MOBILE_NUMBER_ILLEGAL'])
  })

  it('goes to every robot of the county, and to no other county’s', async () => {
    const road = await city(at, { dingtalk: true, wecom: true })
    await road.tells(group, { ...group, to: { kind: 'group', county: '410802' } })
    await road.delivers()
    expect(paths().toSorted()).toEqual(['/dingtalk/robot/send', '/wecom/cgi-bin/webhook/send'])
    expect((await road.states()).map(({ lane, reached }) => `${lane} ${reached}`).toSorted()).toEqual([
      'dingtalk:410822 reached',
      'robot:410802 not-sent',
      'wecom:410822 reached',
    ])
  })

  it('is moot after its time, and dropped with a note', async () => {
    const road = await city(at, { sms: true })
    await road.tells({ notAfter: plus(road.clock.now(), 60_000) })
    road.forward(2)
    await road.delivers()
    expect([gateway.kept.length, await standings(road)]).toEqual([0, ['dropped too-late']])
  })

  it('of a deed that misses a channel many times over makes one alarm', async () => {
    const road = await city(at)
    const writes = await Promise.all(
      Array.from({ length: 5 }, () => noticeWrites(road.deps, road.clock.now(), notice())),
    )
    await road.db.commit(writes.flat())
    expect([(await road.messages()).length, (await road.rows()).length]).toEqual([1, 5])
  })

  it('over a channel that has come since is on its way, not lost', async () => {
    const road = await city(at)
    await road.tells({ dedupe: 'before' })
    road.seconds(1)
    road.deps.channels = (await city(at, { sms: true })).deps.channels
    await road.tells({ dedupe: 'after' })
    expect((await road.states()).map(({ dedupe, reached }) => `${dedupe} ${reached}`).toSorted()).toEqual([
      'after waiting',
      'before not-sent',
    ])
    await road.delivers()
    expect((await road.messages()).map(({ kind }) => kind)).toEqual(['channel-dead', 'channel-back'])
  })

  it('without any channel is kept as not sent, and the dispatcher is told once for each', async () => {
    const road = await city(at)
    await road.tells({}, {}, group, { channel: 'push', to: { kind: 'staff', staff: 'x' } }, { channel: 'webhook' })
    await road.delivers()
    expect(await standings(road)).toEqual(Array.from({ length: 5 }, () => 'failed no-gateway'))
    const told = await road.messages()
    expect(told.map(({ kind, audience }) => `${kind} ${audience}`)).toEqual(
      Array.from({ length: 4 }, () => 'channel-dead dispatcher'),
    )
    for (const name of ['短信', '博爱县群机器人', '应用推送', '对接系统'])
      expect(told.map(({ zh }) => zh).join()).toContain(`】${name}尚未配置`)
  })
})

it('two loops at once share a long queue, each notice once', async () => {
  const road = await city(at, { sms: true, webhook: true })
  await road.tells(
    ...Array.from({ length: 40 }, (_, n) => ({ to: { ...leader, phone: `130000001${String(n).padStart(2, '0')}` } })),
    ...Array.from({ length: 20 }, () => ({ channel: 'webhook' as const })),
  )
  await Promise.all([road.delivers(), road.delivers(), road.delivers()])
  await road.delivers()
  const hooks = at.seen.filter(({ path }) => path === '/webhook').map(({ headers }) => headers['webhook-id'])
  expect([gateway.kept.length, new Set(gateway.kept.map(({ outId }) => outId)).size]).toEqual([40, 40])
  expect([hooks.length, new Set(hooks).size]).toEqual([20, 20])
  expect(new Set(await standings(road))).toEqual(new Set(['sent']))
})

it('a sender that slept longer than its lease says nothing any more', async () => {
  const road = await city(at, { sms: true })
  await road.tells({})
  const { db } = road.deps
  let asleep = false
  // Between taking the notice and sending it, half a minute passes.
  const slow: Deps = {
    ...road.deps,
    db: {
      ...db,
      all: async (query) => {
        if (!asleep && query.sql.includes('"lease" = ?') && query.sql.startsWith('select * from "notice"')) {
          asleep = true
          road.seconds(31)
        }
        return db.all(query)
      },
    },
  }
  await deliverNotices(slow, () => 0)
  expect([asleep, gateway.kept.length]).toEqual([true, 0])
  await road.delivers()
  expect([gateway.kept.length, await standings(road)]).toEqual([1, ['sent']])
})
