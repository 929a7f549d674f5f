/** A small day, worked out by hand: what the report must say of it. */
import { expect, test } from 'vitest'
import { instant, minute, parseInstant, plus, type Instant } from '../../shared/instant.ts'
import { decide } from '../../shared/policy/decide.ts'
import { endDryRun, startDryRun, take, trucksAtMost, type DryRunReport } from '../../shared/policy/dry-run.ts'
import { rejudge } from '../../shared/policy/edition-replay.ts'
import { parseInspection } from '../../shared/facts-json.ts'
import { answerOf } from '../../shared/policy/verdict.ts'
import { fromOutside, inProvince } from '../kit/world.ts'
import { proposed } from './overlay-kit.ts'

const ten = parseInstant('2022-05-16T10:00:00+08:00') ?? instant(0)
/** Stands in for a draft: 24 h instead of 48 h, which no lower level may do and a command that has a basis may. */
const draft = proposed({ testValidityHours: 24 })
const reported = (at: Instant, hoursAgo: number) => new Date(plus(at, -hoursAgo * 60 * minute)).toISOString()

type Truck = { at: number; hoursAgo?: number; checkpoint?: string }
/** Minutes after ten; a test so many hours old, or a truck within the province. */
function day(trucks: readonly Truck[], lanes = 1): DryRunReport {
  const run = startDryRun(() => lanes)
  for (const [index, { at, hoursAgo, checkpoint = 'JZ-G01' }] of trucks.entries()) {
    const madeAt = plus(ten, at * minute)
    const plate = `豫HX${String(index).padStart(4, '0')}`
    const test = { nucleicAcid: { result: 'negative', reportedAt: reported(madeAt, hoursAgo ?? 0) } }
    const facts = hoursAgo === undefined ? inProvince(plate) : fromOutside(plate, test)
    const read = parseInspection({ ...facts, id: String(index), now: new Date(madeAt).toISOString() })
    const verdict = JSON.stringify(answerOf(decide(read.facts, read.now)))
    const rejudged = rejudge({ id: String(index), madeAt, facts: JSON.stringify(facts), verdict }, draft)
    take(run, { id: String(index), madeAt, checkpoint, plate, rejudged })
  }
  return endDryRun(run)
}

test('four trucks, one of them with a test of thirty hours', () => {
  const { flows, trucks, checkpoints, ...sums } = day([
    { at: 0, hoursAgo: 10 },
    { at: 3, hoursAgo: 30 },
    { at: 6 },
    { at: 20, hoursAgo: 24 },
  ])
  expect(sums).toEqual({
    inspections: 4,
    unreadable: 0,
    moved: 1,
    stricter: 1,
    milder: 0,
    details: 0,
    testsMore: 1,
    testsFewer: 0,
    bayMinutes: 15,
  })
  expect(flows).toEqual([
    { from: 'V10', to: 'V10', count: 2 },
    { from: 'V10', to: 'V11', count: 1 },
    { from: 'V5', to: 'V5', count: 1 },
  ])
  expect(trucks).toEqual([
    {
      id: '1',
      madeAt: '2022-05-16T10:03:00+08:00',
      checkpoint: 'JZ-G01',
      plate: '豫HX0001',
      from: 'V10',
      to: 'V11',
      turn: 'stricter',
    },
  ])
  expect(checkpoints.map(({ testHours }) => testHours.flatMap((n, hour) => (n === 0 ? [] : [[hour, n]])))).toEqual([
    [[10, 1]],
  ])
})

// Papers take 183 s of the lane, papers and swab 263 s. Ten trucks a minute apart, every second with an old test:
// before, truck n waits n × (183 − 60) s; after, what the swabs before it add comes on top, 80 s each.
test('minutes of queue, worked out by hand', () => {
  const trucks = Array.from({ length: 10 }, (_, n) => ({ at: n, hoursAgo: n % 2 === 0 ? 30 : 10 }))
  const [place] = day(trucks).checkpoints
  const waits = (extra: (n: number) => number) => trucks.map((_, n) => n * 123 + extra(n))
  const sum = (list: readonly number[]) => Math.round(list.reduce((a, b) => a + b, 0) / 60)
  const swabsBefore = (n: number) => Math.ceil(n / 2) * 80
  expect(place?.before).toMatchObject({ total: sum(waits(() => 0)), worst: Math.round((9 * 123) / 60) })
  expect(place?.after).toMatchObject({ total: sum(waits(swabsBefore)), worst: Math.round((9 * 123 + 5 * 80) / 60) })
  // They stood at the booth three minutes before they were recorded: three before ten o'clock, the rest after.
  const hours = place?.before.hours.flatMap((n, hour) => (n === 0 ? [] : [[hour, n]]))
  expect(hours).toEqual([
    [9, Math.round((0 + 123 + 246 + 369) / 60)],
    [10, Math.round([4, 5, 6, 7, 8, 9].reduce((all, n) => all + n * 123, 0) / 60)],
  ])
})

test('a second lane halves nothing but the queue, and each checkpoint has its own', () => {
  const trucks = [0, 1, 2].flatMap((at) => ['JZ-G01', 'JZ-G02'].map((checkpoint) => ({ at, hoursAgo: 10, checkpoint })))
  const total = (lanes: number) => day(trucks, lanes).checkpoints.map(({ before }) => before.total)
  expect([total(1), total(2)]).toEqual([
    [6, 6],
    [1, 1],
  ])
})

test('the list of moved trucks is bounded, the counts are not', () => {
  const report = day(Array.from({ length: trucksAtMost + 5 }, (_, at) => ({ at, hoursAgo: 30 })))
  expect([report.trucks.length, report.moved, report.stricter]).toEqual([
    trucksAtMost,
    trucksAtMost + 5,
    trucksAtMost + 5,
  ])
})
