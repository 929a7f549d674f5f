import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type { enrol as contract } from '../../schema/api/terminals.ts'
import { Fault } from '../../shared/fault.ts'
import { beijingIso, plus } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { checkpointById } from '../store/checkpoints.ts'
import { addSecret } from '../store/once.ts'
import { staffById } from '../store/staff.ts'
import { byStaff } from './actor.ts'
import { permitAt } from './may.ts'
import { newSecret } from './new-id.ts'
import { enrolmentLasts } from './parameters.ts'

type Form = BodyOf<typeof contract>

/** Makes the one-time link by which an inspector's phone is bound to him, a checkpoint and a lane (jiaozuo-20#2, R31). */
export async function enrol(deps: Deps, asker: Asker, form: Form): Promise<AnswerOf<typeof contract>> {
  const permitted = permitAt(asker, 'enrol a phone', form.checkpoint)
  await refuseWrongPlace(deps, form)
  await refuseWrongPerson(deps, asker, form)
  const secret = newSecret(deps)
  const expiresAt = plus(deps.now(), enrolmentLasts)
  const row = {
    secret_tag: await secretTag(deps, secret),
    purpose: 'enrolment' as const,
    staff_id: form.staff,
    checkpoint_id: form.checkpoint,
    lane: form.lane,
    segment: form.segment ?? null,
    expires_at: expiresAt,
  }
  const { staff, checkpoint, lane } = form
  await deps.audit.commit(
    [addSecret(row)],
    [{ by: byStaff(permitted), action: 'enrolment-made', subject: staff, detail: { checkpoint, lane } }],
  )
  return { link: `${deps.origin}/checkpoint/#enrol=${secret}`, expiresAt: beijingIso(expiresAt) }
}

/** What the database knows a one-time secret by; the first administrator's link is tagged alike. */
export const secretTag = (deps: Pick<Deps, 'vault'>, secret: string): Promise<string> =>
  deps.vault.tag('one-time', secret)

async function refuseWrongPlace(deps: Deps, form: Form): Promise<void> {
  const [checkpoint] = await deps.db.all(checkpointById(form.checkpoint))
  if (checkpoint === undefined || checkpoint.active === 0)
    throw new Fault('bad-input', 'TE-03', 'this checkpoint does not exist or is closed', { path: 'checkpoint' })
  if (form.lane > checkpoint.lanes)
    throw new Fault('bad-input', 'TE-04', 'the checkpoint has no such lane', { path: 'lane' })
}

/** A head gives phones to his own people only. */
async function refuseWrongPerson(deps: Deps, asker: Asker, form: Form): Promise<void> {
  const [person] = await deps.db.all(staffById(form.staff))
  if (person === undefined || person.disabled_at !== null)
    throw new Fault('bad-input', 'TE-01', 'there is no such member of staff', { path: 'staff' })
  if (person.role !== 'inspector' && person.role !== 'head')
    throw new Fault('bad-input', 'TE-02', 'only inspectors and heads carry a terminal', { path: 'staff' })
  permitAt(asker, 'enrol a phone', person.checkpoint_id)
}
