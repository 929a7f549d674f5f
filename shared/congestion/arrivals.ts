import { anchorsOf, joinOf, turnDeviation } from './anchors.ts'
import { joinedBy, moment, smooth, type Curve, type Grid, type Seen } from './curve.ts'
import { countUntil } from './departures.ts'
import { remembersMinutes } from './limits.ts'
import { above, hazard } from './normal.ts'
import { startedBy, type Scene } from './scene.ts'

const passes = 4
/** Points of the grid at most. */
const slotsAtMost = 420
const shortestStep = 0.5

/** The arrival curve that fits all that is known, found in a few passes: what does not fit the others counts less each time. */
export function arrivalsOf(scene: Scene): Curve {
  const first = gridOf(scene)
  const unserved = scene.joined.filter(({ number }) => number === null)
  let curve: Curve | null = null
  for (let pass = 0; pass < passes; pass += 1) {
    const seen: Seen[] = [...anchorsOf(scene, curve).map((one) => trusted(one, curve))]
    if (curve !== null) seen.push(...alreadyStarted(scene, curve), ...stillWaiting(scene, unserved, curve), ...meander(scene, curve))
    curve = smooth({ ...first, usual: usualRate(first, curve) }, seen)
  }
  return curve ?? smooth(first, [])
}

/** From before the queue that may stand now began, where anything is known; coarser when that is long ago. */
function gridOf({ departures: { starts }, service, joined }: Scene): Grid {
  const lastIdle = service.idles.reduce((last, { until }) => Math.max(last, until), -remembersMinutes)
  const first = Math.min(starts[0]?.at ?? 0, joined[0]?.at ?? 0) - 10
  const from = Math.max(Math.min(-90, lastIdle - 30), first, -remembersMinutes)
  const until = Math.min(from, -5)
  const step = Math.max(shortestStep, -until / (slotsAtMost - 1))
  const size = Math.ceil(-until / step) + 1
  const before = countUntil(starts, -(size - 1) * step)
  const lately = countUntil(starts, 0) - countUntil(starts, -60)
  const rate = Math.max((starts.length - before) / -until, lately / 60, 0.1)
  return { from: -(size - 1) * step, step, size, rate, usual: rate, first: before }
}

/** Of the last hour as the curve saw it; the newest minutes are hearsay. */
function usualRate(grid: Grid, curve: Curve | null): number {
  if (curve === null) return grid.rate
  const [from, until] = [Math.max(grid.from, -70), -5]
  return Math.max((joinedBy(curve, until).count - joinedBy(curve, from).count) / Math.max(until - from, 10), 0.02)
}

/** By how far a point lies from the curve found before, after Student: a stray one hardly pulls. */
function trusted(seen: Seen, curve: Curve | null): Seen {
  if (curve === null) return seen
  const by = joinedBy(curve, seen.at)
  const off = (seen.count - by.count) ** 2 / (seen.deviation ** 2 + 0.25 * by.deviation ** 2)
  return { ...seen, weight: Math.min(seen.weight, 1) * (4 / (3 + off)) }
}

/** Whoever has begun had joined. */
function alreadyStarted({ departures: { starts } }: Scene, curve: Curve): Seen[] {
  const bounds: Seen[] = []
  let started = 0
  for (let slot = 0; slot < curve.grid.size; slot += 1) {
    const at = moment(curve.grid, slot)
    while ((starts[started]?.at ?? Infinity) <= at) started += 1
    if ((curve.count[slot] ?? 0) < started) bounds.push({ at, count: started, deviation: 1.5, weight: 1 })
  }
  return bounds
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

/**
 * While no lane stands idle a queue stands, and of a queue about which nothing else is known the longer it has lasted the more
 * is to be expected: a random walk that has not come back. A weak word, and only for a curve that says less.
 */
function meander(scene: Scene, curve: Curve): Seen[] {
  const { service, flow, departures } = scene
  if (!scene.lanes.some(({ open, silent }) => open && !silent)) return []
  const since = service.idles.reduce((last, { until }) => Math.max(last, until), departures.starts[0]?.at ?? 0)
  const share = (service.deviation / service.cycle) ** 2
  const spread = Math.sqrt((1.6 + share) * flow * Math.max(-since - 3 * service.cycle, 0))
  const count = startedBy(scene, 0) + spread
  const deviation = 2 + 0.66 * spread
  return joinedBy(curve, 0).count < count + deviation ? [{ at: 0, count, deviation, weight: 1 }] : []
}
