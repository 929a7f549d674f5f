import type { Deps } from '../deps.ts'
import type { ApplicationRow } from '../store/pass-applications.ts'
import { crewOfTrip } from '../store/trips.ts'
import { openMember } from './crew.ts'

/** Printed on the face of a pass, never in its code. */
export type PassCrew = { name: string; idTail: string | null }

export const sealCrew = (deps: Pick<Deps, 'vault'>, crew: readonly PassCrew[]): Promise<string> =>
  deps.vault.seal('pass-crew', JSON.stringify(crew))

/** Who stands in the application, in the clear; of a driver's, the crew of his trip. */
export async function crewOfApplication(
  deps: Pick<Deps, 'db' | 'vault'>,
  { trip_id: trip, crew_sealed: sealed }: Pick<ApplicationRow, 'trip_id' | 'crew_sealed'>,
): Promise<readonly PassCrew[]> {
  if (sealed !== null) {
    const crew: PassCrew[] = JSON.parse(await deps.vault.open('pass-crew', sealed))
    return crew
  }
  if (trip === null) return []
  const rows = await deps.db.all(crewOfTrip(trip))
  const members = await Promise.all(rows.map((row) => openMember(deps.vault, row)))
  return members.map(({ name }, seat) => ({ name, idTail: rows[seat]?.id_tail ?? null }))
}
