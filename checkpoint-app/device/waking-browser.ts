import type { Subscribed, WakingBrowser } from './waking.ts'

const raw = (base64url: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))

function subscribed(one: PushSubscription): Subscribed {
  const { endpoint, keys } = one.toJSON()
  return { endpoint: endpoint ?? '', p256dh: keys?.['p256dh'] ?? '', auth: keys?.['auth'] ?? '' }
}

/** Behind a wall that lets nothing through a browser asks its push service for minutes, and says nothing. */
const patience = 15_000
const tooLate = () => new Promise<undefined>((done) => setTimeout(() => done(undefined), patience))

/** This browser, by the service worker of an app. */
export function wakingBrowser(app: string): WakingBrowser {
  const able = 'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis
  const worker = async () => {
    const registration = await navigator.serviceWorker.getRegistration(`/${app}/`)
    if (registration === undefined) throw new Error('no service worker')
    return registration
  }
  const found = async () => (await (await worker()).pushManager.getSubscription()) ?? undefined
  return {
    able,
    permission: () => Notification.permission,
    ask: () => Notification.requestPermission(),
    current: async () => {
      const one = await found()
      return one === undefined ? undefined : subscribed(one)
    },
    async subscribe(key) {
      const applicationServerKey = raw(key)
      const { pushManager } = await worker()
      // One that was made for another key, of another server, stands in the way of this one.
      await (await pushManager.getSubscription())?.unsubscribe()
      const making = pushManager.subscribe({ userVisibleOnly: true, applicationServerKey })
      const made = await Promise.race([making, tooLate()])
      if (made !== undefined) return subscribed(made)
      // Whoever has been told that it does not work is not woken after all.
      void making.then((late) => late.unsubscribe()).catch(() => undefined)
      throw new Error('the push service does not answer')
    },
    unsubscribe: async () => void (await (await found())?.unsubscribe()),
  }
}
