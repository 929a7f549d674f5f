import { describe, expect, test } from 'vitest'
import { exportOutbox, forgetOld } from '../../checkpoint-app/device/outbox.ts'
import type { Reply, Server, Trouble, UploadAnswer } from '../../checkpoint-app/device/server.ts'
import type { QueueItem } from '../../checkpoint-app/device/store.ts'
import { backOffMs, syncLoop } from '../../checkpoint-app/device/sync-loop.ts'
import { batchSize, sendAll, type SyncEnd } from '../../checkpoint-app/device/sync.ts'
import { day, instant } from '../../shared/instant.ts'
import { memoryStore } from './memory-store.ts'

const summary = { plate: '豫HX0001', row: 'V8', outcome: 'release', code: 'V8-0000' }
const item = (id: string, at = 0, kind: QueueItem['kind'] = 'inspection'): QueueItem => ({
  id,
  kind,
  at: instant(at),
  payload: kind === 'registration' ? JSON.stringify({ id }) : `jws-${id}`,
  state: 'waiting',
  summary,
})

type Behaviour = {
  /** Called for each upload; a trouble is what the phone sees instead of the answer. */
  upload?: (items: readonly string[], call: number) => Trouble | undefined
  /** The answer is lost on the way back although the server recorded everything. */
  loseAnswer?: (call: number) => boolean
  refuse?: readonly string[]
  register?: () => Trouble | undefined
}

/** A server that records each id once, as the real one does. */
function fakeServer({ upload, loseAnswer, refuse = [], register }: Behaviour = {}) {
  const recorded: string[] = []
  const calls: string[] = []
  let call = 0
  const one = (payload: string): UploadAnswer['results'][number] => {
    const id = payload.replace('jws-', '')
    const base = { id, row: 'V8', agrees: true, error: null }
    if (refuse.includes(id))
      return { id, status: 'refused', row: null, agrees: null, error: { code: 'RC-01', message: 'bad' } }
    if (recorded.includes(id)) return { ...base, status: 'already' }
    recorded.push(id)
    return { ...base, status: 'recorded' }
  }
  const unused = () => Promise.reject(new Error('not called here'))
  const server: Server = {
    bind: unused,
    publicKeys: unused,
    bundle: unused,
    plate: unused,
    number: unused,
    appeals: unused,
    appeal: unused,
    alerts: unused,
    alertSeen: unused,
    evidence: unused,
    async inspections(items): Promise<Reply<UploadAnswer>> {
      call += 1
      calls.push(`inspections ${items.length}`)
      const trouble = upload?.(items, call)
      if (trouble !== undefined) return { ok: false, trouble }
      const results = items.map(one)
      return loseAnswer?.(call) ? { ok: false, trouble: { kind: 'offline' } } : { ok: true, value: { results } }
    },
    async register() {
      calls.push('register')
      const trouble = register?.()
      return trouble === undefined ? { ok: true, value: {} } : { ok: false, trouble }
    },
  }
  return { server, recorded, calls }
}

const states = async (store: ReturnType<typeof memoryStore>) =>
  Object.fromEntries((await store.queued()).map(({ id, state }) => [id, state]))

describe('sending what waits', () => {
  test('registrations go first, inspections after them in batches', async () => {
    const store = memoryStore()
    await store.put([
      item('r', 9, 'registration'),
      ...Array.from({ length: batchSize + 1 }, (_, n) => item(`i${n}`, n)),
    ])
    const { server, calls, recorded } = fakeServer()
    expect(await sendAll(store, server)).toEqual({ end: 'done' })
    expect(calls).toEqual(['register', `inspections ${batchSize}`, 'inspections 1'])
    expect(new Set(recorded).size).toBe(batchSize + 1)
  })

  test('what was sent leaves no personal data behind and is never sent again', async () => {
    const store = memoryStore()
    await store.put([item('a')])
    const { server, calls } = fakeServer()
    await sendAll(store, server)
    await sendAll(store, server)
    const [sent] = await store.queued()
    expect(sent).toMatchObject({ state: 'sent', payload: '', answer: { row: 'V8', agrees: true } })
    expect(calls).toEqual(['inspections 1'])
  })

  test('an answer lost on the way back is asked for again and recorded once', async () => {
    const store = memoryStore()
    await store.put([item('a'), item('b', 1)])
    const { server, recorded } = fakeServer({ loseAnswer: (call) => call === 1 })
    expect(await sendAll(store, server)).toEqual({ end: 'stopped', trouble: { kind: 'offline' } })
    expect(await states(store)).toEqual({ a: 'waiting', b: 'waiting' })
    expect(await sendAll(store, server)).toEqual({ end: 'done' })
    expect(recorded).toEqual(['a', 'b'])
    expect(await states(store)).toEqual({ a: 'sent', b: 'sent' })
  })

  test('killed between the upload and its note on the disk: sent again, recorded once', async () => {
    const store = memoryStore()
    await store.put([item('a')])
    const { server, recorded } = fakeServer()
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
    const { server } = fakeServer({ refuse: ['bad'] })
    await sendAll(store, server)
    expect(await states(store)).toEqual({ a: 'sent', bad: 'refused', c: 'sent' })
    const bad = (await store.queued()).find(({ id }) => id === 'bad')
    expect(bad).toMatchObject({ payload: 'jws-bad', problem: { code: 'RC-01' } })
  })

  test('an item the answer does not mention goes on waiting', async () => {
    const store = memoryStore()
    await store.put([item('a'), item('b', 1)])
    const { server } = fakeServer()
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
      const { server, recorded } = fakeServer({ upload: (items) => (items.includes(poison) ? trouble : undefined) })
      expect(await sendAll(store, server)).toEqual({ end: 'done' })
      expect(recorded.length).toBe(8)
      expect((await states(store))['i5']).toBe('refused')
    },
  )

  test.each([['offline'], ['busy'], ['shut-out']] as const)('%s stops the run and loses nothing', async (kind) => {
    const store = memoryStore()
    await store.put([item('r', 0, 'registration'), item('a', 1)])
    const trouble: Trouble = kind === 'offline' ? { kind } : { kind, code: 'X', message: '' }
    const { server } = fakeServer({ register: () => trouble })
    expect(await sendAll(store, server)).toEqual({ end: 'stopped', trouble })
    expect(await states(store)).toEqual({ r: 'waiting', a: 'waiting' })
  })

  test('a refused registration does not hold back the inspections', async () => {
    const store = memoryStore()
    await store.put([item('r', 0, 'registration'), item('a', 1)])
    const { server } = fakeServer({ register: () => ({ kind: 'refused', code: 'TR-01', message: 'no' }) })
    expect(await sendAll(store, server)).toEqual({ end: 'done' })
    expect(await states(store)).toEqual({ r: 'refused', a: 'sent' })
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

  test('the export holds what has not reached the server, and only that', () => {
    const text = exportOutbox([item('a'), { ...item('b'), state: 'sent' }], 'T', instant(0))
    const { items }: { items: QueueItem[] } = JSON.parse(text)
    expect(items.map(({ id }) => id)).toEqual(['a'])
  })
})

describe('when to send', () => {
  /** Runs timers by hand, so that the test owns the time. */
  function loop(ends: SyncEnd[]) {
    const waits: number[] = []
    let due: (() => void) | undefined
    let sends = 0
    const made = syncLoop({
      send: async () => ends[Math.min(sends++, ends.length - 1)] ?? { end: 'done' },
      told: () => {},
      random: () => 1,
      later: (run, ms) => {
        waits.push(ms)
        due = run
        return () => (due = undefined)
      },
    })
    return { ...made, waits, sends: () => sends, fire: () => due?.() }
  }
  const stopped: SyncEnd = { end: 'stopped', trouble: { kind: 'offline' } }

  test('every 30 s while all is well; longer and longer while it is not', async () => {
    const { now, waits, fire } = loop([{ end: 'done' }, stopped, stopped, { end: 'done' }])
    await now()
    for (let n = 0; n < 3; n++) {
      fire()
      await Promise.resolve().then(() => Promise.resolve())
      await new Promise((done) => setTimeout(done))
    }
    expect(waits).toEqual([30_000, 4_000, 8_000, 30_000])
  })

  test('a new record does not break a back-off, a person or the network does', async () => {
    const { now, kept, sends } = loop([stopped])
    await now()
    await kept()
    expect(sends()).toBe(1)
    await now()
    expect(sends()).toBe(2)
  })

  test('never two runs at a time; what came meanwhile is sent right after', async () => {
    const { now, kept, waits, sends } = loop([{ end: 'done' }])
    await Promise.all([now(), kept(), kept()])
    expect(sends()).toBe(1)
    expect(waits).toEqual([0])
  })

  test('the wait has jitter and an end', () => {
    expect(backOffMs(1, 0)).toBe(2_000)
    expect(backOffMs(1, 1)).toBe(4_000)
    expect(backOffMs(99, 1)).toBe(300_000)
  })
})
