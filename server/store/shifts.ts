import { sql as raw } from 'kysely'
import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import type { Instant } from '../../shared/instant.ts'
import { among } from './among.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

export type ShiftEventRow = Tables['shift_event']
export type LaneEventRow = ShiftEventRow & { kind: 'lane-open' | 'lane-closed'; lane: number }

export const addShiftEvent = (row: ShiftEventRow): Write => sql.insertInto('shift_event').values(row).compile()

export const shiftEventsByIds = (ids: readonly string[]): CompiledQuery<ShiftEventRow> =>
  sql.selectFrom('shift_event').selectAll().where('id', 'in', among(ids)).compile()

/** Whatever happened at a checkpoint in a time. */
export const shiftEventsAt = (checkpoint: string, from: Instant, until: Instant): CompiledQuery<ShiftEventRow> =>
  sql
    .selectFrom('shift_event')
    .selectAll()
    .where('checkpoint_id', '=', checkpoint)
    .where('at', '>=', from)
    .where('at', '<', until)
    .orderBy('at')
    .orderBy('id')
    .compile()

/** Everything about these shifts: their sign-ons, and what ended them or was read of them. */
export const shiftEventsOf = (shifts: readonly string[]): CompiledQuery<ShiftEventRow> =>
  sql.selectFrom('shift_event').selectAll().where('shift_id', 'in', among(shifts)).compile()

/** Sign-ons in a time by any of these people, numbers or phones, wherever they were made. */
export function signOnsOf(
  { staff, segments, terminals }: { staff: string[]; segments: string[]; terminals: string[] },
  since: Instant,
): CompiledQuery<ShiftEventRow> {
  const by = (column: 'staff_id' | 'segment' | 'terminal_id', values: string[]) =>
    sql
      .selectFrom('shift_event')
      .selectAll()
      .where('kind', '=', 'on')
      .where('at', '>=', since)
      .where(column, 'in', among(values))
  return by('staff_id', staff)
    .union(by('segment', segments).where('segment', 'is not', null))
    .union(by('terminal_id', terminals))
    .compile()
}

/** Since when these phones are bound: nothing was signed by them before. */
export const boundAt = (terminals: readonly string[]): CompiledQuery<{ id: string; bound_at: number }> =>
  sql.selectFrom('terminal').select(['id', 'bound_at']).where('id', 'in', among(terminals)).compile()

const isOfLane = raw<boolean>`kind in ('lane-open', 'lane-closed')`

/** What was said last of each lane before a moment: one descent of the index a lane, however long the log. */
export const lanesBefore = (checkpoint: string, before: Instant): CompiledQuery<ShiftEventRow> =>
  sql
    .selectFrom('shift_event')
    .selectAll()
    .where(
      'id',
      'in',
      raw<string>`(select (select last.id from shift_event last
        where last.checkpoint_id = ${checkpoint} and last.lane = number.value and last.at < ${before}
          and last.kind in ('lane-open', 'lane-closed') order by last.at desc, last.id desc limit 1)
        from json_each(${laneNumbers}) number)`,
    )
    .compile()

const laneNumbers = JSON.stringify(Array.from({ length: 30 }, (_, at) => at + 1))

export type LaneFeed = {
  checkpoint: string
  after: { receivedAt: number; id: string } | undefined
  /** Later ones wait: one that came in before them may still be on its way into the log. */
  until: Instant
  limit: number
}

/** Lanes opened and closed, in the order in which they came in. */
export function laneEvents({ checkpoint, after, until, limit }: LaneFeed): CompiledQuery<LaneEventRow> {
  const query = sql
    .selectFrom('shift_event')
    .selectAll()
    .where('checkpoint_id', '=', checkpoint)
    .where(isOfLane)
    .where('received_at', '<=', until)
    .orderBy('received_at')
    .orderBy('id')
    .limit(limit)
    .$narrowType<{ kind: 'lane-open' | 'lane-closed'; lane: number }>()
  if (after === undefined) return query.compile()
  return query.where(raw<boolean>`(received_at, id) > (${after.receivedAt}, ${after.id})`).compile()
}

export type Handed = ShiftEventRow & { inspector: string; on_lane: number | null; seen_by: string | null }

/** What was handed over at a checkpoint, the newest first, and who read it. */
export const handoversAt = (checkpoint: string, since: Instant, until: Instant): CompiledQuery<Handed> =>
  sql
    .selectFrom('shift_event as off')
    .innerJoin('staff', 'staff.id', 'off.staff_id')
    .leftJoin('shift_event as begun', (on) =>
      on.onRef('begun.id', '=', 'off.shift_id').onRef('begun.terminal_id', '=', 'off.terminal_id'),
    )
    .selectAll('off')
    .select(['staff.name as inspector', 'begun.lane as on_lane'])
    .select(
      raw<string | null>`(select staff.name from shift_event seen join staff on staff.id = seen.staff_id
        where seen.shift_id = off.shift_id and seen.kind = 'seen' and seen.checkpoint_id = off.checkpoint_id
        order by seen.at, seen.id limit 1)`.as('seen_by'),
    )
    .where('off.checkpoint_id', '=', checkpoint)
    .where('off.at', '>=', since)
    .where('off.at', '<', until)
    .where('off.kind', '=', 'off')
    .where('off.detail', 'is not', null)
    .orderBy('off.at', 'desc')
    .orderBy('off.id', 'desc')
    .compile()
