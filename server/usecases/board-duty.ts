import { plus, type Instant } from '../../shared/instant.ts'
import { isOnDuty, shiftsOf } from '../../shared/shifts/ledger.ts'
import type { ShiftEvent } from '../../shared/shifts/ledger.ts'
import { longestShift } from '../../shared/shifts/limits.ts'
import type { Deps } from '../deps.ts'
import { shiftEventsOfPlaces } from '../store/board.ts'
import { eventOf, logAround } from './shift-log.ts'

/** How many members of staff are on duty at each of these checkpoints; none = not in the map. */
export async function onDutyCounts(
  deps: Deps,
  checkpoints: readonly string[],
  now: Instant,
): Promise<ReadonlyMap<string, number>> {
  const since = plus(now, -longestShift)
  const rows = await deps.db.all(shiftEventsOfPlaces(checkpoints, since, plus(now, 1)))
  const around = await logAround(deps, rows, since)
  const placeOf = new Map(rows.map((row) => [row.id, row.checkpoint_id]))
  const people = new Map<string, Set<string>>()
  for (const events of partsOf([...around.events, ...rows.map(eventOf)]))
    for (const shift of shiftsOf(events, around.unbound)) {
      const place = placeOf.get(shift.id)
      if (place === undefined || !isOnDuty(shift, now)) continue
      const there = people.get(place) ?? new Set()
      people.set(place, there.add(shift.staff))
    }
  return new Map(Array.from(people, ([place, staff]) => [place, staff.size]))
}

/** Events that may have to do with one another, by person, number, phone or shift: the fold is quadratic, and a province is large. */
function partsOf(events: readonly ShiftEvent[]): ShiftEvent[][] {
  const parent = new Map<string, string>()
  const rootOf = (name: string): string => {
    let at = name
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up
    parent.set(name, at)
    return at
  }
  for (const event of events) {
    const [first, ...more] = namesOf(event)
    if (first === undefined) continue
    for (const name of more) parent.set(rootOf(name), rootOf(first))
  }
  const parts = new Map<string, ShiftEvent[]>()
  for (const event of events) {
    const [first = ''] = namesOf(event)
    const root = rootOf(first)
    const part = parts.get(root)
    if (part === undefined) parts.set(root, [event])
    else part.push(event)
  }
  return [...parts.values()]
}

const namesOf = ({ id, kind, terminal, staff, shift, segment }: ShiftEvent): string[] => [
  `phone ${terminal}`,
  `person ${staff}`,
  ...(segment === null ? [] : [`number ${segment}`]),
  ...(kind === 'on' ? [`shift ${id}`] : shift === null ? [] : [`shift ${shift}`]),
]
