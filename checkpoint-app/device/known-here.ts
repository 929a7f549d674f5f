import type { Opened } from '../../shared/credential/open.ts'
import type { CrewMember, DriverWhitelist, Listing, Role, Scope } from '../../shared/facts.ts'
import type { Instant } from '../../shared/instant.ts'
import type { ForeignPass } from '../../shared/passes/foreign.ts'
import type { PlateView } from './server.ts'

/** Surname and last four of the ID: all that this phone ever learns of who somebody is. */
export type Mark = { readonly surname: string; readonly idTail: string }

/** What the inspector found out himself; it wins over what is known from elsewhere. */
export type PersonAnswers = Omit<CrewMember, 'role' | 'listed' | 'driverWhitelist'>

export type PersonHere = {
  /** Stays the same while the session lasts. */
  readonly key: number
  readonly role: Role
  /** Empty = not known who this is. */
  readonly mark: Mark
  readonly tag?: string
  /** From the bundle, by a shortened tag: a hit, and no fact before the head has looked (`listedSame`). */
  readonly listed?: Listing | null
  /** The head held the ID card against the person: it is the one who is listed, or it is not. */
  readonly listedSame?: boolean
  /** From the bundle; what the server says of this person wins over it. */
  readonly whitelist?: DriverWhitelist
  /** From the server: registration, health-data feed, lists. */
  readonly online?: PlateView['crew'][number]
  readonly answers: PersonAnswers
  /** The inspector saw him on board, whoever is registered. */
  readonly added?: true
}

export type PriorHere = {
  readonly at: Instant
  readonly checkpoint: string
  readonly checkpointName: string
  readonly crew: readonly string[]
}

/** Everything this phone knows of one truck, whoever said it. */
export type KnownTruck = {
  readonly plate: string
  /** The freight code as scanned, good or bad; `null` = the driver has none; left out = not asked. */
  readonly freight?: Opened | null
  readonly pass?: Opened
  /** Of another province or the old style, as it was shown; no seal of ours, so the inspector's word. */
  readonly foreignPass?: ForeignPass
  /** The server's answer; left out = not reached, so this is an offline check. */
  readonly online?: PlateView
  /** Registered here and now, on this phone. */
  readonly onSite?: { readonly trip: string; readonly scope: Scope; readonly riskStay: boolean | null }
  readonly scopeSaid?: Scope
  readonly registeredSaid?: boolean
  readonly notFreight?: boolean
  readonly prior?: PriorHere
  readonly sameCrewSaid?: boolean
  readonly crew: readonly PersonHere[]
}

export const isSamePerson = (a: Mark, b: Mark): boolean =>
  a.surname !== '' && a.surname === b.surname && a.idTail.toUpperCase() === b.idTail.toUpperCase()
