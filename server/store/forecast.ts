import type { CompiledQuery } from 'kysely'
import { sql as raw } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import type { Instant } from '../../shared/instant.ts'
import { among } from './among.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

export type HourRow = Tables['queue_hour']
export type HourForecastRow = Tables['hour_forecast']
export type PeakRow = Tables['expected_peak']

/** The second to write the same hour fails with Taken('queue_hour.…'). */
export const addHour = (row: HourRow): Write => sql.insertInto('queue_hour').values(row).compile()

/** Open checkpoints whose `hour` is not written: those that were seen in it, or ever before. At most `limit`. */
export const unwrittenHours = (hour: Instant, until: Instant, limit: number): CompiledQuery<{ id: string }> =>
  raw<{ id: string }>`
    select id from checkpoint where active = 1
      and not exists (select 1 from queue_hour h where h.checkpoint_id = checkpoint.id and h.hour = ${hour})
      and (exists (select 1 from queue_hour h where h.checkpoint_id = checkpoint.id and h.hour < ${hour})
        or exists (select 1 from queue_reading r where r.checkpoint_id = checkpoint.id
          and r.at >= ${hour} and r.at < ${until} and r.known = 1))
    order by id limit ${limit}`.compile(sql)

/** The newest hour of a checkpoint, and the oldest reading of it in which anything was known. */
export const lastHourOf = (checkpoint: string): CompiledQuery<{ hour: number | null; reading: number | null }> =>
  raw<{ hour: number | null; reading: number | null }>`
    select (select max(hour) from queue_hour where checkpoint_id = ${checkpoint}) as hour,
      (select at from queue_reading where checkpoint_id = ${checkpoint} and known = 1 order by at limit 1) as reading
  `.compile(sql)

export const hoursSince = (checkpoint: string, since: Instant): CompiledQuery<HourRow> =>
  sql
    .selectFrom('queue_hour')
    .selectAll()
    .where('checkpoint_id', '=', checkpoint)
    .where('hour', '>=', since)
    .orderBy('hour')
    .compile()

/** What was said first of an hour stays. */
export const addHourForecast = (row: HourForecastRow): Write =>
  sql
    .insertInto('hour_forecast')
    .values(row)
    .onConflict((conflict) => conflict.columns(['checkpoint_id', 'hour']).doNothing())
    .compile()

export const hourForecastsSince = (checkpoint: string, since: Instant): CompiledQuery<HourForecastRow> =>
  sql
    .selectFrom('hour_forecast')
    .selectAll()
    .where('checkpoint_id', '=', checkpoint)
    .where('hour', '>=', since)
    .orderBy('hour')
    .compile()

/** The second to expect the same fails with Taken('expected_peak.…'). */
export const addPeak = (row: PeakRow): Write => sql.insertInto('expected_peak').values(row).compile()

/** All but one, if one is named. */
export const dropUntoldPeaks = (checkpoint: string, but = ''): Write =>
  sql
    .deleteFrom('expected_peak')
    .where('checkpoint_id', '=', checkpoint)
    .where('told_at', 'is', null)
    .where('id', '<>', but)
    .compile()

/** What is told stands as it was told; told twice, the first stays. */
export const setPeakTold = ({ id, checkpoint_id: checkpoint, ...values }: PeakRow): Write =>
  sql
    .updateTable('expected_peak')
    .set(values)
    .where('id', '=', id)
    .where('checkpoint_id', '=', checkpoint)
    .where('told_at', 'is', null)
    .compile()

export const peaksSince = (checkpoint: string, since: Instant): CompiledQuery<PeakRow> =>
  sql
    .selectFrom('expected_peak')
    .selectAll()
    .where('checkpoint_id', '=', checkpoint)
    .where('from_at', '>=', since)
    .orderBy('from_at')
    .compile()

/** Of which nobody was told, that begin in a time. */
export const untoldPeaks = (after: Instant, until: Instant): CompiledQuery<PeakRow> =>
  sql
    .selectFrom('expected_peak')
    .selectAll()
    .where('told_at', 'is', null)
    .where('from_at', '>', after)
    .where('from_at', '<=', until)
    .orderBy('from_at')
    .orderBy('id')
    .compile()

/** Told and not over, of these checkpoints. */
export const toldPeaksNow = (checkpoints: readonly string[], now: Instant): CompiledQuery<PeakRow> =>
  sql
    .selectFrom('expected_peak')
    .selectAll()
    .where('checkpoint_id', 'in', among(checkpoints))
    .where('from_at', '>', now - longestPeak)
    .where('to_at', '>', now)
    .where('told_at', 'is not', null)
    .orderBy('from_at')
    .compile()

/** A peak lies in two days. */
const longestPeak = 48 * 3_600_000

export const forgetHours = (before: Instant): Write => sql.deleteFrom('queue_hour').where('hour', '<', before).compile()
export const forgetHourForecasts = (before: Instant): Write =>
  sql.deleteFrom('hour_forecast').where('hour', '<', before).compile()
export const forgetPeaks = (before: Instant): Write =>
  sql.deleteFrom('expected_peak').where('from_at', '<', before).compile()

/** One a minute, and the one at the end itself. */
export const readingsBetween = (
  checkpoint: string,
  from: Instant,
  to: Instant,
): CompiledQuery<Pick<Tables['queue_reading'], 'at' | 'wait' | 'vehicles' | 'known' | 'lost_since'>> =>
  sql
    .selectFrom('queue_reading')
    .select(['at', 'wait', 'vehicles', 'known', 'lost_since'])
    .where('checkpoint_id', '=', checkpoint)
    .where('at', '>=', from)
    .where('at', '<=', to)
    .where(raw<boolean>`at % 60000 = 0`)
    .orderBy('at')
    .compile()

/** Lanes opened and closed in a time. */
export const laneChanges = (checkpoint: string, from: Instant, until: Instant): CompiledQuery<Tables['shift_event']> =>
  sql
    .selectFrom('shift_event')
    .selectAll()
    .where('checkpoint_id', '=', checkpoint)
    .where('kind', 'in', ['lane-open', 'lane-closed'])
    .where('at', '>=', from)
    .where('at', '<', until)
    .compile()
