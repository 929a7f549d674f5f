import type { findTrip as contract } from '../../schema/api/trips.ts'
import type { AnswerOf } from '../../schema/api/endpoint.ts'
import type { Deps } from '../deps.ts'
import type { Ask } from '../http/bind.ts'
import { limitsOf, rules } from '../http/limits.ts'
import { findTarget, findTrip } from '../usecases/find-trip.ts'

/** Guesses are counted on the trip guessed at: a whole carrier may stand behind one address. */
export const findTripRoute =
  (deps: Deps) =>
  async ({ body, context }: Ask<typeof contract>): Promise<AnswerOf<typeof contract>> => {
    limitsOf(context).take(findTarget(body), rules.findTrip, deps.now())
    return findTrip(deps, body)
  }
