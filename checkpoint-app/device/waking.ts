import type { Reply, Server } from './server.ts'

/** The subscription of a browser, as the server takes it. */
export type Subscribed = { readonly endpoint: string; readonly p256dh: string; readonly auth: string }
type Permission = 'default' | 'granted' | 'denied'

/** What the browser can do about being woken (Push API); a test has its own. */
export type WakingBrowser = {
  readonly able: boolean
  readonly permission: () => Permission
  readonly ask: () => Promise<Permission>
  readonly current: () => Promise<Subscribed | undefined>
  /** Fails where the phone reaches no push service. */
  readonly subscribe: (key: string) => Promise<Subscribed>
  readonly unsubscribe: () => Promise<void>
}
/** What this phone told the server: of which terminal it was then, and by what name the server knows it. */
export type WakingKept = { readonly terminal: string; readonly id: string; readonly endpoint: string }

/**
 * `unable`: this browser cannot be woken. `not-offered`: the server wakes nobody. `denied`: by the person, in the settings of the phone.
 * `no-service`: the phone reaches no push service, or one that the server does not call. `unreached`: no network just now.
 */
export type Waking = 'unable' | 'not-offered' | 'denied' | 'no-service' | 'unreached' | 'off' | 'on'

type Ports = {
  readonly browser: WakingBrowser
  readonly server: Pick<Server, 'pushKey' | 'pushAdd' | 'pushRemove'>
  readonly terminal: string
  readonly kept: () => WakingKept | undefined
  readonly keep: (value: WakingKept | undefined) => void
}

/** 接收拥堵通知: being woken while the app is closed. */
export function waking({ browser, server, terminal, kept, keep }: Ports) {
  const mine = () => {
    const value = kept()
    return value?.terminal === terminal ? value : undefined
  }

  async function subscribeWith(key: string): Promise<Waking> {
    let made: Subscribed
    try {
      made = await browser.subscribe(key)
    } catch {
      return 'no-service'
    }
    const reply = await server.pushAdd(made)
    if (reply.ok) {
      keep({ terminal, id: reply.value.id, endpoint: made.endpoint })
      return 'on'
    }
    await browser.unsubscribe().catch(() => undefined)
    return reply.trouble.kind === 'refused' ? 'no-service' : 'unreached'
  }

  async function keyHere(): Promise<string | Waking> {
    const reply: Reply<{ key: string | null }> = await server.pushKey()
    if (!reply.ok) return 'unreached'
    return reply.value.key ?? 'not-offered'
  }
  const isStanding = (answer: string): answer is Waking => answer === 'unreached' || answer === 'not-offered'

  return {
    /** How it stands; a subscription that the browser has changed or lost since is made anew. */
    look: async (): Promise<Waking> => {
      if (!browser.able) return 'unable'
      if (browser.permission() === 'denied') return 'denied'
      const before = mine()
      const current = await browser.current().catch(() => undefined)
      if (before !== undefined && current?.endpoint === before.endpoint) return 'on'
      const key = await keyHere()
      if (isStanding(key)) return key
      if (before === undefined) return 'off'
      const again = browser.permission() === 'granted' ? await subscribeWith(key) : 'off'
      if (again !== 'on' && again !== 'unreached') keep(undefined)
      return again
    },
    /** To be called by a press: a browser asks for leave only then. */
    turnOn: async (): Promise<Waking> => {
      if (!browser.able) return 'unable'
      const leave = await browser.ask()
      if (leave !== 'granted') return leave === 'denied' ? 'denied' : 'off'
      const key = await keyHere()
      return isStanding(key) ? key : subscribeWith(key)
    },
    /** The browser first, so that nothing comes any more; a server that does not hear of it finds out with its next message. */
    turnOff: async (): Promise<Waking> => {
      const before = mine()
      keep(undefined)
      await browser.unsubscribe().catch(() => undefined)
      if (before !== undefined) await server.pushRemove(before.id)
      return 'off'
    },
  }
}
