import type * as z from 'zod/mini'
import type { passPending, passView } from '../../schema/api/trips.ts'
import { encodeQr } from '../../shared/credential/qr.ts'
import { beijingIso, instant, minute, plus } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import { answerWithinMinutes, passFlagIds, passFlags } from '../../shared/passes/checks.ts'
import type { PassFlag } from '../../shared/passes/checks.ts'
import { declineReasons, standingReasonIds, standingReasonWords } from '../../shared/passes/reasons.ts'
import type { DeclineReason } from '../../shared/passes/reasons.ts'
import type { ApplicationRow } from '../store/pass-applications.ts'
import type { PassRow } from '../store/passes.ts'

export type PassView = z.infer<typeof passView>
export type PassPending = z.infer<typeof passPending>

/** A suspended pass gives no lane while it is suspended, so it is told as revoked. */
export function standing(pass: PassRow, now: Instant): PassView['state'] {
  if (pass.status !== 'valid') return 'revoked'
  return pass.valid_to <= now ? 'expired' : 'valid'
}

/** As the office and the booth know it. */
export function stateOfPass(pass: PassRow, now: Instant): 'valid' | 'suspended' | 'revoked' | 'expired' {
  return pass.status === 'suspended' && pass.valid_to > now ? 'suspended' : standing(pass, now)
}

export const viewOfPass = (pass: PassRow, now: Instant): PassView => ({
  number: pass.number,
  state: standing(pass, now),
  plate: pass.plate,
  from: pass.from_region,
  to: pass.to_region,
  cargo: pass.cargo,
  validFrom: beijingIso(instant(pass.valid_from)),
  validTo: beijingIso(instant(pass.valid_to)),
  issuer: pass.issuer,
  token: pass.token,
  qr: encodeQr(pass.token),
  ...whyNot(pass, now),
  ...(pass.trip_id === null && { byCompany: true as const }),
})

/** For a reason of the closed list; a pass whose trip has changed is no one's fault. */
function whyNot(pass: PassRow, now: Instant): Pick<PassView, 'standing'> {
  const state = stateOfPass(pass, now)
  const code = standingReasonIds.find((id) => id === pass.status_reason)
  if ((state !== 'suspended' && state !== 'revoked') || code === undefined) return {}
  const { zh, en } = standingReasonWords(code)
  return { standing: { state, zh, en } }
}

/** What a row holds is what these functions wrote; a flag of a later version is left out. */
export function flagsIn(row: Pick<ApplicationRow, 'flags'>): PassFlag[] {
  const kept: unknown = JSON.parse(row.flags)
  return Array.isArray(kept) ? passFlagIds.filter((flag) => kept.includes(flag)) : []
}

export const answerBy = (row: Pick<ApplicationRow, 'applied_at'>): string =>
  beijingIso(plus(instant(row.applied_at), answerWithinMinutes * minute))

const isDeclineReason = (code: string): code is DeclineReason => Object.hasOwn(declineReasons, code)

export function declinedInWords({ decision_reason: code, decision_note: note }: ApplicationRow) {
  if (code === null || !isDeclineReason(code)) return null
  const { zh, en, next } = declineReasons[code]
  return { reason: code, zh, en, next: { ...next }, note }
}

export function pendingView(row: ApplicationRow): PassPending {
  const declined = declinedInWords(row)
  return {
    state: row.state === 'declined' ? 'declined' : 'waiting',
    appliedAt: beijingIso(instant(row.applied_at)),
    answerBy: answerBy(row),
    flags: flagsIn(row).map((flag) => ({ ...passFlags[flag] })),
    declined: declined && { zh: declined.zh, en: declined.en, next: declined.next, note: declined.note },
  }
}
