import { plus, instant } from '../../shared/instant.ts'
import { messageLives } from '../../shared/notices/numbers.ts'
import type { Deps } from '../deps.ts'
import { addNotice } from '../store/notices.ts'
import type { NoticeRow } from '../store/notices.ts'
import { unsentToCallers, unsentToDrivers } from '../store/sms-messages.ts'
import type { SmsToCaller, SmsToDriver } from '../store/sms-messages.ts'
import type { Caller } from './cases-view.ts'
import { newId } from './new-id.ts'
import { untouched } from './notices.ts'
import { phoneTag } from './person-tag.ts'

const atOnce = 200

/**
 * Messages of the screens that are for a driver's phone go out like every other notice, once there is a gateway: to the phones of a
 * trip, and to whoever called 12328. Older ones stay with whoever calls: hours later they would puzzle more than help.
 */
export async function queueSmsMessages(deps: Deps): Promise<void> {
  if (deps.channels.sms === undefined) return
  const since = plus(deps.now(), -messageLives)
  const found = await deps.db.all(unsentToDrivers(since, atOnce))
  // The last of a full page may have phones on the next one.
  const whole = found.length < atOnce ? found : found.filter(({ id }) => id !== found.at(-1)!.id)
  const callers = await deps.db.all(unsentToCallers(since, atOnce))
  const rows = await Promise.all([
    ...whole.map((message) => toDriver(deps, message)),
    ...callers.map((message) => toCaller(deps, message)),
  ])
  await deps.db.commit(rows.flatMap((row) => (row === undefined ? [] : addNotice(row))))
}

async function toDriver(deps: Deps, message: SmsToDriver): Promise<NoticeRow> {
  const phone = await deps.vault.open('crew-phone', message.phone_sealed)
  return rowOf(deps, message, { phone, county: message.to_region, to: `driver/${message.seat}` })
}

async function toCaller(deps: Deps, message: SmsToCaller): Promise<NoticeRow | undefined> {
  const { phone }: Caller = JSON.parse(await deps.vault.open('case-caller', message.reporter_sealed))
  return phone === null ? undefined : rowOf(deps, message, { phone, county: message.area, to: 'caller' })
}

type Line = Pick<SmsToDriver, 'id' | 'at' | 'urgent' | 'zh' | 'article' | 'checkpoint_id'>
type Whom = { phone: string; county: string; to: string }

async function rowOf(deps: Deps, message: Line, { phone, county, to }: Whom): Promise<NoticeRow> {
  return {
    id: newId(deps),
    dedupe: `message/${message.id}/${to.replace('driver/', '')}`,
    at: message.at,
    incident: null,
    checkpoint_id: message.checkpoint_id,
    county,
    to_kind: 'person',
    to_ref: to,
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
