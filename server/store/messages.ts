import { sql as raw } from 'kysely'
import type { CompiledQuery, RawBuilder } from 'kysely'
import type { Audience, Tables } from '../../schema/tables.ts'
import type { Instant } from '../../shared/instant.ts'
import { sql } from './db.ts'
import { inArea } from './in-area.ts'
import type { Write } from './db.ts'

export type MessageRow = Tables['message']
/** `to_name`: of the checkpoint, or of the company of the trip. `seen_by_name`: who acknowledged it. `arrived_at`: of the trip it is about. */
export type MessageAndNames = MessageRow & {
  to_name: string | null
  seen_by_name: string | null
  arrived_at: number | null
}

/** The same news to the same ear is one message, whoever tells it and how often. */
export const addMessage = (row: MessageRow): Write =>
  sql
    .insertInto('message')
    .values(row)
    .onConflict((conflict) => conflict.column('dedupe').doNothing())
    .compile()

/** Kinds of message that are about a trip whose company awaits it. */
export const aboutArrival: readonly string[] = ['remind-company', 'alert-command']

const named = () =>
  sql
    .selectFrom('message')
    .leftJoin('checkpoint', (join) =>
      join.onRef('checkpoint.id', '=', 'message.ref').on('message.audience', 'in', ['checkpoint', 'test-point']),
    )
    .leftJoin('trip', (join) => join.onRef('trip.id', '=', 'message.ref').on('message.audience', '=', 'company'))
    .leftJoin('staff', 'staff.id', 'message.seen_by')
    .leftJoin('arrival', (join) =>
      join.onRef('arrival.trip_id', '=', 'message.subject').on('message.kind', 'in', aboutArrival),
    )
    .selectAll('message')
    .select([
      'staff.name as seen_by_name',
      'arrival.at as arrived_at',
      raw<string | null>`coalesce(checkpoint.name, trip.consignee)`.as('to_name'),
    ])

export const messageById = (id: string): CompiledQuery<MessageAndNames> =>
  named().where('message.id', '=', id).compile()

export const messagesAbout = (subject: string): CompiledQuery<MessageAndNames> =>
  named().where('message.subject', '=', subject).orderBy('message.at').orderBy('message.id').limit(200).compile()

/** `audience` undefined = all of them; `ref` undefined = of whomever; `area` = no more than what lies in it, or is everybody's. */
export type Ear = { audience?: Audience; ref?: string; area?: string }
export type MessagePage = {
  seen?: boolean | undefined
  kind?: string | undefined
  /** The last of the page before. */
  before?: { seen: boolean; at: number; id: string } | undefined
  limit: number
}

/** Those nobody has acknowledged first, then the newest; one more than `limit` tells that there is another page. */
export function messagePage(ear: Ear, { seen, kind, before, limit }: MessagePage): CompiledQuery<MessageAndNames> {
  let ids = heard(ear).select('message.id')
  if (seen !== undefined) ids = ids.where(raw<boolean>`(message.seen_at is not null) = ${seen ? 1 : 0}`)
  if (kind !== undefined) ids = ids.where('message.kind', '=', kind)
  if (before !== undefined)
    ids = ids.where(
      raw<boolean>`(-(message.seen_at is not null), message.at, message.id) < (${before.seen ? -1 : 0}, ${before.at}, ${before.id})`,
    )
  // Where all are alike the index is in order without it.
  const chosen = seen === undefined ? inOrder(ids) : newestFirst(ids)
  return inOrder(named().where('message.id', 'in', chosen.limit(limit + 1))).compile()
}

const newestFirst = <Query extends Ordered<Query>>(query: Query): Query =>
  query.orderBy('message.at', 'desc').orderBy('message.id', 'desc')
const inOrder = <Query extends Ordered<Query>>(query: Query): Query =>
  newestFirst(query.orderBy(raw`(message.seen_at is not null)`))
type Ordered<Query> = {
  orderBy(expression: RawBuilder<unknown>): Query
  orderBy(column: 'message.at' | 'message.id', direction: 'desc'): Query
}

function heard({ audience, ref, area }: Ear) {
  let query = sql.selectFrom('message')
  if (area !== undefined) query = query.where(raw<boolean>`(message.area is null or ${inArea('message.area', area)})`)
  if (audience !== undefined) query = query.where('message.audience', '=', audience)
  return ref === undefined ? query : query.where('message.ref', '=', ref)
}

/** How many nobody has acknowledged, counted to a thousand. */
export const unseenCount = (ear: Ear): CompiledQuery<{ n: number }> =>
  sql
    .selectFrom(
      heard(ear)
        .select('message.id')
        .where(raw<boolean>`(message.seen_at is not null) = 0`)
        .limit(1000)
        .as('unseen'),
    )
    .select(raw<number>`count(*)`.as('n'))
    .compile()

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
