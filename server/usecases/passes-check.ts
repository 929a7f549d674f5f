import { plus } from '../../shared/instant.ts'
import { parsePlate } from '../../shared/identity/plate.ts'
import { brokenCommitmentRemembered, flagsOf } from '../../shared/passes/checks.ts'
import type { EarlierPass, PassFlag } from '../../shared/passes/checks.ts'
import { instant } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import { brokenCommitments, causesOfRevocation, passesInForceOf, revokedForCause } from '../store/pass-applications.ts'
import type { PassRow } from '../store/passes.ts'

/** So many passes of one truck are looked at; more say nothing new. */
const lookedAt = 50

export type Applied = {
  applicant: 'driver' | 'shipper' | 'consignee'
  company: string | null
  plate: string
  from: string
  to: string
  /** The pass it takes the place of; who has its key is its applicant. */
  replaces: PassRow | undefined
}

/** What the checks found 自动核验; empty = issued at once. */
export async function checkApplication(deps: Deps, applied: Applied): Promise<readonly PassFlag[]> {
  const now = deps.now()
  const { plate, company, replaces } = applied
  const since = plus(now, -brokenCommitmentRemembered)
  const [inForce, broken, revoked] = await Promise.all([
    deps.db.all(passesInForceOf(plate, now, lookedAt)),
    deps.db.all(brokenCommitments({ plate, company }, since)),
    deps.db.all(revokedForCause(plate, since)),
  ])
  const read = parsePlate(plate)
  return flagsOf({
    from: applied.from,
    to: applied.to,
    plateKnown: read.ok && read.kind !== 'other',
    earlier: [...inForce, ...broken, ...revoked, ...(replaces === undefined ? [] : [replaces])].map((row) =>
      earlierOf(row, applied, now),
    ),
    now,
  })
}

/** A driver's new trip is the same truck's next route; a company is known by the key of what it applied for before. */
const earlierOf = (row: PassRow, applied: Applied, now: Instant): EarlierPass => ({
  from: row.from_region,
  to: row.to_region,
  samePlate: row.plate === applied.plate,
  mine: row.number === applied.replaces?.number || (applied.applicant === 'driver' && row.trip_id !== null),
  inForce: row.valid_to > now && row.status === 'valid',
  suspended: row.status === 'suspended',
  falseCommitmentAt: row.status_reason === 'false-commitment' ? leftAt(row) : null,
  revokedForCauseAt: row.status === 'revoked' && isCause(row.status_reason) ? leftAt(row) : null,
})

const leftAt = ({ status_at: at }: PassRow): Instant | null => (at === null ? null : instant(at))
const isCause = (reason: string | null): boolean => causesOfRevocation.some((cause) => cause === reason)
