import { sql as raw } from 'kysely'
import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import type { Instant } from '../../shared/instant.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'
import { happenOnce } from './once.ts'

/** Applications for a pass 通行证申请, each with what the checks found. */
export type ApplicationRow = Tables['pass_application']
export type ApplicationAndName = ApplicationRow & { decided_name: string | null }

/** Fails with Taken where this id is known, or one for this trip waits. */
export const addApplication = (row: ApplicationRow): Write => sql.insertInto('pass_application').values(row).compile()

const named = () =>
  sql
    .selectFrom('pass_application')
    .leftJoin('staff', 'staff.id', 'pass_application.decided_by')
    .selectAll('pass_application')
    .select('staff.name as decided_name')

export const applicationById = (id: string): CompiledQuery<ApplicationAndName> =>
  named().where('pass_application.id', '=', id).compile()

/** The newest of this trip; of those one at most waits. */
export const lastOfTrip = (trip: string): CompiledQuery<ApplicationRow> =>
  sql
    .selectFrom('pass_application')
    .selectAll()
    .where('trip_id', '=', trip)
    .orderBy('applied_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .compile()

export type Decision = {
  state: 'issued' | 'declined'
  at: Instant
  by: string | null
  reason: string | null
  note: string | null
}

/** Of two who decide at once, the commit of the second fails with Taken. */
export const decideApplication = (id: string, { state, at, by, reason, note }: Decision): readonly Write[] => [
  happenOnce(`pass-application/${id}`, at),
  sql
    .updateTable('pass_application')
    .set({ state, decided_at: at, decided_by: by, decision_reason: reason, decision_note: note })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .compile(),
]

export type WaitingPlace = { first: number; at: number; id: string }
/** Goods people live on first, then the longest waiting; one more than `limit` tells that there is another page. */
export function waitingApplications(after: WaitingPlace | undefined, limit: number): CompiledQuery<ApplicationAndName> {
  let query = named()
    .where('pass_application.state', '=', 'waiting')
    .orderBy('pass_application.first', 'desc')
    .orderBy('pass_application.applied_at')
    .orderBy('pass_application.id')
    .limit(limit + 1)
  if (after !== undefined)
    query = query.where(
      raw<boolean>`(-pass_application.first, pass_application.applied_at, pass_application.id) > (${-after.first}, ${after.at}, ${after.id})`,
    )
  return query.compile()
}

export type TimePlace = { at: number; id: string }
/** Those that waited already then, the longest first. */
export function lateApplications(
  by: Instant,
  after: TimePlace | undefined,
  limit: number,
): CompiledQuery<ApplicationAndName> {
  let query = named()
    .where('pass_application.state', '=', 'waiting')
    .where('pass_application.applied_at', '<=', by)
    .orderBy('pass_application.applied_at')
    .orderBy('pass_application.id')
    .limit(limit + 1)
  if (after !== undefined)
    query = query.where(raw<boolean>`(pass_application.applied_at, pass_application.id) > (${after.at}, ${after.id})`)
  return query.compile()
}

/** Newest first. */
export function declinedApplications(before: TimePlace | undefined, limit: number): CompiledQuery<ApplicationAndName> {
  let query = named()
    .where('pass_application.state', '=', 'declined')
    .orderBy('pass_application.applied_at', 'desc')
    .orderBy('pass_application.id', 'desc')
    .limit(limit + 1)
  if (before !== undefined)
    query = query.where(raw<boolean>`(pass_application.applied_at, pass_application.id) < (${before.at}, ${before.id})`)
  return query.compile()
}

/** Since when they wait, the longest first. */
export const waitingSince = (limit: number): CompiledQuery<Pick<ApplicationRow, 'applied_at'>> =>
  sql
    .selectFrom('pass_application')
    .select('applied_at')
    .where('state', '=', 'waiting')
    .orderBy('applied_at')
    .limit(limit)
    .compile()

/** Those that wait since then or longer, and of which the command was not told yet. */
export const lateAndUntold = (by: Instant, kind: string, limit: number): CompiledQuery<ApplicationRow> =>
  sql
    .selectFrom('pass_application')
    .selectAll()
    .where('state', '=', 'waiting')
    .where('applied_at', '<=', by)
    .where((where) =>
      where.not(
        where.exists(
          sql
            .selectFrom('message')
            .select('message.id')
            .whereRef('message.subject', '=', where.ref('pass_application.id'))
            .where('message.kind', '=', kind),
        ),
      ),
    )
    .orderBy('applied_at')
    .limit(limit)
    .compile()

const withApplication = () =>
  sql.selectFrom('pass').leftJoin('pass_application', 'pass_application.id', 'pass.application_id').selectAll('pass')

export const passesInForceOf = (plate: string, now: Instant, limit: number): CompiledQuery<Tables['pass']> =>
  sql
    .selectFrom('pass')
    .selectAll()
    .where('pass.plate', '=', plate)
    .where('pass.valid_to', '>', now)
    .where('pass.status', '<>', 'revoked')
    .orderBy('pass.valid_to', 'desc')
    .limit(limit)
    .compile()

/** Revoked for a false commitment since then, of this truck or this company. */
export const brokenCommitments = (
  of: { plate: string; company: string | null },
  since: Instant,
): CompiledQuery<Tables['pass']> =>
  withApplication()
    .where('pass.status_reason', '=', raw<string>`'false-commitment'`)
    .where('pass.status_at', '>', since)
    .where((where) =>
      where.or([where('pass.plate', '=', of.plate), where('pass_application.company_code', '=', of.company ?? '')]),
    )
    .limit(1)
    .compile()

/** For these a person looks at the next application; whoever lost a paper, or asked for it himself, has a new one at once. */
export const causesOfRevocation = ['false-data', 'court-or-police'] as const

export const revokedForCause = (plate: string, since: Instant): CompiledQuery<Tables['pass']> =>
  sql
    .selectFrom('pass')
    .selectAll()
    .where('plate', '=', plate)
    .where('status', '=', 'revoked')
    .where('status_reason', 'in', causesOfRevocation)
    .where('status_at', '>', since)
    .limit(1)
    .compile()

/** Whom to call and who drives, where the pass has ended by then, or none was given; company, truck and what was decided stay. */
export const forgetApplicants = (by: Instant): Write =>
  sql
    .updateTable('pass_application')
    .set({ contact_sealed: null, phone_sealed: null, crew_sealed: null })
    .where('contact_sealed', 'is not', null)
    .where('applied_at', '<=', by)
    .where('state', '<>', raw<'waiting'>`'waiting'`)
    .where((where) =>
      where.not(
        where.exists(
          sql
            .selectFrom('pass')
            .select('pass.number')
            .whereRef('pass.application_id', '=', where.ref('pass_application.id'))
            .where('pass.valid_to', '>', by),
        ),
      ),
    )
    .compile()
