import { describe, expect, it } from 'vitest'
import { city } from './kit.ts'
import { fine, group, lines, standings } from './line.ts'

const { at, gateway } = lines()

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
