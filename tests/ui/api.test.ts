import { afterEach, describe, expect, it, vi } from 'vitest'
import { changeTrip, currentCode, getTrip } from '../../schema/api/trips.ts'
import { passPdf } from '../../schema/api/paper.ts'
import { listInspections } from '../../schema/api/inspections.ts'
import { call, callFile, driverAuth, fillPath, isDemo } from '../../checkpoint-app/ui/api.ts'
import { offsetFrom, serverOffsetMs } from '../../checkpoint-app/ui/server-clock.ts'
import { code, trip } from '../driver/kept-trip.ts'

const asked: { url: string; init: RequestInit }[] = []

function serverSays(status: number, body: unknown, headers: Record<string, string> = {}) {
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push({ url, init })
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers })
  })
}

afterEach(() => {
  asked.length = 0
  vi.unstubAllGlobals()
})

const ask = () => call(getTrip, { params: { id: 'a/b' }, auth: driverAuth('key') })

it('asks at the path of the contract, with the proof of who is asking', async () => {
  serverSays(200, { trip: trip() })
  expect(await ask()).toEqual({ ok: true, value: { trip: trip() } })
  expect(asked[0]).toMatchObject({
    url: '/api/trips/a%2Fb',
    init: { method: 'GET', cache: 'no-store', headers: { authorization: 'Bearer key', 'accept-language': 'zh' } },
  })
})

it('leaves out of the address what was not given, and hands the path alone to whoever signs', async () => {
  serverSays(200, { items: [], next: null })
  const signed: unknown[] = []
  const auth = (what: unknown) => {
    signed.push(what)
    return {}
  }
  await call(listInspections, { query: { row: 'V8', limit: 20 }, auth })
  expect(asked[0]?.url).toBe('/api/inspections?row=V8&limit=20')
  expect(signed).toEqual([{ method: 'GET', path: '/api/inspections' }])
})

it('accepts an answer that says more, and not one that says less', async () => {
  serverSays(200, { ...code(), weather: 'fine' })
  expect((await call(currentCode, { params: { id: 'x' } })).ok).toBe(true)
  const { qr: _, ...less } = code()
  serverSays(200, less)
  expect(await call(currentCode, { params: { id: 'x' } })).toEqual({
    ok: false,
    problem: { kind: 'unreadable', status: 200 },
  })
})

describe('what can go wrong', () => {
  it('a refusal, with its code, field and when to come back', async () => {
    serverSays(429, { error: { code: 'L-01', message: '请稍后', path: 'plate' } }, { 'retry-after': '30' })
    expect(await ask()).toEqual({
      ok: false,
      problem: { kind: 'refused', status: 429, code: 'L-01', message: '请稍后', path: 'plate', retryAfterSeconds: 30 },
    })
  })

  it('a page that is not ours, as a hotel network shows', async () => {
    serverSays(200, '<html>sign in</html>')
    expect(await ask()).toEqual({ ok: false, problem: { kind: 'unreadable', status: 200 } })
    serverSays(502, 'bad gateway')
    expect(await ask()).toEqual({ ok: false, problem: { kind: 'unreadable', status: 502 } })
  })

  it('no network', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    expect(await ask()).toEqual({ ok: false, problem: { kind: 'offline' } })
  })

  it('no answer within 15 seconds', async () => {
    vi.useFakeTimers()
    vi.stubGlobal(
      'fetch',
      (_: string, { signal }: RequestInit) =>
        new Promise((_, refuse) => signal?.addEventListener('abort', () => refuse(new Error('aborted')))),
    )
    const answer = ask()
    await vi.advanceTimersByTimeAsync(15_000)
    expect(await answer).toEqual({ ok: false, problem: { kind: 'slow' } })
    vi.useRealTimers()
  })
})

it('measures the server clock from the middle of a call', async () => {
  expect(offsetFrom('Mon, 16 May 2022 02:00:00 GMT', 1_652_666_400_000 - 90_000, 1_652_666_400_000 - 89_000)).toBe(
    90_000,
  )
  expect(offsetFrom(null, 0, 1)).toBeNull()
  serverSays(200, { trip: trip() }, { date: new Date(Date.now() + 600_000).toUTCString() })
  await ask()
  expect(Math.abs(serverOffsetMs()! - 600_000)).toBeLessThanOrEqual(1500)
})

it('fills in every parameter of a path', () => {
  expect(fillPath(changeTrip.path, { id: '7' })).toBe('/api/trips/7')
})

it('takes a server for real unless it says that it is a demonstration', async () => {
  serverSays(200, { ok: true, demo: true })
  expect(await isDemo()).toBe(true)
  serverSays(200, { ok: true })
  expect(await isDemo()).toBe(false)
  serverSays(500, 'broken')
  expect(await isDemo()).toBeUndefined()
})

describe('a file', () => {
  const file = () => callFile(passPdf, { params: { id: 'a' }, auth: driverAuth('key') })

  it('is taken as it comes', async () => {
    serverSays(200, '%PDF-1.7', { 'content-type': 'application/pdf' })
    const answer = await file()
    expect(answer.ok && (await answer.value.text())).toBe('%PDF-1.7')
  })
  it.each([
    [501, { error: { code: 'PP-01', message: '请打印' } }, 'application/json', { kind: 'refused', code: 'PP-01' }],
    [200, '<html>', 'text/html', { kind: 'unreadable', status: 200 }],
  ])('that is none is told: %i', async (status, body, type, problem) => {
    serverSays(status, body, { 'content-type': type })
    expect(await file()).toMatchObject({ ok: false, problem })
  })
})
