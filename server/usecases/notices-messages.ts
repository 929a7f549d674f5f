import { plus, instant } from '../../shared/instant.ts'
import { messageLives } from '../../shared/notices/numbers.ts'
import type { Deps } from '../deps.ts'
import { addNotice } from '../store/notices.ts'
import type { NoticeRow } from '../store/notices.ts'
import { unsentToDrivers } from '../store/sms-messages.ts'
import type { SmsToDriver } from '../store/sms-messages.ts'
import { newId } from './new-id.ts'
import { untouched } from './notices.ts'
import { phoneTag } from './person-tag.ts'

const atOnce = 200

/**
 * Messages of the screens that are for a driver's phone go out like every other notice, once there is a gateway. Older ones stay
 * with whoever calls: hours later they would puzzle more than help.
 */
export async function queueSmsMessages(deps: Deps): Promise<void> {
  if (deps.channels.sms === undefined) return
  const found = await deps.db.all(unsentToDrivers(plus(deps.now(), -messageLives), atOnce))
  // The last of a full page may have phones on the next one.
  const whole = found.length < atOnce ? found : found.filter(({ id }) => id !== found.at(-1)!.id)
  const rows = await Promise.all(whole.map((message) => rowOf(deps, message)))
  await deps.db.commit(rows.map(addNotice))
}

async function rowOf(deps: Deps, message: SmsToDriver): Promise<NoticeRow> {
  const phone = await deps.vault.open('crew-phone', message.phone_sealed)
  return {
    id: newId(deps),
    dedupe: `message/${message.id}/${message.seat}`,
    at: message.at,
    incident: null,
    checkpoint_id: message.checkpoint_id,
    county: message.to_region,
    to_kind: 'person',
    to_ref: `driver/${message.seat}`,
    phone_sealed: await deps.vault.seal('notice-phone', phone),
    phone_tag: await phoneTag(deps.vault, phone),
    channel: 'sms',
    lane: 'sms',
    step: 'message',
    urgent: message.urgent,
    title: '',
    text: withoutSender(message.zh),
    article: message.article,
    ack_key: null,
    link_tag: null,
    link_until: null,
    not_after: plus(instant(message.at), messageLives),
    state: 'queued',
    note: null,
    due_at: deps.now(),
    ...untouched,
    message_id: message.id,
  }
}

/** The gateway puts its own signature before it. */
const withoutSender = (text: string): string => text.replace(/^【焦作保通保畅】/, '')
