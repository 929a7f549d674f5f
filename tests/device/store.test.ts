import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test, vi } from 'vitest'
import { openStore } from '../../checkpoint-app/device/idb-store.ts'
import type { PageAsked, Store } from '../../checkpoint-app/device/store.ts'
import { withIndexedDb } from './indexed-db.ts'
import { memoryStore } from './memory-store.ts'
import { queueItem as item } from './queue-item.ts'

withIndexedDb()

const stores: readonly [string, () => Promise<Store>][] = [
  ['a map, as the tests have it', async () => memoryStore()],
  ['IndexedDB, as the phone has it', () => openStore(crypto.randomUUID())],
]

const waiting = { kind: 'inspection', state: 'waiting', count: 2 } as const
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id).join(' ')

describe.each(stores)('what the phone keeps, on %s', (_, opened) => {
  test('one kind in one state, oldest first, page after page', async () => {
    const store = await opened()
    await store.put([item('d', 2), item('a', 1), item('c', 2), item('b', 2)])
    await store.put([item('r', 0, { kind: 'registration' }), item('s', 0, { state: 'sent' })])
    const first = await store.page(waiting)
    const second = await store.page({ ...waiting, after: first.at(-1) })
    expect([ids(first), ids(second), ids(await store.page({ ...waiting, after: second.at(-1) }))]).toEqual([
      'a b',
      'c d',
      '',
    ])
    expect(ids(await store.page({ kind: 'registration', state: 'waiting', count: 9 }))).toBe('r')
  })

  test('an item put again has moved from one state to the other', async () => {
    const store = await opened()
    await store.put([item('a')])
    await store.put([item('a', 0, { state: 'sent', payload: '' })])
    const asked: PageAsked = { ...waiting, state: 'sent' }
    expect([ids(await store.page(waiting)), ids(await store.page(asked))]).toEqual(['', 'a'])
    expect(await store.item('a')).toMatchObject({ state: 'sent', payload: '' })
  })

  test('the newest, the flagged and the counts', async () => {
    const store = await opened()
    await store.put([
      item('a', 1),
      item('b', 2, { state: 'refused' }),
      item('c', 3, { state: 'sent', differs: 1 }),
      item('d', 4, { kind: 'photo' }),
    ])
    expect(ids(await store.newest(3))).toBe('d c b')
    expect(ids(await store.flagged(9))).toBe('c b')
    expect(await store.counts()).toEqual({ waiting: 2, refused: 1, differs: 1 })
    await store.drop(['a', 'b', 'nobody'])
    expect(await store.counts()).toEqual({ waiting: 1, refused: 0, differs: 1 })
  })

  test('the day’s figures go to the disk with the record', async () => {
    const store = await opened()
    expect(await store.tally()).toBeUndefined()
    const one = (before: { checked: number } | undefined) => ({
      day: '2022-05-16',
      checked: (before?.checked ?? 0) + 1,
      fast: 0,
    })
    await store.put([item('a')], one)
    expect(await store.put([item('b')], one)).toMatchObject({ checked: 2 })
    await store.put([item('b', 0, { state: 'sent' })])
    expect(await store.tally()).toEqual({ day: '2022-05-16', checked: 2, fast: 0 })
  })

  test('the trucks set aside go to the disk with the record; where they forbid it nothing is written', async () => {
    const store = await opened()
    await store.write('parked', [1])
    await store.put([item('a')], undefined, (kept) => [kept, 2])
    expect(await store.read('parked')).toEqual([[1], 2])
    const forbid = () => {
      throw new Error('no')
    }
    const count = () => ({ day: '2022-05-16', checked: 1, fast: 0 })
    await expect(store.put([item('b')], count, forbid)).rejects.toThrow('no')
    expect([await store.item('b'), await store.tally()]).toEqual([undefined, undefined])
    await store.put([item('b')])
    expect((await store.item('b'))?.id).toBe('b')
  })

  test('a slot is altered from what is in it then', async () => {
    const store = await opened()
    const add = (n: number) => store.alter('parked', (kept) => [...(Array.isArray(kept) ? kept : []), n])
    await Promise.all([add(1), add(2), add(3)])
    expect(await store.read('parked')).toEqual([1, 2, 3])
    await store.alter('parked', () => undefined)
    expect(await store.read('parked')).toBeUndefined()
  })

  test('slots and parts of the bundle', async () => {
    const store = await opened()
    await store.write('parked', [1])
    expect([await store.read('parked'), await store.read('jwks')]).toEqual([[1], undefined])
    await store.clear('parked')
    expect(await store.read('parked')).toBeUndefined()
    await store.keepParts(
      new Map([
        ['a', 'x'],
        ['b', 'y'],
      ]),
    )
    await store.dropPartsExcept(['b'])
    expect([await store.part('a'), await store.part('b')]).toEqual([undefined, 'y'])
  })
})

describe('Chromium killed with two writes open has thrown the whole database away', () => {
  test('so each write takes in every part, and the browser puts them in line', async () => {
    const scopes: string[][] = []
    const plain: IDBDatabase['transaction'] = Reflect.get(IDBDatabase.prototype, 'transaction')
    const made = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
      this: IDBDatabase,
      ...[names, mode, options]
    ) {
      if (mode === 'readwrite') scopes.push([names].flat().map(String).toSorted())
      return plain.call(this, names, mode, options)
    })
    const store = await openStore(crypto.randomUUID())
    await Promise.all([
      store.put([item('a')], () => ({ day: '2022-05-16', checked: 1, fast: 0 })),
      store.write('parked', []),
      store.alter('shift', (kept) => kept),
      store.clear('jwks'),
      store.keepParts(new Map([['a', 'x']])),
      store.dropPartsExcept([]),
      store.drop(['b']),
    ])
    made.mockRestore()
    expect(scopes.length).toBeGreaterThanOrEqual(7)
    for (const scope of scopes) expect(scope).toEqual(['parts', 'queue', 'slots', 'tally'])
  })

  test('and nothing else in the inspector’s app opens a database', () => {
    const folder = new URL('../../checkpoint-app/', import.meta.url)
    const opening = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .filter((path) => /\bopenDB\b|\bindexedDB\.open\b/.test(readFileSync(new URL(path, folder), 'utf8')))
    expect(opening.toSorted()).toEqual(['device/idb-layout.ts', 'driver/live-phone.ts'])
  })
})
