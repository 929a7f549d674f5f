import type { QueueItem, Slots, Store } from '../../checkpoint-app/device/store.ts'

/** The store's port on two maps. `crash` makes the next write to the queue fail, as a killed page or a full disk does. */
export function memoryStore() {
  let slots: Partial<Slots> = {}
  const queue = new Map<string, QueueItem>()
  let failing = 0
  const store: Store = {
    read: async <S extends keyof Slots>(slot: S) => structuredClone(slots[slot]),
    write: async (slot, value) => void (slots = { ...slots, [slot]: structuredClone(value) }),
    clear: async (slot) => {
      const { [slot]: _, ...rest } = slots
      slots = rest
    },
    queued: async () => [...queue.values()].toSorted((a, b) => a.at - b.at),
    async put(items) {
      if (failing-- > 0) throw new DOMException('full', 'QuotaExceededError')
      failing = Math.max(0, failing)
      for (const item of items) queue.set(item.id, structuredClone(item))
    },
    drop: async (ids) => ids.forEach((id) => queue.delete(id)),
  }
  return { ...store, crash: (times = 1) => void (failing = times) }
}
