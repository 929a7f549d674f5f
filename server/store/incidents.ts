import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import type { Instant } from '../../shared/instant.ts'
import { among } from './among.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

export type CongestionEventRow = Tables['congestion_event']
export type IncidentRow = Tables['incident']
export type CallRow = Tables['incident_call']

export const addCongestionEvent = (row: CongestionEventRow): Write =>
  sql.insertInto('congestion_event').values(row).compile()

/** What came to be known of a checkpoint since, and the last of what goes on holding; one descent of the index a kind, however long the log. */
export function congestionEvents(checkpoint: string, since: Instant): CompiledQuery<CongestionEventRow> {
  const here = () => sql.selectFrom('congestion_event').selectAll().where('checkpoint_id', '=', checkpoint)
  const lastOf = (kind: string) =>
    sql
      .selectFrom(
        here()
          .where('kind', '=', kind)
          .where('known_at', '<', since)
          .orderBy('known_at', 'desc')
          .orderBy('id', 'desc')
          .limit(1)
          .as('last'),
      )
      .selectAll()
  return here()
    .where('known_at', '>=', since)
    .unionAll(lastOf('measured'))
    .unionAll(lastOf('unobserved'))
    .unionAll(lastOf('green-blocked'))
    .unionAll(lastOf('green-free'))
    .compile()
}

export const congestionEventById = (id: string): CompiledQuery<CongestionEventRow> =>
  sql.selectFrom('congestion_event').selectAll().where('id', '=', id).compile()

export const addIncident = (row: IncidentRow): Write => sql.insertInto('incident').values(row).compile()

export const setIncident = ({ id, started_at, ended_at, step, watched, dismissed }: IncidentRow): Write =>
  sql.updateTable('incident').set({ started_at, ended_at, step, watched, dismissed }).where('id', '=', id).compile()

export const incidentById = (id: string): CompiledQuery<IncidentRow> =>
  sql.selectFrom('incident').selectAll().where('id', '=', id).compile()

export const incidentByOrigin = (checkpoint: string, origin: string): CompiledQuery<IncidentRow> =>
  sql.selectFrom('incident').selectAll().where('checkpoint_id', '=', checkpoint).where('origin', '=', origin).compile()

/** The newest first; two where a candidate came after one that runs. */
export const lastIncidentsOf = (checkpoint: string): CompiledQuery<IncidentRow> =>
  sql
    .selectFrom('incident')
    .selectAll()
    .where('checkpoint_id', '=', checkpoint)
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc')
    .limit(4)
    .compile()

/** Those that were open at some time since. */
export const incidentsSince = (since: Instant): CompiledQuery<IncidentRow> =>
  sql
    .selectFrom('incident')
    .selectAll()
    .where((row) => row.or([row('opened_at', '>=', since), row('ended_at', '>=', since), row('ended_at', 'is', null)]))
    .orderBy('opened_at', 'desc')
    .limit(1000)
    .compile()

/** The second to make the same call fails with Taken. */
export const addCall = (row: CallRow): Write => sql.insertInto('incident_call').values(row).compile()

export const callsOfIncidents = (ids: readonly string[]): CompiledQuery<CallRow> =>
  sql
    .selectFrom('incident_call')
    .selectAll()
    .where('incident_id', 'in', among(ids))
    .orderBy('at')
    .orderBy('id')
    .compile()

export const callById = (id: string): CompiledQuery<CallRow> =>
  sql.selectFrom('incident_call').selectAll().where('id', '=', id).compile()

export const callByAckKey = (key: string): CompiledQuery<CallRow> =>
  sql.selectFrom('incident_call').selectAll().where('ack_key', '=', key).compile()

export type CallTaskRow = CallRow & {
  done_at: number | null
  done_outcome: string | null
  done_note: string | null
  done_by: string | null
}

const tasks = () =>
  sql
    .selectFrom('incident_call')
    .leftJoin('call_done', 'call_done.call_id', 'incident_call.id')
    .leftJoin('staff', 'staff.id', 'call_done.by_staff')
    .selectAll('incident_call')
    .select([
      'call_done.at as done_at',
      'call_done.outcome as done_outcome',
      'call_done.note as done_note',
      'staff.name as done_by',
    ])
    .where('incident_call.channel', '=', 'phone')

export const callTasks = (since: Instant, done: boolean | undefined): CompiledQuery<CallTaskRow> => {
  const query = tasks().where('incident_call.at', '>=', since).orderBy('incident_call.at').limit(200)
  if (done === undefined) return query.orderBy('incident_call.id').compile()
  return query
    .where('call_done.at', done ? 'is not' : 'is', null)
    .orderBy('incident_call.id')
    .compile()
}

export const callTaskById = (id: string): CompiledQuery<CallTaskRow> =>
  tasks().where('incident_call.id', '=', id).compile()

/** The first to finish it stands: the second fails with Taken. */
export const addCallDone = (row: Tables['call_done']): Write => sql.insertInto('call_done').values(row).compile()

export const addIncidentPhoto = (row: Tables['incident_photo']): Write =>
  sql.insertInto('incident_photo').values(row).compile()

export const photosOfIncident = (incident: string): CompiledQuery<Tables['incident_photo']> =>
  sql.selectFrom('incident_photo').selectAll().where('incident_id', '=', incident).orderBy('at', 'desc').compile()
