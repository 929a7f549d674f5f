import { describe, expect, it } from 'vitest'
import { deadlinesOf, mayClose, missed, nextDeadline } from '../../shared/cases/clocks.ts'
import { caseCategories, caseLevels, caseRoles, caseStates } from '../../shared/cases/kinds.ts'
import { caseMoves, mayMove, movesFor } from '../../shared/cases/moves.ts'
import { readCaseNumber, showCaseNumber } from '../../shared/cases/number.ts'
import { routing } from '../../shared/cases/routing.ts'
import { after, at, clock, numbers, type Done } from './kit.ts'

const accepted: Done = [2, 'accept']
const dispatched: Done = [4, 'dispatch']
const replied: Done = [20, 'reply']

describe('where a case stands', () => {
  it.each<[string, readonly Done[], string]>([
    ['reported', [], 'new county'],
    ['accepted', [accepted], 'accepted county'],
    ['dispatched', [accepted, dispatched], 'dispatched county'],
    ['a unit is on it', [accepted, dispatched, [6, 'handle']], 'handling county'],
    ['sent on to another unit', [accepted, dispatched, [6, 'handle'], [9, 'dispatch']], 'dispatched county'],
    ['answered at once', [accepted, replied], 'replied county'],
    ['to be called back', [accepted, replied, [50, 'ask-call-back', {}, 'system']], 'call-back county'],
    ['satisfied', [accepted, replied, [40, 'answer', { result: 'satisfied' }, 'driver']], 'closed county'],
    ['mostly satisfied', [accepted, replied, [40, 'answer', { result: 'mostly' }]], 'closed county'],
    ['dissatisfied', [accepted, replied, [40, 'answer', { result: 'dissatisfied' }]], 'handling county'],
    [
      'dissatisfied, and risen',
      [accepted, replied, [40, 'answer', { result: 'dissatisfied' }], [40, 'escalate', { why: 'dissatisfied' }]],
      'handling city',
    ],
    ['nobody answered the call', [accepted, replied, [40, 'answer', { result: 'unreached' }]], 'call-back county'],
    ['risen before anybody took it', [[31, 'escalate', { why: 'unanswered' }, 'system']], 'new city'],
    [
      'risen twice',
      [
        [31, 'escalate', {}, 'system'],
        [61, 'escalate', {}, 'system'],
      ],
      'new province',
    ],
    [
      'risen three times is twice',
      [
        [1, 'escalate'],
        [2, 'escalate'],
        [3, 'escalate'],
      ],
      'new province',
    ],
    [
      'opened again',
      [accepted, replied, [40, 'answer', { result: 'mostly' }], [90, 'reopen', {}, 'supervisor']],
      'handling county',
    ],
    ['replied to before it was accepted: no', [replied], 'new county'],
    ['closed without a reply: no', [accepted, [5, 'close']], 'accepted county'],
    [
      'closed by the driver: no',
      [accepted, replied, [40, 'ask-call-back'], [50, 'close', {}, 'driver']],
      'call-back county',
    ],
    ['dispatched by the supervisor: no', [accepted, [4, 'dispatch', {}, 'supervisor']], 'accepted county'],
    ['replied to by the city while the county has it: no', [accepted, [5, 'reply', {}, 'command']], 'accepted county'],
    [
      'replied to by the city once it has risen',
      [accepted, [5, 'escalate'], [6, 'reply', {}, 'command']],
      'replied city',
    ],
  ])('%s', (_, done, stands) => {
    const { state, level } = after(...done)
    expect(`${state} ${level}`).toBe(stands)
  })
})

describe('by when: acceptance, dispatch, reply, level', () => {
  it.each<[string, readonly Done[], string]>([
    ['reported at 10:00', [], '10:05 10:10 10:35 10:35'],
    ['accepted at 10:02', [accepted], '- 10:07 10:32 10:32'],
    ['accepted late, the clock ran from 10:05', [[25, 'accept']], '- 10:10 10:35 10:35'],
    ['dispatched', [accepted, dispatched], '- - 10:32 10:32'],
    [
      'a note, another category, a supervisor: nothing stops it',
      [
        accepted,
        dispatched,
        [10, 'note'],
        [11, 'recategorise', { category: 'fees' }],
        [12, 'supervise', {}, 'supervisor'],
      ],
      '- - 10:32 10:32',
    ],
    [
      'risen by hand: the reporter is owed his reply all the same',
      [accepted, dispatched, [10, 'escalate']],
      '- - 10:32 10:40',
    ],
    ['sent to another unit: the same', [accepted, dispatched, [15, 'dispatch']], '- - 10:32 10:32'],
    ['replied', [accepted, dispatched, replied], '- - - -'],
    [
      'dissatisfied at 11:00: a reply is owed again',
      [accepted, replied, [60, 'answer', { result: 'dissatisfied' }]],
      '- - 11:30 11:30',
    ],
    [
      'and risen at 11:10',
      [accepted, replied, [60, 'answer', { result: 'dissatisfied' }], [70, 'escalate']],
      '- - 11:30 11:40',
    ],
    [
      'at the province there is no next level, and the clock still runs',
      [
        [30, 'escalate'],
        [60, 'escalate'],
      ],
      '10:05 - 10:35 11:30',
    ],
    ['closed', [accepted, replied, [40, 'answer', { result: 'satisfied' }]], '- - - -'],
  ])('%s', (_, done, moments) => {
    const { accept, dispatch, reply, level } = deadlinesOf(after(...done), numbers)
    expect([accept, dispatch, reply, level].map(clock).join(' ')).toBe(moments)
  })

  it.each<[number, string]>([
    [4, ''],
    [5, 'accept'],
    [9, 'accept'],
    [10, 'accept dispatch'],
    [34, 'accept dispatch'],
    [35, 'accept dispatch reply'],
  ])('nobody does anything: %i min after the report is missed: %s', (minutes, late) => {
    expect(missed(deadlinesOf(after(), numbers), at(minutes)).join(' ')).toBe(late)
  })

  it('the queue goes by what is due first', () => {
    expect(clock(nextDeadline(deadlinesOf(after(), numbers)))).toBe('10:05')
    expect(clock(nextDeadline(deadlinesOf(after(accepted, dispatched), numbers)))).toBe('10:32')
    expect(
      nextDeadline(deadlinesOf(after(accepted, replied, [40, 'answer', { result: 'satisfied' }]), numbers)),
    ).toBeNull()
  })
})

describe('closing', () => {
  const called = (times: number): Done[] =>
    Array.from({ length: times }, (_, time): Done => [50 + time, 'answer', { result: 'unreached' }])

  it.each<[string, readonly Done[], boolean]>([
    ['never called', [accepted, replied], false],
    ['two calls', [accepted, replied, ...called(2)], false],
    ['three calls that nobody answered', [accepted, replied, ...called(3)], true],
    ['a second reply begins the calls anew', [accepted, replied, ...called(3), [60, 'reply']], false],
    ['three calls and no reply', [accepted, ...called(3)], false],
  ])('without a word of the reporter: %s', (_, done, may) => expect(mayClose(after(...done), numbers)).toBe(may))
})

describe('the tables', () => {
  it('nobody but the desk accepts, sends on and closes a case of the county; a terminal only reports', () => {
    for (const state of caseStates) {
      for (const role of caseRoles.filter((one) => one !== 'dispatcher'))
        for (const move of ['accept', 'dispatch', 'reply', 'close'] as const)
          expect(mayMove({ state, level: 'county' }, move, role), `${role} ${move} ${state}`).toBe(false)
      for (const level of caseLevels) expect(movesFor({ state, level }, 'terminal')).toEqual([])
    }
  })

  it('every state but the last can be left, and the last only by opening again', () => {
    const left = (state: (typeof caseStates)[number]) =>
      caseLevels
        .flatMap((level) => movesFor({ state, level }, 'dispatcher'))
        .filter((move) => !['note', 'escalate', 'recategorise'].includes(move))
    for (const state of caseStates) expect(left(state).length, state).toBeGreaterThan(0)
    expect(new Set(left('closed'))).toEqual(new Set(['reopen']))
    expect(new Set(caseMoves).size).toBe(caseMoves.length)
  })

  it('every category has its article; only what is asked beyond the rules is always copied to supervision', () => {
    expect(Object.keys(routing)).toEqual([...caseCategories])
    expect(caseCategories.filter((category) => routing[category].copied)).toEqual(['extra-demands'])
    expect(caseCategories.filter((category) => routing[category].queue)).toEqual(['congestion'])
  })
})

describe('a number that can be read out', () => {
  it('is day and running number', () => expect(showCaseNumber({ day: 20220516, no: 7 })).toBe('220516-0007'))

  it.each<[string, string]>([
    ['220516-0007', '220516-0007'],
    ['220516-7', '220516-0007'],
    ['20220516-7', '220516-0007'],
    ['2205160007', '220516-0007'],
    [' 220516 - 0007 ', '220516-0007'],
    ['２２０５１６－０００７', '220516-0007'],
    ['7', '220516-0007'],
    ['#7', '220516-0007'],
    ['0', ''],
    ['豫H12345', ''],
    ['13000000001', ''],
  ])('typed as %s it is %s', (typed, number) => {
    const read = readCaseNumber(typed, at(0))
    expect(read === undefined ? '' : showCaseNumber(read)).toBe(number)
  })
})
