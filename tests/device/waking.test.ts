import { describe, expect, it } from 'vitest'
import { waking, type Subscribed, type WakingBrowser, type WakingKept } from '../../checkpoint-app/device/waking.ts'
import type { Reply } from '../../checkpoint-app/device/server.ts'

const offline = { ok: false, trouble: { kind: 'offline' } } as const
const refused = { ok: false, trouble: { kind: 'refused', code: 'NT-03', message: 'not on the list' } } as const

/** A phone in somebody's hand, and a server that knows who wants to be woken. */
function phone({ terminal = 't-1', able = true, leave = 'granted' as 'granted' | 'denied' | 'default' } = {}) {
  const told = new Map<string, Subscribed>()
  const state = {
    permission: 'default' as 'granted' | 'denied' | 'default',
    subscription: undefined as Subscribed | undefined,
    service: true,
    server: 'up' as 'up' | 'offline' | 'refuses' | 'has-no-push',
    kept: undefined as WakingKept | undefined,
    made: 0,
  }
  const browser: WakingBrowser = {
    able,
    permission: () => state.permission,
    ask: async () => (state.permission = leave),
    current: async () => state.subscription,
    subscribe: async () => {
      if (!state.service) throw new DOMException('push service error', 'AbortError')
      state.made += 1
      state.subscription = { endpoint: `https://push.example/${state.made}`, p256dh: 'p', auth: 'a' }
      return state.subscription
    },
    unsubscribe: async () => void (state.subscription = undefined),
  }
  const reply = <T>(value: T): Reply<T> =>
    state.server === 'offline' ? offline : state.server === 'refuses' ? refused : { ok: true, value }
  const server = {
    pushKey: async () =>
      state.server === 'offline'
        ? offline
        : { ok: true as const, value: { key: state.server === 'has-no-push' ? null : 'key' } },
    pushAdd: async (form: Subscribed) => {
      const answer = reply({ id: `id-${form.endpoint.at(-1)}` })
      if (answer.ok) told.set(answer.value.id, form)
      return answer
    },
    pushRemove: async (id: string) => {
      const answer = reply({})
      if (answer.ok) told.delete(id)
      return answer
    },
  }
  const as = (who: string) =>
    waking({ browser, server, terminal: who, kept: () => state.kept, keep: (value) => void (state.kept = value) })
  return { state, told, as, ...as(terminal) }
}

describe('接收拥堵通知', () => {
  it('is off until somebody switches it on; then the server knows this phone, and it stays on', async () => {
    const { look, turnOn, told } = phone()
    expect(await look()).toBe('off')
    expect(await turnOn()).toBe('on')
    expect([...told.values()].map(({ endpoint }) => endpoint)).toEqual(['https://push.example/1'])
    expect(await look()).toBe('on')
  })

  it('is off again at a press, in the browser and at the server', async () => {
    const { turnOn, turnOff, look, told, state } = phone()
    await turnOn()
    expect(await turnOff()).toBe('off')
    expect([told.size, state.subscription, await look()]).toEqual([0, undefined, 'off'])
  })

  it('without a network it goes off all the same: nothing comes any more, and the server finds out', async () => {
    const { turnOn, turnOff, state } = phone()
    await turnOn()
    state.server = 'offline'
    expect(await turnOff()).toBe('off')
    expect([state.subscription, state.kept]).toEqual([undefined, undefined])
  })

  it.each([
    ['a browser without push', { able: false }, 'unable'],
    ['somebody who says no', { leave: 'denied' }, 'denied'],
    ['somebody who looks away', { leave: 'default' }, 'off'],
  ] as const)('%s', async (_, given, says) => {
    const { turnOn, look, told } = phone(given)
    expect(await turnOn()).toBe(says)
    expect(await look()).toBe(says)
    expect(told.size).toBe(0)
  })

  it('a phone that reaches no push service, and a service that the server does not call, are said; no subscription is left behind', async () => {
    const without = phone()
    without.state.service = false
    expect(await without.turnOn()).toBe('no-service')
    const strange = phone()
    strange.state.server = 'refuses'
    expect(await strange.turnOn()).toBe('no-service')
    expect([strange.state.subscription, strange.state.kept]).toEqual([undefined, undefined])
  })

  it('a server without push offers no switch; one that cannot be reached says so', async () => {
    const { look, state } = phone()
    state.server = 'has-no-push'
    expect(await look()).toBe('not-offered')
    state.server = 'offline'
    expect(await look()).toBe('unreached')
  })

  it('a subscription that the browser changed while the app was closed is told to the server', async () => {
    const { turnOn, look, told, state } = phone()
    await turnOn()
    state.subscription = undefined
    expect(await look()).toBe('on')
    expect([...told.values()].map(({ endpoint }) => endpoint)).toContain('https://push.example/2')
  })

  it('who takes the phone over is not woken for the one before: it is off until he switches it on', async () => {
    const { turnOn, as } = phone()
    await turnOn()
    const next = as('t-2')
    expect(await next.look()).toBe('off')
    expect(await next.turnOn()).toBe('on')
  })
})
