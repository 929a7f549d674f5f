import { Fault } from '../../shared/fault.ts'
import type { Deps } from '../deps.ts'
import { crewOfTrip, tripById } from '../store/trips.ts'
import type { CrewRow, TripRow } from '../store/trips.ts'
import { openMember } from './crew.ts'
import type { Member } from './crew.ts'

export type LoadedTrip = { trip: TripRow; rows: readonly CrewRow[]; crew: readonly Member[] }

/** @throws Fault not-found TR-01 */
export async function loadTrip(deps: Deps, id: string): Promise<LoadedTrip> {
  const [trip] = await deps.db.all(tripById(id))
  if (trip === undefined) throw new Fault('not-found', 'TR-01', 'there is no such trip', { path: 'path.id' })
  return withCrew(deps, trip)
}

export async function withCrew(deps: Deps, trip: TripRow): Promise<LoadedTrip> {
  const rows = await deps.db.all(crewOfTrip(trip.id))
  return { trip, rows, crew: await Promise.all(rows.map((row) => openMember(deps.vault, row))) }
}
