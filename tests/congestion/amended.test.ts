import { describe, expect, it } from 'vitest'
import { congestionLawOf, type CongestionNumbers } from '../../shared/congestion/numbers.ts'
import { beijingIso, instant, minute } from '../../shared/instant.ts'
import { amendment, lawWith } from '../policy/amendment-kit.ts'
import { at } from './kit/said.ts'
import { story, type Story } from './kit/ladder-story.ts'

type Values = Partial<CongestionNumbers>
const earlier = { congestionLeader: 15, congestionAllStaff: 25, congestionPrincipals: 45 }

/** The law with an amendment that holds from a minute of the story on, and perhaps is taken back at another. */
function amended(values: Values, from = -60, ended?: number) {
  const published = at(from)
  const one = { amendment: amendment(values, { from: beijingIso(published) }), at: published }
  return congestionLawOf(lawWith(ended === undefined ? one : { ...one, ended: at(ended) }))
}
const roadUnder = (values: Values, from?: number, ended?: number) => story({ law: amended(values, from, ended) })
const steps = (road: Story) => road.steps().filter((step) => step !== 'L0')
const pressed = { kind: 'reported', congested: true, waitMinutes: null, metres: null } as const
const fired = (road: Story, step: string) => road.ladder().incident?.steps.find((one) => one.step === step)

describe('at an amended number the steps are as strict as at the article’s own (G42, G43)', () => {
  it.each<[number, string[]]>([
    [15, []],
    [15.01, ['L1']],
    [25, ['L1']],
    [25.01, ['L1', 'L2']],
    [45, ['L1', 'L2']],
    [45.01, ['L1', 'L2', 'L3', 'LM']],
  ])('a wait of %f min: %j', (wait, expected) => {
    const road = roadUnder(earlier)
    road.until(3, () => ({ wait }))
    expect(steps(road)).toEqual(expected)
  })
  it.each<[number, string[]]>([
    [15, []],
    [15 + 1 / 60, ['L1']],
    [45 + 1 / 60, ['L1', 'L2', 'L3', 'LM']],
  ])('an incident of %f min by its own clock: %j', (minutes, expected) => {
    const road = roadUnder({ ...earlier, congestionClock: 'incident' })
    road.says(pressed)
    road.until(minutes, () => ({ wait: 6, metres: 150 }))
    expect(steps(road)).toEqual(expected)
  })
  it.each<[number, string[]]>([
    [800, []],
    [801, ['LM']],
  ])('a queue of %d m: %j', (metres, expected) => {
    const road = roadUnder({ congestionMetres: 800 })
    road.until(10, () => ({ metres }))
    expect(steps(road)).toEqual(expected)
  })
  it('the same incident when it comes back within the amended time (G44), another after it', () => {
    const road = roadUnder({ congestionRestart: 20 })
    road.says(pressed)
    road.until(20, () => ({}))
    const { incident } = road.ladder()
    const ended = ((incident?.endedAt ?? 0) - at(0)) / minute
    road.until(ended + 15, () => ({}))
    road.says(pressed)
    expect(road.ladder().incident).toMatchObject({ startedAt: at(0), restarts: [road.now()] })
  })
  it('who does not answer within the amended time is telephoned and the next one called (G45)', () => {
    const road = roadUnder({ congestionAnswerWithin: 3 })
    road.until(4, () => ({ wait: 21 }))
    const at3 = (fired(road, 'L1')?.knownAt ?? 0) + 3 * minute
    road.until((at3 - at(0)) / minute - 0.5, () => ({ wait: 21 }))
    expect(road.calls('deputy')).toEqual([])
    road.until((at3 - at(0)) / minute, () => ({ wait: 21 }))
    expect(road.calls('deputy')).toEqual(['L1/deputy/duty:cadre-1/sms'])
    expect(road.calls('telephone')).toEqual(['L1/telephone/duty:leader/phone'])
  })
})

describe('a change while an incident runs holds from its date on', () => {
  const eighteen = () => ({ wait: 18 })
  it('the leader is called when the number holds, was not due before, and so is not called late', () => {
    const road = roadUnder(earlier, 30)
    road.until(29.5, eighteen)
    expect(steps(road)).toEqual([])
    road.until(32, eighteen)
    expect(steps(road)).toEqual(['L1'])
    expect(fired(road, 'L1')?.dueAt).toBe(at(30))
  })
  it('by the clock of the incident, too: not in hindsight', () => {
    const before = story({ clock: 'incident' })
    const road = roadUnder({ ...earlier, congestionClock: 'incident' }, 18)
    for (const one of [before, road]) {
      one.says(pressed)
      one.until(17.5, () => ({ wait: 6, metres: 150 }))
      expect(steps(one)).toEqual([])
      one.until(19, () => ({ wait: 6, metres: 150 }))
    }
    expect(steps(before)).toEqual([])
    expect(fired(road, 'L1')).toMatchObject({ dueAt: at(18), knownAt: at(18) })
  })
  it('what was called is never called again, neither when the number falls nor when it is taken back', () => {
    const road = roadUnder(earlier, 30, 60)
    road.until(20, () => ({ wait: 22 }))
    const called = road.calls('L1/summons')
    expect(called).toHaveLength(1)
    road.until(90, (now) => ({ wait: now < 45 ? 22 : 17 }))
    expect(road.calls('L1/summons')).toEqual(called)
    expect(steps(road)).toEqual(['L1'])
    expect(new Set(road.made.map(({ key }) => key)).size).toBe(road.made.length)
  })
  it('taken back, the article’s number holds again for what has not fired', () => {
    const road = roadUnder(earlier, -60, 10)
    road.until(40, () => ({ wait: 0 }))
    road.until(60, eighteen)
    expect(steps(road)).toEqual([])
  })
  it('updates go on at the new interval from the last one: none twice, none left out for an hour', () => {
    const road = roadUnder({ congestionUpdateEvery: 20 }, 35)
    road.until(80, () => ({ metres: 1500 }))
    const told = road.made.filter(({ purpose, ear }) => purpose === 'update' && ear.kind === 'desk')
    const gaps = told.slice(1).map(({ at: when }, nth) => (when - told[nth]!.at) / minute)
    expect(gaps).toEqual([10, 10, 20, 20])
    expect(new Set(told.map(({ key }) => key)).size).toBe(told.length)
  })
  it('the same rows give the same ladder whenever they are read: after the change, and long after it was taken back', () => {
    const road = roadUnder(earlier, 30, 60)
    road.until(50, eighteen)
    const then = road.ladder().incident?.steps
    road.until(70, eighteen)
    expect(road.ladder().incident?.steps).toEqual(then)
  })
})

describe('the numbers over time', () => {
  it('begin where they change, and not where the city amends something else', () => {
    const other = congestionLawOf(
      lawWith({ amendment: amendment({ passLife: 20 }, { from: beijingIso(at(0)) }), at: at(0) }),
    )
    expect(other.since(at(5))).toBe(instant(0))
    const law = amended(earlier, 0, 60)
    expect([-1, 0, 59, 60].map((m) => law.at(at(m)).congestionLeader)).toEqual([20, 15, 15, 20])
    expect([-1, 0, 59, 60].map((m) => law.since(at(m)))).toEqual([instant(0), at(0), at(0), at(60)])
  })
})
