import { chanceOf, type Chance } from './chance.ts'

/** What goes on at a checkpoint. Times are seconds from the beginning, distances metres. */
export type Plan = {
  readonly seed: number
  readonly hours: number
  readonly approachLanes: number
  readonly booths: number
  readonly greenLane?: number
  /** Trucks an hour that join at a moment (hours from the beginning). */
  readonly arrivals: (hour: number) => number
  readonly open: (lane: number, hour: number) => boolean
  /** Share of cars: shorter, and quickly looked at. */
  readonly cars?: number
  readonly green?: number
  /** Chance a minute, of each that stands, to turn back. */
  readonly turnsBack?: number
  /** An inspector stops for some minutes, so often an hour. */
  readonly pauses?: number
  /** Mean of an inspection is scaled by it. */
  readonly slow?: number
  /** Share that comes in platoons of ten or so. */
  readonly platoons?: number
  /** From the booth line to where trucks are held back, metres. */
  readonly plaza?: number
  /** Kinds of inspections of trucks: mean seconds, and their share. Left out: a mixed day. */
  readonly mix?: readonly (readonly [seconds: number, share: number])[]
  /** Share of those about to join who drive on, by how many stand: navigation tells them. */
  readonly diverts?: (vehicles: number) => number
}

export type Truck = {
  readonly plate: string
  readonly isCar: boolean
  /** With the gap to the next, metres. */
  readonly length: number
  readonly isGreen: boolean
  readonly join: number
  start: number | null
  end: number | null
  left: number | null
  lane: number | null
  /** Metres from the booth when it joined, and when asked a minute later. */
  joinedAt: number
  /** Seconds and metres of it as the queue moves, each half minute. */
  readonly track: { at: number; metres: number }[]
}

export type Road = { readonly plan: Plan; readonly trucks: readonly Truck[]; readonly queue: readonly Standing[] }
/** Each half minute. */
export type Standing = { readonly at: number; readonly vehicles: number; readonly metres: number }

type Booth = { lane: number; line: Truck[]; serving: Truck | null; readyAt: number; pausedUntil: number }

/** Permits, what is looked at a little longer, by hand, registered on site. */
const mixedDay = [
  [25, 0.45],
  [70, 0.4],
  [170, 0.1],
  [290, 0.05],
] as const
/** Metres, and how many of a hundred. */
const truckLengths = [
  [17.5, 0.44],
  [16, 0.22],
  [12, 0.16],
  [9, 0.12],
  [6, 0.06],
] as const

function pick(values: readonly (readonly [value: number, share: number])[], chance: Chance): number {
  let left = chance.next()
  for (const [value, share] of values) if ((left -= share) < 0) return value
  return values[0]![0]
}

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ'

function truckOf(join: number, place: number, plan: Plan, chance: Chance): Truck {
  const letter = letters[Math.floor(chance.next() * letters.length)] ?? 'A'
  const isCar = chance.often(plan.cars ?? 0)
  return {
    plate: `豫${letter}${String(10_000 + place)}`,
    isCar,
    length: isCar ? 7.5 : pick(truckLengths, chance) + 4.5,
    isGreen: chance.often(plan.green ?? 0),
    join,
    start: null,
    end: null,
    left: null,
    lane: null,
    joinedAt: 0,
    track: [],
  }
}

function joinsOf(plan: Plan, chance: Chance): number[] {
  const joins: number[] = []
  const most = Math.max(...Array.from({ length: 200 }, (_, step) => plan.arrivals((step / 200) * plan.hours)), 1)
  for (let at = 0; ;) {
    at -= (Math.log(1 - chance.next()) * 3600) / most
    if (at > plan.hours * 3600) break
    if (!chance.often(plan.arrivals(at / 3600) / most)) continue
    if (!chance.often(plan.platoons ?? 0.2)) joins.push(at)
    else if (chance.often(1 / 6)) for (let each = 0; each < 6; each += 1) joins.push(at + each * chance.between(3, 12))
  }
  return joins.toSorted((a, b) => a - b)
}

const serviceSeconds = (truck: Truck, plan: Plan, chance: Chance) => {
  const mean = truck.isCar ? 20 : truck.isGreen ? 26 : pick(plan.mix ?? mixedDay, chance)
  return Math.max(8, chance.skewed(mean, mean * 0.33) * (plan.slow ?? 1))
}

/** Second by second: trucks join, are called to the booth with the shortest line, are looked at, and go. */
export function drive(plan: Plan): Road {
  const chance = chanceOf(plan.seed)
  const coming = joinsOf(plan, chance).map((join, place) => truckOf(join, place, plan, chance))
  const trucks: Truck[] = []
  const booths = Array.from({ length: plan.booths }, (_, place): Booth => ({
    lane: place + 1,
    line: [],
    serving: null,
    readyAt: 0,
    pausedUntil: 0,
  }))
  const held: Truck[] = []
  const queue: Standing[] = []
  let next = 0
  for (let at = 0; at <= plan.hours * 3600; at += 1) {
    for (; (coming[next]?.join ?? Infinity) <= at; next += 1) {
      if (chance.often(plan.diverts?.(queue.at(-1)?.vehicles ?? 0) ?? 0)) continue
      held.push(coming[next]!)
      trucks.push(coming[next]!)
    }
    for (const booth of booths) serve(booth, { at, plan, chance, held })
    call(held, booths, { at, plan })
    if (at % 60 === 0 && plan.turnsBack !== undefined) turnBack(held, at, plan.turnsBack, chance)
    if (at % 30 === 0) queue.push(look(held, booths, at, plan))
  }
  return { plan, trucks, queue }
}

type Around = { at: number; plan: Plan; chance: Chance; held: Truck[] }

function serve(booth: Booth, { at, plan, chance, held }: Around): void {
  const { serving } = booth
  if (serving?.end !== null && serving !== null && serving.end <= at) {
    booth.serving = null
    booth.readyAt = at + chance.between(8, 14)
  }
  if (!plan.open(booth.lane, at / 3600)) {
    held.unshift(...booth.line.splice(0))
    return
  }
  if (plan.pauses !== undefined && booth.pausedUntil <= at && chance.often(plan.pauses / 3600))
    booth.pausedUntil = at + chance.between(90, 300)
  if (booth.serving !== null || booth.readyAt > at || booth.pausedUntil > at) return
  const truck = booth.line.shift()
  if (truck === undefined) return
  truck.start = at
  truck.lane = booth.lane
  truck.end = at + serviceSeconds(truck, plan, chance)
  booth.serving = truck
}

/** At most three at a booth, the one looked at among them; green ones to their own lane. */
function call(held: Truck[], booths: readonly Booth[], { at, plan }: { at: number; plan: Plan }): void {
  for (let place = 0; place < held.length && place < 40;) {
    const truck = held[place]!
    const mine = booths.filter(
      ({ lane }) =>
        plan.open(lane, at / 3600) && (lane === plan.greenLane) === (truck.isGreen && plan.greenLane !== undefined),
    )
    const load = ({ line, serving }: Booth) => line.length + (serving === null ? 0 : 1)
    const best = mine.toSorted((a, b) => load(a) - load(b))[0]
    if (best !== undefined && load(best) < 3) best.line.push(...held.splice(place, 1))
    else if (truck.isGreen) place += 1
    else if (plan.greenLane === undefined) break
    else place += 1
  }
}

function turnBack(held: Truck[], at: number, share: number, chance: Chance): void {
  for (let place = held.length - 1; place >= 0; place -= 1)
    if (at - held[place]!.join > 600 && chance.often(share)) held.splice(place, 1)[0]!.left = at
}

function look(held: readonly Truck[], booths: readonly Booth[], at: number, plan: Plan): Standing {
  const general = held.filter(({ isGreen }) => !isGreen || plan.greenLane === undefined)
  const called = booths.filter(({ lane }) => lane !== plan.greenLane).flatMap(({ line }) => line)
  let metres = plan.plaza ?? 120
  const from = metres
  for (const truck of general) {
    if (truck.track.length === 0) truck.joinedAt = metres
    if (truck.track.length === 0 || at % 120 === 0) truck.track.push({ at, metres })
    metres += truck.length / plan.approachLanes
  }
  const near = called.length === 0 ? 0 : 20 + (called.length / plan.booths) * 19
  return { at, vehicles: general.length + called.length, metres: metres > from ? metres : near }
}
