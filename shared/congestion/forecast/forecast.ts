import { day, hour, instant, plus, type Instant } from '../../instant.ts'
import { dayOf, startOfDay, type Day } from './days.ts'
import { flowOver, type Standing } from './fluid.ts'
import type { HourSeen } from './hours.ts'
import { peaksIn, type Peak } from './peaks.ts'
import { paceIn, profileOf, todaysPace, type Profile } from './profile.ts'

export type ForecastGiven = {
  readonly history: readonly HourSeen[]
  readonly now: Instant
  /** `open`: now; null = nobody has said. */
  readonly lanes: { readonly open: number | null; readonly total: number }
  /** Who waits now; null = not known, so nobody. */
  readonly standing: Standing | null
  /** Minutes of wait from which an hour counts as a peak, and how many people a lane takes. */
  readonly startWait: number
  readonly staffPerLane: number
}

/** One hour ahead, with so many lanes as are planned. */
export type HourAhead = {
  readonly at: Instant
  /** Trucks, and between what eight of ten such hours lie. */
  readonly arrivals: number
  readonly low: number
  readonly high: number
  readonly lanes: number
  /** Trucks that these lanes take in an hour. */
  readonly capacity: number
  /** Minutes at the booth: mean, mean if few or if many come, and longest. */
  readonly wait: number
  readonly waitLow: number
  readonly waitHigh: number
  readonly worst: number
  /** Days of this kind seen at this hour. */
  readonly days: number
  /** A wait over the start, or more trucks than the lanes take. */
  readonly over: boolean
}
export type Forecast = {
  /** From the hour of now to the end of tomorrow; empty = nothing was ever seen here. */
  readonly hours: readonly HourAhead[]
  readonly peaks: readonly Peak[]
  /** Trucks a lane takes an hour. */
  readonly perLane: number
  /** 1.3 = today a third more comes than usual. */
  readonly pace: number
  readonly days: Profile['days']
  readonly today: Day
  readonly tomorrow: Day
}

export const floorHour = (at: Instant): Instant => instant(Math.floor(at / hour) * hour)
/** So long what is open now says more than what usually is. */
const openHolds = 3 * hour

/** What today and tomorrow will bring at a checkpoint (R117): how many come by kind of day and hour, and what the lanes make of it. */
export function forecastOf(given: ForecastGiven): Forecast {
  const { history, now, lanes } = given
  const profile = profileOf(history, now)
  const pace = todaysPace(history, profile, now)
  const midnight = startOfDay(now)
  const until = plus(midnight, 2 * day)
  const comes = hoursFrom(floorHour(now), until).flatMap((at) => {
    const usual = profile.usualAt(at)
    if (usual === undefined) return []
    const by = paceIn(pace, at - now)
    const planned = plannedLanes(profile, at, { now, ...lanes })
    return [
      {
        at,
        arrivals: usual.arrivals * by,
        low: usual.low * by,
        high: usual.high * by,
        lanes: planned,
        days: usual.days,
      },
    ]
  })
  const plan = { ...given, comes, perLane: profile.perLane }
  const hours = ahead(plan, () => 0)
  return {
    hours,
    peaks: peaksIn(hours, {
      ...given,
      perLane: profile.perLane,
      withLanes: (least, from, to) => ahead(plan, (at) => (at >= from && at < to ? least : 0)),
    }),
    perLane: profile.perLane,
    pace,
    days: profile.days,
    today: dayOf(now),
    tomorrow: dayOf(plus(midnight, day)),
  }
}

/** The same hours if so many lanes were open in all of them: what a third lane would change. */
export function withLanes(forecast: Forecast, lanes: number, given: ForecastGiven): readonly HourAhead[] {
  const comes = forecast.hours.map((one) => ({ ...one, lanes }))
  return ahead({ ...given, comes, perLane: forecast.perLane }, () => 0)
}

type Comes = Pick<HourAhead, 'at' | 'arrivals' | 'low' | 'high' | 'lanes' | 'days'>
type Plan = ForecastGiven & { readonly comes: readonly Comes[]; readonly perLane: number }

function ahead({ comes, perLane, now, standing, startWait }: Plan, least: (at: Instant) => number): HourAhead[] {
  const lanes = comes.map((one) => Math.max(one.lanes, least(one.at)))
  const flow = (of: 'arrivals' | 'low' | 'high') =>
    flowOver(
      comes.map((one, nth) => ({ at: one.at, arrivals: one[of], lanes: lanes[nth]!, capacity: lanes[nth]! * perLane })),
      now,
      standing ?? { vehicles: 0, wait: 0 },
    )
  const [middle, few, many] = [flow('arrivals'), flow('low'), flow('high')]
  return comes.map((one, nth) => {
    const { wait, worst } = middle[nth]!
    const capacity = lanes[nth]! * perLane
    return {
      ...one,
      lanes: lanes[nth]!,
      capacity,
      wait,
      waitLow: few[nth]!.wait,
      waitHigh: many[nth]!.wait,
      worst,
      over: worst > startWait || one.arrivals > capacity,
    }
  })
}

const hoursFrom = (from: Instant, until: Instant): Instant[] =>
  Array.from({ length: Math.max(0, Math.ceil((until - from) / hour)) }, (_, nth) => plus(from, nth * hour))

type Lanes = { readonly now: Instant; readonly open: number | null; readonly total: number }

/** What is usually open at that hour; for the next hours as many more or fewer as are open now. */
function plannedLanes(profile: Profile, at: Instant, { now, open, total }: Lanes): number {
  const usual = profile.usualAt(at)?.lanes ?? null
  if (usual === null || usual === 0) return Math.min(open ?? total, total)
  const usualNow = profile.usualAt(now)?.lanes ?? null
  const differs = open === null || usualNow === null || at - now > openHolds ? 0 : open - usualNow
  return Math.min(Math.max(usual + differs, 0), total)
}
