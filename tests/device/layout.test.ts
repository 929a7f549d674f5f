import { openDB, type IDBPDatabase } from 'idb'
import { describe, expect, test } from 'vitest'
import { layoutVersion, open } from '../../checkpoint-app/device/idb-layout.ts'
import { openStore } from '../../checkpoint-app/device/idb-store.ts'
import { withIndexedDb } from './indexed-db.ts'
import { queueItem as item } from './queue-item.ts'
import { terminalKept } from './terminal-row.ts'

withIndexedDb()

/** As the app of 2022-11-22 made it. */
const version2 = (name: string, closes = true): Promise<IDBPDatabase> =>
  openDB(name, 2, {
    upgrade(db) {
      db.createObjectStore('parts')
      db.createObjectStore('slots')
      db.createObjectStore('queue', { keyPath: 'id' }).createIndex('at', 'at')
    },
    blocking: (_old, _new, event) => {
      if (closes && event.target instanceof IDBDatabase) event.target.close()
    },
  })

const answer = (agrees: boolean) => ({ state: 'sent', payload: '', answer: { row: 'V8', agrees } }) as const

describe('a phone that comes from an older version', () => {
  test('loses nothing: who it is, its figures, its bundle, every item of its queue', async () => {
    const name = crypto.randomUUID()
    const old = await version2(name)
    const items = [
      ...Array.from({ length: 300 }, (_, n) => item(`w${n}`, n)),
      item('r', 1, { kind: 'registration' }),
      item('bad', 2, { state: 'refused', problem: { code: 'RC-01', message: '' } }),
      item('same', 3, answer(true)),
      item('other', 4, answer(false)),
    ]
    for (const each of items) await old.put('queue', each)
    await old.put('slots', { terminal: terminalKept }, 'terminal')
    await old.put('slots', { counters: { day: '2022-05-16', checked: 812, fast: 700 } }, 'counters')
    await old.put('parts', { part: 'text' }, 'digest')
    old.close()
    const store = await openStore(name)
    expect(await store.counts()).toEqual({ waiting: 301, refused: 1, differs: 1 })
    for (const each of items)
      expect(await store.item(each.id)).toEqual(each.id === 'other' ? { ...each, differs: 1 } : each)
    expect((await store.page({ kind: 'inspection', state: 'waiting', count: 999 })).length).toBe(300)
    expect(await store.read('terminal')).toEqual(terminalKept)
    expect(await store.tally()).toEqual({ day: '2022-05-16', checked: 812, fast: 700 })
    expect(await store.part('digest')).toBe('text')
  })

  test('a page of the version before that is still open gives way', async () => {
    const name = crypto.randomUUID()
    const old = await version2(name)
    await old.put('queue', item('a'))
    expect(await (await openStore(name)).counts()).toMatchObject({ waiting: 1 })
  })
})

describe('a page with a newer one beside it', () => {
  const newer = (name: string) =>
    openDB(name, layoutVersion + 1, {
      upgrade: (db) => void db.createObjectStore('something-new'),
      blocking: (_old, _new, event) => {
        if (event.target instanceof IDBDatabase) event.target.close()
      },
    })

  test('gives way to its upgrade, goes on keeping records, and the newer one finds them', async () => {
    const name = crypto.randomUUID()
    const store = await openStore(name)
    await store.put([item('before')])
    const next = await newer(name)
    await store.put([item('after', 1)])
    expect(await next.getAllKeys('queue')).toEqual(['after', 'before'])
    expect((await store.newest(9)).map(({ id }) => id)).toEqual(['after', 'before'])
  })

  test('an older app opened after it works with what it knows: the server was put back to the version before', async () => {
    const name = crypto.randomUUID()
    await (await openStore(name)).put([item('a')])
    ;(await newer(name)).close()
    const store = await openStore(name)
    await store.put([item('b', 1)])
    expect(await store.counts()).toMatchObject({ waiting: 2 })
  })

  test('only where something it needs is not there any more it does not open', async () => {
    const name = crypto.randomUUID()
    ;(await openDB(name, 99)).close()
    await expect(open(name)).rejects.toThrow()
  })
})
