import type { NoticeChannel } from '../../shared/notices/kinds.ts'
import { linkLives } from '../../shared/notices/numbers.ts'
import { parsePhone } from '../../shared/identity/phone.ts'
import { plus } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { NewNotice, NoticeTo } from '../ports/notice.ts'
import type { Write } from '../store/db.ts'
import { addNotice } from '../store/notices.ts'
import type { NoticeRow } from '../store/notices.ts'
import { newId } from './new-id.ts'
import { lanesOf } from './notices-lanes.ts'
import { missingLine } from './notices-health.ts'
import { codeOfNotice, tagOfCode } from './notices-link.ts'
import { phoneTag } from './person-tag.ts'

type Needs = Pick<Deps, 'db' | 'now' | 'random' | 'vault' | 'channels'>

/**
 * What queues a notice; to be committed with the deed that it tells of. Over a channel that is not configured it is kept as not
 * sent (`no-gateway`), and the dispatcher is told of the channel, once.
 */
export async function noticeWrites(deps: Needs, now: Instant, notice: NewNotice): Promise<Write[]> {
  const lines = lanesOf(deps.channels, notice)
  const rows = await Promise.all(lines.map((line, at) => rowOf(deps, now, { notice, ...line, again: at > 0 })))
  const missing = lines.filter(({ configured }) => !configured)
  const told = await Promise.all(missing.map(({ lane }) => missingLine(deps, lane)))
  return [...rows.map(addNotice), ...told.flat()]
}

type Line = { notice: NewNotice; lane: string; configured: boolean; again: boolean }

async function rowOf(deps: Needs, now: Instant, { notice, lane, configured, again }: Line): Promise<NoticeRow> {
  const { to, ackKey, channel } = notice
  const id = newId(deps)
  const phone = to.kind === 'person' ? mobileOf(to.phone) : undefined
  const trouble = configured ? troubleOf(channel, to, phone) : 'no-gateway'
  return {
    id,
    dedupe: again ? `${notice.dedupe}+${lane}` : notice.dedupe,
    at: now,
    incident: notice.incident,
    checkpoint_id: notice.checkpoint,
    county: notice.county,
    to_kind: to.kind,
    to_ref: to.kind === 'person' ? to.duty : to.kind === 'staff' ? to.staff : to.county,
    phone_sealed: phone === undefined ? null : await deps.vault.seal('notice-phone', phone),
    phone_tag: phone === undefined ? null : await phoneTag(deps.vault, phone),
    channel,
    lane,
    step: notice.step,
    urgent: notice.urgent ? 1 : 0,
    title: notice.title,
    text: notice.text,
    article: notice.article,
    ack_key: ackKey,
    link_tag: ackKey === null ? null : await tagOfCode(deps.vault, await codeOfNotice(deps.vault, id)),
    link_until: ackKey === null ? null : plus(now, linkLives),
    not_after: notice.notAfter,
    state: trouble === null ? 'queued' : 'failed',
    note: trouble,
    due_at: now,
    ...untouched,
  }
}

/** Nobody has tried yet. */
export const untouched = {
  tries: 0,
  unclear: 0,
  sent_at: null,
  gateway_id: null,
  merged_into: null,
  lease: null,
  lease_until: null,
  receipt_at: null,
  message_id: null,
} as const

function mobileOf(text: string): string | undefined {
  const reading = parsePhone(text)
  return reading.ok ? reading.value : undefined
}

/** Why it cannot be sent at all. */
function troubleOf(channel: NoticeChannel, to: NoticeTo, phone: string | undefined): string | null {
  if (channel === 'sms' && phone === undefined) return 'no-phone'
  return channel === 'push' && to.kind !== 'staff' ? 'no-account' : null
}
