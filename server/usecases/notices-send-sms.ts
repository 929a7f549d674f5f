import { beijing, hour, instant, plus } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { SmsGateway } from '../ports/channels/channel.ts'
import type { NoticeRow } from '../store/notices.ts'
import { codeOfNotice } from './notices-link.ts'
import type { Sent } from './notices-send.ts'

/** At worst, milliseconds. */
const sendingTakes = 8000

/**
 * Never twice: where an earlier try may have arrived, the gateway is asked for it by our id, and only what it does not know is
 * sent again. While it does not answer, nothing is sent.
 */
export async function sendSms(deps: Deps, gateway: SmsGateway, row: NoticeRow): Promise<Sent> {
  if (row.phone_sealed === null) return { outcome: { kind: 'never', code: 'no-phone', why: 'forgotten' } }
  const phone = await deps.vault.open('notice-phone', row.phone_sealed)
  if (row.unclear === 1) {
    const known = await gateway.look({ id: row.id, phone, days: daysOf(instant(row.at), deps.now()) })
    if (known.kind === 'no-answer') return { outcome: { kind: 'unclear', code: known.code, why: known.why } }
    if (known.kind !== 'none') return { outcome: { kind: 'sent' }, asked: known.kind }
    // Asking took so long that another server may be asking by now.
    if (deps.now() + sendingTakes > (row.lease_until ?? 0))
      return { outcome: { kind: 'unclear', code: 'asked-too-long', why: 'no time left to send' } }
  }
  const linkCode = row.link_tag === null ? null : await codeOfNotice(deps.vault, row.id)
  return { outcome: await gateway.send({ id: row.id, phone, text: row.text, linkCode }) }
}

/** The Beijing days, yyyymmdd, from the one on which it was written; the newest first, four at most. */
export function daysOf(from: Instant, until: Instant): readonly string[] {
  const days = new Set<string>()
  for (let at = until; at > from; at = plus(at, -24 * hour)) days.add(day(at))
  days.add(day(from))
  return [...days].slice(0, 4)
}

function day(at: Instant): string {
  const { year, month, day: date } = beijing(at)
  return `${year}${String(month).padStart(2, '0')}${String(date).padStart(2, '0')}`
}
