import { Fault } from '../../shared/fault.ts'
import type { Deps, KeyUse } from '../deps.ts'
import { deleteExpiredSessions } from '../store/staff-sessions.ts'

const uses: readonly KeyUse[] = ['freight', 'pass', 'bundle']

/** Makes the keys that are missing and opens the others, so that a wrong secret is found out now and not at the first truck. */
export async function createKeysAndSweep(deps: Deps): Promise<void> {
  for (const use of uses) await deps.keyring.signer(use).catch((cause: unknown) => laterPerhaps(deps, use, cause))
  await deps.db.commit([deleteExpiredSessions(deps.now())])
}

/** A key service that is down keeps nothing from starting: what needs no new signature goes on. */
function laterPerhaps(deps: Deps, use: KeyUse, cause: unknown): void {
  if (!(cause instanceof Fault) || cause.kind !== 'unavailable') throw cause
  deps.log('key-not-at-hand', { use, code: cause.code })
}
