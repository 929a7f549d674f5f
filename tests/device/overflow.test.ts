import { describe, expect, test } from 'vitest'
import { overflow } from '../../checkpoint-app/device/overflow.ts'
import { sendAll } from '../../checkpoint-app/device/sync.ts'
import type { Counters } from '../../checkpoint-app/device/store.ts'
import { handTimer } from './hand-timer.ts'
import { memoryStore } from './memory-store.ts'
import { queueItem as item } from './queue-item.ts'
import { serverThat } from './server-that.ts'

const count = (before: Counters | undefined): Counters => ({
  day: '2022-05-16',
  checked: (before?.checked ?? 0) + 1,
  fast: 0,
})
const waiting = { kind: 'inspection', state: 'waiting', count: 100 } as const
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id).join(' ')

async function full(times: number) {
  const disk = memoryStore()
  const timer = handTimer()
  let changes = 0
  const outbox = await overflow({ disk, later: timer.later, changed: () => (changes += 1) })
  await outbox.put([item('a', 1)], count)
  disk.crash(times)
  return { disk, outbox, timer, changes: () => changes }
}

describe('a full disk', () => {
  test('the record is held by the page, counted and listed with the others, and it says so', async () => {
    const { outbox, disk } = await full(99)
    expect(await outbox.put([item('b', 2)], count)).toMatchObject({ kept: false, counters: { checked: 2 } })
    expect(ids(outbox.held())).toBe('b')
    expect(ids(await outbox.newest(9))).toBe('b a')
    expect(ids(await outbox.page(waiting))).toBe('a b')
    expect(await outbox.counts()).toEqual({ waiting: 2, refused: 0, differs: 0 })
    expect(await disk.counts()).toMatchObject({ waiting: 1 })
  })

  test('it is written as soon as there is room again, in order, and the figures with it', async () => {
    const { outbox, disk, timer, changes } = await full(2)
    await outbox.put([item('b', 2)], count)
    await outbox.put([item('c', 3)], count)
    await timer.fire()
    expect(ids(outbox.held())).toBe('')
    expect(ids(await disk.queued())).toBe('a b c')
    expect(await disk.tally()).toMatchObject({ checked: 3 })
    expect(changes()).toBeGreaterThan(0)
  })

  test('the next record takes those before it along', async () => {
    const { outbox, disk } = await full(1)
    await outbox.put([item('b', 2)], count)
    expect(await outbox.put([item('c', 3)], count)).toMatchObject({ kept: true, counters: { checked: 3 } })
    expect(ids(await disk.queued())).toBe('a b c')
  })

  test('tried again after longer and longer, for as long as it takes', async () => {
    const { outbox, timer } = await full(9)
    await outbox.put([item('b', 2)])
    for (let n = 0; n < 6; n++) await timer.fire()
    expect(timer.waits.slice(-6)).toEqual([10_000, 20_000, 40_000, 60_000, 60_000, 60_000])
    expect(ids(outbox.held())).toBe('b')
  })

  test('what is held is sent all the same, once, and what became of it is written later', async () => {
    const { outbox, disk, timer } = await full(99)
    await outbox.put([item('b', 2)])
    const { server, recorded } = serverThat()
    expect(await sendAll(outbox, server)).toEqual({ end: 'done' })
    expect(await sendAll(outbox, server)).toEqual({ end: 'done' })
    expect(recorded).toEqual(['a', 'b'])
    expect(await outbox.counts()).toMatchObject({ waiting: 0 })
    disk.crash(0)
    await timer.fire()
    expect((await disk.queued()).map(({ id, state }) => `${id} ${state}`)).toEqual(['a sent', 'b sent'])
    expect(outbox.held()).toEqual([])
  })

  test('pages go on behind items whose answer the disk did not take', async () => {
    const { outbox, disk } = await full(0)
    await outbox.put(Array.from({ length: 30 }, (_, n) => item(`x${String(n).padStart(2, '0')}`, 10 + n)))
    disk.crash(99)
    await outbox.put(
      (await outbox.page({ ...waiting, count: 20 })).map((each) => ({ ...each, state: 'sent' as const })),
    )
    expect(ids(await outbox.page({ ...waiting, count: 5 }))).toBe('x19 x20 x21 x22 x23')
    expect(await outbox.counts()).toMatchObject({ waiting: 11 })
  })

  test('answered while it is being written, it is counted once', async () => {
    const { outbox, disk, timer } = await full(1)
    await outbox.put([item('b', 2)], count)
    const put = disk.put.bind(disk)
    disk.put = async (items, tally) => {
      disk.put = put
      // The answer of the server comes before the disk has done.
      void outbox.put(items.map((each) => ({ ...each, state: 'sent' as const })))
      return put(items, tally)
    }
    await timer.fire()
    expect((await disk.queued()).map(({ id, state }) => `${id} ${state}`)).toEqual(['a waiting', 'b sent'])
    expect(await disk.tally()).toMatchObject({ checked: 2 })
  })
})
