import { describe, expect, it } from 'vitest'
import type { Deps } from '../../server/deps.ts'
import { deliverNotices } from '../../server/usecases/notices-deliver.ts'
import { askReceipts } from '../../server/usecases/notices-receipts.ts'
import { plus } from '../../shared/instant.ts'
import { city, leader, notice } from './kit.ts'
import type { City } from './kit.ts'
import { lines, standings } from './line.ts'

const { at, gateway, clock } = lines()

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
    clock.today = '20220517'
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
