import { afterEach, expect, test, vi } from 'vitest'
import { httpServer } from '../../checkpoint-app/device/server-http.ts'
import { instant } from '../../shared/instant.ts'

const clock = { now: () => instant(0), offset: () => 0, held: () => false, notBefore: () => undefined }
afterEach(() => void vi.unstubAllGlobals())

const ours = JSON.stringify({ error: { code: 'XX-01', message: '稍后' } })

async function troubleWhen(status: number, body: string, headers: Record<string, string> = {}) {
  vi.stubGlobal('fetch', async () => new Response(body, { status, headers }))
  const reply = await httpServer(clock).inspections(['jws'])
  return reply.ok ? undefined : reply.trouble
}

test.each([
  [
    'our server is busy and says when to come back',
    429,
    ours,
    '30',
    { kind: 'busy', code: 'XX-01', retryAfterMs: 30_000 },
  ],
  ['our server is busy and does not say', 503, ours, undefined, { kind: 'busy', code: 'XX-01' }],
  ['our server breaks over it', 500, ours, undefined, { kind: 'busy', code: 'XX-01', failed: true }],
  ['a proxy says it in its place', 503, '<html>', '5', { kind: 'busy', code: '503', retryAfterMs: 5_000 }],
  ['a proxy says nothing', 502, '<html>', undefined, { kind: 'offline' }],
  ['the app is too old', 426, ours, undefined, { kind: 'outdated', code: 'XX-01' }],
  ['the phone is not bound any more', 403, ours, undefined, { kind: 'shut-out', code: 'XX-01' }],
  ['the batch is too large', 413, ours, undefined, { kind: 'too-large' }],
  ['the batch is not understood', 400, ours, undefined, { kind: 'refused', code: 'XX-01' }],
])('%s', async (_, status, body, after, trouble) => {
  const said = await troubleWhen(status, body, after === undefined ? {} : { 'retry-after': after })
  expect(said).toMatchObject(trouble)
  expect(said !== undefined && 'retryAfterMs' in said).toBe('retryAfterMs' in trouble)
})

test('a batch has three quarters of a minute; no answer then says that the line is slow', async () => {
  vi.useFakeTimers()
  const never = (_: string, { signal }: RequestInit) =>
    new Promise((_done, fail) => signal?.addEventListener('abort', () => fail(new Error('aborted'))))
  vi.stubGlobal('fetch', never)
  const reply = httpServer(clock).inspections(['jws'])
  let answered = false
  void reply.then(() => (answered = true))
  await vi.advanceTimersByTimeAsync(44_000)
  expect(answered).toBe(false)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(await reply).toEqual({ ok: false, trouble: { kind: 'offline', slow: true } })
  vi.useRealTimers()
})
