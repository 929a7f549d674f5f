import type { AnswerOf, QueryOf } from '../../schema/api/endpoint.ts'
import type { lookAtDuty as contract } from '../../schema/api/shifts.ts'
import { Fault } from '../../shared/fault.ts'
import { beijingIso, day, hour, instant, minute, parseInstant, plus } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import { countsOf, trucksOf } from '../../shared/shifts/counters.ts'
import type { Check } from '../../shared/shifts/counters.ts'
import { gapsOf } from '../../shared/shifts/gaps.ts'
import { laneSpans, shiftsOf } from '../../shared/shifts/ledger.ts'
import { dutyGapFrom, longestShift, openShiftCounts } from '../../shared/shifts/limits.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { checkpointById } from '../store/checkpoints.ts'
import { openConflicts } from '../store/conflicts.ts'
import { checksAt, namesOf, phonesAt, reviewedAt } from '../store/duty.ts'
import type { CheckRow } from '../store/duty.ts'
import { handoversAt, lanesBefore, shiftEventsAt } from '../store/shifts.ts'
import { viewOfCount, viewOfGap, viewOfLane, viewOfShift } from './duty-view.ts'
import { permitAt } from './may.ts'
import { viewOfHandover } from './shift-before.ts'
import { eventOf, logAround } from './shift-log.ts'

type Query = QueryOf<typeof contract>
/** `until`: what happened this very moment belongs to today. */
type Window = { from: Instant; to: Instant; until: Instant; today: boolean }
const conflictsCountedTo = 1000

/** One day of a checkpoint 值守台账. What is shown is worked out from the log each time, so late uploads are in it at once. */
export async function lookAtDuty(deps: Deps, asker: Asker, query: Query): Promise<AnswerOf<typeof contract>> {
  permitAt(asker, 'see duty', query.checkpoint)
  const [place] = await deps.db.all(checkpointById(query.checkpoint))
  if (place === undefined)
    throw new Fault('not-found', 'SH-12', 'there is no such checkpoint', { path: 'query.checkpoint' })
  const { id: checkpoint, name, lanes } = place
  // One moment for the whole answer: what lasts until it lasts until now.
  const now = deps.now()
  const window = windowOf(now, query.day)
  const [log, counted, handed, open] = await Promise.all([
    readLog(deps, checkpoint, window),
    readChecks(deps, checkpoint, window),
    deps.db.all(handoversAt(checkpoint, window.from, window.until)),
    deps.db.all(openConflicts(checkpoint, conflictsCountedTo)),
  ])
  const given = { shifts: log.shifts, lanes: log.lanes, window, now, heard: log.heard }
  const counts = countsOf(counted)
  const names = await namesIn(
    deps,
    [...log.shifts, ...counts].map(({ staff }) => staff),
  )
  return {
    checkpoint: { id: checkpoint, name, lanes },
    from: beijingIso(window.from),
    to: beijingIso(window.to),
    today: window.today,
    gapMinutes: dutyGapFrom / minute,
    openShiftHours: openShiftCounts / hour,
    shifts: log.shifts.map((shift) => viewOfShift(shift, { now, names, phones: log.phones })),
    lanes: Array.from({ length: lanes }, (_, at) => viewOfLane(at + 1, given)),
    gaps: gapsOf({ ...given, checks: trucksOf(counted) }).map(viewOfGap),
    counts: counts.map((count) => viewOfCount(count, names)),
    handovers: handed.flatMap(viewOfHandover),
    openConflicts: open.length,
  }
}

/** A Beijing calendar day, today as far as it has come. */
function windowOf(now: Instant, date: string | undefined): Window {
  const asked = date ?? beijingIso(now).slice(0, 10)
  const from = parseInstant(`${asked}T00:00:00+08:00`)
  if (from === undefined || from > now)
    throw new Fault('bad-input', 'SH-13', 'there is no such day yet', { path: 'query.day' })
  const end = plus(from, day)
  const today = end > now
  return { from, to: today ? now : end, until: today ? plus(now, 1) : end, today }
}

/** Shifts that touch the day, lanes, and when its phones were heard of. */
async function readLog(deps: Deps, checkpoint: string, { from, until }: Window) {
  const since = plus(from, -longestShift)
  const [rows, before, phones] = await Promise.all([
    deps.db.all(shiftEventsAt(checkpoint, since, until)),
    deps.db.all(lanesBefore(checkpoint, from)),
    deps.db.all(phonesAt(checkpoint, since)),
  ])
  const around = await logAround(deps, rows, since)
  const here = new Set(rows.map(({ id }) => id))
  const shifts = shiftsOf([...around.events, ...rows.map(eventOf)], around.unbound)
  const inDay = rows.filter(({ at }) => at >= from)
  return {
    shifts: shifts.filter(({ id, onAt, end }) => here.has(id) && (end?.at ?? plus(onAt, openShiftCounts)) > from),
    lanes: laneSpans([...before, ...inDay].map(eventOf)),
    phones: new Map(phones.map((phone) => [phone.id, phone.device])),
    heard: phones.flatMap((phone) => (phone.released_at === null ? instant(phone.last_seen_at ?? phone.bound_at) : [])),
  }
}

async function readChecks(deps: Deps, checkpoint: string, { from, until }: Window): Promise<Check[]> {
  const [rows, reviewed] = await Promise.all([
    deps.db.all(checksAt(checkpoint, from, until)),
    deps.db.all(reviewedAt(checkpoint, from, until)),
  ])
  const seen = new Set(reviewed.map(({ id }) => id))
  return rows.map((row) => checkOf(row, seen))
}

const checkOf = (row: CheckRow, reviewed: ReadonlySet<string>): Check => ({
  id: row.id,
  at: instant(row.made_at),
  terminal: row.terminal_id,
  staff: row.staff_id,
  lane: row.lane,
  plate: row.plate,
  row: row.row,
  offline: row.offline === 1,
  agrees: row.agrees === 1,
  reviewed: reviewed.has(row.id),
  corrects: row.corrects,
})

async function namesIn(deps: Deps, staff: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await deps.db.all(namesOf([...new Set(staff)]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
