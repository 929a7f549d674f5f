import { instant, type Instant } from '../../shared/instant.ts'
import { handover } from '../../shared/shifts/event.ts'
import type { Handover } from '../../shared/shifts/event.ts'
import type { ShiftEvent, Unbound } from '../../shared/shifts/ledger.ts'
import type { Deps } from '../deps.ts'
import { shiftEventsOf, signOnsOf } from '../store/shifts.ts'
import type { ShiftEventRow } from '../store/shifts.ts'
import { releasedTerminals } from '../store/terminals.ts'

/** A row of the log as the domain reads it. */
export const eventOf = (row: ShiftEventRow): ShiftEvent => ({
  id: row.id,
  kind: row.kind,
  at: instant(row.at),
  terminal: row.terminal_id,
  staff: row.staff_id,
  shift: row.shift_id,
  lane: row.lane,
  segment: row.segment,
  handover: row.kind === 'off' ? handoverIn(row) : null,
})

export const handoverIn = ({ detail }: Pick<ShiftEventRow, 'detail'>): Handover | null =>
  detail === null ? null : handover.parse(JSON.parse(detail))

export type Log = { events: ShiftEvent[]; unbound: Unbound[] }

/**
 * Everything that decides on these sign-ons: those of the same inspectors, numbers and phones wherever they were made, and what
 * ended each of them.
 */
export async function logAround(deps: Deps, rows: readonly ShiftEventRow[], since: Instant): Promise<Log> {
  const ons = rows.filter(({ kind }) => kind === 'on')
  if (ons.length === 0) return { events: [], unbound: [] }
  const near = await deps.db.all(signOnsOf(namesIn(ons), since))
  // The phone of a shift in the way may have gone on with another number.
  const wider = await deps.db.all(signOnsOf(namesIn([...ons, ...near]), since))
  const all = [...ons, ...wider]
  const [about, gone] = await Promise.all([
    deps.db.all(shiftEventsOf([...new Set(all.map(({ id }) => id))])),
    deps.db.all(releasedTerminals([...new Set(all.map((row) => row.terminal_id))])),
  ])
  return {
    events: [...all, ...about].map(eventOf),
    unbound: gone.map(({ id, released_at }) => ({ terminal: id, at: instant(released_at ?? 0) })),
  }
}

const namesIn = (rows: readonly ShiftEventRow[]) => ({
  staff: [...new Set(rows.map((row) => row.staff_id))],
  segments: [...new Set(rows.flatMap(({ segment }) => segment ?? []))],
  terminals: [...new Set(rows.map((row) => row.terminal_id))],
})
