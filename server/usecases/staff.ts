import type { BodyOf } from '../../schema/api/endpoint.ts'
import type { StaffRole } from '../../schema/api/endpoint.ts'
import type { addStaff as addContract, changeStaff as changeContract } from '../../schema/api/office.ts'
import type { Detail } from '../../shared/audit/entry.ts'
import { Fault } from '../../shared/fault.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { hashPassword } from '../password.ts'
import { Taken } from '../store/db.ts'
import type { Write } from '../store/db.ts'
import { deleteSessionsOf } from '../store/staff-sessions.ts'
import {
  addStaffRow,
  changeStaffRow,
  disableStaff,
  endSessionsIfDisabled,
  otherAdministrator,
  staffById,
  staffOf,
} from '../store/staff.ts'
import type { StaffAndTerminal } from '../store/staff.ts'
import { byStaff } from './actor.ts'
import { permit } from './may.ts'
import { newId } from './new-id.ts'
import { viewOfStaff } from './staff-view.ts'
import type { StaffView } from './staff-view.ts'
import { refuseUnknownCheckpoint } from './trip-fields.ts'

export async function listStaff(deps: Deps, asker: Asker): Promise<{ items: StaffView[] }> {
  const { only } = permit(asker, 'see staff')
  return { items: (await deps.db.all(staffOf(only))).map(viewOfStaff) }
}

export async function addStaff(deps: Deps, asker: Asker, form: BodyOf<typeof addContract>): Promise<StaffView> {
  const permitted = permit(asker, 'change staff')
  const checkpoint = form.checkpoint ?? null
  refuseWithoutCheckpoint(form.role, checkpoint)
  await refuseUnknownCheckpoint(deps.db, checkpoint)
  const row = {
    id: newId(deps),
    login: form.login,
    name: form.name,
    role: form.role,
    checkpoint_id: checkpoint,
    area: form.area ?? null,
    password_hash: await hashPassword(form.password, deps.random(16)),
    created_at: deps.now(),
    disabled_at: null,
  }
  try {
    await deps.audit.commit(
      [addStaffRow(row)],
      [
        {
          by: byStaff(permitted),
          action: 'staff-added',
          subject: row.id,
          detail: { role: row.role, checkpoint, ...(row.area === null ? {} : { area: row.area }) },
        },
      ],
    )
  } catch (cause) {
    if (cause instanceof Taken) throw new Fault('conflict', 'ST-03', 'this login is taken', { path: 'login' })
    throw cause
  }
  return viewOfStaff({ ...row, terminal: null })
}

/** Heads and inspectors stand at a checkpoint. */
function refuseWithoutCheckpoint(role: StaffRole, checkpoint: string | null): void {
  if (checkpoint === null && (role === 'head' || role === 'inspector'))
    throw new Fault('bad-input', 'ST-05', 'a head or an inspector belongs to a checkpoint', { path: 'checkpoint' })
}

type Change = BodyOf<typeof changeContract> & { id: string }

/** Disabling and a new password end the sessions; a disabled inspector's phone is refused at its next call. */
export async function changeStaff(deps: Deps, asker: Asker, change: Change): Promise<StaffView> {
  const by = byStaff(permit(asker, 'change staff'))
  const before = await staffNamed(deps, change.id)
  const checkpoint = change.checkpoint === undefined ? before.checkpoint_id : change.checkpoint
  refuseWithoutCheckpoint(before.role, checkpoint)
  if (checkpoint !== before.checkpoint_id) {
    refuseMove(before)
    await refuseUnknownCheckpoint(deps.db, checkpoint)
  }
  if (change.disabled === true) await refuseLastAdministrator(deps, before)
  const entry = { by, action: 'staff-changed', subject: change.id, detail: detailOf(change, before) } as const
  await deps.audit.commit(await writesOf(deps, change), [entry])
  const after = await staffNamed(deps, change.id)
  if (change.disabled === true && after.disabled_at === null) {
    await deps.audit.commit([], [{ by, action: 'staff-kept', subject: change.id }])
    throw lastAdministrator()
  }
  return viewOfStaff(after)
}

const lastAdministrator = () => new Fault('conflict', 'ST-04', 'the last administrator stays', { path: 'disabled' })

async function refuseLastAdministrator(deps: Deps, staff: StaffAndTerminal): Promise<void> {
  if (staff.role !== 'admin' || staff.disabled_at !== null) return
  if ((await deps.db.all(otherAdministrator(staff.id))).length === 0) throw lastAdministrator()
}

async function staffNamed(deps: Deps, id: string): Promise<StaffAndTerminal> {
  const [staff] = await deps.db.all(staffById(id))
  if (staff === undefined)
    throw new Fault('not-found', 'ST-06', 'there is no such member of staff', { path: 'path.id' })
  return staff
}

/** His phone records for the checkpoint it is bound to, and may hold records not sent yet. */
function refuseMove(staff: StaffAndTerminal): void {
  if (staff.terminal !== null)
    throw new Fault('conflict', 'ST-07', 'release the terminal of this person first', { path: 'checkpoint' })
}

/** What is changed, but neither names nor passwords. */
const detailOf = ({ name, checkpoint, area, disabled, password }: Change, before: StaffAndTerminal): Detail => ({
  ...(name === undefined ? {} : { name: 'changed' }),
  ...(checkpoint === undefined ? {} : { checkpoint, before: before.checkpoint_id }),
  ...(area === undefined ? {} : { area }),
  ...(disabled === undefined ? {} : { disabled }),
  ...(password === undefined ? {} : { password: 'changed' }),
})

async function writesOf(deps: Deps, { id, name, checkpoint, area, disabled, password }: Change): Promise<Write[]> {
  const values = {
    ...(name === undefined ? {} : { name }),
    ...(checkpoint === undefined ? {} : { checkpoint_id: checkpoint }),
    ...(area === undefined ? {} : { area }),
    ...(disabled === false ? { disabled_at: null } : {}),
    ...(password === undefined ? {} : { password_hash: await hashPassword(password, deps.random(16)) }),
  }
  return [
    ...(disabled === true ? [disableStaff(id, deps.now()), endSessionsIfDisabled(id)] : []),
    ...(Object.keys(values).length === 0 ? [] : [changeStaffRow(id, values)]),
    ...(password === undefined ? [] : [deleteSessionsOf(id)]),
  ]
}
