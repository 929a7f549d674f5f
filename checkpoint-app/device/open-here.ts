import { openCredential, type Opened } from '../../shared/credential/open.ts'
import type { Instant } from '../../shared/instant.ts'
import { bundleAge, type OpenBundle } from './bundle.ts'
import { enrolmentSecret } from './enrolment.ts'

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
  const usable = bundle !== undefined && bundleAge(bundle, now) !== 'expired' ? bundle : undefined
  const standing = new Map(usable?.content.revoked.map(({ jti, status }) => [jti, status]))
  const keys = usable?.keys ?? new Map()
  const opened = await openCredential(text, { keys, now, standing: ({ id }) => standing.get(id) })
  if (usable === undefined && !opened.ok && opened.reason === 'unknown-key') return { what: 'no-keys' }
  return { what: 'credential', opened }
}
