import type { Start } from './departures.ts'
import { scanSeconds } from './limits.ts'
import { rateBefore } from './silence.ts'

/** A lane stood without a truck: it went at `from` and the next one came at `until`; `number` is that one's on the departure curve. */
export type Idle = { readonly from: number; readonly until: number; readonly number: number; readonly lane: number }

type Gap = Idle & {
  /** Starts of other lanes meanwhile that followed at once on the truck before. */
  readonly others: number
}

/** A lane was opened or closed, as somebody told. */
export type Change = { readonly lane: number; readonly at: number; readonly open: boolean }

/** A truck that stood in the queue starts within so much after the one before it, minutes. */
const promptWithin = 0.5
/** So many starts before and after one speak for it; of the newest, as if there were so many around it. */
const neighbours = 4
const fewest = 6
/** So many trucks are enough to tell whether lanes are under load; and no more than so many are looked at. */
const fewestFor = { load: 3, window: 160 } as const

/**
 * One lane that stands may be short of trucks, or its inspector has stopped: lanes are idle where those around are idle too, or
 * where a long time passes with hardly a truck elsewhere. A lane that was closed, and a checkpoint of which nothing was heard
 * though trucks were to be expected, prove nothing.
 */
export function idlesOf(starts: readonly Start[], changes: readonly Change[]): Idle[] {
  const gaps = gapsOf(starts)
  const from = idleThreshold(gaps)
  const dark = blackouts(starts)
  const idle = gaps.map(
    (gap) => gap.until - gap.from > from && gap.others < 3 && !explained(gap, changes) && !dark.some(within(gap)),
  )
  return gaps.filter((gap, place) => {
    if (idle[place] !== true) return false
    const around = idle.slice(Math.max(place - neighbours, 0), place + neighbours + 1)
    const others = around.filter((one) => one).length - 1
    return others * 3 >= Math.max(around.length - 1, fewest) || (gap.others <= 1 && gap.until - gap.from > 6)
  })
}

/** Of the trucks taken since a moment, the share that followed at once on the one before; null = too few to tell. */
export function loadSince(starts: readonly Start[], changes: readonly Change[], since: number): number | null {
  const gaps = gapsOf(starts.slice(-fewestFor.window)).filter((gap) => gap.until >= since && !explained(gap, changes))
  const prompt = gaps.filter(({ from, until }) => until - from < promptWithin).length
  return gaps.length < fewestFor.load ? null : prompt / gaps.length
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

function countAfter(rising: readonly number[], at: number): number {
  let count = 0
  for (let place = rising.length - 1; place >= 0 && (rising[place] ?? at) > at; place -= 1) count += 1
  return count
}

/** So many of the newest gaps. */
const learnsFrom = 256

/** What a move-up takes here is learned; a lane that stood clearly longer had no truck. */
function idleThreshold(gaps: readonly Gap[]): number {
  const newest = gaps.slice(-learnsFrom)
  const short = newest.map(({ from, until }) => until - from).filter((gap) => gap > 0 && gap < 3)
  const usual = short.toSorted((a, b) => a - b)[Math.floor(short.length / 5)] ?? 0.25
  return Math.min(Math.max(2 * usual, 0.45), 1.25) + scanSeconds / 120
}

/** It was closed for a part of the gap, or opened in it. */
function explained({ lane, from, until }: Gap, changes: readonly Change[]): boolean {
  const before = changes.filter((change) => change.lane === lane && change.at < until + 1)
  const last = before.reduce<Change | null>(
    (latest, each) => (latest === null || each.at > latest.at ? each : latest),
    null,
  )
  return last !== null && (!last.open || last.at > from - 1)
}

type Dark = { readonly from: number; readonly until: number }

const within =
  (gap: Gap) =>
  ({ from, until }: Dark): boolean =>
    gap.from <= from + 1 && gap.until >= until - 1

/** Times without a single start though by the ones before there should have been several. */
function blackouts(starts: readonly Start[]): Dark[] {
  const dark: Dark[] = []
  for (let place = 1; place < starts.length; place += 1) {
    const [from, until] = [starts[place - 1]!.at, starts[place]!.at]
    if (until - from > 4 && (until - from) * rateBefore(starts, from) > 7) dark.push({ from, until })
  }
  return dark
}
