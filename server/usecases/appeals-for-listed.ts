import { groundFor } from '../../shared/codes/reasons.ts'
import type { Verdict } from '../../shared/policy/verdict.ts'
import type { Deps } from '../deps.ts'
import type { Write } from '../store/db.ts'
import type { InspectionRow } from '../store/inspections.ts'
import { openAppealFor } from './appeals-row.ts'
import { openingId } from './inspection-events.ts'

export type Red = {
  row: InspectionRow
  verdict: Verdict
  /** Surnames as the inspector saw them, by seat. */
  seen: readonly { surname: string }[]
  /** Who sits there, where he is known. */
  personAt: (seat: number) => string | null
  /** Those of them on the drivers' white list. */
  listed: readonly string[]
}

/** A listed driver whose code shows red should not have to ask: an appeal is opened for him with the record (A11). */
export const appealsForListed = (deps: Deps, { row, verdict, seen, personAt, listed }: Red): readonly Write[] =>
  verdict.opens.flatMap(({ crew: seat, reason }) => {
    const [person, finding] = [personAt(seat), verdict.findings[seat]]
    if (reason === 'Y1' || person === null || !listed.includes(person) || !finding) return []
    return openAppealFor(deps, {
      trip: row.trip_id,
      seat,
      person,
      surname: seen[seat]?.surname ?? '',
      plate: row.plate,
      opening: openingId(reason, row.id, seat),
      reason,
      ground: groundFor(reason, finding.ground),
      checkpoint: row.checkpoint_id,
    })
  })
