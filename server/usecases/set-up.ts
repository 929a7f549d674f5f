import type { BodyOf } from '../../schema/api/endpoint.ts'
import type { setUp as contract } from '../../schema/api/office.ts'
import { Fault } from '../../shared/fault.ts'
import { plus } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import { hashPassword } from '../password.ts'
import { Taken } from '../store/db.ts'
import { happenOnce, secretByTag } from '../store/once.ts'
import { insertSession } from '../store/staff-sessions.ts'
import { addStaffRow, anyAdministrator } from '../store/staff.ts'
import { byLink } from './actor.ts'
import { secretTag } from './enrol.ts'
import { newId } from './new-id.ts'
import { sessionLasts } from './parameters.ts'
import { sessionAnswer } from './staff-view.ts'
import type { SessionAnswer } from './staff-view.ts'

const firstAdministrator = 'first-administrator'

/** Makes the first administrator, once and for all: 410 when there is one, or when the link is used, old or not ours. */
export async function setUp(deps: Deps, form: BodyOf<typeof contract>, sessionTag: string): Promise<SessionAnswer> {
  const tag = await secretTag(deps, form.token)
  await refuseLink(deps, tag)
  const now = deps.now()
  const staff = {
    id: newId(deps),
    login: form.login,
    name: form.name,
    role: 'admin' as const,
    checkpoint_id: null,
    password_hash: await hashPassword(form.password, deps.random(16)),
    created_at: now,
    disabled_at: null,
  }
  const expiresAt = plus(now, sessionLasts)
  try {
    await deps.audit.commit(
      [
        happenOnce(firstAdministrator, now),
        happenOnce(tag, now),
        addStaffRow(staff),
        insertSession({ tokenTag: sessionTag, staff: staff.id, now, expiresAt }),
      ],
      [{ by: byLink(staff.id), action: 'set-up', subject: staff.id }],
    )
  } catch (cause) {
    if (cause instanceof Taken && cause.on === 'once.what') throw gone()
    throw cause
  }
  return sessionAnswer({ ...staff, terminal: null }, expiresAt)
}

const gone = () => new Fault('gone', 'ST-02', 'this link no longer opens anything; sign in instead', { path: 'token' })

async function refuseLink(deps: Deps, tag: string): Promise<void> {
  const [[secret], [admin]] = await Promise.all([
    deps.db.all(secretByTag(tag, 'setup')),
    deps.db.all(anyAdministrator()),
  ])
  if (admin !== undefined || secret === undefined || secret.used_at !== null || secret.expires_at <= deps.now())
    throw gone()
}
