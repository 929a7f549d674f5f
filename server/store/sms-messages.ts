import { sql as raw } from 'kysely'
import type { CompiledQuery } from 'kysely'
import type { Instant } from '../../shared/instant.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

export type SmsToDriver = {
  id: string
  at: number
  urgent: 0 | 1
  zh: string
  article: string | null
  checkpoint_id: string | null
  to_region: string
  seat: number
  phone_sealed: string
}

/**
 * Messages for a driver by SMS that nobody has sent or told by telephone, one line for each phone of his trip. A company's phone
 * is not known, so what is for a company stays with whoever calls.
 */
export const unsentToDrivers = (since: Instant, most: number): CompiledQuery<SmsToDriver> =>
  sql
    .selectFrom('message')
    .innerJoin('trip', 'trip.id', 'message.ref')
    .innerJoin('trip_crew', 'trip_crew.trip_id', 'trip.id')
    .select(['message.id', 'message.at', 'message.urgent', 'message.zh', 'message.article'])
    .select(['trip.checkpoint_id', 'trip.to_region', 'trip_crew.seat', 'trip_crew.phone_sealed'])
    .where('message.channel', '=', 'sms')
    .where('message.sent_at', 'is', null)
    .where('message.at', '>', since)
    .where('message.audience', '=', 'driver')
    .where('message.seen_at', 'is', null)
    .where('trip_crew.phone_sealed', 'is not', null)
    .where(raw<boolean>`not exists (select 1 from notice where notice.message_id = message.id)`)
    .orderBy('message.at')
    .limit(most)
    .$narrowType<{ phone_sealed: string }>()
    .compile()

export const messageSent = (id: string, at: Instant): Write =>
  sql.updateTable('message').set({ sent_at: at }).where('id', '=', id).where('sent_at', 'is', null).compile()
