import { day, plus } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import { addSecret } from '../store/once.ts'
import { dropSetUpSecrets, hasAdministrator } from '../store/set-up.ts'

/**
 * The link that makes the first administrator, new at each start; undefined once there is one. Only its tag is kept, so it
 * can be read nowhere but where it is printed.
 */
export async function setUpLink(deps: Deps): Promise<string | undefined> {
  if (await hasAdministrator(deps.db)) return undefined
  const token = Buffer.from(deps.random(24)).toString('base64url')
  const row = {
    secret_tag: await deps.vault.tag('one-time', token),
    purpose: 'setup' as const,
    staff_id: null,
    checkpoint_id: null,
    lane: null,
    expires_at: plus(deps.now(), day),
  }
  await deps.db.commit([dropSetUpSecrets(), addSecret(row)])
  return `${deps.origin}/office/#setup=${token}`
}
