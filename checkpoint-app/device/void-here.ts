import { refusalCodes, type Opened } from '../../shared/credential/open.ts'
import type { Claims } from '../../shared/credential/claims.ts'
import { parseInstant } from '../../shared/instant.ts'
import type { KnownTruck } from './known-here.ts'
import type { PlateView } from './server.ts'

/** A scanned credential held against what the server said of its truck: it knows of a revocation before the next bundle does. */
export function heldAgainst(opened: Opened, online: PlateView | undefined): Opened {
  const reason = opened.ok && online !== undefined ? objection(opened.claims, online) : undefined
  if (!opened.ok || reason === undefined) return opened
  return { ok: false, reason, code: refusalCodes[reason], kind: opened.kind, claims: opened.claims }
}

/** The same of what was scanned before the server answered. */
export const allHeldAgainst = ({ freight, pass }: Pick<KnownTruck, 'freight' | 'pass'>, online: PlateView) => ({
  ...(freight && { freight: heldAgainst(freight, online) }),
  ...(pass && { pass: heldAgainst(pass, online) }),
})

function objection(claims: Claims, { voidCodes, voidPasses }: PlateView): 'revoked' | 'suspended' | undefined {
  if (claims.kind === 'pass') return voidPasses?.find(({ number }) => number === claims.number)?.standing
  const before = voidCodes?.find(({ trip }) => trip === claims.trip)?.before
  const moment = before === undefined ? undefined : parseInstant(before)
  return moment !== undefined && claims.issuedAt < moment ? 'revoked' : undefined
}
