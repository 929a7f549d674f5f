import type { Deps, KeyUse } from '../deps.ts'
import { deleteExpiredSessions } from '../store/staff-sessions.ts'

const uses: readonly KeyUse[] = ['freight', 'pass', 'bundle']

/** Makes the keys that are missing and opens the others, so that a wrong secret is found out now and not at the first truck. */
export async function createKeysAndSweep(deps: Deps): Promise<void> {
  for (const use of uses) await deps.keyring.signer(use)
  await deps.db.commit([deleteExpiredSessions(deps.now())])
}
