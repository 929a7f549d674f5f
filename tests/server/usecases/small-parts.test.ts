import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { newestResult } from '../../../server/usecases/newest-result.ts'
import type { Result } from '../../../server/usecases/newest-result.ts'
import { newTripNumber, readTripNumber, showTripNumber } from '../../../server/usecases/trip-number.ts'
import { numbersAt } from '../../../shared/policy/numbers.ts'
import { hour, instant, plus } from '../../../shared/instant.ts'

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))

describe('a trip number', () => {
  const number = newTripNumber({ random })
  it('is twelve digits, read back however it is written', () => {
    expect(number).toMatch(/^[1-9]\d{11}$/)
    for (const written of [
      number,
      showTripNumber(number),
      ` ${showTripNumber(number)} `,
      number.replace(/(\d{4})/g, '$1-'),
    ])
      expect(readTripNumber(written)).toBe(number)
  })

  it('one wrong digit or two swapped neighbours are noticed', () => {
    fc.assert(
      fc.property(fc.nat({ max: 11 }), fc.integer({ min: 1, max: 9 }), (at, add) => {
        const digit = (Number(number[at]) + add) % 10
        return readTripNumber(number.slice(0, at) + String(digit) + number.slice(at + 1)) === undefined
      }),
    )
    for (let at = 0; at < 11; at += 1) {
      const swapped = number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2)
      if (swapped !== number) expect([at, readTripNumber(swapped)]).toEqual([at, undefined])
    }
  })
})

describe('the result that speaks for a person', () => {
  const now = instant(Date.parse('2022-05-16T10:00:00+08:00'))
  const ago = (result: Result['result'], hours: number, from: Result['from'] = 'feed'): Result => ({
    result,
    ...(result === 'pending' ? { sampledAt: plus(now, -hours * hour) } : { reportedAt: plus(now, -hours * hour) }),
    from,
  })
  it.each([
    ['nothing', [], undefined],
    ['the newer of feed and intake', [ago('negative', 30), ago('negative', 10, 'intake')], 'negative 10'],
    ['the valid one before the sample on its way', [ago('pending', 2), ago('negative', 47)], 'negative 47'],
    ['the sample on its way when the test has lapsed', [ago('pending', 2), ago('negative', 49)], 'pending 2'],
    ['a positive after a negative', [ago('negative', 10), ago('positive', 5)], 'positive 5'],
    ['a negative after a positive', [ago('positive', 100), ago('negative', 5)], 'negative 5'],
    ['a positive before a lapsed negative is over', [ago('positive', 200), ago('negative', 60)], 'negative 60'],
    ['a positive with a sample since', [ago('positive', 5), ago('pending', 1)], 'positive 5'],
  ])('%s', (_title, results, expected) => {
    for (const order of [results, results.toReversed()]) {
      const spoken = newestResult(order, now, () => numbersAt(now))
      const hours = spoken && (now - (spoken.reportedAt ?? spoken.sampledAt ?? now)) / hour
      expect(spoken && `${spoken.result} ${hours}`).toBe(expected)
    }
  })
})
