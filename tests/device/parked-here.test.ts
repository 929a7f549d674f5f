import { expect, test } from 'vitest'
import { newestOnly } from '../../checkpoint-app/device/newest-only.ts'
import { parkedHere } from '../../checkpoint-app/device/parked-here.ts'
import { memoryStore } from './memory-store.ts'

const truck = (id: string, row = 'V11') => ({ id, row })

test('a truck set aside in one page is not lost by what another page writes', async () => {
  const store = memoryStore()
  const [here, there] = [parkedHere(store), parkedHere(store)]
  await Promise.all([here.read(), there.read()])
  await here.write([truck('a')])
  await there.write([truck('b')])
  await here.write([truck('a', 'V12'), truck('c')])
  expect(await store.read('parked')).toEqual([truck('a', 'V12'), truck('c'), truck('b')])
  await there.write([])
  expect(await store.read('parked')).toEqual([truck('a', 'V12'), truck('c')])
  expect(await parkedHere(store).read()).toEqual([truck('a', 'V12'), truck('c')])
})

test('a page opened anew may drop what was there before it', async () => {
  const store = memoryStore()
  await parkedHere(store).write([truck('a')])
  const again = parkedHere(store)
  await again.read()
  await again.write([])
  expect(await store.read('parked')).toEqual([])
})

test('something else on the disk, or a disk that refuses, is no trouble', async () => {
  const store = memoryStore()
  await store.write('parked', { old: true })
  expect(await parkedHere(store).read()).toEqual([])
  const full = { read: store.read.bind(store), alter: () => Promise.reject(new Error('full')) }
  await expect(parkedHere(full).write([truck('a')])).resolves.toBeUndefined()
})

test('while one is being written, only the newest of those that come is written after it', async () => {
  const written: number[] = []
  const write = newestOnly(async (value: number) => {
    await Promise.resolve()
    written.push(value)
  })
  await Promise.all([write(1), write(2), write(3)])
  await write(4)
  expect(written).toEqual([1, 3, 4])
})
