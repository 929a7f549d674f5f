import { isRegionCode } from '../identity/region-code.ts'
import { readTripNumber } from '../identity/trip-number.ts'

/** A pass is six digits of the region that issued it and six of its own; a trip ends in a check digit. */
export type TypedNumber = 'short' | 'trip' | 'pass' | 'either' | 'neither'

/** What twelve digits can be, said while they are typed; a `neither` is worth a second look, and may be asked all the same. */
export function typedNumber(digits: string): TypedNumber {
  if (digits.length < 12) return 'short'
  const isTrip = readTripNumber(digits) !== undefined
  const isPass = digits.length === 12 && isRegionCode(digits.slice(0, 6))
  if (isTrip && isPass) return 'either'
  return isTrip ? 'trip' : isPass ? 'pass' : 'neither'
}
