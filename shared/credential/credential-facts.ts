/** What an opened credential is worth to the judgement: the facts `freightCode` and `pass` of contracts §1. */
import type { FreightCode, Pass } from '../facts.ts'
import { samePlate } from '../identity/plate.ts'
import type { Instant } from '../instant.ts'
import { stateAt, testLapsed, timeObjection } from './open.ts'
import type { Opened, RefusalReason } from './open.ts'

export type CredentialWhy = RefusalReason | 'wrong-kind' | 'mismatch' | 'test-lapsed' | 'bad-stamp'

/**
 * `null` = counts as none. `suspect` = M7, a lead 疑似弄虚作假 with a photo: the plate differs from the one seen, the seal
 * is not ours, or another phone stamped it. A picture of a good code (an old stamp, or none) says what the code says; it is told
 * to the inspector and to the record, not to the judgement. The truck goes on by its other facts.
 */
export type FreightCodeFact = { code: FreightCode | null; why?: CredentialWhy; suspect: boolean }

/** `plateSeen` left out = the plate is not known yet, so nothing is compared. Tractor or trailer may be the one seen. */
export function freightCodeFact(opened: Opened, now: Instant, plateSeen?: string): FreightCodeFact {
  if (!opened.ok) return freightRefused(opened.reason)
  if (opened.kind !== 'freight') return { code: null, why: 'wrong-kind', suspect: false }
  const { claims } = opened
  const plates = [claims.plate, claims.trailer ?? claims.plate]
  if (plateSeen !== undefined && !plates.some((plate) => samePlate(plate, plateSeen)))
    return { code: null, why: 'mismatch', suspect: true }
  if (opened.carrier === 'phone' && opened.live === 'bad') return { code: null, why: 'bad-stamp', suspect: true }
  const late = timeObjection(claims, now)
  if (late !== undefined) return { code: 'grey', why: late, suspect: false }
  const code = stateAt(claims, now)
  return code === 'grey' && testLapsed(claims, now)
    ? { code, why: 'test-lapsed', suspect: false }
    : { code, suspect: false }
}

/** Out of its time is grey 灰 (decision table §1); anything else is no freight code at all. */
function freightRefused(why: RefusalReason): FreightCodeFact {
  const outOfTime = why === 'expired' || why === 'not-yet-valid'
  return { code: outOfTime ? 'grey' : null, why, suspect: why === 'bad-signature' }
}

/** `pass: null` = counts as none: unread, foreign, not ours to judge, not yet valid. M7 follows from mismatch and forged. */
export type PassFact = { pass: Pass | null; why?: CredentialWhy }

/** The pass names the tractor only, so a trailer's plate is no match. */
export function passFact(opened: Opened, now: Instant, plateSeen?: string): PassFact {
  if (!opened.ok) return passRefused(opened.reason)
  if (opened.kind !== 'pass') return { pass: null, why: 'wrong-kind' }
  if (plateSeen !== undefined && !samePlate(opened.claims.plate, plateSeen))
    return { pass: { state: 'mismatch' }, why: 'mismatch' }
  const late = timeObjection(opened.claims, now)
  return late === undefined ? { pass: { state: 'valid' } } : passRefused(late)
}

/** A suspended pass gives no green lane while it is suspended: it counts as revoked. */
const passStates: Partial<Record<RefusalReason, Pass['state']>> = {
  'bad-signature': 'forged',
  expired: 'expired',
  revoked: 'revoked',
  suspended: 'revoked',
}

function passRefused(why: RefusalReason): PassFact {
  const state = passStates[why]
  return { pass: state === undefined ? null : { state }, why }
}
