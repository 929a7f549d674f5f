import { describe, expect, it } from 'vitest'
import { dayOf, judged, type Moment } from './kit/judge.ts'
import { kindNames } from './kit/scenarios.ts'

/** Another day than those by which the estimator was made (1 to 100), and than those kept to measure it (501, 502: `npm run bench waits`). */
const day = 201

/** Mean error, minutes, that a kind may have: wide where nobody sees the queue. */
const allowed: Readonly<Record<string, number>> = {
  'no check-ins': 5,
  'no check-ins, no reports': 20,
  'no check-ins, one lane busy, another forgotten': 10,
  'no check-ins, kilometres typed': 5,
  'network gone while it grows': 5,
  'booths unheard, drivers heard': 5,
  'one booth unheard': 4,
  'closed, told late': 4,
  'inspectors stop now and then': 6,
  'bursts that must not alarm': 5,
  'green channel, nobody declared it': 5,
}
const usual = 2.6

/** Nobody sees the queue, or not its whole: a crossing may be told late there, or not at all. */
const blind = [
  'no check-ins, no reports',
  'no check-ins, one lane busy, another forgotten',
  'no check-ins, kilometres typed',
  'network gone while it grows',
  'booths unheard, drivers heard',
  'one booth unheard',
  'inspectors stop now and then',
  'green channel, nobody declared it',
]

describe.each(kindNames)('%s', (kind) => {
  it('near the truth or honest about not knowing, every crossing said, none that was not', () => {
    const { error, held, falseAlarms, flaps, missed, delays } = judged(dayOf(kind, day))
    expect(error).toBeLessThan(allowed[kind] ?? usual)
    expect(held).toBeGreaterThan(0.7)
    expect(falseAlarms).toBeLessThanOrEqual(rough.includes(kind) ? 1 : 0)
    expect(flaps).toBeLessThanOrEqual(1)
    if (blind.includes(kind)) return
    expect(missed).toBe(0)
    expect(Math.max(...delays, 0)).toBeLessThanOrEqual(900)
  })
})

/** Few trucks that take long, or that come and stop coming at once: a wait of two minutes less may be taken for one over the limit. */
const rough = [
  'no check-ins, one lane busy, another forgotten',
  'one lane',
  'long inspections',
  'bursts that must not alarm',
  'inspectors stop now and then',
]

const hours = (from: number, to: number) => (moments: readonly Moment[]) =>
  moments.filter(({ truth }) => truth.at >= from * 3600 && truth.at <= to * 3600)

describe('a network that is gone for an hour while the queue grows', () => {
  const all = dayOf('network gone while it grows', day)
  it('is said to be lost after a quarter of an hour at the latest, since the last truck that was heard of', () => {
    for (const { said } of hours(2.15, 2.9)(all)) {
      expect(said.lostSince).not.toBeNull()
      expect(said.confidence).toBe('low')
    }
    const since = hours(2.2, 2.21)(all)[0]!
    expect((since.said.at - since.said.lostSince!) / 60_000).toBeGreaterThan(15)
    expect((since.said.at - since.said.lostSince!) / 60_000).toBeLessThan(22)
  })
  it('neither calms nor alarms meanwhile', () => {
    const levels = new Set(hours(2.15, 2.9)(all).map(({ condition }) => condition.level))
    expect(levels.size).toBe(1)
  })
  it('a quarter of an hour after it is back the wait is known, and the step is up', () => {
    const back = hours(3.2, 3.4)(all)
    for (const { said } of back) expect(said.lostSince).toBeNull()
    for (const { truth, condition } of back) if (truth.wait > 22) expect(condition.level).toBeGreaterThan(0)
  })
})

it('a network that is gone in the calm is said to be lost, and raises nothing', () => {
  const all = dayOf('network gone in the calm', day)
  for (const { said } of hours(2.3, 2.9)(all)) expect(said.lostSince).not.toBeNull()
  expect(Math.max(...hours(2, 3)(all).map(({ condition }) => condition.level))).toBe(0)
})

it('a checkpoint that closes with trucks standing: their wait grows, and nothing is lost', () => {
  const closed = hours(2.6, 3.4)(dayOf('closed with trucks standing', day))
  for (const { truth, said } of closed) {
    expect(said.lostSince).toBeNull()
    expect(Math.abs(said.wait - truth.wait)).toBeLessThan(8)
  }
  expect(closed.at(-1)!.condition.level).toBeGreaterThanOrEqual(2)
})

describe.each(['quiet night, sleepers', 'quiet night, sleepers scan the signs', 'no check-ins, few trucks'])(
  '%s',
  (kind) =>
    it('is quiet: no step, nothing lost', () => {
      for (const { said, condition } of dayOf(kind, day)) {
        expect(condition.level).toBe(0)
        expect(said.lostSince).toBeNull()
      }
    }),
)

it('a truck now and then, no driver who tells, no lane told of: no wait is made of it', () => {
  for (const seed of [201, 202, 203])
    for (const { said, condition } of dayOf('no check-ins, hardly a truck', seed)) {
      expect(condition.level).toBe(0)
      expect(condition.overKilometre).toBe(false)
      expect(said.vehicles).toBeLessThan(30)
    }
})

it('where nobody sees the queue no estimate of a long wait is sure of itself', () => {
  const long = dayOf('no check-ins, no reports', day).filter(({ truth }) => truth.wait > 15)
  expect(long.length).toBeGreaterThan(60)
  for (const { said } of long) expect(said.confidence).not.toBe('high')
  const held = long.filter(({ truth, said }) => truth.wait <= said.high)
  expect(held.length / long.length).toBeGreaterThan(0.7)
})

describe.each([
  'kilometres typed for metres',
  'minutes typed for metres',
  'a stake typed for metres',
  'a nought too many',
])('%s', (kind) =>
  it('is little worse than what was typed right', () =>
    expect(judged(dayOf(kind, day)).error).toBeLessThan(judged(dayOf('ordinary peak', day)).error + 0.7)),
)
