import { afterEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { board, boardChange } from '../../../schema/api/dispatch.ts'
import { sessionTag } from '../../../server/http/session.ts'
import { insertSession } from '../../../server/store/staff-sessions.ts'
import { hour, plus } from '../../../shared/instant.ts'
import type { StaffRole } from '../../../schema/api/endpoint.ts'
import { watchedRoad } from './kit.ts'
import type { WatchedRoad } from './kit.ts'

type Heard = { id: string | undefined; event: string | undefined; data: string | undefined }
const open: { close: () => Promise<void> }[] = []
afterEach(() => Promise.all(open.splice(0).map((one) => one.close())))

/** Somebody at the board: his cookie, and what the stream tells him. */
async function desk(road: WatchedRoad, role: StaffRole, at: string | null = null) {
  const person = await road.staff(role, at)
  const token = `desk-${crypto.randomUUID()}`
  const expiresAt = plus(road.deps.now(), 12 * hour)
  const tokenTag = await sessionTag(road.deps, token)
  await road.db.commit([insertSession({ tokenTag, staff: person.id, now: road.deps.now(), expiresAt })])
  const headers = { cookie: `cx=${token}`, 'x-changxing': '1' }
  const watch = async (lastId?: string) => {
    const given = lastId === undefined ? headers : { ...headers, 'last-event-id': lastId }
    const response = await road.app.request('/api/dispatch/stream', { headers: given })
    return response.ok ? listened(response) : Object.assign(nobody, { status: response.status })
  }
  return { watch, signOut: () => road.app.request('/api/sessions/current', { method: 'DELETE', headers }) }
}

const nobody = { status: 0, headers: new Headers(), next: never, ended: never, close: async () => undefined }
async function never(): Promise<never> {
  throw new Error('there is no stream')
}

function listened(response: Response) {
  const reader = response.body!.getReader()
  const text = new TextDecoder()
  let buffered = ''
  const block = async (): Promise<string | undefined> => {
    for (;;) {
      const at = buffered.indexOf('\n\n')
      if (at >= 0) {
        const found = buffered.slice(0, at)
        buffered = buffered.slice(at + 2)
        return found
      }
      const { value, done } = await reader.read()
      if (done) return undefined
      buffered += text.decode(value, { stream: true })
    }
  }
  const next = async (): Promise<Heard> => {
    for (;;) {
      const found = await block()
      if (found === undefined) throw new Error('it ended')
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(found)?.[1]
      if (field('event') !== undefined || field('id') !== undefined)
        return { id: field('id'), event: field('event'), data: field('data') }
    }
  }
  const stream = {
    status: response.status,
    headers: response.headers,
    next,
    ended: async () => {
      while ((await block()) !== undefined);
      return true
    },
    close: () => reader.cancel(),
  }
  open.push(stream)
  return stream
}

const wholeOf = ({ event, data }: Heard) => {
  expect(event).toBe('board')
  return z.parse(board.answer, JSON.parse(data ?? ''))
}
const changeOf = ({ event, data }: Heard) => {
  expect(event).toBe('change')
  return z.parse(boardChange, JSON.parse(data ?? ''))
}

describe('the board as it changes', () => {
  it('begins with the whole of it and then says only what is another now', async () => {
    const road = await watchedRoad()
    await road.goOn(1)
    const stream = await (await desk(road, 'dispatcher')).watch()
    expect(stream.headers.get('content-type')).toContain('text/event-stream')
    expect(stream.headers.has('connection')).toBe(false)
    const whole = wholeOf(await stream.next())
    expect(whole.items.map(({ id }) => id).toSorted()).toEqual(['JZ-G01', 'JZ-G02'])
    await road.says({ waitMinutes: 24, metres: 300 })
    const { rows } = changeOf(await stream.next())
    expect(rows.map(({ id }) => id)).toEqual(['JZ-G01'])
    expect(rows[0]!.incident).toMatchObject({ startedAt: expect.any(String) })
    expect(rows[0]).not.toHaveProperty('name')
  })

  it('a checkpoint that is closed leaves, one that is opened comes with all its fields', async () => {
    const road = await watchedRoad()
    const stream = await (await desk(road, 'command')).watch()
    wholeOf(await stream.next())
    await road.checkpoint('JZ-G07')
    const come = changeOf(await stream.next())
    expect(come.rows).toMatchObject([{ id: 'JZ-G07', lanes: { open: 0, total: 4 }, waitMinutes: null }])
    const admin = await road.staff('admin')
    const closed = { name: '七号站', road: 'G5512', county: '410822', lanes: 4, active: false }
    expect((await admin.send('PUT', '/api/checkpoints/JZ-G07', closed)).status).toBe(200)
    expect(changeOf(await stream.next()).gone).toEqual(['JZ-G07'])
  })

  it('a head hears of his own checkpoint alone', async () => {
    const road = await watchedRoad()
    const stream = await (await desk(road, 'head', 'JZ-G02')).watch()
    expect(wholeOf(await stream.next()).items.map(({ id }) => id)).toEqual(['JZ-G02'])
    await road.says({ waitMinutes: 24 }, 'JZ-G01')
    await new Promise((done) => setTimeout(done, 1200))
    await road.says({ waitMinutes: 26 }, 'JZ-G02')
    expect(changeOf(await stream.next()).rows.map(({ id }) => id)).toEqual(['JZ-G02'])
  })
})

describe('a broken line', () => {
  it('whoever comes back is told what he missed, and what nobody remembers is sent whole', async () => {
    const road = await watchedRoad()
    const [one, other] = [await desk(road, 'dispatcher'), await desk(road, 'dispatcher')]
    const stays = await other.watch()
    const first = await one.watch()
    const { id } = await first.next()
    await stays.next()
    await first.close()
    await road.says({ waitMinutes: 24 })
    await stays.next()
    const again = await one.watch(id)
    expect(changeOf(await again.next()).rows.map((row) => row.id)).toEqual(['JZ-G01'])
    const stranger = await one.watch('0123456789ab-1')
    expect(wholeOf(await stranger.next()).items).toHaveLength(2)
  })

  it('whoever missed nothing is told so, and goes on from there', async () => {
    const road = await watchedRoad()
    const [one, other] = [await desk(road, 'dispatcher'), await desk(road, 'dispatcher')]
    await (await other.watch()).next()
    const first = await one.watch()
    const { id } = await first.next()
    await first.close()
    const again = await one.watch(id)
    expect(await again.next()).toMatchObject({ id, event: undefined })
    await road.says({ waitMinutes: 24 })
    expect(changeOf(await again.next()).rows).toHaveLength(1)
  })
})

describe('who may listen, and for how long', () => {
  it('whoever signs out hears nothing more', async () => {
    const road = await watchedRoad()
    const dispatcher = await desk(road, 'dispatcher')
    const stream = await dispatcher.watch()
    await stream.next()
    expect((await dispatcher.signOut()).status).toBe(200)
    expect(await stream.ended()).toBe(true)
    expect((await dispatcher.watch()).status).toBe(401)
  })

  it('three boards of one session at most; a closed one makes room', async () => {
    const road = await watchedRoad()
    const dispatcher = await desk(road, 'dispatcher')
    const streams = [await dispatcher.watch(), await dispatcher.watch(), await dispatcher.watch()]
    expect((await dispatcher.watch()).status).toBe(429)
    await streams[0]!.close()
    expect((await dispatcher.watch()).status).toBe(200)
  })

  it('where nothing keeps a connection open it says so, and the board itself tells who has it already', async () => {
    const road = await watchedRoad()
    const { createApp } = await import('../../../server/app.ts')
    const { keepsConnections: _, ...worker } = road.deps
    const app = createApp(worker)
    const token = 'polling'
    const at = { now: road.deps.now(), expiresAt: plus(road.deps.now(), hour) }
    const staff = road.dispatcher.id
    await road.db.commit([insertSession({ tokenTag: await sessionTag(worker, token), staff, ...at })])
    const headers = { cookie: `cx=${token}` }
    expect((await app.request('/api/dispatch/stream', { headers })).status).toBe(501)
    const first = await app.request('/api/dispatch/board', { headers })
    const etag = first.headers.get('etag') ?? ''
    const same = await app.request('/api/dispatch/board', { headers: { ...headers, 'if-none-match': etag } })
    expect([first.status, same.status, await same.text()]).toEqual([200, 304, ''])
    await road.says({ waitMinutes: 24 })
    const changed = await app.request('/api/dispatch/board', { headers: { ...headers, 'if-none-match': etag } })
    expect(changed.status).toBe(200)
  })
})
