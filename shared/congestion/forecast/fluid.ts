import { hour, minute, type Instant } from '../../instant.ts'

export type Stretch = {
  readonly at: Instant
  /** Trucks an hour that come, and that its open lanes take. */
  readonly arrivals: number
  readonly capacity: number
  readonly lanes: number
}
/** Who waits when it begins: vehicles, and minutes of the truck at the booth. */
export type Standing = { readonly vehicles: number; readonly wait: number }
export type Flow = {
  /** Of the truck at the booth, minutes: mean and longest of the hour. */
  readonly wait: number
  readonly worst: number
  /** Vehicles at its end. */
  readonly left: number
}

const step = 5 * minute
/** Nobody waits longer than a day. */
const most = 24 * 60

/**
 * Who comes, who is taken, who is left: first come, first served, so the truck at the booth came when as many had come as have been
 * taken. The first stretch begins at `now`, within its hour. To that comes what chance makes wait though there is room.
 */
export function flowOver(stretches: readonly Stretch[], now: Instant, standing: Standing): Flow[] {
  /** The arrival curve as points: by that minute so many had come. */
  const came: { at: number; n: number }[] = [
    { at: -standing.wait, n: 0 },
    { at: 0, n: standing.vehicles },
  ]
  let [arrived, taken, from] = [standing.vehicles, 0, 0]
  return stretches.map((stretch) => {
    const { at, arrivals, capacity } = stretch
    const end = (at + hour - now) / minute
    const waits: number[] = []
    for (let time = Math.max((at - now) / minute, 0); time < end - 1e-9;) {
      const length = Math.min(step / minute, end - time)
      arrived += (arrivals * length) / 60
      taken = Math.min(taken + (capacity * length) / 60, arrived)
      time += length
      came.push({ at: time, n: arrived })
      while (from < came.length - 2 && came[from + 1]!.n < taken - 1e-9) from += 1
      const stands = arrived - taken >= 0.5
      const wait = stands ? time - whenCame(came, from, taken) : 0
      waits.push(Math.min(wait + byChance(stretch, stands), most))
    }
    return {
      wait: waits.reduce((sum, one) => sum + one, 0) / Math.max(waits.length, 1),
      worst: Math.max(0, ...waits),
      left: arrived - taken,
    }
  })
}

/** So full a checkpoint is only for a while: the steady state that the formula is for does not come about, nor more than some minutes. */
const fullest = 0.92
const mostByChance = 6

/**
 * Minutes that trucks wait because they come and are taken unevenly: Sakasegawa's formula for several lanes, with arrivals and
 * inspections that vary as much as they last.
 */
function byChance({ arrivals, capacity, lanes }: Stretch, stands: boolean): number {
  if (lanes < 1 || capacity <= 0 || arrivals <= 0) return 0
  const full = stands ? fullest : Math.min(arrivals / capacity, fullest)
  const wait = (((60 * lanes) / capacity) * full ** (Math.sqrt(2 * (lanes + 1)) - 1)) / (lanes * (1 - full))
  return Math.min(wait, mostByChance)
}

function whenCame(came: readonly { at: number; n: number }[], from: number, n: number): number {
  const [before, after] = [came[from]!, came[from + 1]!]
  const between = after.n - before.n
  return between <= 0
    ? after.at
    : before.at + (after.at - before.at) * Math.min(Math.max((n - before.n) / between, 0), 1)
}
