import { GoneOn } from './parked-here.ts'
import { inTurn, type Beside, type Counters, type PageAsked, type QueueItem, type Store, type Tally } from './store.ts'

/** The queue as everything but the disk sees it: a full disk stops nothing. */
export type Outbox = Pick<Store, 'item' | 'page' | 'newest' | 'flagged' | 'counts' | 'drop'> & {
  /** `kept`: on the disk. Otherwise this page holds it and tries again; it is sent from here all the same. Rejects with `GoneOn` alone. */
  put(items: readonly QueueItem[], tally?: Tally, beside?: Beside): Promise<Kept>
  /** Only where the disk takes it; rejects otherwise. */
  putOnDisk: Store['put']
  held(): readonly QueueItem[]
}
export type Kept = { readonly kept: boolean; readonly counters: Counters | undefined }

type Ports = {
  readonly disk: Store
  readonly later: (run: () => void, ms: number) => () => void
  /** What the disk would not take is on it now, or something more is not. */
  readonly changed: () => void
}
type Held = { readonly item: QueueItem; readonly tally: Tally | undefined }

const firstTryMs = 5_000
const longestMs = 60_000

/**
 * What the disk does not take is held in memory, in order, and written when there is room: with the next record, and every
 * five seconds to a minute. Never lost while the page lives; a verdict never waits for it.
 */
export async function overflow({ disk, later, changed }: Ports): Promise<Outbox> {
  const held = new Map<string, Held>()
  let counters = await disk.tally()
  let cancel = () => {}
  let writing: Promise<boolean> | undefined

  async function write(items: readonly QueueItem[], tally: Tally | undefined, beside?: Beside): Promise<boolean> {
    try {
      counters = (await disk.put(items, tally, beside)) ?? counters
      return true
    } catch (cause) {
      if (cause instanceof GoneOn) throw cause
      return false
    }
  }

  async function writeHeld(): Promise<boolean> {
    for (const [id, { item, tally }] of held) {
      if (!(await write([item], tally))) return false
      // Settled anew while it was being written: the newer one is written in its turn, and was counted with the older.
      const now = held.get(id)
      if (now?.item === item) held.delete(id)
      else if (now !== undefined) held.set(id, { ...now, tally: undefined })
    }
    return held.size === 0 || writeHeld()
  }
  /** Never two at a time: what is held keeps its order. */
  const flush = (): Promise<boolean> => (writing ??= writeHeld().finally(() => (writing = undefined)))

  function tryAgain(ms = firstTryMs): void {
    cancel()
    cancel = later(() => {
      const before = held.size
      void flush().then((done) => {
        if (done || held.size < before) changed()
        if (!done) tryAgain(Math.min(longestMs, ms * 2))
      })
    }, ms)
  }

  async function put(items: readonly QueueItem[], tally?: Tally, beside?: Beside): Promise<Kept> {
    const known = items.some(({ id }) => held.has(id))
    const room = held.size === 0 || (!known && (await flush()))
    if (room && (await write(items, tally, beside))) return { kept: true, counters }
    for (const [index, item] of items.entries()) {
      const { tally: counted } = held.get(item.id) ?? {}
      held.set(item.id, { item, tally: counted ?? (index === 0 ? tally : undefined) })
    }
    if (tally !== undefined) counters = tally(counters)
    tryAgain()
    changed()
    return { kept: false, counters }
  }

  return {
    put,
    putOnDisk: (items, tally) => disk.put(items, tally),
    held: () => [...held.values()].map(({ item }) => item),
    ...reading(disk, held),
  }
}

/** The disk, and over it what it would not take. */
function reading(disk: Store, held: Map<string, Held>) {
  const over = () => [...held.values()].map(({ item }) => item)
  const merged = (onDisk: readonly QueueItem[], mine: readonly QueueItem[]) =>
    [...onDisk.filter(({ id }) => !held.has(id)), ...mine].toSorted(inTurn)
  const isAfter = (item: QueueItem, { after }: PageAsked) => after === undefined || inTurn(item, after) > 0
  const isFlagged = ({ state, differs }: QueueItem) => state === 'refused' || differs === 1
  return {
    item: async (id: string) => held.get(id)?.item ?? disk.item(id),
    async page(asked: PageAsked) {
      const onDisk = await disk.page({ ...asked, count: asked.count + held.size })
      const mine = over().filter(
        (item) => item.kind === asked.kind && item.state === asked.state && isAfter(item, asked),
      )
      return merged(onDisk, mine).slice(0, asked.count)
    },
    newest: async (count: number) =>
      merged(await disk.newest(count + held.size), over())
        .toReversed()
        .slice(0, count),
    flagged: async (count: number) =>
      merged(await disk.flagged(count + held.size), over().filter(isFlagged))
        .toReversed()
        .slice(0, count),
    async counts() {
      const onDisk = await disk.counts()
      const hidden = await Promise.all([...held.keys()].map((id) => disk.item(id)))
      const count = (fits: (item: QueueItem) => boolean) =>
        over().filter(fits).length - hidden.filter((item) => item !== undefined && fits(item)).length
      return {
        waiting: onDisk.waiting + count(({ state }) => state === 'waiting'),
        refused: onDisk.refused + count(({ state }) => state === 'refused'),
        differs: onDisk.differs + count(({ differs }) => differs === 1),
      }
    },
    async drop(ids: readonly string[]) {
      for (const id of ids) held.delete(id)
      await disk.drop(ids)
    },
  }
}
