import { describe, expect, it } from 'vitest'
import { createLimits } from '../../../server/http/limits.ts'
import { instant, minute, plus } from '../../../shared/instant.ts'

const bucket = { name: 'b', burst: 3, perMinute: 2 }
const lock = { name: 'l', tries: 10, lockMinutes: 15 }
const start = instant(1_652_666_400_000)

const outcome = (run: () => void): string => {
  try {
    run()
    return 'ok'
  } catch (error) {
    return error instanceof Error && 'retryAfterSeconds' in error ? `wait ${String(error.retryAfterSeconds)}` : 'other'
  }
}

describe('a bucket', () => {
  it('gives its burst, then as fast as it fills, and says how long to wait', () => {
    const limits = createLimits()
    const take = (after: number) => outcome(() => limits.take('x', bucket, plus(start, after)))
    expect([take(0), take(0), take(0), take(0)]).toEqual(['ok', 'ok', 'ok', 'wait 30'])
    expect([take(29_000), take(30_000), take(30_000)]).toEqual(['wait 1', 'ok', 'wait 30'])
    expect([take(1e9), take(1e9), take(1e9), take(1e9)]).toEqual(['ok', 'ok', 'ok', 'wait 30'])
  })

  it('does not fill when the clock goes back', () => {
    const limits = createLimits()
    const take = (after: number) => outcome(() => limits.take('x', bucket, plus(start, after)))
    expect([take(0), take(0), take(0), take(-minute), take(-minute)]).toEqual(['ok', 'ok', 'ok', 'wait 30', 'wait 30'])
  })

  it('keeps rules and keys apart', () => {
    const limits = createLimits()
    for (let n = 0; n < 3; n += 1) limits.take('x', bucket, start)
    expect(outcome(() => limits.take('y', bucket, start))).toBe('ok')
    expect(outcome(() => limits.take('x', { ...bucket, name: 'c' }, start))).toBe('ok')
  })

  it('holds a bounded number of keys, forgetting the longest unused', () => {
    const limits = createLimits()
    for (let n = 0; n < 3; n += 1) limits.take('first', bucket, start)
    for (let n = 0; n < 19_999; n += 1) limits.take(`k${n}`, bucket, start)
    expect(outcome(() => limits.take('first', bucket, start))).toBe('wait 30')
    for (let n = 0; n < 20_000; n += 1) limits.take(`m${n}`, bucket, start)
    expect(outcome(() => limits.take('first', bucket, start))).toBe('ok')
  })
})

describe('a lock', () => {
  it('shuts after ten wrong tries for fifteen minutes', () => {
    const limits = createLimits()
    const ask = (after: number) => outcome(() => limits.strike('li', lock, plus(start, after)))
    for (let n = 0; n < 10; n += 1) expect(ask(0)).toBe('ok')
    expect([ask(0), ask(15 * minute - 1), ask(15 * minute), ask(15 * minute)]).toEqual([
      'wait 900',
      'wait 1',
      'ok',
      'ok',
    ])
    expect(outcome(() => limits.strike('wang', lock, start))).toBe('ok')
  })

  it('forgives after a right one', () => {
    const limits = createLimits()
    for (let n = 0; n < 10; n += 1) limits.strike('li', lock, start)
    limits.forgive('li', lock)
    expect(outcome(() => limits.strike('li', lock, start))).toBe('ok')
  })
})
