import { nextOf } from '../../shared/codes/next.ts'
import { comingOfRelease } from '../../shared/codes/coming-follow-up.ts'
import type { Released } from '../../shared/codes/coming-follow-up.ts'
import type { NumbersAt } from '../../shared/codes/results.ts'
import { instant } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import type { InspectionRow } from '../store/inspections.ts'
import type { LetGoRow } from '../store/let-go.ts'
import type { TripRow } from '../store/trips.ts'
import { issuer } from './parameters.ts'
import { releasingRows } from './prior-releases.ts'

/** What is to be followed of a truck that this record let go; nothing where it did not. */
export function letGoRow(record: InspectionRow, trip: TripRow | undefined): readonly LetGoRow[] {
  const { id, plate, trip_id, made_at: at, row, server_row } = record
  if (!releasingRows.includes(row) || !releasingRows.includes(server_row)) return []
  const expected_at = trip === undefined ? null : expectedAt(trip, at)
  return [{ inspection_id: id, plate, trip_id, at, expected_at, next_at: 0 }]
}

/** A company of this city awaits a truck from outside the province; one that is late already, from its release on. */
function expectedAt(trip: TripRow, releasedAt: number): number | null {
  const awaited = trip.scope === 'cross-province' && trip.consignee !== null && inThisCity(trip.to_region)
  return awaited ? Math.max(trip.eta, releasedAt) : null
}

export const inThisCity = (region: string): boolean => region.startsWith(issuer.slice(0, 4))

const orNull = (at: number | null): Instant | null => (at === null ? null : instant(at))

export const releasedOf = (row: LetGoRow & { arrived_at: number | null }): Released => ({
  id: row.inspection_id,
  at: instant(row.at),
  expectedAt: orNull(row.expected_at),
  arrivedAt: orNull(row.arrived_at),
})

/** When it is to be looked at again; null = nothing follows any more. */
export const nextLookOf = (released: Released, seen: Instant, numbersAt: NumbersAt): Instant | null =>
  nextOf(comingOfRelease(released, numbersAt), seen)
