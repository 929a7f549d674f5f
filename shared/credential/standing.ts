import type { Instant } from '../instant.ts'
import type { Claims, FreightClaims, PassClaims } from './claims.ts'
import { statusAt, statusValues } from './status-list.ts'
import type { StatusList } from './status-list.ts'
import { standingAt } from './status-snapshot.ts'
import type { Snapshot } from './status-snapshot.ts'

/** What is known here of credentials that do not count any more, though their seal is good. */
export type Known = {
  lists?: Snapshot | undefined
  /** Trips whose freight codes issued before the moment are void 作废. */
  withdrawn?: ReadonlyMap<string, Instant> | undefined
}
export type StandingOf = (claims: Claims) => 'revoked' | 'suspended' | undefined

/** For `openCredential`. What nothing is known of stands as it is: no list, a list of another's, a place that is not named. */
export const standingFrom =
  (known: Known): StandingOf =>
  (claims) =>
    claims.kind === 'pass' ? passStanding(claims, known) : freightStanding(claims, known)

function passStanding({ status }: PassClaims, { lists }: Known): ReturnType<StandingOf> {
  if (lists === undefined || !status.uri.startsWith(lists.base)) return undefined
  const number = status.uri.slice(lists.base.length)
  return /^[1-9]\d{0,8}$/.test(number) ? standingAt(lists, Number(number), status.index) : undefined
}

/** The code's moment is a whole second, and so is the one before which codes are void. */
function freightStanding({ trip, issuedAt }: FreightClaims, { withdrawn }: Known): ReturnType<StandingOf> {
  const before = withdrawn?.get(trip)
  return before !== undefined && issuedAt < before ? 'revoked' : undefined
}

/** The same from public lists, for whoever has no snapshot. A value of another meaning than ours counts as suspended. */
export const standingFromLists =
  (lists: readonly StatusList[]): StandingOf =>
  (claims) => {
    if (claims.kind !== 'pass') return undefined
    const list = lists.find(({ uri }) => uri === claims.status.uri)
    const value = list === undefined ? undefined : statusAt(list, claims.status.index)
    if (value === undefined || value === statusValues.valid) return undefined
    return value === statusValues.revoked ? 'revoked' : 'suspended'
  }
