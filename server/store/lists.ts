import { sql as raw } from 'kysely'
import type { CompiledQuery, RawBuilder } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import type { Instant } from '../../shared/instant.ts'
import type { ListKind } from '../../shared/lists/kinds.ts'
import type { ListReason } from '../../shared/lists/reasons.ts'
import type { Standing } from '../../shared/lists/stage.ts'
import { among } from './among.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'

export type EntryRow = Tables['list_entry']
export type StepRow = Tables['list_step']

/** `soon` in milliseconds before the end. */
export type Moment = { now: Instant; soon: number }

/** `standingOf` of shared/lists in the database's words; a test holds them against each other. */
const standing = ({ now, soon }: Moment): RawBuilder<Standing> => raw<Standing>`case
  when state in ('suspended', 'removed') then state
  when to_at is not null and to_at < ${now} then 'ended'
  when state in ('draft', 'commit') then 'draft'
  when state <> 'complete' then 'submitted'
  when from_at is not null and from_at > ${now} then 'approved'
  when to_at is not null and to_at <= ${now + soon} then 'ending-soon'
  else 'in-force' end`

export type EntryPage = Moment & {
  list: ListKind
  standing?: Standing | undefined
  /** `key`: plate, credit code or last four as they are kept; `text`: part of a company's name. */
  search?: { key: string; text: string } | undefined
  batch?: string | undefined
  before?: { madeAt: number; id: string } | undefined
  limit: number
}

/** Newest first, one more than asked so that the page knows whether there is another. */
export function entryPage(page: EntryPage): CompiledQuery<EntryRow> {
  const { list, search, batch, before, limit } = page
  let query = sql.selectFrom('list_entry').selectAll().where('list', '=', list)
  if (page.standing !== undefined) query = query.where(raw<boolean>`${standing(page)} = ${page.standing}`)
  if (batch !== undefined) query = query.where('batch', '=', batch)
  if (search !== undefined)
    query = query.where((row) =>
      row.or([
        row('plate', '=', search.key),
        row('id_tail', '=', search.key),
        row('company_code', '=', search.key),
        raw<boolean>`instr(company, ${search.text}) > 0`,
      ]),
    )
  if (before !== undefined) query = query.where(raw<boolean>`(made_at, id) < (${before.madeAt}, ${before.id})`)
  return query
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .compile()
}

export const entryCounts = (list: ListKind, at: Moment): CompiledQuery<{ standing: Standing; n: number }> =>
  sql
    .selectFrom('list_entry')
    .select([standing(at).as('standing'), raw<number>`count(*)`.as('n')])
    .where('list', '=', list)
    .groupBy(raw`1`)
    .compile()

export const entryById = (id: string): CompiledQuery<EntryRow> =>
  sql.selectFrom('list_entry').selectAll().where('id', '=', id).compile()

export const entriesById = (ids: readonly string[]): CompiledQuery<EntryRow> =>
  sql.selectFrom('list_entry').selectAll().where('id', 'in', among(ids)).compile()

/** Not removed. */
export const entriesOfPersons = (people: readonly string[], lists: readonly ListKind[]): CompiledQuery<EntryRow> =>
  sql
    .selectFrom('list_entry')
    .selectAll()
    .where('person_tag', 'in', among(people))
    .where('list', 'in', [...lists])
    .where('state', '!=', 'removed')
    .compile()

/** Not removed. */
export const entriesOfCompanies = (codes: readonly string[], list: ListKind): CompiledQuery<EntryRow> =>
  sql
    .selectFrom('list_entry')
    .selectAll()
    .where('company_code', 'in', among(codes))
    .where('list', '=', list)
    .where('state', '!=', 'removed')
    .compile()

/** Approved entries of the drivers' list that hold at some time until then. */
export const driversListedUntil = (now: Instant, until: Instant, limit: number): CompiledQuery<EntryRow> =>
  sql
    .selectFrom('list_entry')
    .selectAll()
    .where('to_at', '>=', now)
    .where('ended_at', 'is', null)
    .where('list', '=', 'W1')
    .where('state', '=', 'complete')
    .where('from_at', '<=', until)
    .orderBy('to_at')
    .limit(limit)
    .compile()

export const entriesOfBatch = (
  batch: string,
  asked: { list: ListKind; state: EntryRow['state']; limit: number },
): CompiledQuery<EntryRow> =>
  sql
    .selectFrom('list_entry')
    .selectAll()
    .where('batch', '=', batch)
    .where('state', '=', asked.state)
    .where('list', '=', asked.list)
    .orderBy('id')
    .limit(asked.limit)
    .compile()

export const stepsOfEntries = (ids: readonly string[]): CompiledQuery<StepRow> =>
  sql
    .selectFrom('list_step')
    .selectAll()
    .where('entry_id', 'in', among(ids))
    .orderBy('entry_id')
    .orderBy('version')
    .compile()

export const stepsWithNames = (id: string): CompiledQuery<StepRow & { name: string | null }> =>
  sql
    .selectFrom('list_step')
    .leftJoin('staff', 'staff.id', 'list_step.by_staff')
    .selectAll('list_step')
    .select('staff.name as name')
    .where('entry_id', '=', id)
    .orderBy('version')
    .compile()

export const addEntry = (row: EntryRow): Write => sql.insertInto('list_entry').values(row).compile()

/** Its primary key (entry, version) lets only one of two simultaneous steps through. */
export const addStep = (row: StepRow): Write => sql.insertInto('list_step').values(row).compile()

export const changeEntryRow = (
  id: string,
  values: Pick<EntryRow, 'version'> & Partial<Pick<EntryRow, 'state' | 'to_at' | 'ended_at'>>,
): Write =>
  sql
    .updateTable('list_entry')
    .set(values)
    .where('id', '=', id)
    .where('version', '=', values.version - 1)
    .compile()

/** By the system itself: suspends what is in force then, whatever its version is by then, and nothing else. Never refused. */
export const suspendNow = (id: string, said: { at: Instant; reason: ListReason; source: string }): Write[] => [
  raw`insert into list_step (entry_id, version, step, by_staff, at, document_no, reason)
      select id, version + 1, 'suspend', 'system', ${said.at}, ${said.source}, ${said.reason}
      from list_entry where id = ${id} and state = 'complete'`.compile(sql),
  raw`update list_entry set version = version + 1, state = 'suspended', ended_at = ${said.at}
      where id = ${id} and state = 'complete'`.compile(sql),
]

/**
 * The record that suspended it was taken back within the two minutes: in force again, unless somebody did something to it since.
 * Never refused.
 */
export const resumeAfter = (source: string, at: Instant): Write[] => [
  raw`insert into list_step (entry_id, version, step, by_staff, at, document_no, reason)
      select e.id, e.version + 1, 'resume', 'system', ${at}, ${source}, 'entered-wrongly'
      from list_step s join list_entry e on e.id = s.entry_id and e.version = s.version
      where s.document_no = ${source} and s.reason = 'red-seen' and e.state = 'suspended'`.compile(sql),
  raw`update list_entry set version = version + 1, state = 'complete', ended_at = null
      where state = 'suspended' and (id, version) in
        (select entry_id, version from list_step where document_no = ${source} and reason = 'red-seen')`.compile(sql),
]

/** Terms of the drivers' list that are near their end or past it, and of which that was not yet said (T8). */
export const endingEntries = (until: Instant, soon: number, limit: number): CompiledQuery<EntryRow> =>
  sql
    .selectFrom('list_entry')
    .selectAll()
    .where('to_at', '<=', until + soon)
    .where('ended_at', 'is', null)
    .where('list', '=', 'W1')
    .where('state', '=', 'complete')
    .where(
      raw<boolean>`not exists (select 1 from due_done where due_done.id =
        'T8/' || list_entry.id || case when to_at < ${until} then '/end-' else '/remind-' end || to_at)`,
    )
    .orderBy('to_at')
    .limit(limit)
    .compile()
