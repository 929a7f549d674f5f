import type { Instant } from '../instant.ts'
import { arrivalsOf, busySince } from './arrivals.ts'
import { joinedAt, joinedBy, type Curve } from './curve.ts'
import { countUntil } from './departures.ts'
import { metresOf } from './length.ts'
import { reportHoldsMinutes } from './limits.ts'
import type { Memory } from './memory.ts'
import { waitTold } from './reports.ts'
import { sceneOf, startedBy, type Scene } from './scene.ts'
import { lostSince } from './silence.ts'
import type { Site } from './site.ts'

export type Confidence = 'high' | 'medium' | 'low'

/** Waits in minutes, none below 0. */
export type Estimate = {
  readonly at: Instant
  /** Of the truck that is taken next, since it joined 拥堵时间. */
  readonly wait: number
  /** Nine of ten times the wait lies in here. */
  readonly low: number
  readonly high: number
  readonly deviation: number
  /** What it will be in `soonMinutes`, by who stands there. */
  readonly soon: number
  /** Of whoever joins now. */
  readonly virtual: number
  /** Not begun yet. */
  readonly vehicles: number
  readonly metres: number
  readonly metresDeviation: number
  readonly confidence: Confidence
  /** Of the trucks taken lately, the share that followed at once on the one before; null = too few, for lanes were closed. */
  readonly load: number | null
  /** What the wait rests on: a person's word beats the model for a while. */
  readonly basis: 'model' | 'report'
  /** Nothing from the booths since then; the wait goes on by what came before, and no level changes. */
  readonly lostSince: Instant | null
}

export function estimate(memory: Memory, site: Site, now: Instant): Estimate {
  const scene = sceneOf(memory, site, now)
  const curve = arrivalsOf(scene)
  const lost = lostSince(scene)
  const head = headWait(scene, curve)
  const told = believed(waitTold(memory.reports.values(), now, reportHoldsMinutes), head)
  const wait = told === null ? head : { minutes: told.minutes, deviation: 0.1 * told.minutes + 1 }
  const tail = joinedBy(curve, 0)
  const vehicles = nothingKnown(scene) ? 0 : Math.max(tail.count - startedBy(scene, 0), 0)
  return {
    at: now,
    wait: wait.minutes,
    low: Math.max(wait.minutes - within * wait.deviation, 0),
    high: wait.minutes + within * wait.deviation,
    deviation: wait.deviation,
    soon: told === null && !nothingKnown(scene) ? waitAround(scene, curve, soonMinutes) : wait.minutes,
    virtual: virtualWait(scene, vehicles),
    vehicles,
    metres: metresOf(vehicles, scene.spacing),
    metresDeviation: tail.deviation * scene.spacing.each,
    confidence: confidenceOf(wait, lost),
    load: site.scansGuessed === true ? null : loadOf(scene),
    basis: told === null ? 'model' : 'report',
    lostSince: lost,
  }
}

/** Deviations within which nine of ten waits lie, as measured: the model's own are a little wide. */
const within = 1.45

/** Lanes that are closed take none: the load before says nothing of now, and trucks stand all the same. */
const loadOf = ({ lanes, service }: Scene): number | null => (lanes.some(({ open }) => open) ? service.load : null)

const nothingKnown = ({ departures, joined, told }: Scene) =>
  departures.starts.length === 0 && joined.length === 0 && told.length === 0

type Wait = { readonly minutes: number; readonly deviation: number }

/** Longer than this, minutes, and by so much longer than the model, is metres typed for minutes. */
const unlikely = { minutes: 180, more: 60, deviations: 4 } as const

const believed = <T extends { readonly minutes: number }>(told: T | null, head: Wait): T | null =>
  told !== null &&
  told.minutes > Math.max(unlikely.minutes, head.minutes + unlikely.more + unlikely.deviations * head.deviation)
    ? null
    : told

/** The truck next to begin stands for a few around it. */
const lanesDiffer = 0.8

/** A part of the five minutes that a wait is taken over: who will be taken in them stands there. */
const soonMinutes = 1.5

/** The wait is that of five minutes around, as the reference is; what is to come of them is reckoned from who stands there. */
const around = [-2, -1, 0, 1, 2] as const

function headWait(scene: Scene, curve: Curve): Wait {
  if (nothingKnown(scene)) return { minutes: 0, deviation: 10 }
  const begun = startedBy(scene, 0)
  const minutes = waitAround(scene, curve, 0)
  const at = -minutes
  const guessed = begun - countUntil(scene.departures.starts, 0) - scene.lanes.length
  const trucks = Math.hypot(joinedBy(curve, at).deviation, 1, 0.6 * Math.max(guessed, 0), blindness(scene) * scene.flow)
  const pace = Math.max(rateAt(curve, at), 0.4 * scene.flow)
  const deviation = 1.15 * Math.hypot(trucks / pace, lanesDiffer) * Math.min(1, 0.35 + minutes / 5)
  return { minutes, deviation }
}

function waitAround(scene: Scene, curve: Curve, middle: number): number {
  const waits = around.map((minutes) => headWaitAt(scene, curve, middle + minutes)).toSorted((a, b) => a - b)
  return waits[waits.length >> 1] ?? 0
}

function headWaitAt(scene: Scene, curve: Curve, at: number): number {
  const works = scene.lanes.some(({ open }) => open)
  const begun = startedBy(scene, Math.min(at, 0)) + (at > 0 && works ? at * scene.flow : 0)
  return Math.max(at - (joinedAt(curve, begun + 0.5) ?? at), 0)
}

/** Without a lane idle, a driver or a report for long, nobody knows how far the queue has grown; minutes of wait. */
function blindness(scene: Scene): number {
  const driver = scene.joined.findLast(({ manner, start }) => manner !== 'elsewhere' && (start?.at ?? 0) < 0)
  const seen = Math.max(busySince(scene), driver?.at ?? -Infinity, scene.told.at(-1)?.at ?? -Infinity)
  return 0.4 * Math.max(-seen - 20, 0)
}

/** Trucks a minute that joined around a moment. */
const rateAt = (curve: Curve, at: number) => (joinedBy(curve, at + 3).count - joinedBy(curve, at - 3).count) / 6

/** By the lanes that work; of a checkpoint that is closed nobody knows when it opens, and one lane is taken. */
const virtualWait = ({ flow, service }: Scene, vehicles: number): number =>
  vehicles < 0.5 ? 0 : vehicles / Math.max(flow, 1 / service.cycle)

function confidenceOf({ minutes, deviation }: Wait, lost: Instant | null): Confidence {
  if (lost !== null || deviation > 2 + 0.3 * minutes) return 'low'
  return deviation > 1.5 + 0.08 * minutes ? 'medium' : 'high'
}
