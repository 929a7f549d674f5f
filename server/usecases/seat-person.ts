import { normaliseId } from '../../shared/identity/id-card.ts'
import { taggable } from '../../shared/sync/crew-tag.ts'
import type { CrewRow } from '../store/trips.ts'

/** Of one record: which registration it was made on, and whom the inspector saw, by seat. */
export type SeenAboard = { trip: string | null; crew: readonly { surname: string; idTail: string }[] }

/** The registered person whom the inspector matched by surname and last four; nobody when two fit. */
export function personAt({ trip, crew: seen }: SeenAboard, seat: number, crew: readonly CrewRow[]): string | null {
  const person = seen[seat]
  if (trip === null || person === undefined || !taggable(person)) return null
  const tail = normaliseId(person.idTail)
  const fits = crew.filter((row) => row.trip_id === trip && row.surname === person.surname && row.id_tail === tail)
  return fits.length === 1 ? (fits[0]?.person_tag ?? null) : null
}
