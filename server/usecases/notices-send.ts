import { waitBefore } from '../../shared/notices/back-off.ts'
import { readLane } from '../../shared/notices/kinds.ts'
import { askAfter, receiptsAsked } from '../../shared/notices/numbers.ts'
import { plus } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { Outcome } from '../ports/channels/channel.ts'
import type { Write } from '../store/db.ts'
import { noteOutcome, settle } from '../store/notices.ts'
import type { NoticeRow } from '../store/notices.ts'
import { messageSent } from '../store/sms-messages.ts'
import { sayToGroup } from './notices-send-group.ts'
import { pushToStaff } from './notices-send-push.ts'
import { sendSms } from './notices-send-sms.ts'
import { sendWebhook } from './notices-send-webhook.ts'

export type Rows = readonly [NoticeRow, ...NoticeRow[]]
/** `asked`: what the gateway knew of an earlier try, where it was asked and nothing was sent again. */
export type Sent = { outcome: Outcome; asked?: 'delivered' | 'undelivered' | 'waiting' }

export type Sender = {
  robot: boolean
  /** Messages at the same time. */
  atOnce: number
  /** Longer than it can take at worst, milliseconds. */
  takes: number
  send: (rows: Rows) => Promise<Sent>
}

/** undefined = that line is not configured. */
export function senderOf(deps: Deps, lane: string): Sender | undefined {
  const { sms, robots, push, webhook } = deps.channels
  const { kind, county } = readLane(lane)
  const one = { robot: false, atOnce: 8, takes: 8000 }
  switch (kind) {
    case 'sms':
      return sms && { ...one, takes: 15_000, send: ([row]) => sendSms(deps, sms, row) }
    case 'push':
      return push && { ...one, takes: 15_000, send: async ([row]) => ({ outcome: await pushToStaff(deps, push, row) }) }
    case 'webhook':
      return webhook && { ...one, send: async ([row]) => ({ outcome: await sendWebhook(deps, webhook, row) }) }
    default: {
      const robot = robots.find((each) => each.kind === kind && each.county === county)
      return robot && { ...one, robot: true, send: async (rows) => ({ outcome: await sayToGroup(deps, robot, rows) }) }
    }
  }
}

type Settled = { rows: Rows; who: string; attempt: string; sent: Sent; wait: number }

/** What became of a message, for each notice in it. `wait`: 0 to 1, of the pause before the next try. */
export function settled(deps: Pick<Deps, 'now'>, { rows, who, attempt, sent, wait }: Settled): Write[] {
  const { outcome, asked } = sent
  const { code, why } = outcome.kind === 'sent' ? { code: null, why: null } : { code: outcome.code, why: outcome.why }
  const entry = noteOutcome(attempt, { outcome: asked === undefined ? outcome.kind : 'found', code, reason: why })
  const [carrier] = rows
  return [
    entry,
    ...rows.flatMap((row) => [
      settle(row.id, who, after(deps, row, { sent, wait, carrier })),
      ...outside(deps, row, sent),
    ]),
  ]
}

type Ending = Pick<Settled, 'sent' | 'wait'> & { carrier: NoticeRow }
type After = Parameters<typeof settle>[2]

function after(deps: Pick<Deps, 'now'>, row: NoticeRow, ending: Ending): After {
  const { outcome } = ending.sent
  const now = deps.now()
  if (outcome.kind === 'sent') return afterSent(row, now, ending)
  const { code: note } = outcome
  // What is the line's fault waits for somebody to put the line right.
  if (outcome.kind === 'never' && outcome.line !== true) return { state: 'failed', unclear: 0, note }
  if (outcome.kind === 'unclear')
    return { state: 'queued', unclear: 1, note, due_at: plus(now, unclearWait(row, ending.wait)) }
  const pause = (outcome.kind === 'later' ? outcome.after : undefined) ?? waitBefore(row.tries, ending.wait)
  return { state: 'queued', note, due_at: plus(now, pause) }
}

function afterSent(row: NoticeRow, now: Instant, { sent: { outcome, asked }, carrier }: Ending): After {
  const id = outcome.kind === 'sent' ? (outcome.id ?? null) : null
  const left = { unclear: 0, sent_at: now, note: null, gateway_id: id } as const
  if (asked === 'delivered') return { ...left, state: 'delivered' }
  if (asked === 'undelivered') return { ...left, state: 'failed', note: 'undelivered' }
  if (row.id !== carrier.id) return { ...left, state: 'merged', merged_into: carrier.id }
  return { ...left, state: 'sent', receipt_at: row.channel === 'sms' ? plus(now, receiptsAsked[0]!) : null }
}

/** Only an SMS can be asked for. */
const unclearWait = (row: NoticeRow, wait: number): number =>
  row.channel === 'sms' ? Math.max(askAfter, waitBefore(row.tries, wait)) : waitBefore(row.tries, wait)

/** The screens' message that it carries counts as sent. */
const outside = (deps: Pick<Deps, 'now'>, { message_id: message }: NoticeRow, { outcome, asked }: Sent): Write[] =>
  message !== null && outcome.kind === 'sent' && asked !== 'undelivered' ? [messageSent(message, deps.now())] : []
