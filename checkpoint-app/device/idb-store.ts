import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { KeptPart } from './bundle-parts.ts'
import type { QueueItem, Slots, Store } from './store.ts'

interface Layout extends DBSchema {
  // One record a slot, holding that one member, so that each value keeps its type.
  slots: { key: string; value: Partial<Slots> }
  parts: { key: string; value: { part: KeptPart } }
  queue: { key: string; value: QueueItem; indexes: { at: number } }
}

const open = (name: string): Promise<IDBPDatabase<Layout>> =>
  openDB<Layout>(name, 2, {
    upgrade(db, before) {
      db.createObjectStore('parts')
      if (before > 0) return
      db.createObjectStore('slots')
      db.createObjectStore('queue', { keyPath: 'id' }).createIndex('at', 'at')
    },
    // Another tab with a newer version must not be blocked by this one.
    blocking: (_old, _new, event) => {
      if (event.target instanceof IDBDatabase) event.target.close()
    },
  })

const strict = { durability: 'strict' } as const

/** The store in the browser. Relaxed durability loses acknowledged records in a power cut, so every write is strict. */
export async function openStore(name = 'changxing-checkpoint'): Promise<Store> {
  const db = await open(name)
  return {
    async read<S extends keyof Slots>(slot: S) {
      return (await db.get('slots', slot))?.[slot]
    },
    async write(slot, value) {
      const tx = db.transaction('slots', 'readwrite', strict)
      await Promise.all([tx.store.put({ [slot]: value }, slot), tx.done])
    },
    async clear(slot) {
      const tx = db.transaction('slots', 'readwrite', strict)
      await Promise.all([tx.store.delete(slot), tx.done])
    },
    part: async (digest) => (await db.get('parts', digest))?.part,
    async keepParts(parts) {
      const tx = db.transaction('parts', 'readwrite', strict)
      await Promise.all([...[...parts].map(([digest, part]) => tx.store.put({ part }, digest)), tx.done])
    },
    async dropPartsExcept(digests) {
      const tx = db.transaction('parts', 'readwrite', strict)
      const others = (await tx.store.getAllKeys()).filter((key) => !digests.includes(key))
      await Promise.all([...others.map((key) => tx.store.delete(key)), tx.done])
    },
    queued: () => db.getAllFromIndex('queue', 'at'),
    async put(items) {
      const tx = db.transaction('queue', 'readwrite', strict)
      await Promise.all([...items.map((item) => tx.store.put(item)), tx.done])
    },
    async drop(ids) {
      const tx = db.transaction('queue', 'readwrite', strict)
      await Promise.all([...ids.map((id) => tx.store.delete(id)), tx.done])
    },
  }
}
