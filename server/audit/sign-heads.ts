import { signHead } from '../../shared/audit/head.ts'
import type { Deps } from '../deps.ts'
import type { AuditHeads } from '../ports/audit-heads.ts'
import { addHead, endOfAudit, headsAfter, newestHead } from '../store/audit.ts'
import { Taken } from '../store/db.ts'

export type HeadsHome = Pick<Deps, 'db' | 'keyring' | 'now' | 'log'> & {
  /** undefined = there is no place outside the database. */
  outside: AuditHeads | undefined
}

/** Signs the newest entry unless it is signed, and hands every head outside that is not there yet. A failure is only logged: the next time makes up for it. */
export async function signNewest(home: HeadsHome): Promise<void> {
  try {
    await signInside(home)
    if (home.outside !== undefined) await home.outside.keep(await home.db.all(headsAfter(await home.outside.last())))
  } catch (cause) {
    home.log('audit-head-failed', { error: cause instanceof Error ? cause.name : typeof cause })
  }
}

async function signInside({ db, keyring, now }: HeadsHome): Promise<void> {
  const [[end], [head]] = await Promise.all([db.all(endOfAudit()), db.all(newestHead())])
  if (end === undefined || end.seq <= (head?.seq ?? 0)) return
  try {
    await db.commit([addHead(await signHead(end, now(), await keyring.signer('audit')))])
  } catch (cause) {
    // Another process signed this entry or a later one.
    if (!(cause instanceof Taken)) throw cause
  }
}
