import { beforeEach, describe, expect, it } from 'vitest'
import { noticeWrites } from '../../server/usecases/notices.ts'
import { deliverNotices } from '../../server/usecases/notices-deliver.ts'
import { askReceipts } from '../../server/usecases/notices-receipts.ts'
import type { Deps } from '../../server/deps.ts'
import { plus } from '../../shared/instant.ts'
import { city, leader, notice } from './kit.ts'
import type { City } from './kit.ts'
import { smsGateway } from './gateway.ts'
import { receiver } from './receiver.ts'

const at = receiver()
let today = '20220516'
const gateway = smsGateway(() => today)
const fine = { json: { errcode: 0, errmsg: 'ok' } }

beforeEach(() => {
  today = '20220516'
  gateway.kept.length = 0
  Object.assign(gateway.state, { code: 'OK', lookCode: 'OK' })
  at.state.answer = (asked) => (asked.path === '/' ? gateway.answer(asked) : fine)
})

const standings = async (road: City) =>
  (await road.rows()).map(({ state, note }) => (note === null ? state : `${state} ${note}`))
const group = { to: { kind: 'group', county: '410822' }, channel: 'robot' } as const
const paths = () => at.seen.map(({ path }) => path)

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

describe('an SMS', () => {
  it('whose answer was lost is asked for by its id, and not sent twice', async () => {
    const road = await city(at, { sms: true })
    await road.tells({})
    // The gateway took it, and its answer was lost.
    at.state.answer = (asked) => {
      if (asked.headers['x-acs-action'] === 'SendSms') {
        gateway.keep(asked.query)
        return 'cut'
      }
      return gateway.answer(asked)
    }
    await road.delivers()
    expect(await standings(road)).toEqual(['queued broken-off'])
    await road.delivers()
    expect(gateway.kept.length).toBe(1)
    road.seconds(20)
    await road.delivers()
    expect([gateway.kept.length, await standings(road)]).toEqual([1, ['sent']])
    expect((await road.attempts()).map(({ outcome }) => outcome)).toEqual(['unclear', 'found'])
  })

  it('whose line broke and that never arrived there is sent again', async () => {
    const road = await city(at, { sms: true })
    await road.tells({})
    at.state.next = ['cut']
    await road.delivers()
    road.seconds(20)
    await road.delivers()
    expect([gateway.kept.length, await standings(road)]).toEqual([1, ['sent']])
  })

  it('whose fate nobody can tell waits: while the gateway does not answer, nothing is sent', async () => {
    const road = await city(at, { sms: true })
    await road.tells({})
    at.state.next = ['cut']
    await road.delivers()
    gateway.state.lookCode = 'ServiceUnavailable'
    for (let n = 0; n < 3; n += 1) {
      road.seconds(40)
      await road.delivers()
    }
    expect(gateway.kept.length).toBe(0)
    gateway.state.lookCode = 'OK'
    road.forward(5)
    await road.delivers()
    expect([gateway.kept.length, await standings(road)]).toEqual([1, ['sent']])
  })

  it('of a server that was killed between sending and noting it is not sent twice, past midnight too', async () => {
    const road = await city(at, { sms: true })
    road.forward(13 * 60 + 59)
    await road.tells({ notAfter: plus(road.clock.now(), 3_600_000) })
    // It dies with the answer of the gateway in hand: not a word reaches the database any more.
    const dead: Deps = { ...road.deps, db: { ...road.deps.db, commit: (writes) => killed(road, writes) } }
    await expect(deliverNotices(dead, () => 0)).rejects.toThrow('killed')
    expect([gateway.kept.length, await standings(road)]).toEqual([1, ['sending']])
    await road.delivers()
    expect(await standings(road)).toEqual(['sending'])
    road.forward(2)
    today = '20220517'
    await road.delivers()
    expect([gateway.kept.length, await standings(road)]).toEqual([1, ['sent']])
  })

  it('that was asked for too long is left to whoever holds the line by now', async () => {
    const road = await city(at, { sms: true })
    await road.tells({})
    at.state.next = ['cut']
    await road.delivers()
    road.seconds(20)
    at.state.during = async () => void road.seconds(25)
    await road.delivers()
    at.state.during = async () => undefined
    expect([gateway.kept.length, await standings(road)]).toEqual([0, ['queued asked-too-long']])
    road.forward(5)
    await road.delivers()
    expect([gateway.kept.length, await standings(road)]).toEqual([1, ['sent']])
  })

  it('goes five times in a quarter of an hour to one person; urgent ones always, others to others', async () => {
    const road = await city(at, { sms: true })
    await road.tells(...Array.from({ length: 7 }, () => ({})))
    await road.tells({ urgent: true, step: 'L3' }, { to: { ...leader, phone: '13000000002' } })
    await road.delivers()
    expect(gateway.kept.filter(({ phone }) => phone === '13000000001').length).toBe(5)
    expect(gateway.kept.length).toBe(6)
    expect((await standings(road)).filter((state) => state === 'queued held-back').length).toBe(3)
    road.forward(15.1)
    await road.delivers()
    expect([gateway.kept.length, new Set(await standings(road))]).toEqual([9, new Set(['sent'])])
  })

  it('is asked for later: whether it arrived, or did not', async () => {
    const road = await city(at, { sms: true })
    await road.tells({}, {})
    await road.delivers()
    const [first, second] = gateway.kept
    first!.status = 3
    await askReceipts(road.deps)
    expect(await standings(road)).toEqual(['sent', 'sent'])
    road.seconds(31)
    await askReceipts(road.deps)
    second!.status = 2
    road.forward(1)
    await askReceipts(road.deps)
    expect((await standings(road)).toSorted()).toEqual(['delivered', 'failed MOBILE_NOT_ON_SERVICE'])
    expect((await road.states()).map(({ reached }) => reached).toSorted()).toEqual(['not-sent', 'reached'])
  })
})

describe('a robot', () => {
  const news = (n: number) => ({ ...group, title: `【拥堵】${n}号`, text: `【拥堵】${n}号站已拥堵` })
  const bodies = () => at.seen.map(({ body }) => body.toString())

  it('gets 25 notices in a minute as 20 messages at most, and none is lost', async () => {
    const road = await city(at, { dingtalk: true })
    for (let n = 1; n <= 25; n += 1) {
      await road.tells(news(n))
      if (n % 5 === 0) await road.delivers()
      road.seconds(2)
    }
    expect(at.seen.length).toBeLessThanOrEqual(20)
    road.forward(1)
    await road.delivers()
    const said = bodies().join('\n')
    for (let n = 1; n <= 25; n += 1) expect([n, said.split(`【拥堵】${n}号站`).length - 1]).toEqual([n, 1])
    expect(new Set(await standings(road))).toEqual(new Set(['sent', 'merged']))
  })

  it('gets 25 at once as fifteen messages, the last of which lists the others', async () => {
    const road = await city(at, { wecom: true })
    await road.tells(...Array.from({ length: 25 }, (_, n) => news(n + 1)))
    await Promise.all([road.delivers(), road.delivers()])
    expect(at.seen.length).toBe(15)
    const last = (JSON.parse(bodies().at(-1)!) as { markdown: { content: string } }).markdown.content
    expect(last.split('\n').length).toBe(12)
    expect(Buffer.byteLength(last)).toBeLessThan(4096)
    const rows = await road.rows()
    const carrier = rows.find(({ id }) => id === rows.find(({ state }) => state === 'merged')?.merged_into)
    expect([carrier?.state, rows.filter(({ state }) => state === 'merged').length]).toEqual(['sent', 10])
  })

  it('keeps room for what is urgent', async () => {
    const road = await city(at, { dingtalk: true })
    for (let n = 1; n <= 30; n += 1) {
      await road.tells(news(n))
      await road.delivers()
    }
    expect(at.seen.length).toBe(18)
    await road.tells({ ...news(31), urgent: true, step: 'L3' })
    await road.delivers()
    expect(bodies().at(-1)).toContain('31号站')
    expect(at.seen.length).toBe(19)
    road.forward(1.1)
    await road.delivers()
    expect(new Set(await standings(road))).toEqual(new Set(['sent']))
  })

  it('whose merged message fails loses none of those that it was to carry', async () => {
    const road = await city(at, { dingtalk: true })
    await road.tells(...Array.from({ length: 20 }, (_, n) => news(n + 1)))
    at.state.answer = ({ body }) => (body.toString().includes('合并通知') ? { status: 500 } : fine)
    await road.delivers()
    expect((await standings(road)).filter((state) => state === 'queued http-500').length).toBe(6)
    at.state.answer = () => fine
    road.forward(2)
    await road.delivers()
    expect(new Set(await standings(road))).toEqual(new Set(['sent']))
    for (let n = 1; n <= 20; n += 1)
      expect(
        bodies()
          .filter((body) => !body.includes('合并'))
          .join(),
      ).toContain(`】${n}号站`)
  })

  it('that says it was told too much is left alone for ten minutes, and the ladder knows', async () => {
    const road = await city(at, { dingtalk: true })
    await road.tells(news(1))
    at.state.next = [{ json: { errcode: 130101 } }]
    await road.delivers()
    expect((await road.states())[0]).toMatchObject({ reached: 'not-sent', state: 'queued', code: '130101' })
    road.forward(9)
    await road.delivers()
    expect(at.seen.length).toBe(1)
    road.forward(1.1)
    await road.delivers()
    expect([at.seen.length, await standings(road)]).toEqual([2, ['sent']])
  })
})

describe('a channel that fails', () => {
  const cases = [
    ['sms', { sms: true }, {}, 503],
    ['dingtalk', { dingtalk: true }, group, 500],
    ['wecom', { wecom: true }, group, 502],
    ['webhook', { webhook: true }, { channel: 'webhook' }, 503],
  ] as const
  it.each(cases)('%s dies after five failures, is seen, and comes back', async (kind, has, more, status) => {
    const road = await city(at, has)
    await road.tells(more)
    at.state.answer = () => ({ status })
    let tries = 0
    for (; tries < 20 && (await road.messages()).length === 0; tries += 1) {
      await road.delivers()
      road.forward(1)
    }
    expect([tries, at.seen.length]).toEqual([5, 5])
    expect((await road.messages()).map(({ kind: told }) => told)).toEqual(['channel-dead'])
    expect((await road.states())[0]).toMatchObject({ state: 'queued', reached: 'not-sent' })
    const office = await road.staff('dispatcher')
    const shown = async () => {
      const { items } = (await office.send('GET', '/api/dispatch/channels')).body as { items: { channel: string }[] }
      return items.find(({ channel }) => channel === kind)
    }
    expect(await shown()).toMatchObject({
      state: 'dead',
      since: expect.any(String),
      waiting: 1,
      lastError: { code: expect.any(String) },
    })
    const metrics = async () => String((await road.anyone('GET', '/metrics')).body)
    expect(await metrics()).toMatch(new RegExp(`changxing_channel_dead{channel="${kind}[^"]*"} 1`))
    // Only one message tries it, and only after a rest.
    await road.tells(more, more)
    await road.delivers()
    expect(at.seen.length - tries).toBeLessThanOrEqual(1)
    at.state.answer = (asked) => (asked.path === '/' ? gateway.answer(asked) : fine)
    road.forward(6)
    await road.delivers()
    expect(new Set(await standings(road))).toEqual(new Set(['sent']))
    expect(await shown()).toMatchObject({ state: 'working', since: null, waiting: 0 })
    expect((await road.messages()).map(({ kind: told }) => told)).toEqual(['channel-dead', 'channel-back'])
    expect(await metrics()).toMatch(new RegExp(`changxing_channel_dead{channel="${kind}[^"]*"} 0`))
  })

  it('because its account is refused is dead at once, and its notices wait for the account', async () => {
    const road = await city(at, { sms: true })
    await road.tells({}, {})
    gateway.state.code = 'isv.AMOUNT_NOT_ENOUGH'
    await road.delivers()
    expect((await road.messages()).map(({ kind }) => kind)).toEqual(['channel-dead'])
    expect((await road.states()).map(({ reached, code }) => [reached, code])).toEqual([
      ['not-sent', 'isv.AMOUNT_NOT_ENOUGH'],
      ['not-sent', 'isv.AMOUNT_NOT_ENOUGH'],
    ])
    gateway.state.code = 'OK'
    road.forward(2)
    await road.delivers()
    expect(await standings(road)).toEqual(['sent', 'sent'])
  })

  it('does not take the others with it', async () => {
    const road = await city(at, { sms: true, dingtalk: true })
    at.state.answer = (asked) => (asked.path === '/' ? 'cut' : fine)
    for (let n = 0; n < 6; n += 1) {
      await road.tells({}, group)
      await road.delivers()
      road.forward(1)
    }
    const states = await road.states()
    expect(states.filter(({ lane }) => lane === 'sms').every(({ reached }) => reached === 'not-sent')).toBe(true)
    expect(states.filter(({ lane }) => lane !== 'sms').every(({ reached }) => reached === 'reached')).toBe(true)
  })

  it('for hours loses nothing in silence: what nobody could send says so', async () => {
    const road = await city(at, { webhook: true })
    await road.tells({ channel: 'webhook' })
    at.state.answer = () => ({ status: 500 })
    for (let n = 0; n < 30; n += 1) {
      await road.delivers()
      road.forward(5)
    }
    expect(await standings(road)).toEqual(['failed gave-up'])
    expect((await road.states())[0]?.reached).toBe('not-sent')
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

it('the text of a notice reaches the phone in the template’s parts', async () => {
  const road = await city(at, { sms: true })
  await road.tells({ ackKey: 'summons-1' })
  await road.delivers()
  const { words, template } = gateway.kept[0]!
  expect(template).toBe('SMS_2')
  expect(`${words['t1']}${words['t2']}${words['t3']}`).toBe(
    notice().text.replace('【拥堵·超20分钟】', '拥堵 超20分钟：'),
  )
  expect(words['code']).toMatch(/^[0-9a-hjkmnp-tv-z]{16}$/)
})

/** The process ends as soon as it has an outcome to write down. */
async function killed(road: City, writes: Parameters<Deps['db']['commit']>[0]): Promise<void> {
  if (gateway.kept.length > 0) throw new Error('killed')
  return road.deps.db.commit(writes)
}
