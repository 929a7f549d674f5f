import { forecastOf, floorHour, type Forecast, type ForecastGiven } from '../../shared/congestion/forecast/forecast.ts'
import { isSamePeak, type Peak } from '../../shared/congestion/forecast/peaks.ts'
import { day, hour, instant, minute, plus, type Instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import { openLanesOf } from '../store/board.ts'
import type { CheckpointRow } from '../store/checkpoints.ts'
import type { Write } from '../store/db.ts'
import { addHourForecast, addPeak, dropUntoldPeaks, hoursSince, peaksSince } from '../store/forecast.ts'
import type { HourRow, PeakRow } from '../store/forecast.ts'
import { lastReadingOf } from '../store/queue.ts'
import { ladderNumbersAt } from './congestion-law.ts'
import { hourSeenOf } from './forecast-hours.ts'
import { newId } from './new-id.ts'

export const keptHours = (now: Instant): Instant => plus(now, -26 * 7 * day)
/** A reading that is older than this says nothing of now. */
const stale = 10 * minute

export type Made = { given: ForecastGiven; forecast: Forecast }

/** `more`: hours that are about to be written. */
export async function makeForecast(
  deps: Pick<Deps, 'db' | 'law'>,
  place: CheckpointRow,
  now: Instant,
  more: readonly HourRow[] = [],
): Promise<Made> {
  const [rows, [reading], [lanes]] = await Promise.all([
    deps.db.all(hoursSince(place.id, keptHours(now))),
    deps.db.all(lastReadingOf(place.id)),
    deps.db.all(openLanesOf([place.id], plus(now, 1))),
  ])
  const numbers = ladderNumbersAt(deps, now)
  const fresh = reading !== undefined && reading.at > now - stale && reading.known === 1 && reading.lost_since === null
  const given = {
    history: [...rows, ...more].map(hourSeenOf),
    now,
    lanes: { open: lanes?.open ?? null, total: place.lanes },
    standing: fresh ? { vehicles: reading.vehicles, wait: reading.wait } : null,
    startWait: numbers.congestionStartWait,
    staffPerLane: numbers.congestionStaffPerLane,
  }
  return { given, forecast: forecastOf(given) }
}

/**
 * What is kept of a forecast: of the hour that begins next after two hours what was said of it, and the peaks nobody was told of yet.
 * One that somebody was told of stays, and is not expected again; nor is the one that is being told.
 */
export async function forecastWrites(
  deps: Deps,
  place: CheckpointRow,
  { forecast, given: { now } }: Made,
  telling?: { id: string; peak: Peak },
): Promise<Write[]> {
  const ahead = ladderNumbersAt(deps, now).congestionForecastAhead * minute
  const next = forecast.hours.find(({ at }) => at >= now + ahead)
  const known = (await deps.db.all(peaksSince(place.id, plus(now, -2 * day)))).filter((row) => row.told_at !== null)
  const told = [...known.map(spanOf), ...(telling === undefined ? [] : [telling.peak])]
  const peaks = forecast.peaks.filter((peak) => peak.from > now && !told.some((one) => isSamePeak(one, peak)))
  return [
    ...(next === undefined
      ? []
      : [
          addHourForecast({
            checkpoint_id: place.id,
            hour: next.at,
            made_at: now,
            arrivals: tenth(next.arrivals),
            low: tenth(next.low),
            high: tenth(next.high),
            wait: tenth(next.wait),
            lanes: next.lanes,
          }),
        ]),
    dropUntoldPeaks(place.id, telling?.id),
    ...peaks.map((peak) => addPeak(peakRow({ id: newId(deps), checkpoint: place.id, now }, peak))),
  ]
}

export const spanOf = (row: PeakRow) => ({ from: instant(row.from_at), to: instant(row.to_at) })

type About = { id: string; checkpoint: string; now: Instant }
export const peakRow = ({ id, checkpoint, now }: About, { from, to, advice, ...peak }: Peak): PeakRow => ({
  id,
  checkpoint_id: checkpoint,
  from_at: from,
  to_at: to,
  made_at: now,
  told_at: null,
  arrivals: tenth(peak.arrivals),
  capacity: tenth(peak.capacity),
  lanes: peak.lanes,
  wait: tenth(peak.wait),
  advice_lanes: advice.lanes,
  advice_staff: advice.staff,
  advice_wait: tenth(advice.wait),
  advice_short: advice.short ? 1 : 0,
})
const tenth = (value: number) => Math.round(value * 10) / 10

/** The newest hour that can be written: what was kept back for ten minutes has come in. */
export const lastWhole = (now: Instant): Instant => plus(floorHour(plus(now, -10 * minute)), -hour)
