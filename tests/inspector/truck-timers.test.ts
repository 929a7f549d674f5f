import { describe, expect, test } from 'vitest'
import { alarmsDue, inOrderOfDue, ringEvery, ringing, silent } from '../../checkpoint-app/inspector/truck-alarms.ts'
import {
  antigenTimer,
  clockText,
  dueAt,
  firstDue,
  heard,
  kitOf,
  started,
  timersNow,
  type TruckTimer,
} from '../../checkpoint-app/inspector/truck-timers.ts'
import { newSession, truckSession, type Session } from '../../checkpoint-app/inspector/truck-session.ts'
import { instant, minute, plus } from '../../shared/instant.ts'
import { boothTimes } from '../../shared/policy/booth-times.ts'
import { bayMinutes } from '../../shared/policy/queue.ts'
import { negative, now } from '../policy/truck.ts'
import { onlinePerson, papers, trip, truckSeen, view, type Booth } from './booth.ts'

const kit = antigenTimer(now)
const fifteen = boothTimes.antigenReadAfter.values[0].value
const late = { nucleicAcid: negative('13T10:00') }

/** What the desk does after each event: the timers follow the judgement. */
function timed({ session, asks }: Booth, at = now): readonly TruckTimer[] {
  const step = asks(at)
  if (!('judgement' in step)) throw new Error(`no judgement at ${step.ask}`)
  return timersNow(session.known.crew, step.judgement, session.timers ?? [])
}
const registered = truckSeen().lookedUp(view({ trip: trip(), crew: [onlinePerson()] }))
const two = truckSeen().lookedUp(view({ trip: trip(), crew: [onlinePerson(), onlinePerson({ surname: '李' })] }))

describe('the clock of a kit', () => {
  test('a quarter of an hour, to the second; the same number as the bay of the simulation', () => {
    const left = (ms: number) => clockText(kit, instant(now + ms))
    expect([left(0), left(1), left(60_000), left(14 * minute + 59_001)]).toEqual(['15:00', '15:00', '14:00', '0:01'])
    expect([left(fifteen * minute), fifteen]).toEqual([null, bayMinutes])
  })

  test('one for all on board, and an own one for who was tested later', () => {
    const both = started([kit], antigenTimer(plus(now, minute), 2))
    expect([kitOf(both, 1), kitOf(both, 2)?.since]).toEqual([kit, plus(now, minute)])
    expect(firstDue(both)).toBe(kit)
  })

  test('started again for all, it is the only one', () => {
    const both = started([kit], antigenTimer(now, 2))
    expect(started(both, antigenTimer(plus(now, minute)))).toEqual([antigenTimer(plus(now, minute))])
  })

  test('it runs as long as somebody is tested, and ends with the result', () => {
    const tested = registered.answers(0, papers(late)).happens({ type: 'timer-started', timer: kit })
    expect(timed(tested)).toEqual([kit])
    expect(timed(tested.happens({ type: 'antigen-read', person: 0, result: 'negative', at: now }))).toEqual([])
    expect(timed(tested.happens({ type: 'antigen-read', person: 0, result: 'positive', at: now }))).toEqual([])
  })

  test('invalid: a new kit, whose time begins now, for him alone', () => {
    const later = plus(now, 15 * minute)
    const tested = two
      .answers(0, papers(late))
      .answers(1, papers(late))
      .happens({ type: 'timer-started', timer: kit }, { type: 'antigen-read', person: 0, result: 'invalid', at: later })
    const key = tested.session.known.crew[0]?.key
    expect(timed(tested)).toEqual([kit, antigenTimer(later, key)])
    expect(tested.says()).toBe('V11')
  })
})

describe('a second reading', () => {
  const high = (reading: number) => ({ type: 'temperature', person: 0, reading }) as const
  const hot = registered.answers(0, papers({ temperatures: [37.5] }))
  const person = hot.session.known.crew[0]?.key

  test('counts by itself from the first high one, as long as the law says', () => {
    expect(timed(hot)).toEqual([{ kind: 'temperature', person, since: now, minutes: 5 }])
    const started_ = hot.happens({ type: 'timer-started', timer: timed(hot)[0]! })
    expect(timed(started_, plus(now, 3 * minute))[0]?.since).toBe(now)
  })

  test.each([36.9, 37.6])('is over with a reading of %s, early or late', (reading) =>
    expect(timed(hot.happens(high(reading))).filter(({ kind }) => kind === 'temperature')).toEqual([]),
  )

  test('an ordinary reading starts none', () => expect(timed(registered.answers(0, papers()))).toEqual([]))
})

describe('the word of the head', () => {
  const refuses = registered.answers(0, { refuses: true })

  test('a refusal starts his clock', () =>
    expect(timed(refuses)).toEqual([
      { kind: 'head', since: now, minutes: boothTimes.headDecidesWithin.values[0].value },
    ]))

  test('the crew agrees: the check goes on where it stood, and the record corrects the refusal in time', () => {
    const recorded = refuses.happens({ type: 'recorded', record: { id: 'r1', row: 'V15', at: now, facts: '' } })
    const agreed = recorded.happens({ type: 'agreed', at: plus(now, minute) })
    expect(agreed.says()).toBe('documents 0: nucleicAcid healthCode travelCard riskStay')
    expect(timed(agreed)).toEqual([])
    expect(agreed.session.correcting?.id).toBe('r1')
    expect(recorded.happens({ type: 'agreed', at: plus(now, 10 * minute) }).session.correcting).toBeUndefined()
  })
})

describe('alarms', () => {
  const waiting = (id: string, timer: TruckTimer, plate = id): Session => ({
    ...truckSession(newSession(id, now), { type: 'plate-seen', plate, by: 'typed' }),
    timers: [timer],
  })
  const first = waiting('豫HX0001', antigenTimer(plus(now, -16 * minute)))
  const second = waiting('豫HX0002', antigenTimer(plus(now, -15 * minute)))
  const third = waiting('豫HX0003', antigenTimer(now))
  const idle = { ...waiting('豫HX0004', kit), timers: [] }

  test('are those that are due, the longest waiting first', () =>
    expect(alarmsDue([third, second, first], now).map(({ plate }) => plate)).toEqual(['豫HX0001', '豫HX0002']))

  test('the bay stands in the order in which it asks for somebody', () =>
    expect(inOrderOfDue([idle, third, second, first]).map(({ id }) => id)).toEqual([
      '豫HX0001',
      '豫HX0002',
      '豫HX0003',
      '豫HX0004',
    ]))

  test('ring at once, again after a while, at once for another, and not once taken up', () => {
    const one = alarmsDue([first], now)
    const at = dueAt(kit)
    const rung = ringing(silent, one, at)
    expect(rung.rings).toBe(true)
    expect(ringing(rung.bell, one, at + ringEvery - 1).rings).toBe(false)
    expect(ringing(rung.bell, one, at + ringEvery).rings).toBe(true)
    expect(ringing(rung.bell, alarmsDue([first, second], now), at + 1).rings).toBe(true)
    const taken = { ...first, timers: heard(first.timers ?? [], { kind: 'antigen' }) }
    expect(ringing(rung.bell, alarmsDue([taken], now), at + ringEvery).rings).toBe(false)
  })

  test('a page that slept through it rings when it wakes', () => {
    const asleep = ringing(silent, alarmsDue([third], now), now)
    expect(asleep.rings).toBe(false)
    const woken = plus(now, 3 * 60 * minute)
    expect(ringing(asleep.bell, alarmsDue([third], woken), woken).rings).toBe(true)
  })
})
