import { describe, expect, test } from 'vitest'
import { onlyPage, type Tabs } from '../../checkpoint-app/device/tabs.ts'
import type { Trouble } from '../../checkpoint-app/device/server.ts'
import { hour, instant, plus } from '../../shared/instant.ts'
import { envelopeOf } from '../kit/phone.ts'
import { handTimer } from './hand-timer.ts'
import { memoryStore } from './memory-store.ts'
import { phoneWith, settle, shutOut } from './open-phone.ts'
import { queueItem } from './queue-item.ts'
import { serverThat } from './server-that.ts'
import { terminalKept } from './terminal-row.ts'

const madeAt = '2022-05-16T10:00:00+08:00'
const summary = { plate: '豫HX0001', row: 'V8', outcome: 'release', code: 'V8-0000' }
const bound = { terminal: terminalKept.id, checkpoint: terminalKept.checkpoint, lane: 1 }
const facts = {
  trip: { scope: 'in-province', registered: true },
  vehicle: { plate: '豫HX0001', freight: true },
  crew: [{ role: 'driver', temperatures: [36.5] }],
}
const record = () => envelopeOf(bound, { facts, madeAt })
const kept = (envelope: ReturnType<typeof record>) => ({ envelope, summary, session: envelope.id })
const offline: Trouble = { kind: 'offline' }
const unreached = async () => ({ ok: false, trouble: offline }) as const
const away = { inspections: unreached, bundle: unreached, alerts: unreached }

async function boundStore() {
  const store = memoryStore()
  await store.write('terminal', terminalKept)
  return store
}

describe('a phone without a network for a shift', () => {
  test('counts what waits, and holds no more than the newest fifty lines, without what is sent', async () => {
    const store = await boundStore()
    await store.put(Array.from({ length: 2000 }, (_, n) => queueItem(`i${n}`, n)))
    const phone = await phoneWith(store, away)
    await phone.keep(kept(record()))
    const { counts, items, held } = phone.state()
    expect(counts).toEqual({ waiting: 2001, refused: 0, differs: 0 })
    expect([items.length, items.some((item) => 'payload' in item), held.length]).toEqual([50, false, 0])
    expect(items[0]).toMatchObject({ state: 'waiting', summary })
  })

  test('keeping one more reads nothing of what waits', async () => {
    const store = await boundStore()
    await store.put(Array.from({ length: 500 }, (_, n) => queueItem(`i${n}`, n)))
    const read: string[] = []
    const watched: typeof store = {
      ...store,
      page: (asked) => (read.push('page'), store.page(asked)),
      newest: (count) => (read.push('newest'), store.newest(count)),
      flagged: (count) => (read.push('flagged'), store.flagged(count)),
      counts: () => (read.push('counts'), store.counts()),
    }
    const phone = await phoneWith(watched, away)
    await settle()
    read.length = 0
    for (let n = 0; n < 20; n++) await phone.keep(kept(record()))
    expect(read).toEqual([])
    expect(phone.state().counts.waiting).toBe(520)
  })

  test('at midnight the figures of the day begin anew, whether a truck comes or not', async () => {
    let now = instant(Date.parse('2022-05-16T23:30:00+08:00'))
    const phone = await phoneWith(await boundStore(), away, { now: () => now })
    await phone.keep(kept(record()))
    expect(phone.state().counters).toEqual({ day: '2022-05-16', checked: 1, fast: 1 })
    now = plus(now, hour)
    await phone.refresh()
    expect(phone.state().counters).toEqual({ day: '2022-05-17', checked: 0, fast: 0 })
    await phone.keep(kept(record()))
    expect(phone.state().counters).toEqual({ day: '2022-05-17', checked: 1, fast: 1 })
  })
})

describe('a full disk', () => {
  test('says so, goes on, and ends by itself when there is room', async () => {
    const store = await boundStore()
    const timer = handTimer()
    const phone = await phoneWith(store, away, { later: timer.later })
    await settle()
    store.crash(2)
    const first = record()
    expect(await phone.keep(kept(first))).toBe(false)
    expect(await phone.keep(kept(record()))).toBe(false)
    expect(phone.state()).toMatchObject({ counts: { waiting: 2 }, counters: { checked: 2 } })
    expect(phone.state().held).toContain(first.id)
    expect(await phone.exported()).toContain(first.id)
    expect(await phone.keep(kept(record()))).toBe(true)
    await settle()
    expect(phone.state()).toMatchObject({ held: [], counts: { waiting: 3 }, counters: { checked: 3 } })
    expect((await store.queued()).length).toBe(3)
    expect(await store.tally()).toMatchObject({ checked: 3 })
  })
})

describe('a large backlog', () => {
  test('says how far it is while it goes up, and nothing afterwards', async () => {
    const store = await boundStore()
    await store.put(Array.from({ length: 250 }, (_, n) => queueItem(`i${n}`, n)))
    const { server, recorded } = serverThat()
    const phone = await phoneWith(store, { ...away, inspections: (items) => server.inspections(items) })
    const said: (string | undefined)[] = []
    phone.subscribe(() => {
      const { sending } = phone.state()
      said.push(sending && `${sending.done}/${sending.of}`)
    })
    await phone.sync()
    await settle()
    expect([...new Set(said)]).toEqual(expect.arrayContaining(['100/250', '200/250', '250/250']))
    expect(phone.state()).toMatchObject({ sending: undefined, counts: { waiting: 0 } })
    expect(new Set(recorded).size).toBe(250)
  })
})

describe('an app that is too old for the server', () => {
  const old: Trouble = { kind: 'outdated', code: 'UP-01', message: '' }

  test('says so, keeps judging and keeping, refuses no record; what is taken from it all the same is sent', async () => {
    const store = await boundStore()
    let trouble: Trouble | undefined = old
    const { server, recorded } = serverThat({ upload: () => trouble })
    const phone = await phoneWith(store, { ...away, inspections: (items) => server.inspections(items) })
    await settle()
    expect(await phone.keep(kept(record()))).toBe(true)
    await phone.sync()
    await settle()
    expect(phone.state()).toMatchObject({ outdated: true, reached: true, counts: { waiting: 1, refused: 0 } })
    expect(phone.state().terminal?.released).toBeUndefined()
    trouble = undefined
    await phone.sync()
    await settle()
    expect(phone.state()).toMatchObject({ outdated: true, counts: { waiting: 0, refused: 0 } })
    expect(recorded.length).toBe(1)
  })

  test('hears it from whatever it asked for', async () => {
    const phone = await phoneWith(await boundStore(), { ...away, plate: async () => ({ ok: false, trouble: old }) })
    await settle()
    await phone.lookUp('豫HX0001')
    expect(phone.state().outdated).toBe(true)
  })
})

describe('two pages of one phone', () => {
  /** One lock and one channel, as the browser's. */
  function twoTabs(): [Tabs, Tabs] {
    let locked = false
    const ears: (() => void)[] = []
    const tab = (): Tabs => {
      const mine: (() => void)[] = []
      return {
        ...onlyPage,
        async alone(_what, work) {
          if (locked) return undefined
          locked = true
          return work().finally(() => (locked = false))
        },
        tell: () => ears.filter((ear) => !mine.includes(ear)).forEach((ear) => ear()),
        heard: (run) => void (mine.push(run), ears.push(run)),
      }
    }
    return [tab(), tab()]
  }

  test('see the same queue and figures, and never both send', async () => {
    const store = await boundStore()
    const [here, there] = twoTabs()
    let atOnce = 0
    let most = 0
    const { server, recorded } = serverThat()
    const inspections: typeof server.inspections = async (items) => {
      most = Math.max(most, ++atOnce)
      await settle()
      atOnce -= 1
      return server.inspections(items)
    }
    let reachable = false
    const changes = {
      ...away,
      inspections: async (items: readonly string[]) => (reachable ? inspections(items) : unreached()),
    }
    const one = await phoneWith(store, changes, { tabs: here })
    const two = await phoneWith(store, changes, { tabs: there })
    await settle()
    await one.keep(kept(record()))
    await two.keep(kept(record()))
    await settle()
    expect([one.state().counts.waiting, two.state().counts.waiting]).toEqual([2, 2])
    expect([one.state().counters.checked, two.state().counters.checked]).toEqual([2, 2])
    reachable = true
    await Promise.all([one.sync(), two.sync()])
    await settle()
    expect([most, recorded.length]).toEqual([1, 2])
    expect([one.state().counts.waiting, two.state().counts.waiting]).toEqual([0, 0])
    expect(two.state().items.map(({ state }) => state)).toEqual(['sent', 'sent'])
  })
})

describe('the room on this phone', () => {
  test('asked to be locked once the phone is bound; what the browser says stands in the state', async () => {
    let asked = 0
    const room = {
      persisted: async () => false,
      persist: async () => (asked += 1) > 0,
      estimate: async () => ({ usage: 5, quota: 105 }),
    }
    const unbound = await phoneWith(memoryStore(), { bind: async () => shutOut }, { room })
    await settle()
    expect([asked, unbound.state().storage]).toEqual([0, {}])
    const phone = await phoneWith(await boundStore(), away, { room })
    await settle()
    expect([asked, phone.state().storage]).toEqual([1, { locked: true, usedBytes: 5, freeBytes: 100 }])
  })

  test('a browser that knows nothing of it is no trouble', async () => {
    const broken = { persist: () => Promise.reject(new Error('no')), estimate: async () => ({}) }
    const phone = await phoneWith(await boundStore(), away, { room: broken })
    await settle()
    expect(phone.state().storage).toEqual({})
  })
})
