import { describe, expect, test } from 'vitest'
import { due, nothingToDo, type DueState } from '../../shared/codes/due.ts'
import type { LedgerEvent } from '../../shared/codes/events.ts'
import { timers } from '../../shared/codes/timers.ts'
import { hour, instant, minute, plus } from '../../shared/instant.ts'
import { clause } from '../../shared/policy/documents.ts'
import { numbersAt } from '../../shared/policy/numbers.ts'
import { moment } from '../policy/truck.ts'
import { arrived, at, left, negative, registered, said, yellow } from './kit.ts'

const found = (state: Partial<DueState>, time: string) => due({ ...nothingToDo, ...state }, moment(time), numbersAt)
/** `T1 remind-test`, with a star where it is late. */
const lines = (state: Partial<DueState>, time: string) =>
  found(state, time).map(({ timer, action, late }) => `${timer} ${action}${late ? ' late' : ''}`)

const person = (...events: readonly LedgerEvent[]) => ({ people: [{ person: 'P-1', events }] })

/** A runner: notes what it did, writes what goes into the ledger, and never does an id twice. */
function runner(state: Partial<DueState>) {
  let people = state.people ?? []
  const done: string[] = []
  let seenUntil: DueState['seenUntil'] = null
  return {
    done,
    ledger: (time: string) => said(at(people[0]?.events ?? [], time)),
    learn: (...events: readonly LedgerEvent[]) => {
      people = people.map((one) => ({ ...one, events: [...one.events, ...events] }))
    },
    run(time: string) {
      const now = moment(time)
      const todo = due({ ...nothingToDo, ...state, people, seenUntil }, now, numbersAt).filter(
        ({ id }) => !done.includes(id),
      )
      done.push(...todo.map(({ id }) => id))
      const written = todo.map(({ event }) => event).filter((event) => event !== null)
      people = people.map((one) => ({ ...one, events: [...one.events, ...written] }))
      seenUntil = instant(Math.max(now, seenUntil ?? now))
      return todo.map(({ action, late }) => `${action}${late ? ' late' : ''}`)
    },
  }
}

describe('T1 and T2: a test lapses', () => {
  const guest = person(arrived('16T10:00'), negative('15T06:00', '15T10:00'))
  test.each([
    ['16T22:00', []],
    ['16T22:01', ['T1 remind-test']],
    ['16T22:02', ['T1 remind-test']],
    ['16T22:03', ['T1 remind-test late']],
    ['17T06:00', ['T1 remind-test late']],
    ['17T06:01', ['T1 remind-test late', 'T1 remind-test']],
    ['17T10:00', ['T1 remind-test late', 'T1 remind-test late']],
    ['17T10:01', ['T1 remind-test late', 'T1 remind-test late', 'T1 test-lapsed', 'T2 open-overstay']],
  ])('%s → %j', (time, says) => expect(lines(guest, time)).toEqual(says))

  test('a new result in time: its own moments, not the old ones', () => {
    const renewed = person(arrived('16T10:00'), negative('15T06:00', '15T10:00'), negative('16T20:00', '17T02:00'))
    expect(lines(renewed, '17T12:00')).toEqual([])
    expect(lines(renewed, '18T14:01')).toEqual(['T1 remind-test'])
  })
  test('two results of one moment are one', () => {
    const twice = person(arrived('16T10:00'), negative('15T06:00', '15T10:00'), negative('15T07:00', '15T10:00'))
    expect(lines(twice, '16T22:01')).toEqual(['T1 remind-test'])
  })
  test('a result that comes three hours before it lapses is not announced as twelve', () => {
    const late = person(arrived('16T10:00'), negative('15T06:00', '17T07:00', { reported: '15T10:00' }))
    expect(lines(late, '17T10:00')).toEqual([])
    expect(lines(late, '17T10:01')).toEqual(['T1 test-lapsed', 'T2 open-overstay'])
  })
  test('nobody is reminded who is on no trip and not in the city', () => {
    const test48 = negative('15T06:00', '15T10:00')
    expect(lines(person(test48), '17T11:00')).toEqual([])
    expect(lines(person(registered('15T12:00', '16T23:00'), test48), '17T11:00')).toEqual(['T1 remind-test late'])
    expect(lines(person(arrived('15T12:00'), test48, left('16T12:00')), '17T11:00')).toEqual([])
  })
  test('the overstay carries the event to be written, and writing it changes nothing', () => {
    const [overstay] = found(guest, '17T10:01').filter(({ timer }) => timer === 'T2')
    expect(overstay).toMatchObject({ dueAt: moment('17T10:01'), subject: 'P-1', article: 'jiaozuo-20#7' })
    const events = guest.people[0]!.events
    expect(said(at([...events, overstay!.event!], '17T12:00'))).toBe(said(at(events, '17T12:00')))
    expect(at([...events, overstay!.event!], '17T12:00').refused).toEqual([])
  })
})

describe('T3 and T4: cleared without a human step', () => {
  const overstayed = [arrived('16T10:00'), negative('15T06:00', '15T10:00'), negative('17T12:00', '17T18:00')]
  test('three days, two tests', () => {
    const pair = person(...overstayed, negative('18T12:00', '18T20:00'))
    const cleared = found(pair, '18T20:00').filter(({ action }) => action === 'tell-cleared')
    expect(cleared).toMatchObject([{ timer: 'T3', dueAt: moment('18T20:00'), late: false }])
    expect(found(pair, '18T19:59').filter(({ action }) => action === 'tell-cleared')).toEqual([])
  })
  test('left in time, and with a through truck', () => {
    const y1 = [arrived('16T10:00'), yellow('16T10:00')]
    const inTime = person(...y1, negative('16T02:00', '16T06:00'), left('17T06:00'))
    expect(found(inTime, '17T06:00')).toMatchObject([
      { timer: 'T4', action: 'tell-cleared', dueAt: moment('17T06:00') },
    ])
    expect(lines(person(...y1, left('17T06:00', { throughTrain: true })), '17T06:00')).toEqual(['T4 tell-cleared'])
    expect(lines(person(...y1, left('17T06:00')), '17T06:00')).toEqual([])
  })
})

describe('a runner', () => {
  const guest = () => runner(person(arrived('16T10:00'), negative('15T06:00', '15T10:00')))
  test('does each thing once, however often it runs', () => {
    const road = guest()
    expect(road.run('17T10:01')).toEqual(['remind-test late', 'remind-test late', 'test-lapsed', 'open-overstay'])
    for (const time of ['17T10:01', '17T10:02', '17T12:00', '20T10:00']) expect(road.run(time)).toEqual([])
    expect(new Set(road.done).size).toBe(road.done.length)
  })
  test('three days late, everything is there, marked late', () => {
    const road = guest()
    expect(road.run('20T10:00')).toEqual([
      'remind-test late',
      'remind-test late',
      'test-lapsed late',
      'open-overstay late',
    ])
    expect(road.ledger('20T10:00')).toBe('yellow: Y2 17T10:01')
  })
  test('often or once: the same ids and the same ledger', () => {
    const often = guest()
    for (let hours = 0; hours <= 96; hours++)
      often.run(new Date(plus(moment('16T10:00'), hours * hour + minute) + 8 * hour).toISOString().slice(0, 16))
    const once = guest()
    once.run('20T10:01')
    expect(often.done.toSorted()).toEqual(once.done.toSorted())
    expect(often.ledger('20T10:01')).toBe(once.ledger('20T10:01'))
  })
  test('the clock jumps back: nothing is undone, nothing is done again', () => {
    const road = guest()
    road.run('17T10:01')
    expect(road.run('16T23:00')).toEqual([])
    expect(road.run('17T10:05')).toEqual([])
    expect(road.ledger('17T10:05')).toBe('yellow: Y2 17T10:01')
  })
  test('a result that comes late shows there was no overstay: taken back once, and told', () => {
    const road = guest()
    road.run('17T10:01')
    road.learn(negative('17T05:00', '17T12:00', { reported: '17T09:00' }))
    expect(road.run('17T12:00')).toEqual(['tell-cleared late'])
    expect(road.ledger('17T12:00')).toBe('green: Y2 never-due 17T10:01')
    expect(road.run('17T12:01')).toEqual([])
  })
})

describe('T5: sample, go, track', () => {
  const tracking = (result: null | readonly ['negative' | 'positive', string]) => ({
    trackings: [
      {
        id: 'K-1',
        openedAt: moment('16T10:00'),
        result: result && { id: 'S-1', result: result[0], at: moment(result[1]) },
      },
    ],
  })
  test.each([
    [null, '17T09:59', []],
    [null, '17T10:00', ['T5 alert-test-point']],
    [['negative', '16T20:00'], '16T19:59', []],
    [['negative', '16T20:00'], '16T20:00', ['T5 close-tracking']],
    [['negative', '16T20:00'], '18T00:00', ['T5 close-tracking late']],
    [['negative', '17T11:00'], '17T11:00', ['T5 alert-test-point late', 'T5 close-tracking']],
    [['positive', '16T20:00'], '16T20:00', ['T5 alert-ahead']],
    [['positive', '16T20:00'], '16T20:01', ['T5 alert-ahead']],
    [['positive', '16T20:00'], '16T20:02', ['T5 alert-ahead late']],
    [['positive', '17T11:00'], '17T11:00', ['T5 alert-test-point late', 'T5 alert-ahead']],
  ] as const)('result %j at %s → %j', (result, time, says) => expect(lines(tracking(result), time)).toEqual(says))
  test('a positive proposes red, which two persons have yet to confirm', () => {
    const [alert] = found(tracking(['positive', '16T20:00']), '16T20:00')
    const ledger = at([alert!.event!], '16T20:00')
    expect([ledger.colour, ledger.proposed.map(({ reason }) => reason), ledger.refused]).toEqual(['grey', ['R3'], []])
  })
})

const none = null
test.each<[string, Partial<DueState>, string, readonly string[]]>([
  [
    'T6 not yet',
    { releases: [{ id: 'V-1', at: moment('16T10:00'), expectedAt: moment('16T15:00'), arrivedAt: none }] },
    '16T16:59',
    [],
  ],
  [
    'T6 two hours',
    { releases: [{ id: 'V-1', at: moment('16T10:00'), expectedAt: moment('16T15:00'), arrivedAt: none }] },
    '16T17:00',
    ['T6 remind-company'],
  ],
  [
    'T6 six hours',
    { releases: [{ id: 'V-1', at: moment('16T10:00'), expectedAt: moment('16T15:00'), arrivedAt: none }] },
    '16T21:00',
    ['T6 remind-company late', 'T6 alert-command'],
  ],
  [
    'T6 arrived in time',
    {
      releases: [{ id: 'V-1', at: moment('16T10:00'), expectedAt: moment('16T15:00'), arrivedAt: moment('16T17:00') }],
    },
    '16T22:00',
    [],
  ],
  [
    'T6 arrived after the reminder',
    {
      releases: [{ id: 'V-1', at: moment('16T10:00'), expectedAt: moment('16T15:00'), arrivedAt: moment('16T18:00') }],
    },
    '16T22:00',
    ['T6 remind-company late'],
  ],
  [
    'T10 exactly 24 h',
    { releases: [{ id: 'V-1', at: moment('16T10:00:40'), expectedAt: none, arrivedAt: none }] },
    '17T10:00:59',
    [],
  ],
  [
    'T10 24 h and a minute',
    { releases: [{ id: 'V-1', at: moment('16T10:00:40'), expectedAt: none, arrivedAt: none }] },
    '17T10:01',
    ['T10 end-prior-release'],
  ],
  ['T13 24 h', { transfers: [{ id: 'M-1', basis: moment('16T10:00'), enteredAt: none }] }, '17T10:00', []],
  [
    'T13 24 h and a minute',
    { transfers: [{ id: 'M-1', basis: moment('16T10:00'), enteredAt: none }] },
    '17T10:01',
    ['T13 test-before-entry'],
  ],
  [
    'T13 entered in time',
    { transfers: [{ id: 'M-1', basis: moment('16T10:00'), enteredAt: moment('17T10:00:59') }] },
    '18T10:00',
    [],
  ],
  [
    'T13 entered too late',
    { transfers: [{ id: 'M-1', basis: moment('16T10:00'), enteredAt: moment('17T10:01') }] },
    '17T10:01',
    ['T13 test-before-entry'],
  ],
  [
    'T8 before',
    { whitelist: [{ id: 'W-1', from: moment('16T10:00'), to: moment('23T10:00'), endedAt: none }] },
    '21T09:59',
    [],
  ],
  [
    'T8 reminder',
    { whitelist: [{ id: 'W-1', from: moment('16T10:00'), to: moment('23T10:00'), endedAt: none }] },
    '21T10:00',
    ['T8 remind-whitelist'],
  ],
  [
    'T8 last moment',
    { whitelist: [{ id: 'W-1', from: moment('16T10:00'), to: moment('23T10:00'), endedAt: none }] },
    '23T10:00',
    ['T8 remind-whitelist late'],
  ],
  [
    'T8 over',
    { whitelist: [{ id: 'W-1', from: moment('16T10:00'), to: moment('23T10:00'), endedAt: none }] },
    '23T10:00:01',
    ['T8 remind-whitelist late', 'T8 end-whitelist'],
  ],
  [
    'T8 suspended before',
    { whitelist: [{ id: 'W-1', from: moment('16T10:00'), to: moment('23T10:00'), endedAt: moment('20T10:00') }] },
    '24T10:00',
    [],
  ],
  ['T14 14 min', { appeals: [{ id: 'A-1', submittedAt: moment('16T10:00'), decidedAt: none }] }, '16T10:14:59', []],
  [
    'T14 15 min',
    { appeals: [{ id: 'A-1', submittedAt: moment('16T10:00'), decidedAt: none }] },
    '16T10:15',
    ['T14 remind-appeal'],
  ],
  [
    'T14 30 min',
    { appeals: [{ id: 'A-1', submittedAt: moment('16T10:00'), decidedAt: none }] },
    '16T10:30',
    ['T14 remind-appeal late', 'T14 alert-appeal'],
  ],
  [
    'T14 decided at 15',
    { appeals: [{ id: 'A-1', submittedAt: moment('16T10:00'), decidedAt: moment('16T10:15') }] },
    '16T11:00',
    [],
  ],
  [
    'T14 decided at 20',
    { appeals: [{ id: 'A-1', submittedAt: moment('16T10:00'), decidedAt: moment('16T10:20') }] },
    '16T11:00',
    ['T14 remind-appeal late'],
  ],
  [
    'T15 4 min',
    { calls: [{ id: 'C-1', acceptedAt: moment('16T10:00'), dispatchedAt: none, repliedAt: none }] },
    '16T10:04:59',
    [],
  ],
  [
    'T15 5 min',
    { calls: [{ id: 'C-1', acceptedAt: moment('16T10:00'), dispatchedAt: none, repliedAt: none }] },
    '16T10:05',
    ['T15 escalate-dispatch'],
  ],
  [
    'T15 dispatched, no reply',
    { calls: [{ id: 'C-1', acceptedAt: moment('16T10:00'), dispatchedAt: moment('16T10:04'), repliedAt: none }] },
    '16T10:30',
    ['T15 escalate-reply'],
  ],
  [
    'T15 replied',
    {
      calls: [
        { id: 'C-1', acceptedAt: moment('16T10:00'), dispatchedAt: moment('16T10:04'), repliedAt: moment('16T10:29') },
      ],
    },
    '16T11:00',
    [],
  ],
  [
    'T16 seen',
    { trucks: [{ id: 'X-1', seenAt: [moment('16T10:00')], registeredAt: none }] },
    '16T10:00',
    ['T16 remind-registration'],
  ],
  [
    'T16 seen again within 4 h',
    { trucks: [{ id: 'X-1', seenAt: [moment('16T10:00'), moment('16T13:59')], registeredAt: none }] },
    '16T14:00',
    ['T16 remind-registration late'],
  ],
  [
    'T16 seen often',
    {
      trucks: [{ id: 'X-1', seenAt: ['16T10:00', '16T14:00', '16T19:00', '17T10:00'].map(moment), registeredAt: none }],
    },
    '17T12:00',
    ['T16 remind-registration late', 'T16 remind-registration late'],
  ],
  [
    'T16 registered between',
    { trucks: [{ id: 'X-1', seenAt: [moment('16T10:00'), moment('16T14:00')], registeredAt: moment('16T12:00') }] },
    '16T15:00',
    ['T16 remind-registration late'],
  ],
  [
    'T16 registered before',
    { trucks: [{ id: 'X-1', seenAt: [moment('16T10:00')], registeredAt: moment('16T09:00') }] },
    '16T15:00',
    [],
  ],
])('%s', (_, state, time, says) => expect(lines(state, time)).toEqual(says))

test('what nobody needs to be told any more says so', () => {
  const [reminder] = found(
    { appeals: [{ id: 'A-1', submittedAt: moment('16T10:00'), decidedAt: moment('16T10:20') }] },
    '16T11:00',
  )
  expect(reminder?.until).toBe(moment('16T10:20'))
  const [lapsing] = found(person(arrived('16T10:00'), negative('15T06:00', '15T10:00')), '18T10:00')
  expect(lapsing?.until).toBe(moment('17T10:01'))
})

test('every timer names an article of ours', () => {
  expect(Object.keys(timers)).toEqual(['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T8', 'T10', 'T13', 'T14', 'T15', 'T16'])
  for (const { article, name } of Object.values(timers)) {
    expect(clause(article).summary.zh).not.toBe('')
    expect(name.zh).not.toBe('')
  }
})
