import type { Joined } from './check-ins.ts'
import { joinedAt, joinedBy, type Curve, type Seen } from './curve.ts'
import { metresOf, vehiclesIn } from './length.ts'
import { positionMinutes, reportHoldsMinutes } from './limits.ts'
import { meant } from './reports.ts'
import { startedBy, whenStarted, type Scene } from './scene.ts'

/** Vehicles in the queue at a moment by a curve; without one, none. */
const standing = (curve: Curve | null, { at, begun }: { at: number; begun: number }) =>
  curve === null ? 0 : Math.max(joinedBy(curve, at).count - begun, 0)

/** Everything that says how many had joined by when. Some of it needs the queue that stood then: the curve found before. */
export function anchorsOf(scene: Scene, curve: Curve | null): Seen[] {
  return [
    ...scene.service.idles.map(idleAnchor),
    ...quietAnchor(scene),
    ...scene.joined.flatMap((one) => checkInAnchors(one, scene, curve)),
    ...scene.told.flatMap((one) => reportAnchors(one, scene, curve)),
  ]
}

/** A lane stood without a truck: whoever had joined had begun. A truck or two may roll up just then. */
const idleAnchor = ({ until, number }: Scene['service']['idles'][number]): Seen => ({
  at: until - 0.25,
  count: number,
  deviation: 1.2,
  weight: 1,
})

/** Lanes stand without a truck now: all who had joined before the longest inspection began have begun. */
const quietAnchor = ({ lanes, service, departures: { starts } }: Scene): Seen[] =>
  lanes.some(({ quiet }) => quiet) && (starts.at(-1)?.at ?? 0) < -service.long - 1
    ? [{ at: -service.long - 0.5, count: starts.length, deviation: 1.2, weight: 1 }]
    : []

type Join = { readonly at: number; readonly deviation: number; readonly trust: number }

/** When the truck joined, as its manner of checking in tells; minutes. */
export function joinOf({ manner, at, metres, begun }: Joined, scene: Scene, curve: Curve | null): Join {
  const queue = metresOf(standing(curve, { at, begun }), scene.spacing)
  /** Since it stood so many metres further back, minutes: as long as the queue took to move up, however long lanes were closed. */
  const passing = (further: number) =>
    Math.max(at - Math.min(whenStarted(scene, begun - further / scene.spacing.each), at), 0)
  switch (manner) {
    case 'position':
      return { at: at - positionMinutes, deviation: 0.4, trust: 1 }
    case 'fence': {
      const free = scene.travel * Math.max(0, 1 - queue / Math.max(metres, 1))
      if (queue <= metres) return { at: at + free, deviation: 0.5, trust: 0.7 }
      const passed = passing(queue - metres)
      return { at: at - passed, deviation: 0.6 + 0.3 * passed, trust: 0.5 }
    }
    case 'sign': {
      const passed = passing(Math.min(Math.max(queue - metres, 0), scene.nextSign(metres)))
      return { at: at - 0.9 - 0.8 * passed, deviation: 0.6 + 0.3 * passed, trust: curve === null ? 0.1 : 0.5 }
    }
    default:
      return { at, deviation: 8, trust: 0.1 }
  }
}

/** By how many trucks the turn of one differs from the order in which they joined: lanes have luck, and joins are not seen exactly. */
export function turnDeviation({ service, took }: Scene, join: Join, waited: number): number {
  const luck = Math.min(1.5 * service.deviation, 0.5 + 0.3 * Math.max(waited, 0))
  return took * Math.hypot(luck, join.deviation) + 0.5
}

/** Where a truck stands in the queue tells how many are before it. At a fence it does only once the queue is longer. */
function placeAnchors({ manner, metres, at, begun }: Joined, join: Join, scene: Scene): Seen[] {
  if (manner === 'elsewhere' || metres <= 0 || join.at > at) return []
  const ahead = vehiclesIn(metres, scene.spacing) + 1
  const deviation = Math.hypot(2 + 0.12 * ahead, scene.took * join.deviation)
  return [{ at: join.at, count: begun + ahead, deviation, weight: join.trust }]
}

function checkInAnchors(one: Joined, scene: Scene, curve: Curve | null): Seen[] {
  const join = joinOf(one, scene, curve)
  const anchors = placeAnchors(one, join, scene)
  if (one.number === null || one.start === null) return anchors
  if (join.at > one.start.at + 1) return anchors
  const deviation = turnDeviation(scene, join, one.start.at - join.at)
  return [...anchors, { at: Math.min(join.at, one.start.at), count: one.number + 1, deviation, weight: join.trust }]
}

function reportAnchors({ at, metres }: Scene['told'][number], scene: Scene, curve: Curve | null): Seen[] {
  const started = startedBy(scene, at)
  const said = meant(metres, expectedAt(scene, curve, { at, metres, started }), scene.site)
  if (said === null) return []
  const vehicles = vehiclesIn(said.metres, scene.spacing)
  const fresh = at > -reportHoldsMinutes
  const share = said.kind === 'slip' ? 0.4 : fresh ? 0.1 : 0.18
  const deviation = 1.5 + share * vehicles + 30 / scene.spacing.each
  // Nothing is expected yet: an unlikely length waits until it can be held against the others.
  const unlikely = curve === null && metres > 1500
  const alone = !seenOtherwise(scene, at)
  const weight = unlikely ? 0.05 : said.kind === 'fits' && alone ? 4 : 1
  const least = !fresh || said.kind === 'slip' ? 0 : said.kind === 'fits' ? weight / 2 : alone ? 0.2 : 0
  return [{ at, count: started + vehicles, deviation, weight, least }]
}

/** How long the queue was by the curve, and how long its head had waited. Without a curve what was told is as good as any. */
function expectedAt({ spacing }: Scene, curve: Curve | null, told: { at: number; metres: number; started: number }) {
  if (curve === null) return { metres: told.metres, deviation: 1000, minutes: 0 }
  const by = joinedBy(curve, told.at)
  const head = joinedAt(curve, told.started + 0.5) ?? told.at
  const metres = metresOf(by.count - told.started, spacing)
  return { metres, deviation: by.deviation * spacing.each, minutes: Math.max(told.at - head, 0) }
}

/** Some driver told something in the twenty minutes before; else the person who looked is the only one who saw. */
const seenOtherwise = ({ joined }: Scene, at: number) =>
  joined.some((one) => one.manner !== 'elsewhere' && one.at > at - 20 && one.at <= at)
