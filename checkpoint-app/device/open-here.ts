import { openCredential, type Opened } from '../../shared/credential/open.ts'
import type { Instant } from '../../shared/instant.ts'
import { usableAt, type OpenBundle } from './bundle.ts'
import { knownAgainst } from './bundle-parts.ts'
import { enrolmentSecret } from './enrolment-link.ts'

/** What a text from the camera, a photo or a scanner gun turned out to be. */
export type Seen =
  | { readonly what: 'enrolment'; readonly secret: string }
  | { readonly what: 'checkpoint-code' } // our own 卡口码, which is for drivers
  | { readonly what: 'no-keys' } // nothing to check seals with: never synced, or too long ago
  | { readonly what: 'credential'; readonly opened: Opened }

export async function seeText(text: string, bundle: OpenBundle | undefined, now: Instant): Promise<Seen> {
  const secret = enrolmentSecret(text)
  if (secret !== undefined) return { what: 'enrolment', secret }
  if (/\/driver\/?#at=/.test(text)) return { what: 'checkpoint-code' }
  const usable = usableAt(bundle, now)
  const standing = usable && knownAgainst(usable)
  // Without the standings a seal that holds says nothing: what was revoked would count.
  const keys = (standing && usable?.keys) ?? new Map()
  const opened = await openCredential(text, { keys, now, ...(standing && { standing }) })
  if (keys.size === 0 && !opened.ok && opened.reason === 'unknown-key') return { what: 'no-keys' }
  return { what: 'credential', opened }
}
