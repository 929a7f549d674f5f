import type { CompiledQuery } from 'kysely'
import { sql as raw } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import type { Instant } from '../../shared/instant.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

export type QueueInputRow = Tables['queue_input']
export type ReadingRow = Tables['queue_reading']

export const addQueueInput = (row: QueueInputRow): Write => sql.insertInto('queue_input').values(row).compile()

export const queueInputById = (id: string): CompiledQuery<QueueInputRow> =>
  sql.selectFrom('queue_input').selectAll().where('id', '=', id).compile()

/** Check-ins and reports that came in since, in the order of their coming. */
export const queueInputsSince = (checkpoint: string, since: Instant): CompiledQuery<QueueInputRow> =>
  sql
    .selectFrom('queue_input')
    .selectAll()
    .where('checkpoint_id', '=', checkpoint)
    .where('received_at', '>=', since)
    .orderBy('received_at')
    .orderBy('id')
    .compile()

export type InspectedRow = Pick<
  Tables['inspection'],
  'id' | 'made_at' | 'begun_at' | 'received_at' | 'terminal_id' | 'lane' | 'plate'
>

/** Trucks that were inspected, as they came in since. A record that corrects another is no other truck. */
export const inspectedSince = (checkpoint: string, since: Instant): CompiledQuery<InspectedRow> =>
  sql
    .selectFrom('inspection')
    .select(['id', 'made_at', 'begun_at', 'received_at', 'terminal_id', 'lane', 'plate'])
    .where('checkpoint_id', '=', checkpoint)
    .where('received_at', '>=', since)
    .where('corrects', 'is', null)
    .orderBy('received_at')
    .orderBy('id')
    .compile()

export type StirredRow = { id: string; uploads: 0 | 1; deeds: 0 | 1 }
/** At which checkpoints anything came in since: uploads that a wait is made of, deeds that a ladder is made of. */
export const stirredSince = (since: Instant): CompiledQuery<StirredRow> =>
  raw<StirredRow>`
    select id, uploads, deeds from (select id,
      exists (select 1 from inspection i where i.checkpoint_id = checkpoint.id and i.received_at >= ${since})
      or exists (select 1 from queue_input q where q.checkpoint_id = checkpoint.id and q.received_at >= ${since})
      or exists (select 1 from shift_event s where s.checkpoint_id = checkpoint.id and s.received_at >= ${since}
        and s.kind in ('lane-open', 'lane-closed')) as uploads,
      exists (select 1 from congestion_event c where c.checkpoint_id = checkpoint.id and c.known_at >= ${since}) as deeds
      from checkpoint where active = 1) stirred
    where uploads or deeds`.compile(sql)

/** The second to write the same moment fails with Taken('queue_reading.at'). */
export const addReading = (row: ReadingRow): Write => sql.insertInto('queue_reading').values(row).compile()

/** The newest of each checkpoint. */
export const lastReadings = (): CompiledQuery<ReadingRow> =>
  sql
    .selectFrom('queue_reading')
    .selectAll()
    .where(
      raw<boolean>`(checkpoint_id, at) in (select checkpoint.id,
        (select max(at) from queue_reading last where last.checkpoint_id = checkpoint.id) from checkpoint)`,
    )
    .compile()

export const lastReadingOf = (checkpoint: string): CompiledQuery<ReadingRow> =>
  sql
    .selectFrom('queue_reading')
    .selectAll()
    .where('checkpoint_id', '=', checkpoint)
    .orderBy('at', 'desc')
    .limit(1)
    .compile()

/** One a minute. */
export const readingsOf = (checkpoint: string, since: Instant): CompiledQuery<ReadingRow> =>
  sql
    .selectFrom('queue_reading')
    .selectAll()
    .where('checkpoint_id', '=', checkpoint)
    .where('at', '>=', since)
    .where(raw<boolean>`at % 60000 = 0`)
    .orderBy('at')
    .compile()

export const peakOf = (
  checkpoint: string,
  from: number,
  to: number,
): CompiledQuery<{ wait: number | null; metres: number | null }> =>
  sql
    .selectFrom('queue_reading')
    .select([raw<number | null>`max(wait)`.as('wait'), raw<number | null>`max(metres)`.as('metres')])
    .where('checkpoint_id', '=', checkpoint)
    .where('at', '>=', from)
    .where('at', '<=', to)
    .where('lost_since', 'is', null)
    .compile()

export const forgetReadings = (before: Instant): Write =>
  sql.deleteFrom('queue_reading').where('at', '<', before).compile()
export const forgetQueueInputs = (before: Instant): Write =>
  sql.deleteFrom('queue_input').where('received_at', '<', before).compile()
