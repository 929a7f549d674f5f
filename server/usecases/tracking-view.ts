import type * as z from 'zod/mini'
import { outcomes } from '../../schema/api/tracking.ts'
import type { trackingView } from '../../schema/api/tracking.ts'
import { beijingIso, hour, instant, plus } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { TrackingAndPlace } from '../store/tracking.ts'

/** When the result of a release at that moment should be here, by the numbers of that day. */
export const dueOf = (deps: Pick<Deps, 'law'>, openedAt: Instant): Instant =>
  plus(openedAt, deps.law.numbersAt(openedAt).trackingResultWithin * hour)

const momentOf = (at: number | null): string | null => (at === null ? null : beijingIso(instant(at)))

export function viewOfTracking(deps: Pick<Deps, 'law' | 'now'>, row: TrackingAndPlace): z.infer<typeof trackingView> {
  const dueAt = dueOf(deps, instant(row.opened_at))
  return {
    id: row.id,
    inspection: row.inspection_id,
    plate: row.plate,
    checkpoint: row.checkpoint_id,
    checkpointName: row.checkpoint_name,
    person: { surname: row.surname, idTail: row.id_tail, matched: row.person_tag !== null },
    openedAt: beijingIso(instant(row.opened_at)),
    dueAt: beijingIso(dueAt),
    state: row.state,
    overdue: row.state === 'waiting' && dueAt <= deps.now(),
    resultAt: momentOf(row.result_at),
    closedAt: momentOf(row.closed_at),
    closedBy: row.closed_by_name,
    outcome: outcomes.find((outcome) => outcome === row.outcome) ?? null,
  }
}
