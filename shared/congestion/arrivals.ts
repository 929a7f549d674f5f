import { anchorsOf, joinOf, turnDeviation } from './anchors.ts'
import { joinedBy, moment, smooth, type Curve, type Grid, type Seen } from './curve.ts'
import { countUntil } from './departures.ts'
import { remembersMinutes } from './limits.ts'
import { above, hazard } from './normal.ts'
import { startedBy, type Scene } from './scene.ts'

const passes = 4
/** Points of the grid at most. */
const slotsAtMost = 240
const shortestStep = 0.5

/** The arrival curve that fits all that is known, found in a few passes: what does not fit the others counts less each time. */
export function arrivalsOf(whole: Scene): Curve {
  const first = gridOf(whole)
  const scene = since(whole, first.from - earlier)
  const unserved = scene.joined.filter(({ number }) => number === null)
  let curve: Curve | null = null
  for (let pass = 0; pass < passes; pass += 1) {
    const seen: Seen[] = anchorsOf(scene, curve).map((one) => trusted(one, curve))
    if (curve !== null) {
      const bounds = [alreadyStarted(scene, curve), stillWaiting(scene, unserved, curve), meander(scene, curve)]
      seen.push(...bounds.flat())
    }
    curve = smooth({ ...first, usual: usualRate(first, curve) }, seen)
  }
  return curve ?? smooth(first, [])
}

/** A driver may tell so long before he joins, minutes. */
const earlier = 15

/** What was seen before the grid begins is no point of its curve. */
const since = (scene: Scene, from: number): Scene => ({
  ...scene,
  joined: scene.joined.slice(countUntil(scene.joined, from)),
  told: scene.told.slice(countUntil(scene.told, from)),
  service: { ...scene.service, idles: scene.service.idles.filter(({ until }) => until > from) },
})

/** From before the queue that may stand now began, where anything is known; coarser when that is long ago. */
function gridOf({ departures: { starts }, service, joined, took }: Scene): Grid {
  const lastIdle = service.idles.reduce((last, { until }) => Math.max(last, until), -remembersMinutes)
  const first = Math.min(starts[0]?.at ?? 0, joined[0]?.at ?? 0) - 10
  const from = Math.max(Math.min(-90, lastIdle - 30), first, -remembersMinutes)
  const until = Math.min(from, -5)
  const step = Math.max(shortestStep, -until / (slotsAtMost - 1))
  const size = Math.ceil(-until / step) + 1
  const before = countUntil(starts, -(size - 1) * step)
  const lately = countUntil(starts, 0) - countUntil(starts, -60)
  const rate = Math.max((starts.length - before) / -until, lately / 60, 0.1)
  return { from: -(size - 1) * step, step, size, rate: Math.max(rate, 0.7 * took), usual: rate, first: before }
}

/** Of the last hour as the curve saw it; the newest minutes are hearsay. */
function usualRate(grid: Grid, curve: Curve | null): number {
  if (curve === null) return grid.usual
  const [from, until] = [Math.max(grid.from, -70), -5]
  return Math.max((joinedBy(curve, until).count - joinedBy(curve, from).count) / Math.max(until - from, 10), 0.02)
}

/** By how far a point lies from the curve found before, after Student: a stray one hardly pulls. */
function trusted(seen: Seen, curve: Curve | null): Seen {
  if (curve === null) return seen
  const by = joinedBy(curve, seen.at)
  const off = (seen.count - by.count) ** 2 / (seen.deviation ** 2 + by.deviation ** 2)
  return { ...seen, weight: Math.max(seen.weight * Math.min(1, 4 / (3 + off)), seen.least ?? 0) }
}

/** Whoever has begun had joined. Of each few minutes only the worst: many words for the same would drown the others. */
function alreadyStarted({ departures: { starts } }: Scene, { grid, count }: Curve): Seen[] {
  const bounds: Seen[] = []
  const some = Math.max(1, Math.round(4 / grid.step))
  let started = 0
  let worst: { by: number; seen: Seen } | null = null
  for (let slot = 0; slot < grid.size; slot += 1) {
    const at = moment(grid, slot)
    while ((starts[started]?.at ?? Infinity) <= at) started += 1
    const by = started - (count[slot] ?? 0)
    if (by > 0.5 && by > (worst?.by ?? 0)) worst = { by, seen: { at, count: started + 0.5, deviation: 1.5, weight: 1 } }
    if (slot % some !== 0 || worst === null) continue
    bounds.push(worst.seen)
    worst = null
  }
  return worst === null ? bounds : [...bounds, worst.seen]
}

/**
 * Who checked in and has not been inspected stands in the queue still: of such a truck it is known that its turn comes after
 * those that have begun, and no more. Left out, only the lucky ones of those who joined together would speak. One that is overdue
 * and was overtaken has turned back, or never came, or its plate was mistyped.
 */
function stillWaiting(scene: Scene, unserved: Scene['joined'], curve: Curve): Seen[] {
  const served = scene.joined.filter(({ number, manner }) => number !== null && manner !== 'elsewhere')
  const begun = startedBy(scene, 0) + 0.5
  return unserved.flatMap((one): Seen[] => {
    const join = joinOf(one, scene, curve)
    if (one.manner === 'elsewhere' || join.at > -0.5) return []
    const deviation = turnDeviation(scene, join, -join.at)
    const by = joinedBy(curve, join.at)
    const overdue = (begun - by.count) / deviation
    if (overdue < -2.5) return []
    const pull = hazard(overdue)
    const share = Math.max(pull * (pull - overdue), 0.05)
    const overtakers = countAfter(served, one.at + 2)
    const never = Math.min(0.05 + 0.08 * overtakers, 0.6)
    const comes = ((1 - never) * above(overdue)) / (never + (1 - never) * above(overdue))
    const weight = share * comes * join.trust
    return [{ at: join.at, count: by.count + (deviation * pull) / share, deviation, weight }]
  })
}

const countAfter = (rising: readonly { readonly at: number }[], at: number) => rising.length - countUntil(rising, at)

/** Points at which the long absence of an idle lane is weighed. */
const quarters = [0.25, 0.5, 0.75, 1] as const

/** And where lanes are never short of trucks for hours, more come than they take: by so much of it at least, as a rule. */
const overload = 0.15

/**
 * While no lane stands idle a queue stands, and of a queue about which nothing else is known the longer it has lasted the more
 * is to be expected: a random walk that has not come back. A weak word, and only for a curve that says less.
 */
function meander(scene: Scene, curve: Curve): Seen[] {
  const { service, flow } = scene
  if (!scene.lanes.some(({ open, silent }) => open && !silent)) return []
  const since = busySince(scene)
  const noise = (1.6 + (service.deviation / service.cycle) ** 2) * flow
  return quarters.flatMap((share): Seen[] => {
    const at = since * (1 - share)
    const lasted = Math.max(at - since - 3 * service.cycle, 0)
    const spread = Math.max(Math.sqrt(noise * lasted), overload * flow * lasted)
    const count = startedBy(scene, at) + spread
    const deviation = 2 + 0.66 * spread
    return spread > 0 && joinedBy(curve, at).count < count + deviation ? [{ at, count, deviation, weight: 0.5 }] : []
  })
}

/** When a lane last stood without a truck. */
export const busySince = ({ service: { idles }, departures: { starts } }: Scene): number =>
  idles.reduce((last, { until }) => Math.max(last, until), starts[0]?.at ?? 0)
