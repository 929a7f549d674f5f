import {
  freightCodeFact,
  passFact,
  type FreightCodeFact,
  type PassFact,
} from '../../shared/credential/credential-facts.ts'
import type { FreightClaims } from '../../shared/credential/claims.ts'
import type {
  CrewMember,
  DriverWhitelist,
  Facts,
  FreightCode,
  Listing,
  NucleicAcid,
  Pass,
  PriorRelease,
  Scope,
  Trip,
} from '../../shared/facts.ts'
import { samePlate } from '../../shared/identity/plate.ts'
import { parseInstant, type Instant } from '../../shared/instant.ts'
import { foreignPassFact } from '../../shared/passes/foreign.ts'
import type { KnownTruck, PersonHere, PriorHere } from './known-here.ts'
import type { PlateView } from './server.ts'

/** The scanned freight code held against the plate in front of the inspector; `undefined` = none was scanned. */
export const freightHere = (known: KnownTruck, now: Instant): FreightCodeFact | undefined =>
  known.freight ? freightCodeFact(known.freight, now, known.plate) : undefined

/** Claims that may be relied on: sealed by us, and of this truck. */
function claimsHere(known: KnownTruck, now: Instant): FreightClaims | undefined {
  const { freight } = known
  const fact = freightHere(known, now)
  return freight?.ok === true && freight.kind === 'freight' && fact?.suspect === false ? freight.claims : undefined
}

const definite = (scope: Scope | undefined) => (scope === 'unknown' ? undefined : scope)

/** What the trip touches decides, whoever knows it; the inspector's word before a record, a record before nothing. */
export const scopeHere = (known: KnownTruck, now: Instant): Scope | undefined =>
  known.scopeSaid ??
  definite(known.onSite?.scope) ??
  definite(known.online?.trip?.scope) ??
  definite(claimsHere(known, now)?.scope)

function registeredHere(known: KnownTruck, now: Instant): boolean | undefined {
  if (known.onSite !== undefined || known.online?.trip || claimsHere(known, now)?.registered === true) return true
  return known.online === undefined ? known.registeredSaid : (known.registeredSaid ?? false)
}

/** The server computes the colour anew; only when its own source is down does a green code in hand know better. */
function freightCodeHere(known: KnownTruck, now: Instant): FreightCode | null | undefined {
  const scanned = freightHere(known, now)
  const online = known.online?.trip?.code.state
  // A credential under suspicion counts as none, and a green record elsewhere does not heal it.
  if (scanned?.suspect === true) return online === 'red' ? 'red' : null
  if (online !== undefined && !(online === 'grey' && serverKnowsLess(known, scanned))) return online
  if (scanned !== undefined) return scanned.code
  // Codes are given for registrations only, so there is none to ask for.
  return known.freight === null || known.online !== undefined || known.onSite !== undefined ? null : undefined
}

const serverKnowsLess = ({ online }: KnownTruck, scanned: FreightCodeFact | undefined) =>
  online?.healthData === 'down' && scanned?.code === 'green'

/** The contract has one place for a suspect credential: the pass. A forged or foreign freight code is told there too (M7). */
function passHere(known: KnownTruck, now: Instant): Pass | null | undefined {
  if (!codeAtFault(known, now)) return passAlone(known, now)
  return { state: freightHere(known, now)?.why === 'mismatch' ? 'mismatch' : 'forged' }
}

/**
 * What the scanned pass is worth. It names the tractor, so where the plate seen is the trailer's, the tractor of the trip is
 * what it is held against.
 */
export function shownPass(known: KnownTruck, now: Instant): PassFact | undefined {
  if (known.pass === undefined) return undefined
  const trip = claimsHere(known, now)
  const isTrailer = trip?.trailer !== undefined && samePlate(trip.trailer, known.plate)
  return passFact(known.pass, now, isTrailer ? trip.plate : known.plate)
}

/** The pass itself, whatever is wrong with the freight code: what a screen says of it. */
export function passAlone(known: KnownTruck, now: Instant): Pass | null | undefined {
  const shown = shownPass(known, now)?.pass
  const recorded = known.online?.pass ? { state: known.online.pass.state } : undefined
  // The old paper was scanned, and the one that took its place 换发 holds.
  const ours = !shown || (isWorthNothing(shown) && recorded?.state === 'valid') ? (recorded ?? shown) : shown
  return known.foreignPass === undefined || (ours && !isWorthNothing(ours))
    ? ours
    : (foreignPassFact(known.foreignPass, now) ?? ours)
}

/** Run out or taken back: a pass of another province in the same hand counts all the same; a forged one stays a lead. */
const isWorthNothing = ({ state }: Pass) => state === 'expired' || state === 'revoked'

/** The freight code is what M7 is about: it is suspect, and the pass is not. */
export function codeAtFault(known: KnownTruck, now: Instant): boolean {
  const shown = shownPass(known, now)?.pass
  const passAtFault = shown?.state === 'mismatch' || shown?.state === 'forged'
  return freightHere(known, now)?.suspect === true && !passAtFault
}

const sameTags = (a: readonly (string | undefined)[], b: readonly string[]) =>
  a.length === b.length && a.every((tag) => tag !== undefined && b.includes(tag))

/** `undefined` = nobody can tell but the inspector. */
function sameCrew(prior: PriorHere, known: KnownTruck): boolean | undefined {
  const tags = known.crew.map(({ tag }) => tag)
  if (tags.includes(undefined) || prior.crew.length === 0) return known.sameCrewSaid
  return known.sameCrewSaid ?? sameTags(tags, prior.crew)
}

export function priorHere(known: KnownTruck): PriorRelease | undefined {
  const { prior } = known
  if (prior === undefined) return undefined
  const same = sameCrew(prior, known)
  return { at: prior.at, checkpoint: prior.checkpoint, ...(same === undefined ? {} : { sameCrew: same }) }
}

const moment = (iso: string | undefined): Instant | undefined => (iso === undefined ? undefined : parseInstant(iso))

function testOf(test: NonNullable<PlateView['crew'][number]['nucleicAcid']>): NucleicAcid {
  const sampledAt = moment(test.sampledAt)
  const reportedAt = moment(test.reportedAt)
  return {
    result: test.result,
    ...(sampledAt === undefined ? {} : { sampledAt }),
    ...(reportedAt === undefined ? {} : { reportedAt }),
  }
}

function whitelistOf(entry: PlateView['crew'][number]['driverWhitelist']): DriverWhitelist | undefined {
  const from = moment(entry?.from)
  const to = moment(entry?.to)
  if (!entry || from === undefined || to === undefined) return undefined
  return { from, to, closedLoop: entry.closedLoop }
}

/** What the server knows of a person; `null` there means "not known here", so the fact stays unasked. */
function onlineFacts(online: PlateView['crew'][number] | undefined): CrewMember {
  if (online === undefined) return {}
  return {
    ...(online.nucleicAcid ? { nucleicAcid: testOf(online.nucleicAcid) } : {}),
    ...(online.healthCode ? { healthCode: online.healthCode } : {}),
    ...(online.travelCard ? { travelCard: online.travelCard } : {}),
  }
}

/** The entry on the drivers' white list that counts here: the server's word where it knows the person, else the bundle's. */
export const whitelistHere = ({ online, whitelist }: PersonHere): DriverWhitelist | undefined =>
  online === undefined ? whitelist : whitelistOf(online.driverWhitelist)

/** A listing that would hold somebody; being tracked holds nobody. */
const holds = (listed: Listing | null | undefined) => listed === 'positive' || listed === 'red'

/** The bundle may mean somebody else, and the head has not looked yet. The server's word on a person needs no look. */
export const listedToCheck = ({ online, listed, listedSame }: PersonHere): Listing | undefined =>
  online === undefined && holds(listed) && listedSame === undefined ? (listed ?? undefined) : undefined

function listedHere({ online, listed, listedSame }: PersonHere): Listing | null | undefined {
  if (online !== undefined) return online.listed
  return !holds(listed) || listedSame === true ? listed : undefined
}

function memberOf(person: PersonHere): CrewMember {
  const { role, online, answers } = person
  const onList = listedHere(person)
  const driverWhitelist = whitelistHere(person)
  return {
    role,
    ...onlineFacts(online),
    ...(driverWhitelist ? { driverWhitelist } : {}),
    ...(onList ? { listed: onList } : {}),
    ...answers,
  }
}

function tripOf(known: KnownTruck, now: Instant): Trip {
  const scope = scopeHere(known, now)
  const registered = registeredHere(known, now)
  const trip = known.online?.trip
  return {
    ...(scope === undefined ? {} : { scope }),
    ...(registered === undefined ? {} : { registered }),
    ...(trip?.throughTrain === true ? { throughTrain: true } : {}),
    ...(trip ? { cargo: trip.cargo } : {}),
  }
}

/** All that is known, as the facts of contracts §1: what was not asked is left out, what cannot be shown is `null`. */
export function factsHere(known: KnownTruck, now: Instant): Facts {
  const freightCode = freightCodeHere(known, now)
  const pass = passHere(known, now)
  const priorRelease = priorHere(known)
  return {
    trip: tripOf(known, now),
    vehicle: { plate: known.plate, ...(known.notFreight === true ? { freight: false } : {}) },
    ...(freightCode === undefined ? {} : { freightCode }),
    crew: known.crew.map(memberOf),
    ...(pass === undefined ? {} : { pass }),
    ...(priorRelease === undefined ? {} : { priorRelease }),
    ...(known.online === undefined ? { offline: true } : {}),
  }
}
