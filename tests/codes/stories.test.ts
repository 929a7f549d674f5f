import { describe, expect, test } from 'vitest'
import type { LedgerEvent } from '../../shared/codes/events.ts'
import { overstayEvent } from '../../shared/codes/openings.ts'
import { moment } from '../policy/truck.ts'
import { arrived, at, closed, confirmed, left, negative, orders, proposed, registered, said } from './kit.ts'
import { signed, tested, tripEnded, withdrawn, yellow, by } from './kit.ts'

/** What is known, when one looks, what the ledger says; the same in whatever order it was uploaded. */
type Look = readonly [time: string, says: string]

function story(title: string, events: readonly LedgerEvent[], looks: readonly Look[]) {
  describe(title, () => {
    for (const [time, says] of looks)
      test(`${time} → ${says}`, () => {
        for (const one of orders(events)) expect(said(at(one, time))).toBe(says)
        expect(said(at([...events, ...events], time))).toBe(says)
      })
  })
}

const guest = [arrived('16T10:00'), negative('15T06:00', '15T10:00')]

story('G38 in the city since 16T10:00, negative reported 15T10:00', guest, [
  ['15T09:59', 'grey'],
  ['16T10:00', 'green'],
  ['17T10:00', 'green'],
  ['17T10:00:59', 'green'],
  ['17T10:01', 'yellow: Y2 17T10:01'],
  ['20T10:00', 'yellow: Y2 17T10:01'],
])
story(
  'G38 with a new negative reported 17T09:00',
  [...guest, negative('17T05:00', '17T09:00')],
  [
    ['17T10:01', 'green'],
    ['19T09:00', 'green'],
    ['19T09:01', 'yellow: Y2 19T09:01'],
  ],
)
story(
  'G38, the new negative reported 17T09:00 comes in at 12:00',
  [...guest, negative('17T05:00', '17T12:00', { reported: '17T09:00' })],
  [
    ['17T11:59', 'yellow: Y2 17T10:01'],
    ['17T12:00', 'green'],
  ],
)
story('G38, a negative of the very minute', [...guest, negative('17T05:00', '17T10:01')], [['17T10:01', 'green']])
story(
  'G38, left in the last minute',
  [...guest, left('17T10:00:59')],
  [
    ['17T10:01', 'grey'],
    ['18T10:01', 'grey'],
  ],
)
story('G38, leaving within the minute', [...guest, left('17T10:01:30')], [['17T10:02', 'grey']])
story('G38, leaving a minute late without a test', [...guest, left('17T10:02')], [['17T10:02', 'yellow: Y2 17T10:01']])
story(
  'out and in again, the clock is the test’s',
  [...guest, left('16T12:00'), arrived('17T09:00')],
  [
    ['16T13:00', 'grey'],
    ['17T10:01', 'yellow: Y2 17T10:01'],
  ],
)
story(
  'came with a test too old: tested and tracked, no overstay until the next lapses',
  [arrived('16T10:00'), negative('13T10:00', '13T14:00'), negative('16T10:05', '16T20:00')],
  [
    ['16T10:00', 'green'],
    ['18T20:00', 'green'],
    ['18T20:01', 'yellow: Y2 18T20:01'],
  ],
)
story(
  'came in the very minute in which it lapsed',
  [arrived('16T10:01:20'), negative('14T08:00', '14T10:00')],
  [['16T12:00', 'green']],
)

const managed = [arrived('16T10:00'), yellow('16T10:00'), negative('16T02:00', '16T06:00')]
story(
  'G39 Y1, report 16T06:00, departs 18T06:00',
  [...managed, left('18T06:00')],
  [
    ['16T10:00', 'yellow: Y1 16T10:00'],
    ['18T05:59', 'yellow: Y1 16T10:00'],
    ['18T06:00', 'grey: Y1 left-in-time 18T06:00'],
  ],
)
story('G39 departs 18T06:00:59', [...managed, left('18T06:00:59')], [['18T06:01', 'grey: Y1 left-in-time 18T06:00']])
story(
  'G39 departs 18T06:01',
  [...managed, left('18T06:01')],
  [
    ['18T06:00', 'yellow: Y1 16T10:00'],
    ['18T06:01', 'yellow: Y1 16T10:00'],
    ['25T00:00', 'yellow: Y1 16T10:00'],
  ],
)
story(
  'he says himself that he left: two hours without a contrary record',
  [...managed, left('17T06:00', { source: 'driver' })],
  [
    ['17T07:59', 'yellow: Y1 16T10:00'],
    ['17T08:00', 'grey: Y1 left-in-time 17T08:00'],
  ],
)
story(
  'he says so, and is seen in the city',
  [...managed, left('17T06:00', { source: 'driver' }), arrived('17T07:30')],
  [['17T08:00', 'yellow: Y1 16T10:00']],
)
story(
  'a positive after the last negative: leaving clears nothing',
  [...managed, tested('positive', '17T02:00', '17T06:00'), left('17T08:00')],
  [['17T08:00', 'yellow: Y1 16T10:00']],
)
story(
  'the result that held at departure comes in later',
  [
    arrived('16T10:00'),
    yellow('16T10:00'),
    left('17T08:00'),
    negative('16T10:05', '17T09:00', { reported: '17T07:00' }),
  ],
  [
    ['17T08:30', 'yellow: Y1 16T10:00'],
    ['17T09:00', 'grey: Y1 left-in-time 17T09:00'],
  ],
)
story(
  'through truck: cleared as it goes, whatever the test',
  [arrived('16T10:00'), yellow('16T10:00'), left('19T10:00', { throughTrain: true })],
  [
    ['19T09:59', 'yellow: Y1 16T10:00'],
    ['19T10:00', 'grey: Y1 through-train 19T10:00'],
  ],
)

const overstayed = [...guest, negative('17T12:00', '17T18:00')]
story(
  'G40 Y2 since 17T10:01; second sample 23:59 later',
  [...overstayed, negative('18T11:59', '18T20:00')],
  [['18T20:00', 'yellow: Y2 17T10:01']],
)
story(
  'G40 second sample 24:00 later: cleared when its result is here',
  [...overstayed, negative('18T12:00', '18T20:00')],
  [
    ['18T19:59', 'yellow: Y2 17T10:01'],
    ['18T20:00', 'green: Y2 two-tests 18T20:00'],
  ],
)
story(
  'G40 seconds do not count',
  [...overstayed, negative('18T12:00:00', '18T20:00'), negative('17T12:00:59', '17T18:30')],
  [['18T20:00', 'green: Y2 two-tests 18T20:00']],
)
story(
  '72:00 apart counts, 72:01 does not',
  [...overstayed, negative('20T12:00', '20T20:00')],
  [['20T20:00', 'green: Y2 two-tests 20T20:00']],
)
story('72:01 apart', [...overstayed, negative('20T12:01', '20T20:00')], [['20T20:00', 'yellow: Y2 17T10:01']])
story(
  'a missed window costs nothing: any later pair counts',
  [...overstayed, negative('20T12:01', '20T20:00'), negative('21T12:01', '21T20:00')],
  [['21T20:00', 'green: Y2 two-tests 21T20:00']],
)
story(
  'a sample before the assignment does not count',
  [...guest, negative('17T10:00', '17T18:00'), negative('18T10:00', '18T20:00')],
  [['18T20:00', 'yellow: Y2 17T10:01']],
)
story(
  'a sample in the minute of the assignment does',
  [...guest, negative('17T10:01', '17T18:00'), negative('18T10:01', '18T20:00')],
  [['18T20:00', 'green: Y2 two-tests 18T20:00']],
)
story(
  'the sample taken at the inspection that gave the code counts',
  [
    yellow('16T10:00', { inspection: 'V-1' }),
    negative('16T09:50', '16T20:00', { inspection: 'V-1' }),
    negative('17T09:50', '17T20:00'),
  ],
  [['17T20:00', 'grey: Y1 two-tests 17T20:00']],
)
story(
  'another inspection’s sample before it does not',
  [
    yellow('16T10:00', { inspection: 'V-1' }),
    negative('16T09:50', '16T20:00', { inspection: 'V-0' }),
    negative('17T09:50', '17T20:00'),
  ],
  [['17T20:00', 'yellow: Y1 16T10:00']],
)
story(
  'a positive between the two spoils the pair',
  [...overstayed, tested('positive', '18T06:00', '18T10:00'), negative('18T12:00', '18T20:00')],
  [['18T20:00', 'yellow: Y2 17T10:01']],
)
story(
  'the first result comes after the second',
  [...guest, negative('17T12:00', '19T09:00', { reported: '17T18:00' }), negative('18T12:00', '18T20:00')],
  [
    ['18T20:00', 'yellow: Y2 17T10:01'],
    ['19T09:00', 'green: Y2 two-tests 19T09:00'],
  ],
)
story(
  'a driver’s own word is no test',
  [...overstayed, negative('18T12:00', '18T20:00', { source: 'driver' })],
  [['18T20:00', 'yellow: Y2 17T10:01']],
)
story(
  'a test without a sampling time makes no pair, yet it keeps the clock',
  [...overstayed, negative(null, '18T20:00')],
  [['18T20:00', 'yellow: Y2 17T10:01']],
)

story(
  'G41 Y2, then R2, then R2 closed: red → yellow',
  [...guest, ...confirmed('R2', '17T12:00'), closed('R2@17T12:00', 'external-green', '17T18:00', by('feed'))],
  [
    ['17T11:00', 'yellow: Y2 17T10:01'],
    ['17T12:00', 'red: R2 17T12:00 | Y2 17T10:01'],
    ['17T18:00', 'yellow: Y2 17T10:01 | R2 external-green 17T18:00'],
  ],
)
story(
  'a reason under the red clears by itself',
  [
    ...guest,
    ...confirmed('R1', '17T12:00'),
    negative('17T12:00', '17T18:00'),
    negative('18T12:00', '18T20:00'),
    closed('R1@17T12:00', 'isolation-done', '19T08:00'),
  ],
  [
    ['18T20:00', 'red: R1 17T12:00 | Y2 two-tests 18T20:00'],
    ['19T08:00', 'green: Y2 two-tests 18T20:00 | R1 isolation-done 19T08:00'],
  ],
)
story(
  'red is only proposed until two have signed',
  [
    proposed('R3', '16T10:00'),
    signed('R3@16T10:00', 'E-1', '16T10:20'),
    signed('R3@16T10:00', 'E-1', '16T10:30'),
    signed('R3@16T10:00', 'E-2', '16T11:00'),
  ],
  [
    ['16T10:59', 'grey'],
    ['16T11:00', 'red: R3 16T11:00'],
  ],
)
story(
  'the epidemic office’s own proposal is the first signature, and its author nobody’s second',
  [
    proposed('R1', '16T10:00', { actor: by('epidemic', 'E-1') }),
    signed('R1@16T10:00', 'E-1', '16T10:30'),
    signed('R1@16T10:00', 'E-2', '16T11:00'),
  ],
  [
    ['16T10:30', 'grey'],
    ['16T11:00', 'red: R1 16T11:00'],
  ],
)
story(
  'corrected before it was confirmed: taken back',
  [
    yellow('16T10:00', { inspection: 'V-1' }),
    proposed('R2', '16T10:00', { inspection: 'V-1' }),
    withdrawn('V-1', '16T10:02'),
    signed('R2@16T10:00', 'E-1', '16T11:00'),
    signed('R2@16T10:00', 'E-2', '16T11:30'),
  ],
  [['16T12:00', 'grey: R2 corrected 16T10:02 | Y1 corrected 16T10:02']],
)
story(
  'a confirmed red outlasts a correction at the checkpoint',
  [...confirmed('R2', '16T10:00'), withdrawn('inspection-16T10:00', '16T10:02')],
  [['16T12:00', 'red: R2 16T10:00']],
)
story(
  'an appeal that is allowed clears, one that is upheld does not',
  [
    yellow('16T10:00'),
    { ...closed('Y1@16T10:00', 'document-supplied', '16T10:05', by('driver')), id: 'by the driver himself' },
    closed('Y1@16T10:00', 'document-supplied', '16T10:20', by('appeal-officer', 'A-1')),
  ],
  [
    ['16T10:19', 'yellow: Y1 16T10:00'],
    ['16T10:20', 'grey: Y1 document-supplied 16T10:20'],
  ],
)
story(
  'green on a trip, grey after it',
  [registered('16T08:00', '17T08:00'), registered('18T08:00', '19T08:00', 'trip-2'), tripEnded('18T12:00', 'trip-2')],
  [
    ['16T07:59', 'grey'],
    ['16T08:00', 'green'],
    ['17T07:59', 'green'],
    ['17T08:00', 'grey'],
    ['18T11:59', 'green'],
    ['18T12:00', 'grey'],
  ],
)

story(
  'an appeal brings two results that the feed never sent: cleared at once (R100)',
  [
    ...guest,
    negative('17T12:00', '19T09:00', { id: 'first', source: 'intake', reported: '17T18:00' }),
    negative('18T12:00', '19T09:00', { id: 'second', source: 'intake', reported: '18T20:00' }),
  ],
  [
    ['19T08:59', 'yellow: Y2 17T10:01'],
    ['19T09:00', 'green: Y2 two-tests 19T09:00'],
  ],
)
story(
  'two inspections, two reasons: each clears by itself',
  [
    yellow('16T10:00', { id: 'first', inspection: 'V-1' }),
    yellow('17T10:00', { id: 'second', inspection: 'V-2' }),
    withdrawn('V-1', '17T11:00'),
  ],
  [
    ['17T10:30', 'yellow: Y1 16T10:00 | Y1 17T10:00'],
    ['17T11:00', 'yellow: Y1 17T10:00 | Y1 corrected 17T11:00'],
  ],
)
story(
  'an upload from before a decision is not decided by it',
  [
    yellow('16T10:00', { id: 'first' }),
    closed('first', 'ground-disproved', '16T12:00'),
    yellow('16T11:00', { id: 'late upload' }),
  ],
  [['16T12:00', 'yellow: Y1 16T11:00 | Y1 ground-disproved 16T12:00']],
)

test('an appeal that is upheld stays on the record; one that clears, closes', () => {
  const about = {
    kind: 'appeal-decided',
    id: 'a',
    at: moment('16T10:15'),
    source: 'office',
    opening: 'Y1@16T10:00',
  } as const
  const actor = by('appeal-officer', 'A-1')
  const [reason] = at([yellow('16T10:00'), { ...about, actor, decision: 'upheld' }], '16T11:00').open
  expect(reason?.appeals).toEqual([{ at: moment('16T10:15'), decision: 'upheld', by: actor }])
  const cleared: LedgerEvent = { ...about, actor, decision: 'cleared', way: 'document-supplied' }
  expect(said(at([yellow('16T10:00'), cleared], '16T11:00'))).toBe('grey: Y1 document-supplied 16T10:15')
})

story(
  'a result dated after it reached us is none',
  [...guest, negative('17T05:00', '17T09:00', { reported: '17T09:03' })],
  [['17T10:01', 'yellow: Y2 17T10:01']],
)
story(
  'two minutes between two clocks are nothing',
  [...guest, negative('17T05:00', '17T09:00', { reported: '17T09:02' })],
  [['17T10:01', 'green']],
)
story(
  'a correction of before says nothing of what the inspection opened after it',
  [withdrawn('V-1', '16T09:59'), yellow('16T10:00', { inspection: 'V-1' })],
  [['16T11:00', 'yellow: Y1 16T10:00']],
)
story(
  'a correction at the very moment of the second signature',
  [
    proposed('R1', '16T10:00', { inspection: 'V-1' }),
    signed('R1@16T10:00', 'E-1', '16T10:02'),
    signed('R1@16T10:00', 'E-2', '16T10:04'),
    withdrawn('V-1', '16T10:04'),
  ],
  [['16T11:00', 'grey: R1 corrected 16T10:04']],
)
story(
  'the timer recorded one overstay; a late upload shows that another was open already',
  [
    arrived('14T12:00'),
    negative('13T06:00', '13T10:00'),
    negative('16T06:00', '16T10:00'),
    overstayEvent(moment('18T10:01')),
  ],
  [['18T12:00', 'yellow: Y2 15T10:01 | Y2 never-due 18T10:01']],
)
story(
  'registered again after the trip had ended',
  [registered('16T08:00', '17T08:00'), tripEnded('16T12:00'), { ...registered('16T14:00', '17T08:00'), id: 'again' }],
  [
    ['16T13:00', 'grey'],
    ['16T14:00', 'green'],
  ],
)

test('what never coloured is not counted', () => {
  const taken = [proposed('R1', '16T10:00', { inspection: 'V-1' }), withdrawn('V-1', '16T10:02')]
  const signatures = [signed('R1@16T10:00', 'E-1', '16T11:00'), signed('R1@16T10:00', 'E-2', '16T11:30')]
  const counted = (events: readonly LedgerEvent[]) => at(events, '17T00:00').closed.map((one) => one.counted)
  expect(counted([...taken, ...signatures])).toEqual([false])
  expect(counted(taken)).toEqual([false])
  expect(counted([...confirmed('R1', '16T10:00'), closed('R1@16T10:00', 'isolation-done', '16T20:00')])).toEqual([true])
  expect(counted([yellow('16T10:00'), closed('Y1@16T10:00', 'document-supplied', '16T20:00')])).toEqual([true])
})
