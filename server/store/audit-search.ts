import { sql as raw } from 'kysely'
import type { CompiledQuery } from 'kysely'
import type { AuditRow } from '../../shared/audit/entry.ts'
import type { Instant } from '../../shared/instant.ts'
import { sql } from './db.ts'

export type Place = Pick<AuditRow, 'at' | 'seq'>
export type AuditPage = {
  actor?: string | undefined
  action?: AuditRow['action'] | undefined
  subject?: string | undefined
  from?: Instant | undefined
  until?: Instant | undefined
  role?: string | undefined
  kind?: AuditRow['kind'] | undefined
  /** Part of the reason, whichever case. */
  words?: string | undefined
  /** The last of the page before. */
  before?: Place | undefined
  limit: number
  /** How many entries are looked at, however few of them are what is asked for. */
  reach: number
}
export type Found = AuditRow & { actor_name: string | null; subject_name: string | null }

/** Newest first; one more than `limit` tells that there is another page. */
export const auditPage = (page: AuditPage): CompiledQuery<Found> =>
  sql
    .selectFrom('audit')
    .leftJoin('staff', 'staff.id', 'audit.actor')
    .leftJoin('staff as done_to', 'done_to.id', 'audit.subject')
    .leftJoin('checkpoint', 'checkpoint.id', 'audit.subject')
    .selectAll('audit')
    .select('staff.name as actor_name')
    .select(raw<string | null>`coalesce(done_to.name, checkpoint.name)`.as('subject_name'))
    .where('audit.seq', 'in', chosen(page))
    .orderBy('audit.at', 'desc')
    .orderBy('audit.seq', 'desc')
    .compile()

/** The entry that `reach` ends at; nothing = everything was looked at. */
export const auditEdge = (page: AuditPage): CompiledQuery<Place> =>
  lookedAt(page)
    .clearSelect()
    .select(['seen.at', 'seen.seq'])
    .limit(1)
    .offset(page.reach - 1)
    .compile()

/** What no index tells is read off the entries that one chose. */
function chosen(page: AuditPage) {
  const { role, kind, words, limit, reach } = page
  let query = sql
    .selectFrom(lookedAt(page).limit(reach).as('looked'))
    .select('looked.seq')
    .orderBy('looked.at', 'desc')
    .orderBy('looked.seq', 'desc')
    .limit(limit + 1)
  if (role !== undefined) query = query.where('looked.role', '=', role)
  if (kind !== undefined) query = query.where('looked.kind', '=', kind)
  if (words !== undefined) query = query.where(raw<number>`instr(lower(looked.reason), lower(${words}))`, '>', 0)
  return query
}

/** In the order of an index: of what it was done to, else of who did it, else of the deed, else of time. */
function lookedAt({ actor, action, subject, from, until, before }: AuditPage) {
  let query = sql
    .selectFrom('audit as seen')
    .select(['seen.seq', 'seen.at', 'seen.role', 'seen.kind', 'seen.reason'])
    .orderBy('seen.at', 'desc')
    .orderBy('seen.seq', 'desc')
  if (subject !== undefined) query = query.where('seen.subject', '=', subject)
  if (actor !== undefined) query = query.where('seen.actor', '=', actor)
  if (action !== undefined) query = query.where('seen.action', '=', action)
  if (from !== undefined) query = query.where('seen.at', '>=', from)
  if (until !== undefined) query = query.where('seen.at', '<', until)
  if (before !== undefined) query = query.where(raw<boolean>`(seen.at, seen.seq) < (${before.at}, ${before.seq})`)
  return query
}

export type KnownActor = { id: string; name: string | null; role: string | null }

/** Everybody who stands in the log, by hops from one to the next in the index of actors. */
export const auditActors = (): CompiledQuery<KnownActor> =>
  raw<KnownActor>`
    with recursive stands(id) as (
      select min(actor) from audit
      union all
      select (select min(actor) from audit where actor > stands.id) from stands where stands.id is not null
    )
    select stands.id, staff.name, staff.role from stands left join staff on staff.id = stands.id
    where stands.id is not null order by staff.role, staff.name, stands.id limit 1000`.compile(sql)
