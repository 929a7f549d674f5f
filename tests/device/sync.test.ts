import { describe, expect, test } from 'vitest'
import { exportOutbox, forgetOld } from '../../checkpoint-app/device/outbox.ts'
import type { Server, Trouble } from '../../checkpoint-app/device/server.ts'
import type { QueueItem } from '../../checkpoint-app/device/store.ts'
import { sendingPace } from '../../checkpoint-app/device/pace.ts'
import { failureCount } from '../../checkpoint-app/device/stuck.ts'
import { batchSize, sendAll } from '../../checkpoint-app/device/sync.ts'
import { day, instant } from '../../shared/instant.ts'
import { memoryStore } from './memory-store.ts'
import { queueItem } from './queue-item.ts'
import { serverThat } from './server-that.ts'

const item = (id: string, at = 0, kind: QueueItem['kind'] = 'inspection'): QueueItem =>
  queueItem(id, at, { kind, ...(kind === 'registration' && { payload: JSON.stringify({ id }) }) })

const states = async (store: ReturnType<typeof memoryStore>) =>
  Object.fromEntries((await store.queued()).map(({ id, state }) => [id, state]))

describe('sending what waits', () => {
  test('registrations go first, inspections after them in batches', async () => {
    const store = memoryStore()
    await store.put([
      item('r', 9, 'registration'),
      ...Array.from({ length: batchSize + 1 }, (_, n) => item(`i${n}`, n)),
    ])
    const { server, calls, recorded } = serverThat()
    expect(await sendAll(store, server)).toEqual({ end: 'done' })
    expect(calls).toEqual(['register', `inspections ${batchSize}`, 'inspections 1'])
    expect(new Set(recorded).size).toBe(batchSize + 1)
  })

  test('what was sent leaves no personal data behind and is never sent again', async () => {
    const store = memoryStore()
    await store.put([item('a')])
    const { server, calls } = serverThat()
    await sendAll(store, server)
    await sendAll(store, server)
    const [sent] = await store.queued()
    expect(sent).toMatchObject({ state: 'sent', payload: '', answer: { row: 'V8', agrees: true } })
    expect(calls).toEqual(['inspections 1'])
  })

  test('an answer lost on the way back is asked for again and recorded once', async () => {
    const store = memoryStore()
    await store.put([item('a'), item('b', 1)])
    const { server, recorded } = serverThat({ loseAnswer: (call) => call === 1 })
    expect(await sendAll(store, server)).toEqual({ end: 'stopped', trouble: { kind: 'offline' } })
    expect(await states(store)).toEqual({ a: 'waiting', b: 'waiting' })
    expect(await sendAll(store, server)).toEqual({ end: 'done' })
    expect(recorded).toEqual(['a', 'b'])
    expect(await states(store)).toEqual({ a: 'sent', b: 'sent' })
  })

  test('killed between the upload and its note on the disk: sent again, recorded once', async () => {
    const store = memoryStore()
    await store.put([item('a')])
    const { server, recorded } = serverThat()
    store.crash()
    await expect(sendAll(store, server)).rejects.toThrow('full')
    expect(await states(store)).toEqual({ a: 'waiting' })
    await sendAll(store, server)
    expect(recorded).toEqual(['a'])
    expect(await states(store)).toEqual({ a: 'sent' })
  })

  test('a refused item is kept with its reason; the others are recorded', async () => {
    const store = memoryStore()
    await store.put([item('a'), item('bad', 1), item('c', 2)])
    const { server } = serverThat({ refuse: ['bad'] })
    await sendAll(store, server)
    expect(await states(store)).toEqual({ a: 'sent', bad: 'refused', c: 'sent' })
    const bad = (await store.queued()).find(({ id }) => id === 'bad')
    expect(bad).toMatchObject({ payload: 'jws-bad', problem: { code: 'RC-01' } })
  })

  test('an item the answer does not mention goes on waiting', async () => {
    const store = memoryStore()
    await store.put([item('a'), item('b', 1)])
    const { server } = serverThat()
    const short: Server = {
      ...server,
      inspections: async (items) => {
        const reply = await server.inspections(items)
        return reply.ok ? { ok: true, value: { results: reply.value.results.slice(0, 1) } } : reply
      },
    }
    await sendAll(store, short)
    expect(await states(store)).toEqual({ a: 'sent', b: 'waiting' })
  })

  test.each([['too-large'], ['refused']] as const)(
    'a batch that is %s is halved until the one item stands alone',
    async (kind) => {
      const store = memoryStore()
      const poison = 'jws-i5'
      await store.put(Array.from({ length: 9 }, (_, n) => item(`i${n}`, n)))
      const trouble: Trouble = kind === 'refused' ? { kind, code: 'IN-01', message: 'no' } : { kind }
      const { server, recorded } = serverThat({ upload: (items) => (items.includes(poison) ? trouble : undefined) })
      expect(await sendAll(store, server)).toEqual({ end: 'done' })
      expect(recorded.length).toBe(8)
      expect((await states(store))['i5']).toBe('refused')
    },
  )

  test.each([['offline'], ['busy'], ['shut-out']] as const)('%s stops the run and loses nothing', async (kind) => {
    const store = memoryStore()
    await store.put([item('r', 0, 'registration'), item('a', 1)])
    const trouble: Trouble = kind === 'offline' ? { kind } : { kind, code: 'X', message: '' }
    const { server } = serverThat({ register: () => trouble })
    expect(await sendAll(store, server)).toEqual({ end: 'stopped', trouble })
    expect(await states(store)).toEqual({ r: 'waiting', a: 'waiting' })
  })

  test('a judgement of the server that is not the phone’s is marked, and can be counted', async () => {
    const store = memoryStore()
    await store.put([item('a'), item('b', 1)])
    await sendAll(store, serverThat({ differ: ['b'] }).server)
    expect(await store.counts()).toEqual({ waiting: 0, refused: 0, differs: 1 })
    expect(await store.flagged(9)).toMatchObject([{ id: 'b', answer: { agrees: false } }])
  })

  test('a run stopped half-way begins again where it stopped', async () => {
    const store = memoryStore()
    await store.put(Array.from({ length: 3 * batchSize }, (_, n) => item(`i${n}`, n)))
    const { server, calls, recorded } = serverThat({
      upload: (_items, call) => (call === 2 ? { kind: 'offline' } : undefined),
    })
    const heard: number[] = []
    const progress = (settled: number) => void heard.push(settled)
    expect(await sendAll(store, server, { progress })).toMatchObject({ end: 'stopped' })
    expect(await store.counts()).toMatchObject({ waiting: 2 * batchSize })
    expect(await sendAll(store, server, { progress })).toEqual({ end: 'done' })
    expect([calls.length, recorded.length, new Set(recorded).size]).toEqual([4, 300, 300])
    expect(heard).toEqual([batchSize, batchSize, batchSize])
  })

  test('a refused registration does not hold back the inspections', async () => {
    const store = memoryStore()
    await store.put([item('r', 0, 'registration'), item('a', 1)])
    const { server } = serverThat({ register: () => ({ kind: 'refused', code: 'TR-01', message: 'no' }) })
    expect(await sendAll(store, server)).toEqual({ end: 'done' })
    expect(await states(store)).toEqual({ r: 'refused', a: 'sent' })
  })
})

describe('a server that breaks over one record', () => {
  const broken: Trouble = { kind: 'busy', code: 'XX-00', message: 'broken', failed: true }
  const over = (...ids: string[]) =>
    serverThat({ upload: (items) => (ids.some((id) => items.includes(`jws-${id}`)) ? broken : undefined) })
  const nine = () => Array.from({ length: 9 }, (_, n) => item(`i${n}`, n))
  const runs = () => {
    const failures = failureCount()
    const told: string[][] = []
    const stuck = (items: readonly QueueItem[]) => void told.push(items.map(({ id }) => id))
    const run = async (store: ReturnType<typeof memoryStore>, server: Server) =>
      (await sendAll(store, server, { failures, stuck })).end
    return { told, run }
  }

  test('twice it is waited for; the third time the record is found, the others get through, and it is told', async () => {
    const store = memoryStore()
    await store.put(nine())
    const { server, recorded } = over('i5')
    const { told, run } = runs()
    expect([await run(store, server), await run(store, server)]).toEqual(['stopped', 'stopped'])
    expect(recorded).toEqual([])
    expect(await run(store, server)).toBe('done')
    expect(recorded.length).toBe(8)
    expect(told).toEqual([['i5']])
    expect(await store.item('i5')).toMatchObject({ state: 'waiting', payload: 'jws-i5', problem: { code: 'XX-00' } })
  })

  test('from then on it is tried alone, after the others, also by a page opened anew; and leaves with the rest once the server is mended', async () => {
    const store = memoryStore()
    await store.put(nine())
    const first = runs()
    for (let n = 0; n < 3; n++) await first.run(store, over('i5').server)
    await store.put([item('later', 20)])
    const { told, run } = runs()
    const still = over('i5')
    expect(await run(store, still.server)).toBe('done')
    expect(still.calls).toEqual(['inspections 1', 'inspections 1'])
    expect([still.recorded, told]).toEqual([['later'], [['i5']]])
    await run(store, over().server)
    expect(told.at(-1)).toEqual([])
    const mended = await store.item('i5')
    expect([mended?.state, mended?.problem]).toEqual(['sent', undefined])
  })

  test('the first of a batch, the last, two beside each other: all others get through', async () => {
    const store = memoryStore()
    await store.put(nine())
    const { server, recorded } = over('i0', 'i1', 'i8')
    const { told, run } = runs()
    for (let n = 0; n < 3; n++) await run(store, server)
    expect([recorded.length, told]).toEqual([6, [['i0', 'i1', 'i8']]])
  })

  test('a server that breaks over everything is waited for: few requests, and no record is blamed', async () => {
    const store = memoryStore()
    await store.put(Array.from({ length: 100 }, (_, n) => item(`i${n}`, n)))
    const { server, calls } = serverThat({ upload: () => broken })
    const { told, run } = runs()
    for (let n = 0; n < 3; n++) expect(await run(store, server)).toBe('stopped')
    expect(calls.length).toBeLessThan(20)
    expect(told).toEqual([])
    expect((await store.queued()).every(({ state, problem }) => state === 'waiting' && problem === undefined)).toBe(
      true,
    )
  })

  test('one record alone cannot be told from the server: it waits, until another gets through', async () => {
    const store = memoryStore()
    await store.put([item('bad')])
    const { server, recorded } = over('bad')
    const { told, run } = runs()
    for (let n = 0; n < 4; n++) expect(await run(store, server)).toBe('stopped')
    await store.put([item('good', 1)])
    for (let n = 0; n < 3; n++) await run(store, server)
    expect([recorded, told.at(-1)]).toEqual([['good'], ['bad']])
  })
})

describe('what one request weighs', () => {
  const heavy = Array.from({ length: 100 }, (_, n) => queueItem(`i${n}`, n, { payload: 'x'.repeat(4096) }))
  const slow: Trouble = { kind: 'offline', slow: true }

  test('64 KB at first; half where no answer comes in time; twice where one does', () => {
    const pace = sendingPace()
    const fits = () => pace.fitting(heavy).length
    expect(fits()).toBe(16)
    pace.note(slow)
    expect(fits()).toBe(8)
    pace.note({ kind: 'offline' })
    expect(fits()).toBe(8)
    for (let n = 0; n < 9; n++) pace.note(slow)
    expect(fits()).toBe(2)
    for (let n = 0; n < 9; n++) pace.note(undefined)
    expect(fits()).toBe(100)
  })

  test('one item goes however heavy it is', () => {
    const monster = queueItem('m', 0, { payload: 'x'.repeat(1_000_000) })
    expect(sendingPace().fitting([monster, monster]).length).toBe(1)
  })
})

describe('the list on this phone', () => {
  test('what was sent is forgotten after two days; refused and waiting items stay', async () => {
    const store = memoryStore()
    await store.put([
      { ...item('old'), state: 'sent' },
      { ...item('new', 2 * day), state: 'sent' },
      { ...item('bad'), state: 'refused' },
      item('waits'),
    ])
    await forgetOld(store, instant(2 * day + 1))
    expect(await states(store)).toEqual({ new: 'sent', bad: 'refused', waits: 'waiting' })
  })

  test('the export holds what has not reached the server, and only that, however much it is', async () => {
    const store = memoryStore()
    const many = Array.from({ length: 450 }, (_, n) => item(`a${n}`, n))
    await store.put([...many, { ...item('b'), state: 'sent' }, { ...item('c'), state: 'refused' }])
    const { items }: { items: QueueItem[] } = JSON.parse(await exportOutbox(store, 'T', instant(0)))
    expect(items.map(({ id }) => id)).toEqual([...many.map(({ id }) => id), 'c'])
  })
})
