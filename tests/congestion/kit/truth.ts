import { beijingIso, instant, type Instant } from '../../../shared/instant.ts'
import type { Road, Truck } from './road.ts'

/** What was true each half minute; minutes of wait, metres. */
export type Truth = {
  readonly at: number
  /** 拥堵时间: since when the truck that is taken next has stood, as the median of five minutes around. */
  readonly wait: number
  readonly head: number
  /** What a truck that joins now will wait; NaN = none did. */
  readonly virtual: number
  readonly vehicles: number
  readonly metres: number
  readonly lanes: number
}

export function truthOf(road: Road): Truth[] {
  const { plan, trucks, queue } = road
  const general = trucks.filter(({ isGreen }) => !isGreen || plan.greenLane === undefined)
  const heads = queue.map(({ at }) => headWait(general, at))
  return queue.map(({ at, vehicles, metres }, place) => ({
    at,
    wait: middle(heads, place, 5),
    head: heads[place] ?? 0,
    virtual: virtualWait(general, at),
    vehicles,
    metres,
    lanes: lanesOpen(road, at),
  }))
}

function middle(values: readonly number[], place: number, around: number): number {
  const sorted = values.slice(Math.max(place - around, 0), place + around + 1).toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}

function headWait(trucks: readonly Truck[], at: number): number {
  let head: Truck | undefined
  for (const truck of trucks) {
    if (truck.join > at) break
    if ((truck.start ?? Infinity) <= at || (truck.left ?? Infinity) <= at) continue
    if (head === undefined || (truck.start ?? Infinity) < (head.start ?? Infinity)) head = truck
  }
  return head === undefined ? 0 : (at - head.join) / 60
}

function virtualWait(trucks: readonly Truck[], at: number): number {
  const joining = trucks.filter(({ join, start }) => join > at && join <= at + 240 && start !== null).slice(0, 3)
  const sum = joining.reduce((total, { join, start }) => total + (start! - join) / 60, 0)
  return joining.length === 0 ? Number.NaN : sum / joining.length
}

const lanesOpen = ({ plan }: Road, at: number) =>
  Array.from({ length: plan.booths }, (_, place) => place + 1).filter((lane) => plan.open(lane, at / 3600)).length

/** Of a time over a limit, half minutes: 0 none, 1 in one that may be told or not, 2 in one that must be. */
export type Over = { readonly limit: number; readonly below: number; readonly peak: number; readonly after: number }

const overs = {
  over20: { limit: 20, below: 18, peak: 22, after: 10 },
  over30: { limit: 30, below: 28, peak: 32, after: 10 },
  over60: { limit: 60, below: 58, peak: 62, after: 10 },
  over1km: { limit: 1000, below: 900, peak: 1100, after: 10 },
} as const

/** From the first of two minutes over the limit to the first of five (ten half minutes) below it. */
export function episodes(values: readonly number[], { limit, below, peak, after }: Over): number[] {
  const states = values.map(() => 0)
  const holds = (from: number, length: number, test: (value: number) => boolean) =>
    values.slice(from, from + length).every(test)
  for (let from = 0; from < values.length; from += 1) {
    if (!holds(from, 4, (value) => value >= limit)) continue
    let until = from
    while (until < values.length && !holds(until, after, (value) => value < below)) until += 1
    const highest = Math.max(...values.slice(from, until))
    states.fill(until - from >= 20 && highest >= peak ? 2 : 1, from, until)
    from = until
  }
  return states
}

export type Overs = Readonly<Record<keyof typeof overs, readonly number[]>>

export function oversOf(truth: readonly Truth[]): Overs {
  const waits = truth.map(({ wait }) => wait)
  const lengths = truth.map(({ metres }) => metres)
  const long = lengths.map((_, place) => middle(lengths, place, 2))
  return {
    over20: episodes(waits, overs.over20),
    over30: episodes(waits, overs.over30),
    over60: episodes(waits, overs.over60),
    over1km: episodes(long, overs.over1km),
  }
}

/** As the scorer reads it. */
export function truthCsv(truth: readonly Truth[], start: Instant, checkpoint: string): string {
  const { over20, over30, over60, over1km } = oversOf(truth)
  const head =
    'at,checkpoint,lanes_open,queue_n,queue_m,last_wait_min,head_wait_min,congestion_min,virtual_wait_min,over20,over30,over60,over1km,cross'
  const two = (value: number) => (Number.isNaN(value) ? '' : value.toFixed(2))
  const lines = truth.map((one, place) =>
    [
      beijingIso(instant(start + one.at * 1000)),
      checkpoint,
      one.lanes,
      one.vehicles,
      Math.round(one.metres),
      '',
      two(one.head),
      two(one.wait),
      two(one.virtual),
      over20[place],
      over30[place],
      over60[place],
      over1km[place],
      '',
    ].join(','),
  )
  return [head, ...lines, ''].join('\n')
}
