/** The pages of one phone: the app opened twice, or in a tab beside the installed one. They share the disk. */
export interface Tabs {
  /** Only one page at a time does this; `undefined` = another one is at it. */
  alone<T>(what: string, work: () => Promise<T>): Promise<T | undefined>
  /** One page after another. */
  inTurn<T>(what: string, work: () => Promise<T>): Promise<T>
  /** The queue has changed on the disk. */
  tell(): void
  heard(run: () => void): void
}

/** Where a browser has no locks (before 2018), and in tests of one page: the server takes a repetition as one. */
export const onlyPage: Tabs = {
  alone: (_what, work) => work(),
  inTurn: (_what, work) => work(),
  tell: () => undefined,
  heard: () => undefined,
}

/** A page put to sleep in the background may hold what it locked; after so many refusals it is not waited for. */
const patience = 4

/** A lock is the browser's, so that it ends with the page that holds it, however that ends. */
export function browserTabs(name = 'changxing-checkpoint'): Tabs {
  if (!('locks' in navigator) || !('BroadcastChannel' in globalThis)) return onlyPage
  const channel = new BroadcastChannel(name)
  const refused = new Map<string, number>()
  return {
    async alone(what, work) {
      const taken = await navigator.locks.request(`${name} ${what}`, { ifAvailable: true }, async (lock) =>
        lock === null ? undefined : { done: await work() },
      )
      const times = taken === undefined ? (refused.get(what) ?? 0) + 1 : 0
      refused.set(what, times % patience)
      if (taken !== undefined) return taken.done
      return times >= patience ? work() : undefined
    },
    inTurn: (what, work) => navigator.locks.request(`${name} ${what}`, work),
    tell: () => channel.postMessage('changed'),
    heard: (run) => channel.addEventListener('message', run),
  }
}
