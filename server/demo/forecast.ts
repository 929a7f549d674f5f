import { forecastOf, type ForecastGiven } from '../../shared/congestion/forecast/forecast.ts'
import { flowOver } from '../../shared/congestion/forecast/fluid.ts'
import type { HourSeen } from '../../shared/congestion/forecast/hours.ts'
import { isDue, isSamePeak } from '../../shared/congestion/forecast/peaks.ts'
import { congestionNumbersAt } from '../../shared/congestion/numbers.ts'
import { beijing, day, hour, minute, plus, type Instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import { everyCheckpoint } from '../store/checkpoints.ts'
import type { Write } from '../store/db.ts'
import { addHour, addHourForecast, addPeak, lastHourOf } from '../store/forecast.ts'
import { lastWhole, peakRow } from '../usecases/forecast-make.ts'
import { lookAhead } from '../usecases/forecast-tick.ts'
import { newId } from '../usecases/new-id.ts'
import { dayScript } from './day-script.ts'

const weeks = 4
/** Days of which it is reckoned again what would have been said of them. */
const saidDays = 7
/** Where a rush comes every day, and how many hours after the start of the demonstration. */
const rushes: Readonly<Record<string, number>> = { 'JZ-G06': 1, 'JZ-G01': 5 }

/** How full the hours of a day are, the fullest ordinary one as 60. */
const usual = [14, 12, 10, 10, 12, 20, 30, 42, 50, 56, 58, 54, 48, 50, 54, 58, 60, 62, 58, 50, 42, 34, 26, 18]

/** The same number for the same hour of the same place, from 0 to 1: the demonstration is the same for everybody. */
function drawn(...of: readonly number[]): number {
  const mixed = of.reduce((sum, one) => Math.imul(sum ^ one, 0x9e3779b1) ^ (sum >>> 15), 0x2545f491)
  return (Math.imul(mixed ^ (mixed >>> 13), 0x85ebca6b) >>> 0) / 2 ** 32
}

/**
 * Four weeks of hours before now, invented; what would have been said of the last of them is reckoned as it is on any day, so the error
 * shown is that of the method on these roads.
 */
export async function addDemoForecast(deps: Deps): Promise<void> {
  const places = await deps.db.all(everyCheckpoint())
  const now = deps.now()
  for (const [nth, { id, lanes }] of places.entries()) {
    const [last] = await deps.db.all(lastHourOf(id))
    if (last?.hour != null) return
    const history = historyOf(id, nth, now)
    const said = rushes[id] === undefined ? [] : saidOf(deps, id, history, { now, total: lanes })
    await deps.db.commit([...history.map((one) => addHour(rowOf(id, one))), ...said])
  }
  // Writes the hour that is over, then tells what is due.
  await lookAhead(deps)
  await lookAhead(deps)
}

function historyOf(checkpoint: string, nth: number, now: Instant): HourSeen[] {
  const last = plus(lastWhole(now), -hour)
  const hours = Array.from({ length: weeks * 7 * 24 }, (_, back) => plus(last, -back * hour)).toReversed()
  const scene = dayScript.find((one) => one.checkpoint === checkpoint)
  const open = scene?.lanes[0]?.[1] ?? 1
  // Trucks that a lane takes an hour, and that come in the fullest ordinary one: as the day of the demonstration begins.
  const takes = 60 / (scene?.service ?? 1)
  const full = Math.min((scene?.arrivals[0]?.[1] ?? 0.6) * 60, 0.75 * open * takes)
  const rush = rushOf(checkpoint, now)
  const stretches = hours.map((at) => {
    const h = beijing(at).hour
    const isRush = rush.includes(h)
    const chance = 0.85 + 0.3 * drawn(nth, Math.floor(at / hour))
    const arrivals = Math.round((isRush ? 1.6 * open * takes : (usual[h]! / 60) * full) * chance)
    // On Tuesdays and Fridays somebody opens what is needed.
    const helped = isRush && [2, 5].includes(new Date(at + 8 * hour).getUTCDay())
    const lanes = helped ? Math.min(2 * open, 4) : open
    return { at, arrivals, lanes, capacity: lanes * takes }
  })
  const flow = flowOver(stretches, hours[0] ?? now, { vehicles: 0, wait: 0 })
  return stretches.map(({ at, arrivals, lanes, capacity }, place) => {
    const { wait, worst, left } = flow[place]!
    const stood = arrivals + (flow[place - 1]?.left ?? 0) - left
    const busy = left > 2
    return {
      at,
      minutes: 60,
      trucks: Math.round(stood),
      arrivals,
      wait: tenth(wait),
      worst: tenth(worst),
      lanes,
      busyTrucks: busy ? Math.round(Math.min(stood, capacity)) : 0,
      busyMinutes: busy ? lanes * 60 : 0,
    }
  })
}

/** Two hours of the clock, the first of them beginning soon after the start. */
function rushOf(checkpoint: string, now: Instant): number[] {
  const after = rushes[checkpoint]
  if (after === undefined) return []
  // At least twenty minutes ahead, so that there is something to be seen of being told before.
  const first = beijing(plus(now, after * hour + 20 * minute)).hour
  return [first, (first + 1) % 24]
}

type Of = { now: Instant; total: number }

/** What would have been said two hours before each of the last hours, and the peaks that would have been told. */
function saidOf(deps: Deps, checkpoint: string, history: readonly HourSeen[], { now, total }: Of): Write[] {
  const writes: Write[] = []
  const told: { from: Instant; to: Instant }[] = []
  const last = history.at(-1)?.at ?? now
  const since = plus(last, -saidDays * day)
  // And of the two hours that are not over or not written yet.
  for (let at = since; at <= last + 2 * hour; at = plus(at, hour)) {
    const then = plus(at, -2 * hour)
    const numbers = congestionNumbersAt(then)
    const given: ForecastGiven = {
      history: history.filter((one) => one.at < then - hour),
      now: then,
      lanes: { open: null, total },
      standing: null,
      startWait: numbers.congestionStartWait,
      staffPerLane: numbers.congestionStaffPerLane,
    }
    const { hours, peaks } = forecastOf(given)
    const one = hours.find((each) => each.at === at)
    if (one === undefined) continue
    const { arrivals, low, high, wait, lanes } = one
    writes.push(
      addHourForecast({ checkpoint_id: checkpoint, hour: at, made_at: then, arrivals, low, high, wait, lanes }),
    )
    for (const peak of peaks) {
      if (peak.from > now || !isDue(peak, then, numbers.congestionForecastAhead)) continue
      if (told.some((other) => isSamePeak(other, peak))) continue
      told.push(peak)
      writes.push(addPeak({ ...peakRow({ id: newId(deps), checkpoint, now: then }, peak), told_at: then }))
    }
  }
  return writes
}

const rowOf = (checkpoint: string, one: HourSeen) => ({
  checkpoint_id: checkpoint,
  hour: one.at,
  minutes: one.minutes,
  trucks: one.trucks,
  arrivals: one.arrivals,
  wait: one.wait,
  worst: one.worst,
  lanes: one.lanes,
  busy_trucks: one.busyTrucks,
  busy_minutes: one.busyMinutes,
})
const tenth = (value: number) => Math.round(value * 10) / 10
