import type { Instant } from '../../shared/instant.ts'
import { seeText, type Seen } from '../device/open-here.ts'
import type { Phone } from '../device/phone.ts'

type Given = {
  phone: Phone
  later: (run: () => void, ms: number) => () => void
  now: () => Instant
  patienceMs: number
}

/** Keys may be newer at the server than here, or not be here yet: asked once before a code is called unknown. */
export async function seeCode({ phone, later, now, patienceMs }: Given, text: string): Promise<Seen> {
  const seen = await seeText(text, phone.state().bundle, now())
  const unknown = seen.what === 'credential' && !seen.opened.ok && seen.opened.reason === 'unknown-key'
  if (seen.what !== 'no-keys' && !unknown) return seen
  const patience = new Promise<void>((done) => void later(done, patienceMs))
  await Promise.race([phone.refresh(), patience])
  return seeText(text, phone.state().bundle, now())
}
