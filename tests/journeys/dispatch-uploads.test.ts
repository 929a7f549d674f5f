import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { beijingIso, instant } from '../../shared/instant.ts'
import { envelopeOf, sealed } from '../kit/phone.ts'
import { inProvince } from '../kit/world.ts'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { snapFailure } from './kit/looks.ts'
import { officeByApi } from './kit/office-by-api.ts'
import { checkpoint } from './kit/people.ts'
import {
  boardSize,
  boothOf,
  channelsHere,
  counted,
  employRoad,
  leaderPhone,
  openBoard,
  rowOf,
  until,
} from './kit/road.ts'
import { startServer } from './kit/server.ts'
import type { Server } from './kit/server.ts'

const second = 1000
const minute = 60 * second
/** Between two trucks at the lanes together, and between two at the tail: it grows. */
const [served, joining] = [18 * second, 6 * second]
const waitedAtFirst = 14 * minute
/** The phones were working for so long when the dispatcher sat down; what they kept is sent within minutes. */
const before = 3.5 * minute
/** A phone sends what it has so often. */
const syncs = 20 * second

describe.skipIf(noChromium)('nobody says how long the queue is: it is measured from what phones send', () => {
  const channels = channelsHere()
  let server: Server
  let desk: Phone
  let booths: Awaited<ReturnType<typeof boothOf>>[]
  beforeAll(async () => {
    server = await startServer(channels.env())
    const office = await officeByApi(server)
    await employRoad(office)
    booths = [await boothOf(server, office, 'booth-1'), await boothOf(server, office, 'booth-2')]
    desk = await startPhone(boardSize)
  })
  afterEach((context) => snapFailure(context, [desk]))
  afterAll(async () => {
    await desk?.forget()
    await server?.remove()
  })

  /** The sign beside the road, scanned when the truck came to a stand. */
  async function joins(plate: string, at: number, metres: number) {
    const form = { id: crypto.randomUUID(), checkpoint: checkpoint.id, plate, source: 'qr', metres, at: iso(at) }
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(`${server.origin}/api/queue/check-ins`, {
      method: 'POST',
      headers,
      body: JSON.stringify(form),
    })
    expect(answer.status).toBe(200)
  }
  /** What a phone kept of its inspections, sent as its sync sends it. */
  async function syncsAt(lane: number, trucks: readonly { plate: string; checked: number }[]) {
    if (trucks.length === 0) return
    const { phone, bound, send } = booths[lane - 1]!
    const envelopes = trucks.map(({ plate, checked }) =>
      envelopeOf({ ...bound, lane }, { facts: inProvince(plate), madeAt: iso(checked) }),
    )
    const items = await Promise.all(envelopes.map((envelope) => sealed(phone, envelope)))
    const { results } = await send<{ results: { error: unknown }[] }>('/api/inspections', { items })
    expect(results.filter(({ error }) => error !== null)).toEqual([])
  }
  const iso = (at: number) => beijingIso(instant(at))

  it('the wait grows before the dispatcher’s eyes until it is over twenty minutes, and the leader is called', async () => {
    const { page } = desk
    await openBoard(page, server, 'dispatcher')
    const row = rowOf(page)
    await row.waitFor()
    const began = Date.now() - before
    const trucks = Array.from({ length: 60 }, (_, nth) => ({
      plate: `豫HK${1000 + nth}`,
      lane: 1 + (nth % 2),
      joined: began - waitedAtFirst + nth * joining,
      checked: began + nth * served,
      ahead: Math.round(waitedAtFirst / served + nth * (1 - joining / served)),
    }))
    // Six of ten drivers have scanned the sign; those who are not checked yet are still there.
    for (const [nth, { plate, joined, ahead }] of trucks.entries())
      if (nth % 5 < 3 && joined < Date.now()) await joins(plate, joined, 20 + Math.round(ahead * 9.55))
    const works = new AbortController()
    const sending = (async () => {
      for (let sent = 0; !works.signal.aborted;) {
        const due = trucks.slice(sent).filter(({ checked }) => checked <= Date.now())
        sent += due.length
        for (const lane of [1, 2])
          await syncsAt(
            lane,
            due.filter((truck) => truck.lane === lane),
          )
        for (let waited = 0; waited < syncs && !works.signal.aborted; waited += second)
          await new Promise((done) => setTimeout(done, second))
      }
    })()
    try {
      const big = row.locator('.row-big')
      const minutesShown = async () => Number(/(\d+)/.exec(await big.innerText())?.[1] ?? 0)
      await expect.poll(minutesShown, { timeout: 120_000, interval: second }).toBeGreaterThanOrEqual(12)
      await expect
        .poll(async () => (await row.innerText()).includes('超20分钟'), { timeout: 420_000, interval: second })
        .toBe(true)
      await counted(page, /^超20分钟/, 1)
      const sms = await until(() => channels.smsOf(leaderPhone, server.origin)[0], 20)
      expect(sms).toMatch(/超20分钟.*焦作西站已拥堵2\d分钟/)
      // What is shown comes to be what the trucks waited, and grows as it does.
      const off = async () => {
        const truth = (waitedAtFirst + ((Date.now() - began) / served) * (served - joining)) / minute
        return truth < 18 ? Infinity : Math.abs((await minutesShown()) - truth)
      }
      await expect.poll(off, { timeout: 240_000, interval: second }).toBeLessThan(2.5)
    } finally {
      works.abort()
      await sending
    }
    expect(desk.complaints).toEqual([])
  }, 600_000)
})
