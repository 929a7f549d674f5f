import { describe, expect, it } from 'vitest'
import { instant } from '../../shared/instant.ts'
import { countsOf, medianSeconds, type Check } from '../../shared/shifts/counters.ts'
import { at } from './kit.ts'

let made = 0
const check = (when: string, row = 'V5', more: Partial<Check> = {}): Check => ({
  id: `r${String((made += 1)).padStart(4, '0')}`,
  at: at(when),
  terminal: 'phone-1',
  staff: 'zhang',
  lane: 1,
  plate: `豫HX${made}`,
  row,
  offline: false,
  agrees: true,
  reviewed: false,
  corrects: null,
  ...more,
})
const first = (checks: readonly Check[]) => countsOf(checks)[0]!

describe('trucks, not records', () => {
  it('waiting for a test and released is one truck, by its last record', () => {
    const plate = '豫H12345'
    const count = first([check('10:00', 'V9', { plate }), check('10:05'), check('10:18', 'V8', { plate })])
    expect([count.checked, count.fast, count.rows]).toEqual([2, 2, { V5: 1, V8: 1 }])
  })
  it('the same truck comes back in the evening', () => {
    const plate = '豫H12345'
    expect(first([check('10:00', 'V5', { plate }), check('12:00', 'V5', { plate })]).checked).toBe(1)
    expect(first([check('10:00', 'V5', { plate }), check('12:01', 'V5', { plate })]).checked).toBe(2)
  })
  it('what was undone is left out, under whatever plate it came again', () => {
    const wrong = check('10:00', 'V11')
    expect(first([wrong, check('10:01', 'V5', { corrects: wrong.id })]).rows).toEqual({ V5: 1 })
  })
})

it('by lane and inspector, with what was made without a network and what nobody has explained', () => {
  const counts = countsOf([
    check('10:00', 'V5', { lane: 2, offline: true }),
    check('10:01', 'V9', { lane: 2, offline: true, agrees: false }),
    check('10:02', 'V5', { lane: 2, agrees: false, reviewed: true }),
    check('10:00', 'V15', { lane: 1, staff: 'li', terminal: 'phone-2' }),
  ])
  expect(
    counts.map(({ lane, staff, checked, fast, offline, conflicts }) => [
      lane,
      staff,
      checked,
      fast,
      offline,
      conflicts,
    ]),
  ).toEqual([
    [1, 'li', 1, 0, 0, 0],
    [2, 'zhang', 3, 2, 2, 1],
  ])
})

describe('from one truck to the next', () => {
  it.each<[string, number[], number | null]>([
    ['one truck', [0], null],
    ['two', [0, 30], 30],
    ['in a row', [0, 20, 60, 90], 30],
    ['an even number of them', [0, 20, 60], 30],
    ['in any order', [90, 0, 60, 20], 30],
    ['a pause of ten minutes counts', [0, 600], 600],
    ['a longer one is no truck’s time', [0, 601], null],
    ['nothing', [], null],
  ])('%s', (_, seconds, expected) => expect(medianSeconds(seconds.map((s) => instant(s * 1000)))).toBe(expected))
})
