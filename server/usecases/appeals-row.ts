import { mayBeSaid } from '../../shared/appeals/kinds.ts'
import type { Path } from '../../shared/appeals/conditions.ts'
import type { Saying } from '../../shared/appeals/kinds.ts'
import type { Reason } from '../../shared/codes/reasons.ts'
import { Fault } from '../../shared/fault.ts'
import type { Deps } from '../deps.ts'
import type { AppealRow } from '../store/appeals.ts'
import type { Write } from '../store/db.ts'
import { addAppealUnlessRunning } from '../store/appeals.ts'
import { newId } from './new-id.ts'
import { tellNewAppeal } from './appeals-tell.ts'

type Said = Pick<AppealRow, 'id' | 'kind' | 'plate' | 'surname' | 'by_kind'> & { said: Saying; paths: readonly Path[] }
export type NewAppeal = Said & Partial<Omit<AppealRow, keyof Said | 'checks'>>

/** An appeal as it is made: waiting, unless `more` says that it is decided. @throws Fault bad-input AP-04 */
export function appealRow(deps: Pick<Deps, 'now'>, { paths, ...given }: NewAppeal): AppealRow {
  if (given.by_kind !== 'system' && !mayBeSaid(given.kind, given.said))
    throw new Fault('bad-input', 'AP-04', 'this cannot be said of it', { path: 'said' })
  return { ...blank, submitted_at: deps.now(), checks: JSON.stringify(paths), ...given }
}

const blank = {
  trip_id: null,
  seat: null,
  person_tag: null,
  opening: null,
  reason: null,
  ground: null,
  inspection_id: null,
  checkpoint_id: null,
  place: null,
  note_sealed: null,
  by_id: null,
  region: null,
  colour: null,
  state: 'waiting',
  automatic: 0,
  accepted_at: null,
  accepted_by: null,
  decided_at: null,
  decided_by: null,
  elapsed_ms: null,
  way: null,
  document: null,
  why: null,
  false_evidence: 0,
  reply: null,
} as const satisfies Partial<AppealRow>

export type ForWhom = {
  trip: string | null
  seat: number
  person: string
  surname: string
  plate: string
  /** The reason of his code that was just opened or proposed, as its event is called. */
  opening: string
  reason: Reason
  ground: string
  /** The checkpoint at which it was met. */
  checkpoint: string
}

/**
 * Opened by the system for a person who should not have to ask: a driver of the white list whose code shows red (A11). For the
 * commit of what it follows from; where one about the same reason runs already, nothing happens.
 */
export function openAppealFor(deps: Deps, whom: ForWhom): readonly Write[] {
  const row = appealRow(deps, {
    id: newId(deps),
    kind: 'code',
    said: 'white-listed-red',
    by_kind: 'system',
    paths: [],
    plate: whom.plate,
    surname: whom.surname,
    trip_id: whom.trip,
    seat: whom.seat,
    person_tag: whom.person,
    opening: whom.opening,
    reason: whom.reason,
    ground: whom.ground,
    place: `checkpoint/${whom.checkpoint}`,
  })
  return [addAppealUnlessRunning(row), ...tellNewAppeal(deps, row)]
}
