import type { KeptPart } from '../../checkpoint-app/device/bundle-parts.ts'
import {
  inTurn,
  type Counters,
  type PageAsked,
  type QueueItem,
  type Slots,
  type Store,
} from '../../checkpoint-app/device/store.ts'

/** The store's port on maps. `crash` makes the next writes to the queue fail, as a killed page or a full disk does. */
export function memoryStore() {
  let slots: Partial<Slots> = {}
  const parts = new Map<string, KeptPart>()
  const queue = new Map<string, QueueItem>()
  let counters: Counters | undefined
  let failing = 0
  let full = false
  const inOrder = () => [...queue.values()].toSorted(inTurn)
  const matching = ({ kind, state, after }: PageAsked) =>
    inOrder().filter(
      (item) => item.kind === kind && item.state === state && (after === undefined || inTurn(item, after) > 0),
    )
  const isFlagged = ({ differs, state }: QueueItem) => differs === 1 || state === 'refused'
  const store: Store = {
    read: async <S extends keyof Slots>(slot: S) => structuredClone(slots[slot]),
    write: async (slot, value) => void (slots = { ...slots, [slot]: structuredClone(value) }),
    async alter(slot, next) {
      const { [slot]: kept, ...rest } = structuredClone(slots)
      const value = next(kept)
      slots = value === undefined ? rest : { ...slots, [slot]: structuredClone(value) }
    },
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
    item: async (id) => structuredClone(queue.get(id)),
    page: async (asked) => structuredClone(matching(asked).slice(0, asked.count)),
    newest: async (count) => structuredClone(inOrder().toReversed().slice(0, count)),
    flagged: async (count) => structuredClone(inOrder().filter(isFlagged).toReversed().slice(0, count)),
    async counts() {
      const of = (fits: (item: QueueItem) => boolean) => inOrder().filter(fits).length
      return {
        waiting: of(({ state }) => state === 'waiting'),
        refused: of(({ state }) => state === 'refused'),
        differs: of(({ differs }) => differs === 1),
      }
    },
    async put(items, tally, beside) {
      if (failing > 0) {
        failing -= 1
        throw new DOMException('full', 'QuotaExceededError')
      }
      if (beside !== undefined) slots = { ...slots, parked: structuredClone(beside(slots.parked)) }
      for (const item of items) queue.set(item.id, structuredClone(item))
      if (tally === undefined) return undefined
      counters = tally(counters)
      return counters
    },
    tally: async () => counters,
    drop: async (ids) => ids.forEach((id) => queue.delete(id)),
  }
  return {
    ...store,
    parts,
    /** All items, oldest first. */
    queued: async () => inOrder(),
    crash: (times = 1) => void (failing = times),
    fill: () => void (full = true),
  }
}
