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

export type SmsToCaller = Omit<SmsToDriver, 'seat' | 'to_region' | 'phone_sealed'> & {
  area: string
  reporter_sealed: string
}

/** The same for whoever called 12328 and left a number: his case is what the message is about. */
export const unsentToCallers = (since: Instant, most: number): CompiledQuery<SmsToCaller> =>
  sql
    .selectFrom('message')
    .innerJoin('hotline_case', 'hotline_case.id', 'message.subject')
    .select(['message.id', 'message.at', 'message.urgent', 'message.zh', 'message.article'])
    .select(['hotline_case.checkpoint_id', 'hotline_case.area', 'hotline_case.reporter_sealed'])
    .where('message.channel', '=', 'sms')
    .where('message.sent_at', 'is', null)
    .where('message.at', '>', since)
    .where('message.audience', '=', 'driver')
    .where('message.ref', 'is', null)
    .where('message.seen_at', 'is', null)
    .where('hotline_case.phone_tag', 'is not', null)
    .where('hotline_case.reporter_sealed', 'is not', null)
    .where(raw<boolean>`not exists (select 1 from notice where notice.message_id = message.id)`)
    .orderBy('message.at')
    .limit(most)
    .$narrowType<{ reporter_sealed: string }>()
    .compile()

export const messageSent = (id: string, at: Instant): Write =>
  sql.updateTable('message').set({ sent_at: at }).where('id', '=', id).where('sent_at', 'is', null).compile()
