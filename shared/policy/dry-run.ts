/**
 * What a draft would have changed: inspections that were made, judged again as if it had been in force, and what that means for
 * the trucks, the tests and the queue of each checkpoint. The same inspections give the same report.
 */
import { beijing, beijingIso, minute, plus, type Instant } from '../instant.ts'
import { asksForTest, burdenOf, type Rejudged } from './edition-replay.ts'
import { bayMinutes, laneSeconds, waitsOf, type Arrival } from './queue.ts'
import type { Row } from './verdict.ts'

/** One inspection, judged again. */
export type Tried = {
  readonly id: string
  readonly madeAt: Instant
  readonly checkpoint: string
  readonly plate: string
  readonly rejudged: Rejudged
}
export type Flow = { readonly from: Row; readonly to: Row; readonly count: number }
/** Whole minutes, rounded at the end only. */
export type QueueFigures = { readonly total: number; readonly worst: number; readonly hours: readonly number[] }
export type CheckpointReport = {
  readonly checkpoint: string
  readonly lanes: number
  readonly inspections: number
  readonly moved: number
  readonly testsMore: number
  readonly testsFewer: number
  /** By the hour of the Beijing day, 0–23, all days of the span together. */
  readonly testHours: readonly number[]
  readonly before: QueueFigures
  readonly after: QueueFigures
}
export type MovedTruck = {
  readonly id: string
  readonly madeAt: string
  readonly checkpoint: string
  readonly plate: string
  readonly from: Row
  readonly to: Row
  readonly turn: 'stricter' | 'milder' | 'alike'
}
export type DryRunReport = {
  readonly inspections: number
  readonly unreadable: number
  readonly moved: number
  readonly stricter: number
  readonly milder: number
  /** The row stands, something else of the verdict does not. */
  readonly details: number
  readonly testsMore: number
  readonly testsFewer: number
  /** Minutes that drivers would wait in the bay for a test more or less. */
  readonly bayMinutes: number
  readonly flows: readonly Flow[]
  readonly checkpoints: readonly CheckpointReport[]
  /** The oldest of those that moved, `trucksAtMost` of them. */
  readonly trucks: readonly MovedTruck[]
}
export const trucksAtMost = 200

type Place = {
  readonly lanes: number
  inspections: number
  moved: number
  testsMore: number
  testsFewer: number
  readonly testHours: number[]
  readonly before: Arrival[]
  readonly after: Arrival[]
}
type Sums = Pick<
  DryRunReport,
  'inspections' | 'unreadable' | 'stricter' | 'milder' | 'details' | 'testsMore' | 'testsFewer'
>
export type DryRun = {
  readonly lanesOf: (checkpoint: string) => number
  readonly sums: { -readonly [K in keyof Sums]: number }
  readonly flows: Map<`${Row} ${Row}`, number>
  readonly places: Map<string, Place>
  readonly trucks: MovedTruck[]
}

const hours = () => Array.from({ length: 24 }, () => 0)
const hourOf = (at: Instant): number => beijing(at).hour

export const startDryRun = (lanesOf: DryRun['lanesOf']): DryRun => ({
  lanesOf,
  sums: { inspections: 0, unreadable: 0, stricter: 0, milder: 0, details: 0, testsMore: 0, testsFewer: 0 },
  flows: new Map(),
  places: new Map(),
  trucks: [],
})

function placeOf({ places, lanesOf }: DryRun, checkpoint: string): Place {
  const kept = places.get(checkpoint)
  if (kept !== undefined) return kept
  const lanes = Math.max(1, lanesOf(checkpoint))
  const fresh = { lanes, inspections: 0, moved: 0, testsMore: 0, testsFewer: 0, testHours: hours() }
  const place: Place = { ...fresh, before: [], after: [] }
  places.set(checkpoint, place)
  return place
}

const turnOf = ({ stored, again }: Rejudged): MovedTruck['turn'] => {
  const heavier = again === undefined ? 0 : burdenOf(again) - burdenOf(stored)
  return heavier > 0 ? 'stricter' : heavier < 0 ? 'milder' : 'alike'
}

/** Takes one inspection in; the order in which they come does not matter, but for which of the moved trucks are listed. */
export function take(run: DryRun, tried: Tried): void {
  const { stored, again, difference } = tried.rejudged
  const place = placeOf(run, tried.checkpoint)
  run.sums.inspections++
  place.inspections++
  if (again === undefined) {
    run.sums.unreadable++
    return
  }
  const flow = `${stored.row} ${again.row}` as const
  run.flows.set(flow, (run.flows.get(flow) ?? 0) + 1)
  // The record is made when the booth is done with the truck.
  const at = plus(tried.madeAt, -laneSeconds[stored.row] * 1000)
  place.before.push({ at, seconds: laneSeconds[stored.row] })
  place.after.push({ at, seconds: laneSeconds[again.row] })
  if (difference === undefined || difference === 'edition') return
  if (again.row === stored.row) run.sums.details++
  else noteMove(run, place, tried, again.row)
  noteTests(run, place, tried)
}

function noteMove(run: DryRun, place: Place, { id, madeAt, checkpoint, plate, rejudged }: Tried, to: Row): void {
  const turn = turnOf(rejudged)
  place.moved++
  if (turn !== 'alike') run.sums[turn]++
  if (run.trucks.length < trucksAtMost)
    run.trucks.push({ id, madeAt: beijingIso(madeAt), checkpoint, plate, from: rejudged.stored.row, to, turn })
}

function noteTests({ sums }: DryRun, place: Place, { madeAt, rejudged: { stored, again } }: Tried): void {
  if (again === undefined) return
  const more = Number(asksForTest(again)) - Number(asksForTest(stored))
  if (more > 0) {
    sums.testsMore++
    place.testsMore++
    place.testHours[hourOf(madeAt)] = (place.testHours[hourOf(madeAt)] ?? 0) + 1
  }
  if (more < 0) {
    sums.testsFewer++
    place.testsFewer++
    place.testHours[hourOf(madeAt)] = (place.testHours[hourOf(madeAt)] ?? 0) - 1
  }
}

/** By the time of the record less the time that its stored row takes: when the truck stood at the booth, or could have. */
export function figuresOf(arrivals: readonly Arrival[], lanes: number): QueueFigures {
  const queue = arrivals.toSorted((a, b) => a.at - b.at)
  const byHour = hours()
  let total = 0
  let worst = 0
  const waits = waitsOf(queue, lanes)
  for (const [index, { at }] of queue.entries()) {
    const wait = waits[index] ?? 0
    byHour[hourOf(at)] = (byHour[hourOf(at)] ?? 0) + wait
    total += wait
    worst = Math.max(worst, wait)
  }
  const whole = (milliseconds: number) => Math.round(milliseconds / minute)
  return { total: whole(total), worst: whole(worst), hours: byHour.map(whole) }
}

const reportOf = ([checkpoint, place]: readonly [string, Place]): CheckpointReport => {
  const { before, after, ...figures } = place
  return {
    checkpoint,
    ...figures,
    before: figuresOf(before, place.lanes),
    after: figuresOf(after, place.lanes),
  }
}

const isRow = (name: string | undefined): name is Row => name !== undefined && Object.hasOwn(laneSeconds, name)

function flowOf([move, count]: readonly [string, number]): readonly Flow[] {
  const [from, to] = move.split(' ')
  return isRow(from) && isRow(to) ? [{ from, to, count }] : []
}

export function endDryRun(run: DryRun): DryRunReport {
  const { testsMore, testsFewer } = run.sums
  const flows = [...run.flows].flatMap(flowOf)
  return {
    ...run.sums,
    moved: flows.reduce((sum, { from, to, count }) => (from === to ? sum : sum + count), 0),
    bayMinutes: (testsMore - testsFewer) * bayMinutes,
    flows: flows.toSorted((a, b) => b.count - a.count || (a.from + a.to < b.from + b.to ? -1 : 1)),
    checkpoints: [...run.places].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(reportOf),
    trucks: run.trucks,
  }
}
