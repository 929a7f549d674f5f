import type { AuditEntry } from '../../shared/audit/entry.ts'
import type { LedgerEvent } from '../../shared/codes/events.ts'
import { ledgerAt } from '../../shared/codes/ledger.ts'
import { parseInspection } from '../../shared/facts-json.ts'
import { beijingIso, instant } from '../../shared/instant.ts'
import { decide } from '../../shared/policy/decide.ts'
import type { Verdict } from '../../shared/policy/verdict.ts'
import type { Deps } from '../deps.ts'
import type { Write } from '../store/db.ts'
import { inspectionById } from '../store/inspections.ts'
import type { Listed } from '../store/inspections.ts'
import type { TrackingRow } from '../store/tracking.ts'
import type { TripRow } from '../store/trips.ts'
import { appealsForListed } from './appeals-for-listed.ts'
import { changesOf } from './code-changes.ts'
import { addEventsOfStanding, eventsOf } from './code-ledger.ts'
import { eventsOfSeat } from './inspection-events.ts'
import type { Recorded } from './inspection-events.ts'
import { reviewEntries, suspendForReview } from './lists-review.ts'
import { tellRecorded } from './tell-recorded.ts'
import { hasEnded } from './trip-view.ts'

type Matched = { person: string; trip: TripRow }
type Known = { writes: readonly Write[]; entries: readonly AuditEntry[] }

const nothing: Known = { writes: [], entries: [] }

/**
 * The inspector matched him to nobody, so what the record says of this seat is in no ledger: here it is written into that of the
 * person who it was, of the moment of the record and under its id, as if he had been matched then. Not where the record was undone
 * or put right: nobody gets a colour of a wrong record.
 */
export async function ledgerOfMatched(
  deps: Deps,
  { inspection_id: inspection, seat }: TrackingRow,
  matched: Matched,
): Promise<Known> {
  const [row] = await deps.db.all(inspectionById(inspection))
  if (row === undefined || row.corrected_by !== null || row.right_row !== null) return nothing
  const { recorded, verdict } = judgedAgain(deps, row)
  const events = eventsOfSeat(recorded, verdict, seat)
  if (events.length === 0) return nothing
  const review = await reviewOf(deps, row, { verdict, seat, ...matched })
  const by = { staff: row.staff_id, terminal: row.terminal_id }
  const personAt = (other: number) => (other === seat ? matched.person : null)
  return {
    writes: [
      ...addEventsOfStanding(matched.person, events, { now: deps.now(), inspection }),
      ...review.writes,
      ...(await toldOf(deps, row, { verdict, seat, events, ...matched })),
    ],
    entries: [...changesOf({ inspection, by, personAt }, verdict, undefined), ...review.entries],
  }
}

/** By the edition that it was judged by. */
function judgedAgain(deps: Deps, row: Listed): { recorded: Recorded; verdict: Verdict } {
  const at = instant(row.made_at)
  const wire: Record<string, unknown> = JSON.parse(row.facts)
  const { facts } = parseInspection({ ...wire, id: row.id, now: beijingIso(at) })
  const edition = deps.law.edition(row.edition) ?? deps.law.editionAt(at, row.checkpoint_id)
  const actor = { role: 'inspector' as const, id: row.staff_id, unit: row.checkpoint_name }
  return { recorded: { id: row.id, at, crew: facts.crew, actor }, verdict: decide(facts, at, edition) }
}

type Seat = Matched & { verdict: Verdict; seat: number }

/** A red of somebody on the drivers' white list is looked at, as it is with the record (R44, A11). */
async function reviewOf(deps: Deps, row: Listed, { verdict, seat, person, trip }: Seat): Promise<Known> {
  if (!verdict.opens.some(({ crew, reason }) => crew === seat && reason !== 'Y1')) return nothing
  const review = await suspendForReview(deps, [person], { id: row.id, plate: row.plate, at: instant(row.made_at) })
  const crew: { surname: string }[] = JSON.parse(row.crew)
  const red = {
    row: { ...row, trip_id: trip.id },
    verdict,
    seen: crew,
    personAt: (other: number) => (other === seat ? person : null),
    listed: review.persons,
  }
  return {
    writes: [...review.writes, ...appealsForListed(deps, red)],
    entries: reviewEntries(review.suspended, null),
  }
}

/** That his code is yellow; not where what came in since has cleared it. */
async function toldOf(
  deps: Deps,
  row: Listed,
  { verdict, seat, events, person, trip }: Seat & { events: readonly LedgerEvent[] },
): Promise<readonly Write[]> {
  const given = (await eventsOf(deps, [person])).get(person) ?? []
  const { open } = ledgerAt([...given, ...events], deps.now(), (at) => deps.law.numbersAt(at))
  if (!events.some(({ id }) => open.some(({ opening }) => opening === id))) return []
  return tellRecorded(deps, {
    row,
    verdict,
    trip: hasEnded(trip, deps.now()) ? undefined : trip,
    checkpoint: row.checkpoint_name,
    hasCode: (other) => other === seat,
  })
}
