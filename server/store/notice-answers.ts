import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import type { Instant } from '../../shared/instant.ts'
import { among } from './among.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'
import type { NoticeRow } from './notices.ts'

export type AnswerRow = Tables['notice_answer']

export const noticeByLink = (tag: string): CompiledQuery<NoticeRow> =>
  sql.selectFrom('notice').selectAll().where('link_tag', '=', tag).compile()

/** The first answer of each kind stands. */
export const addAnswer = (row: AnswerRow): Write =>
  sql
    .insertInto('notice_answer')
    .values(row)
    .onConflict((conflict) => conflict.columns(['notice_id', 'answer']).doNothing())
    .compile()

export const answersTo = (ackKeys: readonly string[]): CompiledQuery<AnswerRow> =>
  sql.selectFrom('notice_answer').selectAll().where('ack_key', 'in', among(ackKeys)).orderBy('at').compile()

/** The case whose reply this phone was sent last, and when; its SMS asks for a 1 or a 2. */
export const caseRepliedTo = (phone: string, since: Instant): CompiledQuery<{ case_id: string; at: number }> =>
  sql
    .selectFrom('notice')
    .innerJoin('message', 'message.id', 'notice.message_id')
    .select(['message.subject as case_id', 'notice.at'])
    .where('notice.phone_tag', '=', phone)
    .where('notice.at', '>', since)
    .where('notice.channel', '=', 'sms')
    .where('notice.tries', '>', 0)
    .where('message.kind', '=', 'case-replied')
    .orderBy('notice.at', 'desc')
    .limit(1)
    .compile()

/** What this phone was summoned to by SMS and may still answer, the newest first. */
export const openSummonsOf = (phone: string, now: Instant): CompiledQuery<NoticeRow> =>
  sql
    .selectFrom('notice')
    .selectAll()
    .where('phone_tag', '=', phone)
    .where('channel', '=', 'sms')
    .where('ack_key', 'is not', null)
    .where('link_until', '>', now)
    .where('state', 'in', ['sending', 'sent', 'delivered', 'queued', 'failed'])
    .where('tries', '>', 0)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .compile()
