import type { BodyOf } from '../../schema/api/endpoint.ts'
import type { signIn as contract } from '../../schema/api/office.ts'
import { Fault } from '../../shared/fault.ts'
import { plus } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { passwordFits } from '../password.ts'
import { deleteExpiredSessions, deleteSession, findSession, insertSession } from '../store/staff-sessions.ts'
import { staffById, staffByLogin } from '../store/staff.ts'
import { byAnyone } from './actor.ts'
import { endStreamsOf } from './board-stream.ts'
import { sessionLasts } from './parameters.ts'
import { sessionAnswer } from './staff-view.ts'
import type { SessionAnswer } from './staff-view.ts'

/** Counts wrong passwords of one login. A try counts before it is checked, or many at once would all pass. */
export type Tries = { strike(): boolean; forgive(): void }

/** An unknown login, a wrong password and a disabled person are told alike, after the same work (ST-01). */
export async function signIn(
  deps: Deps,
  form: BodyOf<typeof contract>,
  { sessionTag, tries }: { sessionTag: string; tries: Tries },
): Promise<SessionAnswer> {
  const last = tries.strike()
  const [staff] = await deps.db.all(staffByLogin(loginOf(form.login)))
  const fits = await passwordFits(form.password, staff?.password_hash)
  if (staff === undefined || !fits || staff.disabled_at !== null) {
    if (last) await tellLocked(deps, staff?.id ?? (await deps.vault.tag('login', loginOf(form.login))))
    throw new Fault('not-signed-in', 'ST-01', 'login or password is wrong')
  }
  tries.forgive()
  const now = deps.now()
  const expiresAt = plus(now, sessionLasts)
  await deps.db.commit([
    deleteExpiredSessions(now),
    insertSession({ tokenTag: sessionTag, staff: staff.id, now, expiresAt }),
  ])
  return sessionAnswer(staff, expiresAt)
}

/** Somebody is guessing. What was typed may be a password in the wrong field, so of an unknown login only a tag is kept. */
const tellLocked = (deps: Deps, subject: string): Promise<void> =>
  deps.audit.commit([], [{ by: byAnyone, action: 'login-locked', subject }])

/** As it is kept: phones like to write the first letter large. */
export const loginOf = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

const gone = () => new Fault('not-signed-in', 'AU-01', 'sign in first')

export async function whoAmI(deps: Deps, asker: Asker): Promise<SessionAnswer> {
  if (asker.kind !== 'staff') throw gone()
  const [session, [staff]] = await Promise.all([
    findSession(deps.db, asker.session, deps.now()),
    deps.db.all(staffById(asker.staff)),
  ])
  if (session === undefined || staff === undefined) throw gone()
  return sessionAnswer(staff, session.expiresAt)
}

export async function signOut(deps: Deps, asker: Asker): Promise<{ ok: true }> {
  if (asker.kind !== 'staff') throw gone()
  await deps.db.commit([deleteSession(asker.session)])
  endStreamsOf(deps, asker.session)
  return { ok: true }
}
