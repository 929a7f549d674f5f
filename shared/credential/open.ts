import type { FreightCode } from '../facts.ts'
import type { Instant } from '../instant.ts'
import type { Claims, CredentialKind, FreightClaims, PassClaims } from './claims.ts'
import { isSealedBy, parseCompact, strictJson } from './compact.ts'
import { servedAt } from './keys.ts'
import type { KeySet, VerifyingKey } from './keys.ts'
import { showingOf } from './live.ts'
import type { Showing } from './live.ts'
import { parseClaims } from './parse-claims.ts'
import { decodeQr } from './qr.ts'
import type { Stamp } from './qr.ts'

/** Closed list; the codes are read over the phone. */
export const refusalCodes = {
  unreadable: 'C-01', // no text at all
  'not-ours': 'C-02', // another's code
  malformed: 'C-03', // in our form, but broken; or well sealed with claims we do not know
  'bad-signature': 'C-04', // in our form, but not sealed by us: altered, or another alg than ES256
  'unknown-key': 'C-05', // no key of that name for that use and moment; the key list may be old
  'not-yet-valid': 'C-06',
  expired: 'C-07',
  revoked: 'C-08',
  suspended: 'C-09',
} as const
export type RefusalReason = keyof typeof refusalCodes

type OpenedAs<K extends CredentialKind, C extends Claims, S> = { ok: true; kind: K; claims: C; state: S; token: string }

/**
 * `state` of a freight code is its colour at `now`: a green one whose test has lapsed is grey. How it was shown, and on a phone
 * whether it was the phone's own screen, changes nothing of what it says.
 */
export type OpenedFreight = OpenedAs<'freight', FreightClaims, FreightCode> & Showing
export type OpenedPass = OpenedAs<'pass', PassClaims, 'valid'>

/** `claims` is there only when the seal is good. `kind` as soon as the form tells it. */
export type Refused = {
  ok: false
  reason: RefusalReason
  code: (typeof refusalCodes)[RefusalReason]
  kind?: CredentialKind
  claims?: Claims
}
export type Opened = OpenedFreight | OpenedPass | Refused

export type OpenOptions = {
  keys: KeySet
  now: Instant
  /** By what it says (jti, place on the status list, trip), never by its text: one credential has more than one valid text. */
  standing?: (claims: Claims) => 'revoked' | 'suspended' | undefined
  skewSeconds?: number
  /** Who may have issued it; whoever holds keys of one issuer alone may leave it out. Another's under our seal is `malformed`. */
  issuers?: readonly string[]
}

export const defaultSkewSeconds = 120

/**
 * Opens a QR text or a compact JWS. In this order: form, key, signature, claims, revocation, time. Nothing unsigned is
 * believed or shown; a bad token is a value, never a throw.
 */
export async function openCredential(text: string, options: OpenOptions): Promise<Opened> {
  const decoded = decodeQr(text)
  if (!decoded.ok) return refused(decoded.reason)
  const compact = parseCompact(decoded.token)
  if (!compact.ok) return refused(compact.reason)
  const { kind, kid, payload } = compact.value
  const key = options.keys.get(kid)
  if (key?.use !== kind) return refused('unknown-key', { kind })
  if (!(await isSealedBy(key.key, compact.value))) return refused('bad-signature', { kind })
  const parsed = parseClaims(kind, strictJson(payload))
  if (!parsed.ok || options.issuers?.includes(parsed.claims.issuer) === false) return refused('malformed', { kind })
  const reason = objection(parsed.claims, key, options)
  if (reason !== undefined) return refused(reason, { kind, claims: parsed.claims })
  return opened(parsed.claims, options.now, decoded)
}

const refused = (reason: RefusalReason, more: { kind?: CredentialKind; claims?: Claims } = {}): Refused => ({
  ok: false,
  reason,
  code: refusalCodes[reason],
  ...more,
})

type Read = { token: string; stamp?: Stamp }

async function opened(claims: Claims, now: Instant, { token, stamp }: Read): Promise<Opened> {
  if (claims.kind === 'pass') return { ok: true, kind: 'pass', claims, state: 'valid', token }
  const showing = await showingOf(claims, stamp, now)
  if (showing === undefined) return refused('malformed', { kind: 'freight' })
  return { ok: true, kind: 'freight', claims, state: stateAt(claims, now), token, ...showing }
}

/** A lapsed test takes the green away and gives grey; it never makes a yellow. */
export const stateAt = (claims: FreightClaims, now: Instant): FreightCode =>
  claims.state === 'green' && testLapsed(claims, now) ? 'grey' : claims.state

export const testLapsed = (claims: FreightClaims, now: Instant): boolean =>
  claims.testLapsesAt !== undefined && now >= claims.testLapsesAt

/** Revoked is for good and comes before time; a suspension matters only while the credential lives. */
function objection(claims: Claims, key: VerifyingKey, options: OpenOptions): RefusalReason | undefined {
  const skew = options.skewSeconds ?? defaultSkewSeconds
  if (!servedAt(key, claims.issuedAt, skew * 1000)) return 'unknown-key'
  const standing = options.standing?.(claims)
  if (standing === 'revoked') return 'revoked'
  return timeObjection(claims, options.now, skew) ?? standing
}

/** Counted in whole seconds; the end does not belong to the life. `skewSeconds` is added on both sides. */
export function timeObjection(
  claims: Claims,
  now: Instant,
  skewSeconds: number = defaultSkewSeconds,
): 'not-yet-valid' | 'expired' | undefined {
  const second = Math.floor(now / 1000) * 1000
  const slack = skewSeconds * 1000
  if (claims.expiresAt <= second - slack) return 'expired'
  const start = claims.kind === 'pass' ? Math.max(claims.issuedAt, claims.validFrom) : claims.issuedAt
  return start > second + slack ? 'not-yet-valid' : undefined
}
