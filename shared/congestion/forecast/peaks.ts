import { hour, minute, plus, type Instant } from '../../instant.ts'
import type { HourAhead } from './forecast.ts'

/** Hours in which more come than are taken, or the wait is too long; and what would help. */
export type Peak = {
  readonly from: Instant
  readonly to: Instant
  /** Of the hour that falls shortest: trucks that come, and that the planned lanes take. */
  readonly arrivals: number
  readonly capacity: number
  readonly lanes: number
  /** The longest wait if nothing is done, minutes. */
  readonly wait: number
  readonly advice: Advice
}
export type Advice = {
  readonly lanes: number
  /** How many that is more than planned. */
  readonly more: number
  readonly staff: number
  /** The longest wait with them, minutes; null = no more lanes are there, and it stays as long. */
  readonly wait: number
  /** Not even all lanes are enough. */
  readonly short: boolean
}
type Given = {
  readonly lanes: { readonly total: number }
  readonly staffPerLane: number
  /** The same hours with at least so many lanes from one moment to another. */
  readonly withLanes: (least: number, from: Instant, to: Instant) => readonly HourAhead[]
}

/** Two peaks so near to each other are one: nobody is sent home between. */
const between = hour
/** A peak that moves by less is the same. */
const moves = 1.5 * hour

export function peaksIn(hours: readonly HourAhead[], given: Given & { perLane: number }): Peak[] {
  const spans: HourAhead[][] = []
  for (const one of hours.filter(({ over }) => over)) {
    const last = spans.at(-1)
    const ends = last?.at(-1)
    if (last === undefined || ends === undefined || one.at - (ends.at + hour) > between) spans.push([one])
    else last.push(one)
  }
  return spans.map((span) => peakOf(span, given))
}

function peakOf(span: readonly HourAhead[], given: Given): Peak {
  const from = span[0]!.at
  const to = plus(span.at(-1)!.at, hour)
  const full = span.reduce((most, one) => (short(one) > short(most) ? one : most))
  const least = Math.min(...span.map(({ lanes }) => lanes))
  const planned = { arrivals: full.arrivals, capacity: full.capacity, lanes: full.lanes }
  const wait = Math.max(...span.map(({ worst }) => worst))
  return { from, to, ...planned, wait, advice: adviceFor({ from, to, lanes: full.lanes, least }, given) }
}

const short = ({ arrivals, capacity }: HourAhead): number => arrivals - capacity

type Asked = { from: Instant; to: Instant; lanes: number; least: number }

/** As few lanes as keep every hour of it below; where none do, all of them. */
function adviceFor({ from, to, lanes, least }: Asked, { lanes: { total }, staffPerLane, withLanes }: Given): Advice {
  for (let n = Math.min(least + 1, total); ; n += 1) {
    const inside = withLanes(n, from, to).filter(({ at }) => at >= from && at < to)
    const enough = inside.every(({ over }) => !over)
    if (!enough && n < total) continue
    const open = Math.max(n, lanes)
    const wait = Math.max(0, ...inside.map(({ worst }) => worst))
    return { lanes: open, more: open - lanes, staff: open * staffPerLane, wait, short: !enough }
  }
}

type Span = { readonly from: Instant; readonly to: Instant }

/** Whether a peak is one that is known already: it overlaps, or has moved a little. */
export const isSamePeak = (a: Span, b: Span): boolean => a.from < b.to + moves && b.from < a.to + moves

/** From so long before it begins, and not once it has begun: then the measured wait speaks. `ahead` in minutes. */
export const isDue = ({ from }: Span, now: Instant, ahead: number): boolean =>
  now >= from - ahead * minute && now < from
