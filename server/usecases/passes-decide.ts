import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type {
  changePassStanding as standingContract,
  decidePassApplication as decideContract,
  readPassApplication as readContract,
} from '../../schema/api/passes.ts'
import { Fault } from '../../shared/fault.ts'
import { declineReasons, readPurposes, reasonsFor, standingReasons } from '../../shared/passes/reasons.ts'
import type { StandingDeed } from '../../shared/passes/reasons.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { Taken } from '../store/db.ts'
import { happenOnce } from '../store/once.ts'
import { decideApplication } from '../store/pass-applications.ts'
import type { ApplicationAndName } from '../store/pass-applications.ts'
import { passByNumber, setStatus } from '../store/passes.ts'
import type { PassRow } from '../store/passes.ts'
import { tripById } from '../store/trips.ts'
import { byStaff } from './actor.ts'
import { permit } from './may.ts'
import type { Permitted } from './may.ts'
import { crewOfApplication } from './passes-crew.ts'
import { issuePass } from './passes-issue.ts'
import { deedsFor, getPassApplication, getPassSheet, loadApplication, loadPass } from './passes-sheet.ts'
import type { Sheet } from './passes-sheet.ts'
import { tellDecidedPass } from './passes-tell.ts'
import { saysTheSame } from './passes.ts'

type Decision = BodyOf<typeof decideContract> & { id: string }

/**
 * What a person decides about a flagged application. Of two officers at once the second is told.
 * @throws Fault conflict PA-08 (decided already), PA-09 (its trip is another one now), PA-07 (the pass to be replaced is not in force)
 */
export async function decidePassApplication(deps: Deps, asker: Asker, form: Decision): Promise<Sheet> {
  const permitted = permit(asker, 'decide pass applications')
  const row = await loadApplication(deps, form.id)
  if (row.state !== 'waiting') throw decided()
  try {
    await (form.decision === 'issue' ? issue(deps, permitted, row) : decline(deps, permitted, row, form))
  } catch (cause) {
    throw cause instanceof Taken ? decided(cause) : cause
  }
  return getPassApplication(deps, asker, form.id)
}

const decided = (cause?: unknown) => new Fault('conflict', 'PA-08', 'somebody has decided this application', { cause })

async function issue(deps: Deps, permitted: Permitted, row: ApplicationAndName): Promise<void> {
  await refuseOutdated(deps, row)
  const { id, trip_id, plate, from_region, to_region, cargo } = row
  const [old] = row.replaces === null ? [] : await deps.db.all(passByNumber(row.replaces))
  if (old !== undefined && trip_id === null && old.status !== 'valid')
    throw new Fault('conflict', 'PA-07', 'the earlier pass cannot be replaced')
  const by = { at: deps.now(), by: permitted.staff, reason: null, note: null }
  await issuePass(deps, {
    pass: { trip_id, application_id: id, plate, from_region, to_region, cargo },
    replaces: old,
    writes: [...decideApplication(id, { state: 'issued', ...by }), ...tellDecidedPass(deps, row, true)],
    entries: (number) => [
      { by: byStaff(permitted), action: 'pass-issued', subject: number, detail: { application: id, plate } },
    ],
  })
}

/** The driver changed plate, route or goods while it waited. */
async function refuseOutdated(deps: Deps, row: ApplicationAndName): Promise<void> {
  if (row.trip_id === null) return
  const [trip] = await deps.db.all(tripById(row.trip_id))
  if (trip === undefined || !saysTheSame(row, trip))
    throw new Fault('conflict', 'PA-09', 'the trip was changed; the application no longer fits it')
}

async function decline(
  deps: Deps,
  permitted: Permitted,
  row: ApplicationAndName,
  { reason, note }: Extract<Decision, { decision: 'decline' }>,
): Promise<void> {
  const decision = { state: 'declined', at: deps.now(), by: permitted.staff, reason, note: note ?? null } as const
  await deps.audit.commit(
    [...decideApplication(row.id, decision), ...tellDecidedPass(deps, row, false)],
    [
      {
        by: byStaff(permitted),
        action: 'pass-declined',
        subject: row.id,
        reason: declineReasons[reason].zh,
        detail: { reason, plate: row.plate, ...(note === undefined ? {} : { note }) },
      },
    ],
  )
}

const becomes = { revoke: 'revoked', suspend: 'suspended', restore: 'valid' } as const satisfies Record<
  StandingDeed,
  PassRow['status']
>
const told = { revoke: 'pass-revoked', suspend: 'pass-suspended', restore: 'pass-restored' } as const

/** @throws Fault bad-input PA-12 (a reason of another deed), conflict PA-13 (not in the state it was seen in) */
export async function changePassStanding(
  deps: Deps,
  asker: Asker,
  { number, deed, was, reason, note }: BodyOf<typeof standingContract> & { number: string },
): Promise<Sheet> {
  const permitted = permit(asker, 'revoke or suspend passes')
  if (!reasonsFor(deed).includes(reason))
    throw new Fault('bad-input', 'PA-12', 'this reason does not go with this deed', { path: 'reason' })
  const pass = await loadPass(deps, number)
  if (pass.status !== was || !deedsFor(deps, pass).includes(deed)) throw changed()
  const status = becomes[deed]
  const kept = { reason: status === 'valid' ? null : reason, note: note ?? null, by: permitted.staff, at: deps.now() }
  const { zh } = standingReasons[reason]
  const detail = { reason, plate: pass.plate, ...(note === undefined ? {} : { note }) }
  try {
    await deps.audit.commit(
      // One change of each standing: of two at once one is refused, and the log tells of one.
      [
        happenOnce(`pass/${number}/${was}/${pass.status_at ?? 0}`, deps.now()),
        ...setStatus({ number, status, ...kept }),
      ],
      [{ by: byStaff(permitted), action: told[deed], subject: number, reason: zh, detail }],
    )
  } catch (cause) {
    throw cause instanceof Taken ? changed(cause) : cause
  }
  return getPassSheet(deps, asker, number)
}

const changed = (cause?: unknown) => new Fault('conflict', 'PA-13', 'its state has changed', { cause })

/** Who applied and who drives, in full. The log has it before the answer goes out. */
export async function readPassApplication(
  deps: Deps,
  asker: Asker,
  { id, purpose }: BodyOf<typeof readContract> & { id: string },
): Promise<AnswerOf<typeof readContract>> {
  const permitted = permit(asker, 'decide pass applications')
  const row = await loadApplication(deps, id)
  const { zh: reason } = readPurposes[purpose]
  await deps.audit.commit(
    [],
    [{ by: byStaff(permitted), action: 'pass-read', subject: id, reason, detail: { purpose, plate: row.plate } }],
  )
  const { contact_sealed: contact, phone_sealed: phone } = row
  return {
    contact: contact === null ? null : await deps.vault.open('pass-contact', contact),
    phone: phone === null ? null : await deps.vault.open('pass-phone', phone),
    crew: [...(await crewOfApplication(deps, row))],
  }
}
