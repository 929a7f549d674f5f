import { describe, expect, it } from 'vitest'
import { instant } from '../../shared/instant.ts'
import { isOnDuty, laneSpans, openLanes, shiftsOf } from '../../shared/shifts/ledger.ts'
import type { ShiftEvent, Unbound } from '../../shared/shifts/ledger.ts'
import { about, at, lane, nothingToSay, off, on, said } from './kit.ts'

/** from–to how, and what stands in the way of it. */
const lines = (events: readonly ShiftEvent[], unbound: readonly Unbound[] = []) =>
  shiftsOf(events, unbound).map(({ id, onAt, end, second }) =>
    [id, `${said(onAt)}–${end === null ? '' : `${said(end.at)} ${end.how}`}`, second && `${second.of} ${second.shift}`]
      .filter(Boolean)
      .join(' '),
  )

const li = { staff: 'li', terminal: 'phone-2' }
const second = { terminal: 'phone-2' }

describe('a shift goes from sign-on to whatever ends it first', () => {
  it.each<[string, ShiftEvent[], string[]]>([
    ['signed off', [on('a', '08:00'), off('a', '16:00')], ['a 08:00–16:00 off']],
    ['running', [on('a', '08:00')], ['a 08:00–']],
    ['over midnight', [on('a', '22:00'), off('a', '17日 06:00')], ['a 22:00–17日 06:00 off']],
    [
      'signed on anew at another lane',
      [on('a', '08:00'), on('b', '09:00', { lane: 2 })],
      ['a 08:00–09:00 next', 'b 09:00–'],
    ],
    ['released by the head', [on('a', '08:00'), about('released', 'a', '10:00')], ['a 08:00–10:00 released']],
    [
      'signed off twice: the first counts',
      [on('a', '08:00'), off('a', '12:00'), off('a', '12:30')],
      ['a 08:00–12:00 off'],
    ],
    ['a clock put the sign-off before the sign-on', [on('a', '08:00'), off('a', '07:58')], ['a 08:00–08:00 off']],
    ['signed off by somebody else', [on('a', '08:00'), off('a', '09:00', li)], ['a 08:00–']],
    ['a sign-off whose sign-on never came', [off('x', '09:00')], []],
    [
      'signed off and on again by the next inspector',
      [on('a', '08:00'), off('a', '16:00'), on('b', '16:00', li)],
      ['a 08:00–16:00 off', 'b 16:00–'],
    ],
  ])('%s', (_, events, expected) => expect(lines(events)).toEqual(expected))

  it.each([
    ['the phone itself was released', '12:00', ['a 08:00–12:00 unbound']],
    ['released before it signed on: of another binding', '07:00', ['a 08:00–']],
  ])('%s', (_, when, expected) =>
    expect(lines([on('a', '08:00')], [{ terminal: 'phone-1', at: at(when) }])).toEqual(expected),
  )
})

describe('一卡一机一查验员: a second one does not count (R31, G49)', () => {
  const other = { staff: 'li', terminal: 'phone-2', segment: '19800000001' }
  it.each<[string, ShiftEvent[], string[]]>([
    [
      'the same inspector with a second phone',
      [on('a', '08:00'), on('b', '09:00', second)],
      ['a 08:00–', 'b 09:00– inspector a'],
    ],
    [
      'after he signed off',
      [on('a', '08:00'), off('a', '08:59'), on('b', '09:00', second)],
      ['a 08:00–08:59 off', 'b 09:00–'],
    ],
    [
      'in the minute in which he signs off',
      [on('a', '08:00'), off('a', '09:00'), on('b', '09:00', second)],
      ['a 08:00–09:00 off', 'b 09:00–'],
    ],
    [
      'five seconds before he signs off, by another clock',
      [on('a', '08:00'), off('a', '09:00'), on('b', '08:59', { ...second, at: instant(at('09:00') - 5_000) })],
      ['a 08:00–09:00 off', 'b 08:59–'],
    ],
    [
      'six seconds before',
      [on('a', '08:00'), off('a', '09:00'), on('b', '08:59', { ...second, at: instant(at('09:00') - 6_000) })],
      ['a 08:00–09:00 off', 'b 08:59– inspector a'],
    ],
    [
      'after the head released it',
      [on('a', '08:00'), about('released', 'a', '08:30'), on('b', '09:00', second)],
      ['a 08:00–08:30 released', 'b 09:00–'],
    ],
    [
      'released too late: he signs on anew',
      [on('a', '08:00'), on('b', '09:00', second), about('released', 'a', '09:10'), on('c', '09:11', second)],
      ['a 08:00–09:10 released', 'b 09:00–09:11 next inspector a', 'c 09:11–'],
    ],
    [
      'a second before the head releases the other: as his phone was told, he signs on anew',
      [
        on('a', '08:00'),
        on('b', '08:59', { ...second, at: instant(at('09:00') - 1_000) }),
        about('released', 'a', '09:00'),
      ],
      ['a 08:00–09:00 released', 'b 08:59– inspector a'],
    ],
    [
      'a number that is on duty with somebody else',
      [on('a', '08:00', { segment: '19800000001' }), on('b', '09:00', other)],
      ['a 08:00–', 'b 09:00– segment a'],
    ],
    ['two phones without a number', [on('a', '08:00'), on('b', '09:00', li)], ['a 08:00–', 'b 09:00–']],
    [
      'a shift that never counted is in nobody’s way',
      [
        on('a', '08:00'),
        on('b', '09:00', { ...second, segment: '19800000001' }),
        on('c', '10:00', { staff: 'li', terminal: 'phone-3', segment: '19800000001' }),
      ],
      ['a 08:00–', 'b 09:00– inspector a', 'c 10:00–'],
    ],
    [
      'a forgotten sign-off: still counted at 19:59',
      [on('a', '08:00'), on('b', '19:59', second)],
      ['a 08:00–', 'b 19:59– inspector a'],
    ],
    [
      'a forgotten sign-off: over at 20:00, and in nobody’s way',
      [on('a', '08:00'), on('b', '20:00', second)],
      ['a 08:00–', 'b 20:00–'],
    ],
  ])('%s', (_, events, expected) => expect(lines(events)).toEqual(expected))

  it('an open shift counts twelve hours', () => {
    const [shift] = shiftsOf([on('a', '08:00')])
    expect(['07:59', '08:00', '19:59', '20:00'].map((when) => isOnDuty(shift!, at(when)))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
})

describe('what was handed over', () => {
  const handover = { ...nothingToSay, notes: [{ kind: 'road' as const, text: '匝道积水' }] }
  it('belongs to its shift, and the first who read it is named', () => {
    const [shift] = shiftsOf([
      on('a', '08:00'),
      off('a', '16:00', { handover }),
      about('seen', 'a', '16:05', li),
      about('seen', 'a', '16:02', { staff: 'wang', terminal: 'phone-3' }),
    ])
    expect([shift?.handover, shift?.seen]).toEqual([handover, { staff: 'wang', at: at('16:02') }])
  })
})

describe('lanes', () => {
  const spans = (...events: ShiftEvent[]) =>
    laneSpans(events).map(({ lane, from, to }) => `${lane}道 ${said(from)}–${to === null ? '' : said(to)}`)
  it.each<[string, ShiftEvent[], string[]]>([
    ['opened', [lane('lane-open', 1, '08:00')], ['1道 08:00–']],
    ['opened and closed', [lane('lane-open', 1, '08:00'), lane('lane-closed', 1, '09:00')], ['1道 08:00–09:00']],
    [
      'said twice',
      [
        lane('lane-open', 1, '08:00'),
        lane('lane-open', 1, '08:10'),
        lane('lane-closed', 1, '09:00'),
        lane('lane-closed', 1, '09:05'),
      ],
      ['1道 08:00–09:00'],
    ],
    ['closed without having been opened', [lane('lane-closed', 1, '08:00')], []],
    ['two lanes', [lane('lane-open', 2, '08:00'), lane('lane-open', 1, '08:30')], ['1道 08:30–', '2道 08:00–']],
    [
      'opened and closed at the same moment is no time',
      [lane('lane-closed', 1, '08:00'), lane('lane-open', 1, '08:00')],
      ['1道 08:00–'],
    ],
  ])('%s', (_, events, expected) => expect(spans(...events)).toEqual(expected))

  it('that are open now', () => {
    const log = [lane('lane-open', 2, '08:00'), lane('lane-open', 1, '08:00'), lane('lane-closed', 1, '09:00')]
    expect(openLanes(laneSpans(log))).toEqual([2])
  })
})
