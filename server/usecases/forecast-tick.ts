import { isDue, isSamePeak } from '../../shared/congestion/forecast/peaks.ts'
import { hour, minute, plus, type Instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import { checkpointById, everyCheckpoint } from '../store/checkpoints.ts'
import type { CheckpointRow } from '../store/checkpoints.ts'
import { Taken } from '../store/db.ts'
import { addHour, peaksSince, untoldPeaks, unwrittenHours } from '../store/forecast.ts'
import type { PeakRow } from '../store/forecast.ts'
import { ladderNumbersAt } from './congestion-law.ts'
import { unwrittenOf } from './forecast-hours.ts'
import { forecastWrites, lastWhole, makeForecast, spanOf } from './forecast-make.ts'
import { peakWrites } from './forecast-tell.ts'
import { pause } from './in-slices.ts'

/** So many checkpoints in one run; three thousand are through within the hour's first quarter. */
const atOnce = 60
/** Up to which hour everything is written; one server asks so no more often than it must. */
const written = new WeakMap<Deps, Instant>()

/** Writes what the last hour was, reckons what the next will be, and tells of peaks in time (R117). */
export async function lookAhead(deps: Deps): Promise<void> {
  await tellDue(deps)
  await writeHours(deps)
}

async function writeHours(deps: Deps): Promise<void> {
  const now = deps.now()
  const target = lastWhole(now)
  if (written.get(deps) === target) return
  const due = await deps.db.all(unwrittenHours(target, plus(target, hour), atOnce))
  if (due.length < atOnce) written.set(deps, target)
  const places = new Map((await deps.db.all(everyCheckpoint())).map((place) => [place.id, place]))
  for (const { id } of due) {
    const place = places.get(id)
    if (place !== undefined) await orLog(deps, id, () => writeHoursOf(deps, place, target, now))
    await pause()
  }
}

async function writeHoursOf(deps: Deps, place: CheckpointRow, target: Instant, now: Instant): Promise<void> {
  const rows = await unwrittenOf(deps, place.id, target)
  const made = await makeForecast(deps, place, now, rows)
  await unlessTaken(async () => deps.db.commit([...rows.map(addHour), ...(await forecastWrites(deps, place, made))]))
}

/** Peaks that begin within the time ahead and that nobody was told of. */
async function tellDue(deps: Deps): Promise<void> {
  const now = deps.now()
  const ahead = ladderNumbersAt(deps, now).congestionForecastAhead
  for (const row of await deps.db.all(untoldPeaks(now, plus(now, ahead * minute))))
    await orLog(deps, row.checkpoint_id, () => tellOne(deps, row, { now, ahead }))
}

/** Reckoned once more, with the lanes and the queue of this moment: what has gone by then is not told. */
async function tellOne(deps: Deps, row: PeakRow, { now, ahead }: { now: Instant; ahead: number }): Promise<void> {
  const [place] = await deps.db.all(checkpointById(row.checkpoint_id))
  if (place === undefined || place.active === 0) return
  const made = await makeForecast(deps, place, now)
  const known = spanOf(row)
  const peak = made.forecast.peaks.find((one) => isSamePeak(one, known))
  const told = (await deps.db.all(peaksSince(place.id, plus(now, -48 * hour)))).filter((one) => one.told_at !== null)
  const again = told.some((one) => isSamePeak(spanOf(one), known))
  const due = peak !== undefined && isDue(peak, now, ahead) && !again
  await unlessTaken(async () =>
    deps.db.commit(
      due
        ? [
            ...(await forecastWrites(deps, place, made, { id: row.id, peak })),
            ...(await peakWrites(deps, place, { row, peak, made })),
          ]
        : await forecastWrites(deps, place, made),
    ),
  )
}

/** Another server was first. */
async function unlessTaken(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (cause) {
    if (!(cause instanceof Taken && /^(queue_hour|expected_peak)\b/.test(cause.on))) throw cause
  }
}

/** One checkpoint that fails leaves the others. */
async function orLog(deps: Deps, checkpoint: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (cause) {
    deps.log('forecast-failed', { checkpoint, error: cause instanceof Error ? cause.name : typeof cause })
  }
}
