import { describe, expect, it } from 'vitest'
import type { Server, ShiftAnswer, ShiftNews } from '../../checkpoint-app/device/server.ts'
import { parseShiftEnvelope, shiftEventType } from '../../shared/shifts/event.ts'
import { readSealed } from '../../shared/sync/sealed-envelope.ts'
import { memoryStore } from './memory-store.ts'
import { phoneWith, settle } from './open-phone.ts'

const terminal = {
  id: '018f0000-0000-7000-8000-00000000000a',
  inspector: { id: '018f0000-0000-7000-8000-00000000000b', name: '查验示例' },
  checkpoint: { id: 'JZ-G01', name: '焦作西站', county: '410822' },
  lane: 1,
  segment: '19800000001',
  boundAt: '2022-05-16T08:00:00+08:00',
}
const offline = { ok: false, trouble: { kind: 'offline' } } as const
const read = (token: string) => parseShiftEnvelope(readSealed(token, shiftEventType).json).envelope
const handover = { notes: [], waiting: [], queueMetres: null, equipment: {}, checked: 0, fast: 0 }

type Answer = Partial<ShiftAnswer['results'][number]>

/** A phone at its booth, with or without a network; `answer` by kind of the event. */
async function atBooth(answer: Record<string, Answer> = {}, store = memoryStore(), slow?: Promise<void>) {
  let network = true
  const came: ReturnType<typeof read>[] = []
  const server: Partial<Server> = {
    inspections: async () => offline,
    bundle: async () => offline,
    alerts: async () => offline,
    shiftEvents: async (items) => {
      if (!network) return offline
      const events = items.map(read)
      came.push(...events)
      const results = events.map(({ id, kind }) => ({
        id,
        status: 'recorded' as const,
        second: null,
        error: null,
        ...answer[kind],
      }))
      return { ok: true, value: { results } }
    },
    shiftBefore: async () => {
      await slow
      return network ? { ok: true, value: news } : offline
    },
  }
  if ((await store.read('terminal')) === undefined) await store.write('terminal', terminal)
  const phone = await phoneWith(store, server)
  await settle()
  return { phone, store, came, cut: () => void (network = false), mend: () => void (network = true) }
}
const news: ShiftNews = { lanes: 4, open: [2], running: null, handovers: [] }
const told = (came: readonly ReturnType<typeof read>[]) =>
  came.map((event) => [event.kind, 'lane' in event ? event.lane : ''].join(' ').trim())

describe('the shift of a phone', () => {
  it('a phone released while its inspector signs on stays released', async () => {
    const { phone, store } = await atBooth()
    const signing = phone.shifts.signOn({ lane: 2, segment: null, open: false })
    await store.write('terminal', { ...terminal, released: true })
    await signing
    expect(await store.read('terminal')).toMatchObject({ lane: 2, released: true })
  })

  it('signs on in one go: who, which lane, which number; the lane is open then', async () => {
    const { phone, came } = await atBooth()
    await phone.shifts.signOn({ lane: 2, segment: '19800000001', open: true })
    await settle()
    expect(told(came)).toEqual(['on 2', 'lane-open 2'])
    expect(came[0]).toMatchObject({ terminal: terminal.id, checkpoint: 'JZ-G01', segment: '19800000001' })
    expect(phone.state()).toMatchObject({
      terminal: { lane: 2 },
      shift: { on: { id: came[0]?.id, lane: 2 }, open: [2], segment: '19800000001' },
      counts: { waiting: 0 },
    })
  })

  it('is kept without a network, outlives the page, and goes up once, in order', async () => {
    const before = await atBooth()
    before.cut()
    await before.phone.shifts.signOn({ lane: 1, segment: null, open: true })
    await before.phone.shifts.setLane(1, false)
    await settle()
    expect(before.phone.state()).toMatchObject({ shift: { on: { lane: 1 }, open: [] }, counts: { waiting: 3 } })
    const after = await atBooth({}, before.store)
    expect(after.phone.state().shift.on).toMatchObject({ lane: 1 })
    await after.phone.sync()
    await settle()
    expect(told(after.came)).toEqual(['on 1', 'lane-open 1', 'lane-closed 1'])
    await after.phone.sync()
    expect(after.came).toHaveLength(3)
    expect((await after.store.queued()).map(({ state, payload }) => [state, payload])).toEqual([
      ['sent', ''],
      ['sent', ''],
      ['sent', ''],
    ])
  })

  it('a second sign-on is said to be none, with what to do', async () => {
    const second = { code: 'SH-07', message: '您正用终端「Redmi 9」当班' }
    const { phone, store } = await atBooth({ on: { second } })
    await phone.shifts.signOn({ lane: 1, segment: null, open: false })
    await settle()
    expect(phone.state().shift.on?.refused).toEqual(second)
    expect((await store.queued()).map(({ state, problem }) => [state, problem?.code])).toEqual([['sent', 'SH-07']])
    expect(phone.state().counts).toEqual({ waiting: 0, refused: 0, differs: 0 })
  })

  it('hands over and signs off; the lane is closed where that was said', async () => {
    const { phone, came } = await atBooth()
    await phone.shifts.signOn({ lane: 1, segment: null, open: true })
    await phone.shifts.signOff({ handover, close: true })
    await settle()
    expect(told(came)).toEqual(['on 1', 'lane-open 1', 'off', 'lane-closed 1'])
    expect(came[2]).toMatchObject({ shift: came[0]?.id, handover })
    expect(phone.state().shift).toMatchObject({ on: undefined, open: [] })
    await phone.shifts.signOff({ handover: null, close: false })
    await settle()
    expect(came).toHaveLength(4)
  })

  it('a button pressed twice says it once', async () => {
    const { phone, came } = await atBooth()
    const on = { lane: 1, segment: null, open: true }
    await Promise.all([phone.shifts.signOn(on), phone.shifts.signOn(on)])
    await Promise.all([phone.shifts.setLane(2, true), phone.shifts.setLane(2, true)])
    const off = { handover, close: true }
    await Promise.all([phone.shifts.signOff(off), phone.shifts.signOff(off)])
    await settle()
    expect(told(came)).toEqual(['on 1', 'lane-open 1', 'lane-open 2', 'off', 'lane-closed 1'])
  })

  it('news asked for before a sign-on and answered after it do not end it', async () => {
    let answer = () => {}
    const slow = new Promise<void>((done) => (answer = done))
    const { phone } = await atBooth({}, memoryStore(), slow)
    const asked = phone.shifts.news()
    await phone.shifts.signOn({ lane: 1, segment: null, open: true })
    await settle()
    expect(phone.state().counts.waiting).toBe(0)
    answer()
    expect(await asked).toBe(true)
    expect(phone.state().shift).toMatchObject({ on: { lane: 1 }, open: [1] })
  })

  it('hears of the shift before; without a network it stays readable', async () => {
    const { phone, came, cut } = await atBooth()
    expect(await phone.shifts.news()).toBe(true)
    expect(phone.state().shift).toMatchObject({ open: [2], news })
    cut()
    expect(await phone.shifts.news()).toBe(false)
    expect(phone.state().shift.news).toEqual(news)
    const shift = '018f0000-0000-7000-8000-00000000000c'
    await phone.shifts.read(shift)
    expect(phone.state().shift.read).toEqual([shift])
    expect(came).toEqual([])
  })

  it('released by the head, it is over here too; while something of it is unsent it is not asked about', async () => {
    const { phone, cut, mend } = await atBooth()
    cut()
    await phone.shifts.signOn({ lane: 1, segment: null, open: false })
    mend()
    await phone.shifts.news()
    expect(phone.state().shift.on).toMatchObject({ lane: 1 })
    await phone.sync()
    await settle()
    await phone.shifts.news()
    expect(phone.state().shift.on).toBeUndefined()
  })

  it('what it said itself and the server has not heard is not overwritten by news', async () => {
    const { phone, cut, mend } = await atBooth()
    cut()
    await phone.shifts.setLane(1, true)
    mend()
    await phone.shifts.news()
    expect(phone.state().shift.open).toEqual([1])
  })

  it('a full disk stops neither sign-on nor sending', async () => {
    const { phone, store, came } = await atBooth()
    store.crash(1)
    await phone.shifts.signOn({ lane: 1, segment: null, open: false })
    await settle()
    expect(phone.state().shift.on).toMatchObject({ lane: 1 })
    expect(told(came)).toEqual(['on 1'])
  })

  it('a server that knows nothing of shifts yet leaves them waiting and stops nothing', async () => {
    const store = memoryStore()
    await store.write('terminal', terminal)
    const refused = { ok: false, trouble: { kind: 'refused', code: 'IN-05', message: '' } } as const
    const phone = await phoneWith(store, {
      shiftEvents: async () => refused,
      bundle: async () => offline,
      alerts: async () => offline,
    })
    await phone.shifts.signOn({ lane: 1, segment: null, open: false })
    await settle()
    expect(phone.state()).toMatchObject({ trouble: undefined, counts: { waiting: 1, refused: 0 } })
  })

  it('a shift of an earlier binding is over; its number is remembered', async () => {
    const { phone, store } = await atBooth()
    await phone.shifts.signOn({ lane: 1, segment: '19800000001', open: true })
    await store.write('terminal', { ...terminal, id: '018f0000-0000-7000-8000-0000000000ff' })
    const anew = await atBooth({}, store)
    await anew.phone.shifts.setLane(2, true)
    expect(anew.phone.state().shift).toMatchObject({ on: undefined, segment: '19800000001', open: [2] })
  })
})
