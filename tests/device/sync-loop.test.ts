import { describe, expect, test } from 'vitest'
import { backOffMs, syncLoop } from '../../checkpoint-app/device/sync-loop.ts'
import type { SyncEnd } from '../../checkpoint-app/device/sync.ts'
import { handTimer } from './hand-timer.ts'

describe('when to send', () => {
  function loop(ends: SyncEnd[]) {
    const timer = handTimer()
    let sends = 0
    const made = syncLoop({
      send: async () => ends[Math.min(sends++, ends.length - 1)] ?? { end: 'done' },
      told: () => {},
      random: () => 1,
      later: timer.later,
    })
    return { ...made, ...timer, sends: () => sends }
  }
  const stopped: SyncEnd = { end: 'stopped', trouble: { kind: 'offline' } }

  test('every 30 s while all is well; longer and longer while it is not', async () => {
    const { now, waits, fire } = loop([{ end: 'done' }, stopped, stopped, { end: 'done' }])
    await now()
    for (let n = 0; n < 3; n++) await fire()
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

  const busy = (retryAfterMs: number): SyncEnd => ({
    end: 'stopped',
    trouble: { kind: 'busy', code: 'LI-01', message: '', retryAfterMs },
  })

  test('the server says when to come back: not before, whoever asks, and not all booths at once', async () => {
    const { now, kept, waits, sends, fire } = loop([busy(60_000), { end: 'done' }])
    await now()
    expect(waits).toEqual([75_000])
    await now()
    await kept()
    expect(sends()).toBe(1)
    await fire()
    expect(sends()).toBe(2)
    await now()
    expect(sends()).toBe(3)
  })

  test('a server that asks for a day gets five minutes, and a short word does not shorten the back-off', async () => {
    const long = loop([busy(86_400_000)])
    await long.now()
    expect(long.waits).toEqual([375_000])
    const short = loop([busy(100)])
    await short.now()
    expect(short.waits).toEqual([4_000])
  })

  test('while another page of this phone sends, this one looks again in half a minute', async () => {
    const { now, waits } = loop([{ end: 'elsewhere' }])
    await now()
    expect(waits).toEqual([30_000])
  })

  test('what another page keeps during a run is sent right after it; without a run nothing begins', async () => {
    const { now, more, waits, sends } = loop([{ end: 'done' }])
    more()
    expect(sends()).toBe(0)
    const running = now()
    more()
    await running
    expect(waits).toEqual([0])
  })

  test('the wait has jitter and an end', () => {
    expect(backOffMs(1, 0)).toBe(2_000)
    expect(backOffMs(1, 1)).toBe(4_000)
    expect(backOffMs(99, 1)).toBe(300_000)
  })
})
