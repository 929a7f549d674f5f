import { hourOf, type HourSeen } from '../../shared/congestion/forecast/hours.ts'
import { hour, instant, plus, type Instant } from '../../shared/instant.ts'
import { laneSpans } from '../../shared/shifts/ledger.ts'
import type { Deps } from '../deps.ts'
import { checksAt } from '../store/duty.ts'
import { lastHourOf, laneChanges, readingsBetween } from '../store/forecast.ts'
import type { HourRow } from '../store/forecast.ts'
import { lanesBefore } from '../store/shifts.ts'
import { eventOf } from './shift-log.ts'

/** Readings are kept for two days; what is older cannot be made up for. */
const reach = 47 * hour

/** The hours of a checkpoint up to and with `target` that are not written yet, as they were. */
export async function unwrittenOf(deps: Deps, checkpoint: string, target: Instant): Promise<HourRow[]> {
  const [last] = await deps.db.all(lastHourOf(checkpoint))
  const oldest = Math.max(
    last?.hour == null ? Math.floor((last?.reading ?? target) / hour) * hour : last.hour + hour,
    target - reach,
  )
  const rows: HourRow[] = []
  for (let at = oldest; at <= target; at += hour)
    rows.push(rowOf(checkpoint, await readHour(deps, checkpoint, instant(at))))
  return rows
}

async function readHour(deps: Deps, checkpoint: string, from: Instant): Promise<HourSeen> {
  const to = plus(from, hour)
  const [readings, checks, before, changes] = await Promise.all([
    deps.db.all(readingsBetween(checkpoint, from, to)),
    deps.db.all(checksAt(checkpoint, from, to)),
    deps.db.all(lanesBefore(checkpoint, from)),
    deps.db.all(laneChanges(checkpoint, from, to)),
  ])
  return hourOf(from, {
    readings: readings.map(({ at, wait, vehicles, known, lost_since: lost }) => ({
      at: instant(at),
      wait,
      vehicles,
      seen: known === 1 && lost === null,
    })),
    inspected: checks
      .filter(({ corrects }) => corrects === null)
      .map(({ made_at: at, plate, lane }) => ({ at: instant(at), plate, lane })),
    lanes: laneSpans([...before, ...changes].map(eventOf)),
  })
}

const rowOf = (checkpoint: string, seen: HourSeen): HourRow => ({
  checkpoint_id: checkpoint,
  hour: seen.at,
  minutes: seen.minutes,
  trucks: seen.trucks,
  arrivals: seen.arrivals,
  wait: tenth(seen.wait),
  worst: tenth(seen.worst),
  lanes: tenth(seen.lanes),
  busy_trucks: seen.busyTrucks,
  busy_minutes: seen.busyMinutes,
})
const tenth = (value: number) => Math.round(value * 10) / 10

export const hourSeenOf = (row: HourRow): HourSeen => ({
  at: instant(row.hour),
  minutes: row.minutes,
  trucks: row.trucks,
  arrivals: row.arrivals,
  wait: row.wait,
  worst: row.worst,
  lanes: row.lanes,
  busyTrucks: row.busy_trucks,
  busyMinutes: row.busy_minutes,
})
