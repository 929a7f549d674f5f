import { instant } from '../../shared/instant.ts'
import { receiptsAsked } from '../../shared/notices/numbers.ts'
import type { Deps } from '../deps.ts'
import type { SmsGateway } from '../ports/channels/channel.ts'
import { shortCode } from '../ports/channels/post.ts'
import type { Write } from '../store/db.ts'
import { laneByName } from '../store/notice-lanes.ts'
import { addAttempt, noteReceipt, noticesByIds, receiptsDue } from '../store/notices.ts'
import type { NoticeRow } from '../store/notices.ts'
import { newId } from './new-id.ts'
import { daysOf } from './notices-send-sms.ts'

const atOnce = 10

/** Asks whether SMS arrived that have left a while ago. Where the gateway pushes receipts itself there is nothing left to ask. */
export async function askReceipts(deps: Deps): Promise<void> {
  const { sms } = deps.channels
  if (sms === undefined) return
  const [lane] = await deps.db.all(laneByName('sms'))
  if (lane !== undefined && lane.rest_until > deps.now()) return
  const due = await deps.db.all(receiptsDue(deps.now(), atOnce))
  const writes = await Promise.all(due.map((row) => askOne(deps, sms, row)))
  await deps.db.commit(writes.flat())
}

async function askOne(deps: Deps, gateway: SmsGateway, row: NoticeRow): Promise<readonly Write[]> {
  if (row.phone_sealed === null || row.sent_at === null) return [noteReceipt(row.id, { receipt_at: null })]
  const phone = await deps.vault.open('notice-phone', row.phone_sealed)
  const days = daysOf(instant(row.at), deps.now())
  const receipt = await gateway.look({ id: row.id, phone, days })
  if (receipt.kind === 'delivered' || receipt.kind === 'undelivered')
    return receiptWrites(deps, row, { kind: receipt.kind, code: receipt.code })
  return [noteReceipt(row.id, { receipt_at: nextAsking(row, deps.now()) })]
}

/** null = asked often enough. */
function nextAsking({ sent_at: sentAt }: NoticeRow, now: number): number | null {
  const next = receiptsAsked.find((after) => (sentAt ?? now) + after > now)
  return next === undefined ? null : (sentAt ?? now) + next
}

type Known = { kind: 'delivered' | 'undelivered'; code: string }

const receiptWrites = (deps: Deps, row: NoticeRow, { kind, code }: Known): readonly Write[] => [
  noteReceipt(row.id, {
    state: kind === 'delivered' ? 'delivered' : 'failed',
    note: kind === 'delivered' ? null : code,
    receipt_at: null,
    unclear: 0,
    sent_at: row.sent_at ?? deps.now(),
  }),
  addAttempt({
    id: newId(deps),
    notice_id: row.id,
    lane: row.lane,
    at: deps.now(),
    outcome: kind,
    code,
    reason: null,
  }),
]

export type PushedReceipt = { outId: string; success: boolean; code: string }

/** Receipts as the gateway pushes them; those of others' SMS, and those that came before, change nothing. */
export async function takeInReceipts(deps: Deps, receipts: readonly PushedReceipt[]): Promise<void> {
  const said = new Map(receipts.map((receipt) => [receipt.outId, receipt]))
  const rows = await deps.db.all(noticesByIds([...said.keys()]))
  const open = rows.filter(({ channel, state }) => channel === 'sms' && !['delivered', 'dropped'].includes(state))
  await deps.db.commit(
    open.flatMap((row) => {
      const { success, code } = said.get(row.id)!
      if (row.state === 'failed' && !success) return []
      return receiptWrites(deps, row, { kind: success ? 'delivered' : 'undelivered', code: shortCode(code) })
    }),
  )
}
