import { sql as raw } from 'kysely'
import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import type { Instant } from '../../shared/instant.ts'
import { among } from './among.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

export type NoticeRow = Tables['notice']
export type AttemptRow = Tables['notice_attempt']

/** Word for word the condition of the index `notice_waiting`. */
export const inHand = raw<boolean>`state in ('queued', 'sending')`

/** Whoever tells it again finds it there, and nothing changes. */
export const addNotice = (row: NoticeRow): Write =>
  sql
    .insertInto('notice')
    .values(row)
    .onConflict((conflict) => conflict.column('dedupe').doNothing())
    .compile()

/** Lines on which something waits to be sent now, or whose sender has gone in the middle. */
export const lanesWithWork = (now: Instant): CompiledQuery<{ lane: string }> =>
  sql
    .selectFrom('notice')
    .select('lane')
    .distinct()
    .where(inHand)
    .where(raw<boolean>`case state when 'queued' then due_at <= ${now} else lease_until <= ${now} end`)
    .compile()

/** What a sender left behind that has gone: it may have arrived. */
export const takeBack = (lane: string, now: Instant): Write =>
  sql
    .updateTable('notice')
    .set({ state: 'queued', unclear: 1, lease: null, lease_until: null })
    .where('lane', '=', lane)
    .where(inHand)
    .where('state', '=', 'sending')
    .where('lease_until', '<=', now)
    .compile()

/** Those of one line that may be sent now: urgent ones first, then the oldest. */
export const dueNotices = (lane: string, now: Instant, most: number): CompiledQuery<NoticeRow> =>
  sql
    .selectFrom('notice')
    .selectAll()
    .where('lane', '=', lane)
    .where(inHand)
    .where('state', '=', 'queued')
    .where('due_at', '<=', now)
    .orderBy('urgent', 'desc')
    .orderBy('at')
    .orderBy('id')
    .limit(most)
    .compile()

/** `who`: the name of this one try, no two alike; `holder` must hold the line still. */
export type Claim = { ids: readonly string[]; who: string; lane: string; holder: string; now: Instant; until: Instant }

/** Takes what is still free; `claimed` tells what was got. */
export const claim = ({ ids, who, lane, holder, now, until }: Claim): Write =>
  sql
    .updateTable('notice')
    .set((row) => ({ state: 'sending' as const, lease: who, lease_until: until, tries: row('tries', '+', 1) }))
    .where('id', 'in', among(ids))
    .where('state', '=', 'queued')
    .where(
      raw<boolean>`exists (select 1 from notice_lane l where l.lane = ${lane} and l.lease = ${holder} and l.lease_until > ${now})`,
    )
    .compile()

/** Written before a message leaves, so that it counts even if nobody comes back to say what became of it. */
export const noteBegun = ({ id, lane, at }: Pick<AttemptRow, 'id' | 'lane' | 'at'>, who: string): Write =>
  raw`insert into notice_attempt (id, notice_id, lane, at)
    select ${id}, id, ${lane}, ${at} from notice where lease = ${who} order by urgent desc, at, id limit 1`.compile(sql)

export const claimed = (who: string): CompiledQuery<NoticeRow> =>
  sql
    .selectFrom('notice')
    .selectAll()
    .where('lease', '=', who)
    .orderBy('urgent', 'desc')
    .orderBy('at')
    .orderBy('id')
    .compile()

type After = Partial<
  Pick<
    NoticeRow,
    'state' | 'note' | 'due_at' | 'unclear' | 'sent_at' | 'gateway_id' | 'merged_into' | 'receipt_at' | 'tries'
  >
>

/** Only whoever claimed it says what became of it. */
export const settle = (id: string, who: string, after: After): Write =>
  sql
    .updateTable('notice')
    .set({ ...after, lease: null, lease_until: null })
    .where('id', '=', id)
    .where('lease', '=', who)
    .compile()

export const noteOutcome = (id: string, said: Pick<AttemptRow, 'outcome' | 'code' | 'reason'>): Write =>
  sql.updateTable('notice_attempt').set(said).where('id', '=', id).compile()

export const addAttempt = (row: AttemptRow): Write => sql.insertInto('notice_attempt').values(row).compile()

/** Messages that were given out on a line after a moment, whatever became of them. */
export const saidSince = (lane: string, since: Instant): CompiledQuery<{ n: number }> =>
  sql
    .selectFrom('notice_attempt')
    .select(raw<number>`count(*)`.as('n'))
    .where('lane', '=', lane)
    .where('at', '>', since)
    .where(raw<boolean>`(outcome is null or outcome in ('sent', 'later', 'never', 'unclear'))`)
    .compile()

/** Of each of these phones, when it was sent an SMS after a moment; the oldest first. */
export const smsSince = (
  phones: readonly string[],
  since: Instant,
): CompiledQuery<{ phone_tag: string; sent_at: number }> =>
  sql
    .selectFrom('notice')
    .select(['phone_tag', 'sent_at'])
    .where('phone_tag', 'in', among(phones))
    .where('at', '>', since - 24 * 3_600_000)
    .where('channel', '=', 'sms')
    .where('sent_at', '>', since)
    .orderBy('sent_at')
    .$narrowType<{ phone_tag: string; sent_at: number }>()
    .compile()

/** Drops or puts off what nobody is sending. */
export const changeQueued = (ids: readonly string[], after: After): Write =>
  sql.updateTable('notice').set(after).where('id', 'in', among(ids)).where('state', '=', 'queued').compile()

/** What waits under this key is moot: it was answered. News of the end, of a green lane, of others' answers is still news. */
export const hushAnswered = (ackKey: string): Write =>
  sql
    .updateTable('notice')
    .set({ state: 'dropped', note: 'answered' })
    .where('ack_key', '=', ackKey)
    .where('state', '=', 'queued')
    .where('step', 'in', ['L0', 'L1', 'L2', 'L3', 'LM'])
    .compile()

/** Those that carry these messages of the screens out by SMS. */
export const noticesOfMessages = (messages: readonly string[]): CompiledQuery<NoticeRow & { message_id: string }> =>
  sql
    .selectFrom('notice')
    .selectAll()
    .where('message_id', 'in', among(messages))
    .where('message_id', 'is not', null)
    .orderBy('id')
    .$narrowType<{ message_id: string }>()
    .compile()

export const noticesOfIncident = (incident: string): CompiledQuery<NoticeRow> =>
  sql
    .selectFrom('notice')
    .selectAll()
    .where('incident', '=', incident)
    .orderBy('at')
    .orderBy('id')
    .limit(2000)
    .compile()

export const attemptsOf = (notice: string): CompiledQuery<AttemptRow> =>
  sql.selectFrom('notice_attempt').selectAll().where('notice_id', '=', notice).orderBy('at').orderBy('id').compile()

/** SMS that have left and of which it is time to ask whether they arrived. */
export const receiptsDue = (now: Instant, most: number): CompiledQuery<NoticeRow> =>
  sql.selectFrom('notice').selectAll().where('receipt_at', '<=', now).orderBy('receipt_at').limit(most).compile()

/** A receipt is about an SMS that has left; it never makes a delivered one undone. */
export const noteReceipt = (id: string, after: After): Write =>
  sql
    .updateTable('notice')
    .set({ ...after, lease: null, lease_until: null })
    .where('id', '=', id)
    .where('state', 'not in', ['delivered', 'dropped', 'merged'])
    .compile()

export const noticesByIds = (ids: readonly string[]): CompiledQuery<NoticeRow> =>
  sql.selectFrom('notice').selectAll().where('id', 'in', among(ids)).compile()

/** Numbers are not kept longer than they are needed. */
export const forgetPhones = (before: Instant): Write =>
  sql
    .updateTable('notice')
    .set({ phone_sealed: null, phone_tag: null })
    .where('at', '<', before)
    .where('phone_sealed', 'is not', null)
    .compile()
