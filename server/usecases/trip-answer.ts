import type { AnswerOf } from '../../schema/api/endpoint.ts'
import type { registerTrip } from '../../schema/api/trips.ts'
import type { Deps } from '../deps.ts'
import { tripKeyOf } from '../trip-key.ts'
import { issueFreightCode } from './freight-code.ts'
import type { LoadedTrip } from './load-trip.ts'
import type { Warning } from './read-notes.ts'
import { viewOfTrip } from './trip-view.ts'

/** What a phone needs to hold a trip: the trip, the key that opens it again, the code of this moment. */
export async function answerTrip(
  deps: Deps,
  { trip, crew }: LoadedTrip,
  warnings: readonly Warning[] = [],
): Promise<AnswerOf<typeof registerTrip>> {
  return {
    trip: viewOfTrip(trip, crew, deps),
    key: await tripKeyOf(deps, trip.id),
    code: await issueFreightCode(deps, trip, crew),
    warnings: [...warnings],
  }
}
