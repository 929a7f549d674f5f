import { describe, expect, test } from 'vitest'
import type { LedgerEvent } from '../../shared/codes/events.ts'
import { ledgerAt } from '../../shared/codes/ledger.ts'
import { numbersOf } from '../../shared/policy/numbers.ts'
import { parameters, type Parameters } from '../../shared/policy/parameters.ts'
import { moment } from '../policy/truck.ts'
import { arrived, left, negative, said, yellow } from './kit.ts'

/** One number that changes at midnight to 2022-05-17. */
function changed<K extends keyof Parameters>(name: K, value: Parameters[K]['values'][0]['value']): Parameters {
  const [first] = parameters[name].values
  const values = [first, { from: '2022-05-17T00:00:00+08:00', value }]
  return { ...parameters, [name]: { ...parameters[name], values } }
}
const says = (events: readonly LedgerEvent[], time: string, set: Parameters) =>
  said(ledgerAt(events, moment(time), numbersOf(set)))

const guest = [arrived('15T12:00'), negative('15T06:00', '15T10:00')]

describe('a number that changes (R42)', () => {
  test.each([
    ['shorter: a test of before keeps its 48 h', 24, guest, '17T10:00', 'green'],
    ['shorter: and lapses as it would have', 24, guest, '17T10:01', 'yellow: Y2 17T10:01'],
    ['shorter: a test of after has 24 h', 24, [...guest, negative('17T06:00', '17T08:00')], '18T08:00', 'green'],
    [
      'shorter: a test of after has 24 h and no more',
      24,
      [...guest, negative('17T06:00', '17T08:00')],
      '18T08:01',
      'yellow: Y2 18T08:01',
    ],
    ['longer: a test that still holds gets it too', 72, guest, '18T10:00', 'green'],
    ['longer: 72 h and a minute', 72, guest, '18T10:01', 'yellow: Y2 18T10:01'],
    [
      'longer: an overstay of before stays one',
      72,
      [arrived('14T12:00'), negative('14T06:00', '14T10:00')],
      '16T10:01',
      'yellow: Y2 16T10:01',
    ],
    [
      'longer: and is not taken back afterwards',
      72,
      [arrived('14T12:00'), negative('14T06:00', '14T10:00')],
      '17T10:00',
      'yellow: Y2 16T10:01',
    ],
  ] as const)('validity %s', (_, hours, events, time, expected) =>
    expect(says(events, time, changed('testValidity', hours))).toBe(expected),
  )

  const pair = (second: string) => [yellow('16T10:00'), negative('16T12:00', '16T20:00'), negative(second, '20T20:00')]
  test.each([
    [
      'a shorter gap from the second day helps at once',
      'twoTestsMinGap',
      12,
      '17T06:00',
      'grey: Y1 two-tests 20T20:00',
    ],
    ['a longer one does not hurt the first sample', 'twoTestsMinGap', 36, '17T13:00', 'grey: Y1 two-tests 20T20:00'],
    ['a narrower window neither', 'twoTestsMaxGap', 48, '19T12:00', 'grey: Y1 two-tests 20T20:00'],
    ['a wider one helps', 'twoTestsMaxGap', 96, '20T12:00', 'grey: Y1 two-tests 20T20:00'],
  ] as const)('%s', (_, name, hours, second, expected) =>
    expect(says(pair(second), '20T20:00', changed(name, hours))).toBe(expected),
  )

  test('counting from the sample is a switch', () => {
    const sample = {
      ...parameters,
      testClockBasis: {
        ...parameters.testClockBasis,
        values: [{ from: '2022-04-23T00:00:00+08:00', value: 'sample' }],
      },
    } as const
    expect(says(guest, '17T06:01', sample)).toBe('yellow: Y2 17T06:01')
    expect(says(guest, '17T06:01', parameters)).toBe('green')
  })
  test('whether leaving clears an overstay is a switch', () => {
    const gone = [...guest, negative('17T12:00', '17T18:00'), left('17T20:00')]
    expect(says(gone, '17T20:00', parameters)).toBe('grey: Y2 left-in-time 17T20:00')
    expect(says(gone, '17T20:00', changed('overstayClearsOnLeaving', 0))).toBe('yellow: Y2 17T10:01')
  })
})
