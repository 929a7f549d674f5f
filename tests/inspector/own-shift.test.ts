import { describe, expect, test } from 'vitest'
import { ownShift, segmentOf, shiftCount, shiftHere, unread } from '../../checkpoint-app/inspector/own-shift.ts'
import { typedSegment } from '../../checkpoint-app/inspector/typed-segment.ts'
import { beginShift, countChecked, countersOf } from '../../checkpoint-app/device/counters.ts'
import { noShift, type ShiftHere, type Terminal } from '../../checkpoint-app/device/store.ts'
import { parseInstant } from '../../shared/instant.ts'

const terminal: Terminal = {
  id: 't1',
  inspector: { id: 'i', name: '张示例' },
  checkpoint: { id: 'JZ-G01', name: '焦作西站', county: '410882' },
  lane: 2,
  segment: '19800000001',
  boundAt: '2022-05-16T08:00:00+08:00',
}
const on = { id: 's1', lane: 2, segment: null, onAt: '2022-05-16T08:00:00+08:00' }
const counters = { day: '2022-05-16', checked: 5, fast: 4, shift: { id: 's1', checked: 3, fast: 2 } }
const phone = (shift: Partial<ShiftHere> = {}) => ({
  terminal,
  counters,
  shift: { ...noShift, terminal: 't1', ...shift },
})

describe('the shift of this phone', () => {
  test('runs, and counts its own trucks', () => {
    expect([ownShift(phone({ on })), shiftCount(phone({ on }))]).toEqual([on, { id: 's1', checked: 3, fast: 2 }])
  })
  test('one that does not count is none', () => {
    const refused = { ...on, refused: { code: 'SH-07', message: '' } }
    expect([ownShift(phone({ on: refused })), shiftCount(phone({ on: refused }))]).toEqual([
      undefined,
      { checked: 0, fast: 0 },
    ])
  })
  test('of an earlier binding nothing holds but the number', () => {
    const earlier = phone({ terminal: 't0', on, segment: '19800000009' })
    expect([ownShift(earlier), shiftHere(earlier).open, segmentOf(earlier)]).toEqual([undefined, [], '19800000009'])
  })
  test('the number: the one used last, else that of the binding', () => {
    expect([segmentOf(phone()), segmentOf(phone({ segment: '19800000002' }))]).toEqual(['19800000001', '19800000002'])
  })
  test('hand-overs nobody has read, here or elsewhere', () => {
    const handed = (shift: string, seenBy: string | null) => ({
      shift,
      seenBy,
      at: on.onAt,
      inspector: '李示例',
      lane: 1,
      notes: [],
      waiting: [],
      queueMetres: null,
      equipment: {},
      checked: 0,
      fast: 0,
    })
    const handovers = [handed('a', null), handed('b', '王示例'), handed('c', null)]
    expect(unread(phone({ read: ['c'], news: { lanes: 2, open: [], running: null, handovers } }))).toBe(1)
  })
})

test('trucks of a shift go on over midnight; the day begins anew', () => {
  const late = beginShift('s1', parseInstant('2022-05-16T22:00:00+08:00')!)(countersOf(undefined, '2022-05-16'))
  const before = countChecked(countChecked(late, '2022-05-16', 'V8'), '2022-05-16', 'V9')
  expect(countChecked(before, '2022-05-17', 'V5')).toEqual({
    day: '2022-05-17',
    checked: 1,
    fast: 1,
    shift: { id: 's1', checked: 3, fast: 2 },
  })
})

test.each([
  ['198 0000 0001', '19800000001'],
  ['', null],
  ['  ', null],
  ['1 2', undefined],
  ['12a', undefined],
  ['1'.repeat(25), undefined],
])('the number typed as 「%s」 is %s', (typed, segment) => expect(typedSegment(typed)).toBe(segment))
