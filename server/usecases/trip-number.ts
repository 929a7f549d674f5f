import { tripCheckDigit } from '../../shared/identity/trip-number.ts'
import type { Deps } from '../deps.ts'
import { randomDigits } from './new-id.ts'

export { inFours as showTripNumber, readTripNumber } from '../../shared/identity/trip-number.ts'

/** Twelve digits, the last a check digit; random, so that nobody's number tells another's. Never starts with 0. */
export function newTripNumber(deps: Pick<Deps, 'random'>): string {
  const body = randomDigits(deps, 11).replace(/^0/, '8')
  return body + tripCheckDigit(body)
}
