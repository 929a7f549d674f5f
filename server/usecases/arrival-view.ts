import type * as z from 'zod/mini'
import type { codeView } from '../../schema/api/trips.ts'
import { beijingIso, instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import { arrivalOf } from '../store/arrivals.ts'
import { letGoOfTrip } from '../store/let-go.ts'

/**
 * Whether a company awaits the truck since it was let go, and when it is known to have arrived; null = nobody awaits it, or it
 * is known to have left again.
 */
export async function arrivalView(
  { db }: Pick<Deps, 'db'>,
  trip: string,
): Promise<z.infer<typeof codeView>['arrival']> {
  const [letGo, [arrival]] = await Promise.all([db.all(letGoOfTrip(trip)), db.all(arrivalOf(trip))])
  if (arrival?.source === 'leaving' || letGo.every(({ expected_at: expected }) => expected === null)) return null
  return { at: arrival === undefined ? null : beijingIso(instant(arrival.at)) }
}
