import { sql as raw } from 'kysely'
import type { CompiledQuery, RawBuilder } from 'kysely'
import type { Audience, Tables } from '../../schema/tables.ts'
import type { Instant } from '../../shared/instant.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

export type MessageRow = Tables['message']
/** `to_name`: of the checkpoint, or of the company of the trip. `seen_by_name`: who acknowledged it. */
export type MessageAndNames = MessageRow & { to_name: string | null; seen_by_name: string | null }

/** The same news to the same ear is one message, whoever tells it and how often. */
export const addMessage = (row: MessageRow): Write =>
  sql
    .insertInto('message')
    .values(row)
    .onConflict((conflict) => conflict.column('dedupe').doNothing())
    .compile()

const named = () =>
  sql
    .selectFrom('message')
    .leftJoin('checkpoint', (join) =>
      join.onRef('checkpoint.id', '=', 'message.ref').on('message.audience', 'in', ['checkpoint', 'test-point']),
    )
    .leftJoin('trip', (join) => join.onRef('trip.id', '=', 'message.ref').on('message.audience', '=', 'company'))
    .leftJoin('staff', 'staff.id', 'message.seen_by')
    .selectAll('message')
    .select(['staff.name as seen_by_name', raw<string | null>`coalesce(checkpoint.name, trip.consignee)`.as('to_name')])

export const messageById = (id: string): CompiledQuery<MessageAndNames> =>
  named().where('message.id', '=', id).compile()

export const messagesAbout = (subject: string): CompiledQuery<MessageAndNames> =>
  named().where('message.subject', '=', subject).orderBy('message.at').orderBy('message.id').limit(200).compile()

/** `ref` undefined = of whomever. */
export type Ears = { audience: Audience; ref?: string }
export type MessagePage = {
  seen?: boolean | undefined
  kind?: string | undefined
  /** The last of the page before. */
  before?: { seen: boolean; at: number; id: string } | undefined
  limit: number
}

/** Those nobody has acknowledged first, then the newest; one more than `limit` tells that there is another page. */
export const messagePage = (ears: readonly Ears[], page: MessagePage): CompiledQuery<MessageAndNames> =>
  named()
    .where(
      'message.id',
      'in',
      raw<string>`(${raw.join(
        ears.map((ear) => idsFor(ear, page)),
        raw` union all `,
      )})`,
    )
    .orderBy(raw`message.seen_at is not null`)
    .orderBy('message.at', 'desc')
    .orderBy('message.id', 'desc')
    .limit(page.limit + 1)
    .compile()

/** A page of one audience, read in its index from where the page before ended. */
function idsFor(ear: Ears, { seen, kind, before, limit }: MessagePage): RawBuilder<unknown> {
  const conditions = [
    ...conditionsOf(ear),
    ...(seen === undefined ? [] : [raw`(seen_at is not null) = ${seen ? 1 : 0}`]),
    ...(kind === undefined ? [] : [raw`kind = ${kind}`]),
    ...(before === undefined
      ? []
      : [raw`(-(seen_at is not null), at, id) < (${before.seen ? -1 : 0}, ${before.at}, ${before.id})`]),
  ]
  return raw`select id from (select id from message where ${raw.join(conditions, raw` and `)} order by (seen_at is not null), at desc, id desc limit ${limit + 1})`
}

const conditionsOf = ({ audience, ref }: Ears) => [
  raw`audience = ${audience}`,
  ...(ref === undefined ? [] : [raw`ref = ${ref}`]),
]

/** How many nobody has acknowledged, counted to a thousand. */
export const unseenCount = (ears: readonly Ears[]): CompiledQuery<{ n: number }> => {
  const each = ears.map(
    (ear) =>
      raw`select 1 from (select 1 from message where ${raw.join([...conditionsOf(ear), raw`(seen_at is not null) = 0`], raw` and `)} limit 1000)`,
  )
  return raw<{ n: number }>`select min(count(*), 1000) as n from (${raw.join(each, raw` union all `)})`.compile(sql)
}

/** The first to acknowledge stands. */
export const acknowledge = (id: string, by: { staff: string; at: Instant }): Write =>
  sql
    .updateTable('message')
    .set({ seen_at: by.at, seen_by: by.staff })
    .where('id', '=', id)
    .where('seen_at', 'is', null)
    .compile()

/** Urgent ones to this checkpoint that nobody there has acknowledged, newest first. */
export const alertsAt = (checkpoint: string, since: Instant): CompiledQuery<MessageRow> =>
  sql
    .selectFrom('message')
    .selectAll()
    .where('audience', '=', 'checkpoint')
    .where('ref', '=', checkpoint)
    .where(raw<boolean>`(seen_at is not null) = 0`)
    .where('at', '>=', since)
    .where('urgent', '=', 1)
    .where('channel', '=', 'screen')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(20)
    .compile()
