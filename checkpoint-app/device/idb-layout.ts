import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb'
import type { KeptPart } from './bundle-parts.ts'
import type { Counters, QueueItem, QueueKind, QueueState, Slots } from './store.ts'

export interface Layout extends DBSchema {
  // One record a slot, holding that one member, so that each value keeps its type.
  slots: { key: string; value: Partial<Slots> }
  parts: { key: string; value: { part: KeptPart } }
  queue: {
    key: string
    value: QueueItem
    indexes: { at: number; turn: [QueueState, QueueKind, number, string]; differs: number }
  }
  /** The figures of the day, written with each record. */
  tally: { key: string; value: Counters }
}

export const layoutVersion = 3
export const everyStore: StoreNames<Layout>[] = ['slots', 'parts', 'queue', 'tally']

type Upgrade = IDBPTransaction<Layout, StoreNames<Layout>[], 'versionchange'>

/** Only ever adds: a page of an older version that is still open goes on with what it knows (see `open`). */
async function upgrade(db: IDBPDatabase<Layout>, before: number, tx: Upgrade): Promise<void> {
  if (before < 1) {
    db.createObjectStore('slots')
    db.createObjectStore('queue', { keyPath: 'id' }).createIndex('at', 'at')
  }
  if (before < 2) db.createObjectStore('parts')
  if (before < 3) await toVersion3(db, tx)
}

async function toVersion3(db: IDBPDatabase<Layout>, tx: Upgrade): Promise<void> {
  const queue = tx.objectStore('queue')
  queue.createIndex('turn', ['state', 'kind', 'at', 'id'])
  queue.createIndex('differs', 'differs')
  const tally = db.createObjectStore('tally')
  const { counters } = (await tx.objectStore('slots').get('counters')) ?? {}
  if (counters !== undefined) await tally.put(counters, 'today')
  for (let cursor = await queue.openCursor(); cursor !== null; cursor = await cursor.continue())
    if (cursor.value.answer?.agrees === false) await cursor.update({ ...cursor.value, differs: 1 })
}

/** Another page with a newer version must not be blocked by this one. */
const giveWay = (_old: number, _new: number | null, event: IDBVersionChangeEvent) => {
  if (event.target instanceof IDBDatabase) event.target.close()
}

/**
 * Versions go forward only. Where a newer app has been here, this page takes the database as it stands: layouts only ever add,
 * so what it needs is there, and records made by an old page are found by the new one.
 */
export async function open(name: string): Promise<IDBPDatabase<Layout>> {
  try {
    return await openDB<Layout>(name, layoutVersion, {
      upgrade: (db, before, _after, tx) => upgrade(db, before, tx),
      blocking: giveWay,
    })
  } catch (cause) {
    if (!(cause instanceof DOMException) || cause.name !== 'VersionError') throw cause
    const newer = await openDB<Layout>(name, undefined, { blocking: giveWay })
    if (everyStore.every((store) => newer.objectStoreNames.contains(store))) return newer
    newer.close()
    throw cause
  }
}
