import type { Person } from '../../shared/congestion/roster.ts'
import { plus, type Instant } from '../../shared/instant.ts'
import { isOnDuty, shiftsOf } from '../../shared/shifts/ledger.ts'
import { longestShift } from '../../shared/shifts/limits.ts'
import type { Deps } from '../deps.ts'
import type { CheckpointRow } from '../store/checkpoints.ts'
import { namesOf } from '../store/duty.ts'
import { dutiesOf, headsOf } from '../store/roster.ts'
import type { DutyRow } from '../store/roster.ts'
import { shiftEventsAt } from '../store/shifts.ts'
import { eventOf, logAround } from './shift-log.ts'

/** The county, its city and its province. */
export const areasOf = (county: string): readonly string[] => [
  county,
  `${county.slice(0, 4)}00`,
  `${county.slice(0, 2)}0000`,
]

/** Everybody who can be called for a checkpoint at a moment; those on shift by the shift log. */
export async function rosterAt(deps: Deps, checkpoint: CheckpointRow, now: Instant): Promise<Person[]> {
  const [duties, heads, onShift] = await Promise.all([
    deps.db.all(dutiesOf(checkpoint.id, areasOf(checkpoint.county))),
    deps.db.all(headsOf(checkpoint.id)),
    onShiftAt(deps, checkpoint.id, now),
  ])
  const names = new Map((await deps.db.all(namesOf(onShift))).map(({ id, name }) => [id, name]))
  const staff = (role: 'head' | 'on-shift') => (id: string, name: string) =>
    ({ id, via: 'staff', role, name, title: null, rank: 1 }) as const
  return [
    ...duties.filter((row) => isNow(row, now)).map(personOf),
    ...heads.map(({ id, name }) => staff('head')(id, name)),
    ...onShift.map((id) => staff('on-shift')(id, names.get(id) ?? '')),
  ]
}

export const isNow = ({ from_at: from, to_at: to, ended_at: ended }: DutyRow, now: Instant): boolean =>
  from <= now && (to === null || to > now) && ended === null

const personOf = ({ id, role, name, title, rank }: DutyRow): Person => ({ id, via: 'duty', role, name, title, rank })

/** Members of staff on duty, each once. */
export async function onShiftAt(deps: Deps, checkpoint: string, now: Instant): Promise<string[]> {
  const since = plus(now, -longestShift)
  const rows = await deps.db.all(shiftEventsAt(checkpoint, since, plus(now, 1)))
  const around = await logAround(deps, rows, since)
  const here = new Set(rows.map(({ id }) => id))
  const shifts = shiftsOf([...around.events, ...rows.map(eventOf)], around.unbound)
  return [
    ...new Set(shifts.filter((shift) => here.has(shift.id) && isOnDuty(shift, now)).map(({ staff }) => staff)),
  ].toSorted()
}
