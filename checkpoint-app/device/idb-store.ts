import type { IDBPDatabase } from 'idb'
import { everyStore, open, type Layout } from './idb-layout.ts'
import { inTurn, type Beside, type PageAsked, type QueueState, type Store } from './store.ts'

type Database = IDBPDatabase<Layout>

/**
 * One write at a time, and strict. Relaxed durability loses acknowledged records in a power cut. And Chromium (156) killed
 * while two writes are open at once can throw away the whole database at the next start ("Unknown corruption": seen in one of
 * twelve kills, never with one write open); so each write takes in every part, and the browser puts them in line, also those of another page.
 */
const writing = (db: Database) => db.transaction(everyStore, 'readwrite', { durability: 'strict' })

/** Below every number, text and list of the same beginning; an empty list is above them. */
const ofState = (state: QueueState) => IDBKeyRange.bound([state], [state, []])
const rangeOf = ({ kind, state, after }: PageAsked) =>
  after === undefined
    ? IDBKeyRange.bound([state, kind], [state, kind, []])
    : IDBKeyRange.bound([state, kind, after.at, after.id], [state, kind, []], true)

type Use = <T>(work: (db: Database) => Promise<T>) => Promise<T>

/** The connection is opened again where it was closed under us: for a newer page's upgrade, or by the browser. */
async function connection(name: string): Promise<Use> {
  let db = await open(name)
  return async (work) => {
    try {
      return await work(db)
    } catch (cause) {
      // Said before anything is done, so that doing it once more does it once.
      if (!(cause instanceof DOMException) || cause.name !== 'InvalidStateError') throw cause
      db = await open(name)
      return work(db)
    }
  }
}

/** The store in the browser. */
export async function openStore(name = 'changxing-checkpoint'): Promise<Store> {
  const use = await connection(name)
  return { ...slotsOf(use), ...partsOf(use), ...readingOf(use), ...writingOf(use) }
}

const slotsOf = (use: Use): Pick<Store, 'read' | 'write' | 'alter' | 'clear'> => ({
  read: (slot) => use(async (db) => (await db.get('slots', slot))?.[slot]),
  write: (slot, value) =>
    use(async (db) => {
      const tx = writing(db)
      await Promise.all([tx.objectStore('slots').put({ [slot]: value }, slot), tx.done])
    }),
  alter: (slot, next) =>
    use(async (db) => {
      const tx = writing(db)
      const slots = tx.objectStore('slots')
      const value = next((await slots.get(slot))?.[slot])
      await Promise.all([value === undefined ? slots.delete(slot) : slots.put({ [slot]: value }, slot), tx.done])
    }),
  clear: (slot) =>
    use(async (db) => {
      const tx = writing(db)
      await Promise.all([tx.objectStore('slots').delete(slot), tx.done])
    }),
})

const partsOf = (use: Use): Pick<Store, 'part' | 'keepParts' | 'dropPartsExcept'> => ({
  part: (digest) => use(async (db) => (await db.get('parts', digest))?.part),
  keepParts: (parts) =>
    use(async (db) => {
      const tx = writing(db)
      await Promise.all([...[...parts].map(([digest, part]) => tx.objectStore('parts').put({ part }, digest)), tx.done])
    }),
  dropPartsExcept: (digests) =>
    use(async (db) => {
      const tx = writing(db)
      const others = (await tx.objectStore('parts').getAllKeys()).filter((key) => !digests.includes(key))
      await Promise.all([...others.map((key) => tx.objectStore('parts').delete(key)), tx.done])
    }),
})

const readingOf = (use: Use): Pick<Store, 'item' | 'page' | 'newest' | 'flagged' | 'counts' | 'tally'> => ({
  item: (id) => use((db) => db.get('queue', id)),
  page: (asked) => use((db) => db.getAllFromIndex('queue', 'turn', rangeOf(asked), asked.count)),
  newest: (count) =>
    use(async (db) => {
      const found = []
      let cursor = await db.transaction('queue').store.index('at').openCursor(null, 'prev')
      for (; cursor !== null && found.length < count; cursor = await cursor.continue()) found.push(cursor.value)
      return found
    }),
  flagged: (count) =>
    use(async (db) => {
      const differing = await db.getAllFromIndex('queue', 'differs', null, count)
      const refused = await db.getAllFromIndex('queue', 'turn', ofState('refused'), count)
      return [...differing, ...refused].toSorted((a, b) => inTurn(b, a)).slice(0, count)
    }),
  counts: () =>
    use(async (db) => {
      const { store } = db.transaction('queue')
      const [waiting, refused, differs] = await Promise.all([
        store.index('turn').count(ofState('waiting')),
        store.index('turn').count(ofState('refused')),
        store.index('differs').count(),
      ])
      return { waiting, refused, differs }
    }),
  tally: () => use((db) => db.get('tally', 'today')),
})

type Writing = ReturnType<typeof writing>

async function putBeside(tx: Writing, beside: Beside): Promise<void> {
  const slots = tx.objectStore('slots')
  const { parked } = (await slots.get('parked')) ?? {}
  try {
    await slots.put({ parked: beside(parked) }, 'parked')
  } catch (cause) {
    tx.done.catch(() => undefined)
    tx.abort()
    throw cause
  }
}

const writingOf = (use: Use): Pick<Store, 'put' | 'drop'> => ({
  put: (items, tally, beside) =>
    use(async (db) => {
      const tx = writing(db)
      if (beside !== undefined) await putBeside(tx, beside)
      const count = async () => {
        if (tally === undefined) return undefined
        const counters = tally(await tx.objectStore('tally').get('today'))
        await tx.objectStore('tally').put(counters, 'today')
        return counters
      }
      const puts = items.map((item) => tx.objectStore('queue').put(item))
      const [counters] = await Promise.all([count(), ...puts, tx.done])
      return counters
    }),
  drop: (ids) =>
    use(async (db) => {
      const tx = writing(db)
      await Promise.all([...ids.map((id) => tx.objectStore('queue').delete(id)), tx.done])
    }),
})
