import type { Instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import { addSecret, dropSetUpSecrets } from '../store/once.ts'
import { anyAdministrator } from '../store/staff.ts'
import { secretTag } from './enrol.ts'

/**
 * Lets `token` make the first administrator, and the tokens offered before no longer. False when there is one already. Only
 * the tag is kept.
 */
export async function offerSetUp(deps: Deps, token: string, until: Instant): Promise<boolean> {
  if ((await deps.db.all(anyAdministrator())).length > 0) return false
  const row = {
    secret_tag: await secretTag(deps, token),
    purpose: 'setup' as const,
    staff_id: null,
    checkpoint_id: null,
    lane: null,
    expires_at: until,
  }
  await deps.db.commit([dropSetUpSecrets(), addSecret(row)])
  return true
}
