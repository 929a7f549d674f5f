import type { CompiledQuery } from 'kysely'
import { sql as raw } from 'kysely'
import type { Instant } from '../../shared/instant.ts'
import { among } from './among.ts'
import { sql } from './db.ts'
import type { ReadingRow } from './queue.ts'
import type { ShiftEventRow } from './shifts.ts'

/** Verdicts of these checkpoints since, by row; read in the index alone. */
export const verdictsSince = (
  checkpoints: readonly string[],
  since: Instant,
): CompiledQuery<{ checkpoint: string; row: string; n: number }> =>
  sql
    .selectFrom('inspection')
    .select(['checkpoint_id as checkpoint', 'row', raw<number>`count(*)`.as('n')])
    .where('checkpoint_id', 'in', among(checkpoints))
    .where('made_at', '>=', since)
    .groupBy(['checkpoint_id', 'row'])
    .compile()

/** When anything of their queues came in last; null = never. */
export const lastHeard = (
  checkpoints: readonly string[],
): CompiledQuery<{ checkpoint: string; inspected: number | null; told: number | null }> =>
  sql
    .selectFrom('checkpoint')
    .select('id as checkpoint')
    .select([
      raw<number | null>`(select max(received_at) from inspection where checkpoint_id = checkpoint.id)`.as('inspected'),
      raw<number | null>`(select max(received_at) from queue_input where checkpoint_id = checkpoint.id)`.as('told'),
    ])
    .where('id', 'in', among(checkpoints))
    .compile()

/** The newest reading of each of these. */
export const readingsNow = (checkpoints: readonly string[]): CompiledQuery<ReadingRow> =>
  sql
    .selectFrom('queue_reading')
    .selectAll()
    .where(
      raw<boolean>`(checkpoint_id, at) in (select one.value,
        (select max(at) from queue_reading last where last.checkpoint_id = one.value)
        from json_each(${JSON.stringify(checkpoints)}) one)`,
    )
    .compile()

/** One a minute; null = nothing was known then. */
export const waitsSince = (
  checkpoints: readonly string[],
  since: Instant,
): CompiledQuery<{ checkpoint: string; at: number; wait: number | null }> =>
  sql
    .selectFrom('queue_reading')
    .select(['checkpoint_id as checkpoint', 'at'])
    .select(raw<number | null>`case when known = 1 and lost_since is null then wait end`.as('wait'))
    .where('checkpoint_id', 'in', among(checkpoints))
    .where('at', '>=', since)
    .where(raw<boolean>`at % 60000 = 0`)
    .compile()

/** Whatever their shift logs say of a time. */
export const shiftEventsOfPlaces = (
  checkpoints: readonly string[],
  from: Instant,
  until: Instant,
): CompiledQuery<ShiftEventRow> =>
  sql
    .selectFrom('shift_event')
    .selectAll()
    .where('checkpoint_id', 'in', among(checkpoints))
    .where('at', '>=', from)
    .where('at', '<', until)
    .compile()

const laneNumbers = JSON.stringify(Array.from({ length: 30 }, (_, at) => at + 1))

/** How many lanes of each are open: of every lane what was said last. */
export const openLanesOf = (
  checkpoints: readonly string[],
  before: Instant,
): CompiledQuery<{ checkpoint: string; open: number }> =>
  raw<{ checkpoint: string; open: number }>`
    select one.value as checkpoint, count(*) as open
    from json_each(${JSON.stringify(checkpoints)}) one, json_each(${laneNumbers}) number
    where (select last.kind from shift_event last
      where last.checkpoint_id = one.value and last.lane = number.value and last.at < ${before}
        and last.kind in ('lane-open', 'lane-closed') order by last.at desc, last.id desc limit 1) = 'lane-open'
    group by one.value`.compile(sql)

/** What was said last of the green lane of each. */
export const greenLanesOf = (
  checkpoints: readonly string[],
): CompiledQuery<{ checkpoint: string; kind: string | null }> =>
  raw<{ checkpoint: string; kind: string | null }>`
    select one.value as checkpoint, (select last.kind from congestion_event last
      where last.checkpoint_id = one.value and last.kind in ('green-blocked', 'green-free')
      order by last.at desc, last.known_at desc, last.id desc limit 1) as kind
    from json_each(${JSON.stringify(checkpoints)}) one`.compile(sql)

/** Of which checkpoints anything came in since; what happened long before it came in is found by and by. */
export const heardSince = (since: Instant): CompiledQuery<{ id: string }> =>
  raw<{ id: string }>`
    select id from checkpoint where active = 1 and (
      exists (select 1 from inspection i where i.checkpoint_id = checkpoint.id and i.received_at >= ${since})
      or exists (select 1 from queue_input q where q.checkpoint_id = checkpoint.id and q.received_at >= ${since})
      or exists (select 1 from congestion_event c where c.checkpoint_id = checkpoint.id and c.known_at >= ${since})
      or exists (select 1 from shift_event s where s.checkpoint_id = checkpoint.id and s.at >= ${since - longestUpload})
    )`.compile(sql)

/** The shift log is found by when something happened, not by when it came in. */
const longestUpload = 120_000

/** Of when the newest reading of each open checkpoint is: a reading is named by the half minute it is of, so not found by its coming. */
export const readingTimes = (): CompiledQuery<{ id: string; at: number | null }> =>
  raw<{ id: string; at: number | null }>`
    select id, (select max(at) from queue_reading r where r.checkpoint_id = checkpoint.id) as at
    from checkpoint where active = 1`.compile(sql)

/** Sessions that still run, with all that decides what they may see. */
export const runningSessions = (
  tags: readonly string[],
  now: Instant,
): CompiledQuery<{ tag: string; role: string; checkpoint: string | null; area: string | null }> =>
  sql
    .selectFrom('staff_session')
    .innerJoin('staff', 'staff.id', 'staff_session.staff_id')
    .select(['token_tag as tag', 'staff.role', 'staff.checkpoint_id as checkpoint', 'staff.area'])
    .where('token_tag', 'in', among(tags))
    .where('expires_at', '>', now)
    .where('disabled_at', 'is', null)
    .compile()

/** Trucks through each lane since. */
export const trucksByLane = (checkpoint: string, since: Instant): CompiledQuery<{ lane: number; n: number }> =>
  sql
    .selectFrom('inspection')
    .select(['lane', raw<number>`count(distinct plate)`.as('n')])
    .where('checkpoint_id', '=', checkpoint)
    .where('made_at', '>=', since)
    .groupBy('lane')
    .orderBy('lane')
    .compile()
