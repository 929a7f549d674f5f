import type { Instant } from '../shared/instant.ts'
import type { Deps } from './deps.ts'
import { addSecret } from './store/once.ts'
import { dropSetUpSecrets, hasAdministrator } from './store/set-up.ts'

/**
 * Lets `token` make the first administrator, and the tokens offered before no longer. False when there is one already. Only
 * the tag is kept.
 */
export async function offerSetUp(deps: Deps, token: string, until: Instant): Promise<boolean> {
  if (await hasAdministrator(deps.db)) return false
  const row = {
    secret_tag: await deps.vault.tag('one-time', token),
    purpose: 'setup' as const,
    staff_id: null,
    checkpoint_id: null,
    lane: null,
    expires_at: until,
  }
  await deps.db.commit([dropSetUpSecrets(), addSecret(row)])
  return true
}
