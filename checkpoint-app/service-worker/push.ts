/** What a push message becomes: pure, so that it can be tried without a browser. Put before sw.ts when a worker is built. */

export type Shown = {
  readonly title: string
  readonly options: NotificationOptions & { readonly renotify: boolean; readonly vibrate: readonly number[] }
}
type Said = { title: string; body: string; urgent: boolean; incident: string; link: string }

/** A browser that is woken must show something, whatever it was sent. */
const unread: Said = { title: '畅行：有新的通知', body: '请打开查验程序查看', urgent: false, incident: '', link: '' }

export function saidIn(text: string): Said {
  try {
    const given: unknown = JSON.parse(text)
    if (typeof given !== 'object' || given === null) return unread
    const fields = new Map<string, unknown>(Object.entries(given))
    const word = (name: string) => {
      const value = fields.get(name)
      return typeof value === 'string' ? value : ''
    }
    const title = word('title')
    if (title === '') return unread
    const urgent = fields.get('urgent') === true
    return { title, body: word('body'), urgent, incident: word('incident'), link: word('link') }
  } catch {
    return unread
  }
}

/** One notice for an incident: what is newer takes its place, and sounds again. An urgent one stays until somebody looks. */
export function shownOf(text: string, app: string): Shown {
  const { title, body, urgent, incident, link } = saidIn(text)
  return {
    title,
    options: {
      body,
      lang: 'zh-CN',
      icon: `/icons/${app}-192.png`,
      badge: `/icons/${app}-192.png`,
      tag: incident === '' ? 'changxing' : `incident-${incident}`,
      renotify: true,
      requireInteraction: urgent,
      vibrate: urgent ? [400, 150, 400, 150, 400] : [200],
      data: { link },
    },
  }
}

/** Where a tap leads: the page on which it is answered, else the app itself; nowhere but here. */
export function pathOf(data: unknown, origin: string, shell: string): string {
  const link: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'link') : ''
  if (typeof link !== 'string' || !link.startsWith(`${origin}/a/`)) return shell
  return link.slice(origin.length)
}
