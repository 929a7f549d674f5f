import type { HourSeen } from '../../../shared/congestion/forecast/hours.ts'
import { forecastOf, type ForecastGiven } from '../../../shared/congestion/forecast/forecast.ts'
import { dayOf } from '../../../shared/congestion/forecast/days.ts'
import { beijing, day, hour, instant, parseInstant, type Instant } from '../../../shared/instant.ts'

export const beijingTime = (text: string): Instant => {
  const at = parseInstant(`${text}:00+08:00`)
  if (at === undefined) throw new RangeError(text)
  return at
}

/** A quiet road with a rush from five to seven in the evening; on days off another at ten. Lanes take 45 trucks an hour. */
export function usualDay(at: Instant): { arrivals: number; lanes: number } {
  const { hour: h } = beijing(at)
  const off = dayOf(at).kind !== 'weekday'
  if (h === 17 || h === 18) return { arrivals: off ? 70 : 140, lanes: 2 }
  if (off && (h === 10 || h === 11)) return { arrivals: 150, lanes: 2 }
  return { arrivals: h < 6 ? 10 : 50, lanes: 2 }
}

type Shape = (at: Instant) => { arrivals: number; lanes: number; wait?: number }

/** The hours from one midnight to another as they were seen, all of them whole. */
export function weeks(from: string, to: string, shape: Shape = usualDay): HourSeen[] {
  const [first, last] = [beijingTime(from), beijingTime(to)]
  return Array.from({ length: Math.round((last - first) / hour) }, (_, nth) => {
    const at = instant(first + nth * hour)
    const { arrivals, lanes, wait = 0 } = shape(at)
    const busy = arrivals > 45 * lanes
    return {
      at,
      minutes: 60,
      trucks: Math.min(arrivals, 45 * lanes),
      arrivals,
      wait,
      worst: wait,
      lanes,
      busyTrucks: busy ? 45 * lanes : 0,
      busyMinutes: busy ? 60 * lanes : 0,
    }
  })
}

export const given = (now: string, history: readonly HourSeen[], more: Partial<ForecastGiven> = {}): ForecastGiven => ({
  history: history.filter(({ at }) => at < beijingTime(now)),
  now: beijingTime(now),
  lanes: { open: 2, total: 6 },
  standing: null,
  startWait: 10,
  staffPerLane: 2,
  ...more,
})
export const foretold = (now: string, history: readonly HourSeen[], more: Partial<ForecastGiven> = {}) =>
  forecastOf(given(now, history, more))
export const days = (n: number): number => n * day
