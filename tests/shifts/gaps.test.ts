import { describe, expect, it } from 'vitest'
import type { Instant } from '../../shared/instant.ts'
import { gapsOf } from '../../shared/shifts/gaps.ts'
import { laneSpans, shiftsOf } from '../../shared/shifts/ledger.ts'
import type { ShiftEvent } from '../../shared/shifts/ledger.ts'
import { at, lane, off, on, said } from './kit.ts'

type Day = { now?: string; from?: string; checks?: { at: Instant; lane: number }[]; heard?: Instant[] }

/** The gaps of a day that began at six, unless told otherwise. */
const gaps = (events: readonly ShiftEvent[], { now = '18:00', from = '06:00', checks = [], heard = [] }: Day = {}) =>
  gapsOf({
    shifts: shiftsOf(events),
    lanes: laneSpans(events),
    window: { from: at(from), to: at(now) },
    now: at(now),
    checks,
    heard,
  })
const said2 = (...given: Parameters<typeof gaps>) =>
  gaps(...given).map(({ lane, from, to, running }) =>
    [lane === null ? '全站' : `${lane}道`, `${said(from)}—${said(to)}`, running ? '至今' : ''].join(' ').trim(),
  )

const whole = [on('a', '06:00'), off('a', '14:00')]
const li = { staff: 'li', terminal: 'phone-2' }
const after = (from: string) => [...whole, on('b', from, li), off('b', '18:00', li)]

describe('nobody on duty is a gap from ten minutes on', () => {
  it.each<[string, ShiftEvent[], Day, string[]]>([
    ['half an hour', after('14:30'), {}, ['全站 14:00—14:30']],
    ['ten minutes on the dot', after('14:10'), {}, ['全站 14:00—14:10']],
    ['nine minutes', after('14:09'), {}, []],
    ['one relieves the other', after('14:00'), {}, []],
    ['one comes before the other goes', after('13:30'), {}, []],
    ['nobody all day', [], {}, ['全站 06:00—18:00 至今']],
    ['nobody since two', whole, {}, ['全站 14:00—18:00 至今']],
    ['nobody since nine minutes', whole, { now: '14:09' }, []],
    [
      'a shift from the day before',
      [on('a', '15日 22:00'), off('a', '07:00')],
      { now: '08:00' },
      ['全站 07:00—08:00 至今'],
    ],
    ['a shift over midnight fills both days', [on('a', '22:00')], { from: '22:00', now: '17日 06:00' }, []],
    [
      'a sign-off that was forgotten counts twelve hours',
      [on('a', '06:00')],
      { now: '20:00' },
      ['全站 18:00—20:00 至今'],
    ],
    [
      'a second sign-on that does not count fills nothing',
      [on('a', '06:00'), on('b', '13:00', { terminal: 'phone-2' }), off('a', '14:00')],
      { now: '15:00' },
      ['全站 14:00—15:00 至今'],
    ],
    [
      'a phone whose clock was put right: the sign-off before the sign-on',
      [on('a', '06:00'), off('a', '05:57')],
      { now: '06:30' },
      ['全站 06:00—06:30 至今'],
    ],
  ])('%s', (_, events, day, expected) => expect(said2(events, day)).toEqual(expected))
})

describe('a lane that is open with nobody at it', () => {
  const open2 = lane('lane-open', 2, '08:00')
  it.each<[string, ShiftEvent[], string[]]>([
    ['nobody ever signed on there', [...after('14:00'), open2], ['2道 08:00—18:00 至今']],
    ['closed meanwhile', [...after('14:00'), open2, lane('lane-closed', 2, '08:30')], ['2道 08:00—08:30']],
    ['closed within ten minutes', [...after('14:00'), open2, lane('lane-closed', 2, '08:09')], []],
    [
      'somebody came',
      [
        ...after('14:00'),
        open2,
        on('c', '08:20', { staff: 'wang', terminal: 'phone-3', lane: 2 }),
        off('c', '18:00', { staff: 'wang', terminal: 'phone-3' }),
      ],
      ['2道 08:00—08:20'],
    ],
    [
      'nobody at the checkpoint: said once, of the checkpoint',
      [...whole, open2, lane('lane-closed', 2, '08:05'), lane('lane-open', 1, '06:00')],
      ['全站 14:00—18:00 至今'],
    ],
  ])('%s', (_, events, expected) => expect(said2(events)).toEqual(expected))
})

describe('what may explain it', () => {
  it('trucks were checked in it: somebody was there who had not signed on', () => {
    const checks = ['13:59', '14:00', '14:29', '14:30'].map((when) => ({ at: at(when), lane: 1 }))
    expect(gaps(after('14:30'), { checks }).map(({ checked }) => checked)).toEqual([2])
  })
  it.each([
    ['a phone last heard of in the gap', '14:10', true],
    ['a phone last heard of before it, within eight hours', '06:30', true],
    ['more than eight hours before', '06:29', false],
    ['a phone heard of just before its end', '14:28', false],
    ['a phone heard of since', '17:59', false],
  ])('%s', (_, heard, unsure) =>
    expect(gaps(after('14:30'), { heard: [at(heard)] }).map((gap) => gap.unsure)).toEqual([unsure]),
  )
})
