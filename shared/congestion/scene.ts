import { minute, type Instant } from '../instant.ts'
import { freeTravel, joinedOf, type Joined } from './check-ins.ts'
import { countUntil, departuresOf, type Departures } from './departures.ts'
import { lanesNow, unknownStarts, type LaneNow } from './lanes.ts'
import { spacingOf, type Spacing } from './length.ts'
import { freeSpeed } from './limits.ts'
import type { Inspected } from './event.ts'
import type { Change } from './idle.ts'
import type { Memory } from './memory.ts'
import { lengthsTold, type Told } from './reports.ts'
import { serviceOf, type Service } from './service.ts'
import { rateIn } from './silence.ts'
import type { Site } from './site.ts'

/** All that is known at one moment, read from the memory; times are minutes relative to it. */
export type Scene = {
  readonly now: Instant
  readonly site: Site
  readonly departures: Departures
  readonly service: Service
  readonly lanes: readonly LaneNow[]
  readonly joined: readonly Joined[]
  readonly told: readonly Told[]
  readonly spacing: Spacing
  /** Trucks a minute that the open lanes take when a queue stands; never below that of half a lane. */
  readonly flow: number
  /** Trucks a minute that it took lately, before it may have closed. */
  readonly took: number
  /** From the fence to the booth on a free road, minutes. */
  readonly travel: number
  /** From a sign to the next one upstream, metres. */
  readonly nextSign: (sign: number) => number
}

export function sceneOf(memory: Memory, site: Site, now: Instant): Scene {
  const changes = [...memory.lanes.values()].map(({ lane, at, open }) => ({
    lane,
    open,
    at: (at - now) / minute,
  }))
  const { departures, measured } = back(memory, site, now, changes)
  const { starts } = departures
  const lanes = lanesNow(memory.lanes.values(), starts, { site, service: measured, now })
  const begun = (at: number) => startedBy({ departures, lanes, service: measured }, at)
  const joined = joinedOf(memory.checkIns.values(), { departures, site, now, begun })
  const service = { ...measured, idles: withoutWaiting(measured.idles, joined) }
  const working = lanes.filter(({ open }) => open)
  const open = working.filter(({ silent, unheard }) => unheard || !silent)
  const usual = (site.fenceMetres ?? site.approachMetres) / freeSpeed
  const flow = Math.max(open.length, 0.5) / service.cycle
  return {
    now,
    site,
    departures,
    service,
    lanes,
    joined,
    told: lengthsTold(memory.reports.values(), site, now),
    spacing: spacingOf(joined, starts, site),
    flow,
    took: Math.max(flow, rateIn(starts, starts.at(-1)?.at ?? 0, 40)),
    travel: freeTravel(joined, usual),
    nextSign: (sign) => (site.signs.find((next) => next > sign) ?? sign + 500) - sign,
  }
}

/** So far back it is looked first, minutes, and a lane must have stood without a truck so much later: the queue began since then. */
const looks = { back: 180, idle: 60 } as const

/**
 * Departures since before the queue that may stand now began. Mostly that is not long ago, and all that is remembered is read only
 * for a queue that has stood for hours.
 */
function back(memory: Memory, site: Site, now: Instant, changes: readonly Change[]) {
  const lately = [...memory.inspected.values()].filter(({ receivedAt }) => now - receivedAt < looks.back * minute)
  const read = (events: Iterable<Inspected>) => {
    const departures = departuresOf(events, now, site.greenLane)
    return { departures, measured: serviceOf(departures.starts, changes) }
  }
  const found = lately.length < memory.inspected.size ? read(lately) : null
  const began = found?.measured.idles.at(-1)?.until ?? -Infinity
  return found !== null && began > looks.idle - looks.back ? found : read(memory.inspected.values())
}

/**
 * So far from the booths a truck that checks in is called to none of them yet, metres; so many of them are no chance. It may have
 * stood for so long before, minutes.
 */
const known = { metres: 100, trucks: 2, stood: 60, idles: 24 } as const

/** Of the newest: those before them are outvoted by what came after. */
const withoutWaiting = (idles: Service['idles'], joined: readonly Joined[]): Service['idles'] =>
  idles.filter((idle, place) => place < idles.length - known.idles || !knownWaiting(joined, idle))

/** Trucks stood in the queue all the while that a lane had none: its inspector had stopped. */
function knownWaiting(joined: readonly Joined[], { from, until }: Service['idles'][number]): boolean {
  let trucks = 0
  for (let place = countUntil(joined, from - 1) - 1; place >= 0 && trucks < known.trucks; place -= 1) {
    const { at, start, manner, metres } = joined[place]!
    if (at < from - known.stood) break
    const tells = (manner === 'position' || manner === 'sign') && metres >= known.metres
    if (tells && start !== null && start.at > until + 0.5) trucks += 1
  }
  return trucks >= known.trucks
}

/** Starts at or before a moment, those that are not known yet among them. */
export const startedBy = (
  { departures, lanes, service }: Pick<Scene, 'departures' | 'lanes' | 'service'>,
  at: number,
): number => countUntil(departures.starts, at) + unknownStarts(lanes, service, at)

/** When so many had begun: the departure curve read the other way; 0 when they have not yet, and the oldest that is known at most. */
export function whenStarted({ departures: { starts } }: Pick<Scene, 'departures'>, count: number): number {
  const place = Math.ceil(count) - 1
  return place >= starts.length ? 0 : (starts[Math.max(place, 0)]?.at ?? 0)
}
