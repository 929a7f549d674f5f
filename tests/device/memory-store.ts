import type { KeptPart } from '../../checkpoint-app/device/bundle-parts.ts'
import type { QueueItem, Slots, Store } from '../../checkpoint-app/device/store.ts'

/** The store's port on two maps. `crash` makes the next write to the queue fail, as a killed page or a full disk does. */
export function memoryStore() {
  let slots: Partial<Slots> = {}
  const parts = new Map<string, KeptPart>()
  const queue = new Map<string, QueueItem>()
  let failing = 0
  let full = false
  const store: Store = {
    read: async <S extends keyof Slots>(slot: S) => structuredClone(slots[slot]),
    write: async (slot, value) => void (slots = { ...slots, [slot]: structuredClone(value) }),
    clear: async (slot) => {
      const { [slot]: _, ...rest } = slots
      slots = rest
    },
    part: async (digest) => structuredClone(parts.get(digest)),
    async keepParts(more) {
      if (full) throw new DOMException('full', 'QuotaExceededError')
      for (const [digest, part] of more) parts.set(digest, structuredClone(part))
    },
    dropPartsExcept: async (digests) =>
      [...parts.keys()].filter((each) => !digests.includes(each)).forEach((each) => parts.delete(each)),
    queued: async () => [...queue.values()].toSorted((a, b) => a.at - b.at),
    async put(items) {
      if (failing-- > 0) throw new DOMException('full', 'QuotaExceededError')
      failing = Math.max(0, failing)
      for (const item of items) queue.set(item.id, structuredClone(item))
    },
    drop: async (ids) => ids.forEach((id) => queue.delete(id)),
  }
  return { ...store, parts, crash: (times = 1) => void (failing = times), fill: () => void (full = true) }
}
