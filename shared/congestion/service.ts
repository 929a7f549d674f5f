import { moveUpSeconds, scanSeconds } from './limits.ts'
import type { Start } from './departures.ts'

/** A lane stood without a truck: it went at `from` and the next one came at `until`; `number` is that one's on the departure curve. */
export type Idle = { readonly from: number; readonly until: number; readonly number: number; readonly lane: number }

export type Service = {
  /** One truck at one lane under load, minutes: inspection and move-up. */
  readonly cycle: number
  /** Its deviation, minutes. */
  readonly deviation: number
  /** An inspection longer than this is one of twenty, minutes. */
  readonly long: number
  readonly idles: readonly Idle[]
}

/** Without anything measured yet: a mixed day. */
const usual = { cycle: 1.4, deviation: 1.3, trucks: 12 }

export function serviceOf(starts: readonly Start[]): Service {
  const gaps = gapsOf(starts)
  const idleFrom = idleThreshold(gaps)
  const recent = starts.filter(({ at }) => at > -90).map(({ at, end }) => end - at)
  const took = recent.toSorted((a, b) => a - b)
  const mean = shrunk(took.reduce((sum, each) => sum + each, 0), took.length, usual.cycle - moveUpSeconds / 60)
  const square = took.reduce((sum, each) => sum + (each - mean) ** 2, 0)
  return {
    cycle: mean + moveUpSeconds / 60,
    deviation: Math.sqrt(shrunk(square, took.length, usual.deviation ** 2)),
    long: Math.min(Math.max(took[Math.floor(took.length * 0.95)] ?? 5, 2), 20),
    idles: idlesOf(gaps, idleFrom),
  }
}

const shrunk = (sum: number, count: number, prior: number) => (sum + prior * usual.trucks) / (count + usual.trucks)

type Gap = Idle & {
  /** Starts of other lanes meanwhile that followed at once on the truck before. */
  readonly others: number
}

/** From the end of one truck to the start of the next at the same lane. */
function gapsOf(starts: readonly Start[]): Gap[] {
  const lastEnd = new Map<number, number>()
  const prompt: number[] = []
  const gaps: Gap[] = []
  for (const [number, { lane, at, end }] of starts.entries()) {
    const from = lastEnd.get(lane)
    lastEnd.set(lane, Math.max(end, from ?? -Infinity))
    if (from === undefined) continue
    gaps.push({ from, until: at, number, lane, others: countAfter(prompt, from + promptWithin) })
    if (at - from < promptWithin) prompt.push(at)
  }
  return gaps
}

/** A truck that stood in the queue starts within so much after the one before it, minutes. */
const promptWithin = 0.5

function countAfter(rising: readonly number[], at: number): number {
  let count = 0
  for (let place = rising.length - 1; place >= 0 && (rising[place] ?? at) > at; place -= 1) count += 1
  return count
}

/** What a move-up takes here is learned; a lane that stood clearly longer had no truck. */
function idleThreshold(gaps: readonly Gap[]): number {
  const short = gaps.map(({ from, until }) => until - from).filter((gap) => gap > 0 && gap < 3)
  const usualGap = short.toSorted((a, b) => a - b)[Math.floor(short.length / 5)] ?? 0.25
  return Math.min(Math.max(2 * usualGap, 0.45), 1.25) + scanSeconds / 120
}

/** So many starts before and after one speak for it. */
const neighbours = 4

/**
 * One lane that stands may be short of trucks, or its inspector has stopped: lanes are idle where those around are idle too, or
 * where a long time passes with hardly a truck elsewhere.
 */
function idlesOf(gaps: readonly Gap[], from: number): Idle[] {
  const idle = gaps.map((gap) => gap.until - gap.from > from && gap.others < 3)
  return gaps.filter((gap, place) => {
    if (idle[place] !== true) return false
    const around = idle.slice(Math.max(place - neighbours, 0), place + neighbours + 1)
    const others = around.filter((one) => one).length - 1
    return others * 3 >= around.length - 1 || (gap.others <= 1 && gap.until - gap.from > 6)
  })
}
