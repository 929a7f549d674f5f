/**
 * What a sealed credential says. Closed and coded: no phone, no full name, no full ID number, no claim that is not here.
 *
 * | claim | freight code 货畅码 (typ cxf+jwt)               | pass 通行证 (typ cxp+jwt)                         |
 * |-------|-------------------------------------------------|---------------------------------------------------|
 * | iss   | issuer, 1–32 of [0-9A-Za-z.-]                   | same                                              |
 * | jti   | random id given by the caller, 8–36 base64url   | same                                              |
 * | iat   | issued at                                       | same                                              |
 * | nbf   | –                                               | valid from                                        |
 * | exp   | valid until; at most 24 h after iat             | valid to                                          |
 * | k     | `f`                                             | `p`                                               |
 * | p     | plate, normalised (no dot)                      | plate of the tractor                              |
 * | t     | trailer plate, optional                         | –                                                 |
 * | tr    | trip number, 4–24 of [0-9A-Za-z-]               | –                                                 |
 * | s     | scope: i in-province, c cross-province, u unknown | –                                               |
 * | c     | state: g green, y yellow, r red, x grey         | –                                                 |
 * | n     | first moment the earliest test no longer holds; absent if none is needed | –                        |
 * | r     | registered: 1 or 0                              | –                                                 |
 * | m     | crew, 1–8 of [surname, last four of ID, d driver / e escort] | –                                    |
 * | h     | compressed P-256 point (44 base64url): the phone it is shown on, which stamps it live; absent = for paper | – |
 * | no    | –                                               | pass number: 6 region digits + 6 serial           |
 * | o, d  | –                                               | origin and destination county, GB/T 2260          |
 * | g     | –                                               | cargo category, two digits                        |
 * | u     | –                                               | issuing region (6 digits), then a unit code 0–6   |
 * | status | –                                              | its place on a status list, as the IETF draft has it: {status_list: {idx, uri}} |
 *
 * Times in tokens are whole seconds (NumericDate), before the year 2100: milliseconds cannot be mistaken for seconds.
 */
import type { FreightCode, Role, Scope } from '../facts.ts'
import type { Instant } from '../instant.ts'

/** Enough to match a person offline, and nothing more; made by `crewMark`. */
export type CrewMark = { surname: string; idTail: string; role: Role }

export type FreightClaims = {
  kind: 'freight'
  issuer: string
  id: string
  issuedAt: Instant
  expiresAt: Instant
  plate: string
  trailer?: string
  trip: string
  scope: Scope
  state: FreightCode
  testLapsesAt?: Instant
  registered: boolean
  crew: readonly CrewMark[]
  /** Key of the phone it is shown on, a compressed P-256 point, base64url; left out = made for paper. */
  shownBy?: string
}

/** Its place on a status list (IETF Token Status List §6): the bit pair at `index` of the list published at `uri`. */
export type StatusPlace = { index: number; uri: string }

export type PassClaims = {
  kind: 'pass'
  issuer: string
  id: string
  issuedAt: Instant
  validFrom: Instant
  expiresAt: Instant
  plate: string
  number: string
  origin: string
  destination: string
  cargo: string
  issuedBy: string
  status: StatusPlace
}

export type Claims = FreightClaims | PassClaims
export type CredentialKind = Claims['kind']

/** R56: a freight code is short-lived, so that its colour is recomputed. */
export const freightLifeSeconds = 24 * 3600

export const tokenTypes = { freight: 'cxf+jwt', pass: 'cxp+jwt' } as const satisfies Record<CredentialKind, string>

const scopeCodes = { 'in-province': 'i', 'cross-province': 'c', unknown: 'u' } as const
const stateCodes = { green: 'g', yellow: 'y', red: 'r', grey: 'x' } as const
const roleCodes = { driver: 'd', escort: 'e' } as const

export const claimCodes = { scope: scopeCodes, state: stateCodes, role: roleCodes } as const

/** Whole seconds; a fraction is cut off. */
const seconds = (at: Instant) => Math.floor(at / 1000)

/** The one JSON text of the claims; the order of members is part of the QR dictionary, so never change it. */
export function claimsText(claims: Claims): string {
  return JSON.stringify(claims.kind === 'freight' ? freightWire(claims) : passWire(claims))
}

function freightWire(claims: FreightClaims) {
  return {
    iss: claims.issuer,
    jti: claims.id,
    iat: seconds(claims.issuedAt),
    exp: seconds(claims.expiresAt),
    k: 'f',
    p: claims.plate,
    ...(claims.trailer === undefined ? {} : { t: claims.trailer }),
    tr: claims.trip,
    s: scopeCodes[claims.scope],
    c: stateCodes[claims.state],
    ...(claims.testLapsesAt === undefined ? {} : { n: seconds(claims.testLapsesAt) }),
    r: claims.registered ? 1 : 0,
    m: claims.crew.map((member) => [member.surname, member.idTail, roleCodes[member.role]]),
    ...(claims.shownBy === undefined ? {} : { h: claims.shownBy }),
  }
}

function passWire(claims: PassClaims) {
  return {
    iss: claims.issuer,
    jti: claims.id,
    iat: seconds(claims.issuedAt),
    nbf: seconds(claims.validFrom),
    exp: seconds(claims.expiresAt),
    k: 'p',
    p: claims.plate,
    no: claims.number,
    o: claims.origin,
    d: claims.destination,
    g: claims.cargo,
    u: claims.issuedBy,
    status: { status_list: { idx: claims.status.index, uri: claims.status.uri } },
  }
}
