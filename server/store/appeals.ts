import { sql as raw } from 'kysely'
import type { CompiledQuery } from 'kysely'
import type { Tables } from '../../schema/tables.ts'
import type { Instant } from '../../shared/instant.ts'
import { among } from './among.ts'
import { sql } from './db.ts'
import type { Write } from './db.ts'
import { happenOnce } from './once.ts'

export type AppealRow = Tables['appeal']
export type CorrectionRow = Tables['verdict_correction']
export type ListedAppeal = AppealRow & {
  checkpoint_name: string | null
  accepted_name: string | null
  decided_name: string | null
}

/** Fails with Taken where one about the same thing is running. */
export const addAppeal = (row: AppealRow): Write => sql.insertInto('appeal').values(row).compile()

/** For a commit that must not fail because an appeal is running already. */
export const addAppealUnlessRunning = (row: AppealRow): Write =>
  sql
    .insertInto('appeal')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .compile()

const listed = () =>
  sql
    .selectFrom('appeal')
    .leftJoin('checkpoint', 'checkpoint.id', 'appeal.checkpoint_id')
    .leftJoin('staff as taker', 'taker.id', 'appeal.accepted_by')
    .leftJoin('staff as decider', 'decider.id', 'appeal.decided_by')
    .selectAll('appeal')
    .select(['checkpoint.name as checkpoint_name', 'taker.name as accepted_name', 'decider.name as decided_name'])

export const appealById = (id: string): CompiledQuery<ListedAppeal> => listed().where('appeal.id', '=', id).compile()

/** Newest first. */
export const appealsOfTrip = (trip: string, limit: number): CompiledQuery<AppealRow> =>
  sql
    .selectFrom('appeal')
    .selectAll()
    .where('trip_id', '=', trip)
    .orderBy('submitted_at', 'desc')
    .limit(limit)
    .compile()

export type AppealPage = {
  /** Verdicts of this checkpoint only. */
  checkpoint: string | null
  after: { at: number; id: string } | undefined
  limit: number
}

/** The longest waiting first; one more than `limit` tells that there is another page. */
export function runningAppeals({ checkpoint, after, limit }: AppealPage): CompiledQuery<ListedAppeal> {
  let query = listed()
    .where('appeal.decided_at', 'is', null)
    .orderBy('appeal.submitted_at')
    .orderBy('appeal.id')
    .limit(limit + 1)
  if (checkpoint !== null) query = query.where('appeal.checkpoint_id', '=', checkpoint)
  if (after) query = query.where(raw<boolean>`(appeal.submitted_at, appeal.id) > (${after.at}, ${after.id})`)
  return query.compile()
}

/** Newest decision first. */
export function decidedAppeals({ checkpoint, after, limit }: AppealPage): CompiledQuery<ListedAppeal> {
  let query = listed()
    .where('appeal.decided_at', 'is not', null)
    .orderBy('appeal.decided_at', 'desc')
    .orderBy('appeal.id', 'desc')
    .limit(limit + 1)
  if (checkpoint !== null) query = query.where('appeal.checkpoint_id', '=', checkpoint)
  if (after) query = query.where(raw<boolean>`(appeal.decided_at, appeal.id) < (${after.at}, ${after.id})`)
  return query.compile()
}

/** When the running ones were made, the longest waiting first. */
export const runningSince = (
  checkpoint: string | null,
  limit: number,
): CompiledQuery<Pick<AppealRow, 'submitted_at'>> => {
  const query = sql
    .selectFrom('appeal')
    .select('submitted_at')
    .where('decided_at', 'is', null)
    .orderBy('submitted_at')
    .limit(limit)
  return (checkpoint === null ? query : query.where('checkpoint_id', '=', checkpoint)).compile()
}

/** Those that wait about a reason of somebody's code, the longest waiting first. */
export const runningOnCodes = (limit: number): CompiledQuery<AppealRow> =>
  sql
    .selectFrom('appeal')
    .selectAll()
    .where('decided_at', 'is', null)
    .where('kind', '=', 'code')
    .orderBy('submitted_at')
    .limit(limit)
    .compile()

/** Those that wait about a verdict that the inspector has undone; `id` = only this one. */
export function runningOnUndone(limit: number, id?: string): CompiledQuery<AppealRow> {
  const query = sql
    .selectFrom('appeal')
    .innerJoin('inspection as later', 'later.corrects', 'appeal.inspection_id')
    .selectAll('appeal')
    .where('appeal.decided_at', 'is', null)
    .where('appeal.kind', '=', 'verdict')
    .orderBy('appeal.submitted_at')
    .limit(limit)
  return (id === undefined ? query : query.where('appeal.id', '=', id)).compile()
}

/** Running ones made by then whose last alarm was not given yet; the longest waiting first. */
export const appealsToAlarm = (madeBy: Instant, limit: number): CompiledQuery<AppealRow> =>
  sql
    .selectFrom('appeal')
    .selectAll()
    .where('decided_at', 'is', null)
    .where('submitted_at', '<=', madeBy)
    .where((where) =>
      where.not(
        where.exists(
          sql
            .selectFrom('due_done')
            .select('due_done.id')
            .where('due_done.id', '=', raw<string>`'T14/' || ${where.ref('appeal.id')} || '/alert-appeal'`),
        ),
      ),
    )
    .orderBy('submitted_at')
    .limit(limit)
    .compile()

/** Of two who take it up at once, the second fails with Taken. */
export const takeUpAppeal = (id: string, by: string, at: Instant): readonly Write[] => [
  happenOnce(`appeal-accepted/${id}`, at),
  sql
    .updateTable('appeal')
    .set({ state: 'accepted', accepted_at: at, accepted_by: by })
    .where('id', '=', id)
    .where('decided_at', 'is', null)
    .compile(),
]

export type Decision = Pick<AppealRow, 'decided_by' | 'state'> &
  Partial<Pick<AppealRow, 'automatic' | 'way' | 'document' | 'why' | 'reply' | 'region' | 'false_evidence'>>

/** Of two who decide at once, the second fails with Taken. */
export const decideAppealRow = (
  { id, submitted_at: submitted }: Pick<AppealRow, 'id' | 'submitted_at'>,
  decision: Decision,
  at: Instant,
): readonly Write[] => [
  happenOnce(`appeal-decided/${id}`, at),
  sql
    .updateTable('appeal')
    .set({ ...decision, decided_at: at, elapsed_ms: Math.max(0, at - submitted) })
    .where('id', '=', id)
    .compile(),
]

/** Fails with Taken where the verdict was corrected already. */
export const addCorrection = (row: CorrectionRow): Write => sql.insertInto('verdict_correction').values(row).compile()

export const correctionsOf = (inspections: readonly string[]): CompiledQuery<Pick<CorrectionRow, 'inspection_id'>> =>
  sql
    .selectFrom('verdict_correction')
    .select('inspection_id')
    .where('inspection_id', 'in', among(inspections))
    .compile()

export type InspectionOfTrip = Pick<
  Tables['inspection'],
  'id' | 'made_at' | 'checkpoint_id' | 'server_row' | 'outcome' | 'plate'
> & { checkpoint_name: string; corrected_row: string | null; corrected_outcome: string | null }

/** Newest first; those undone within the two minutes are not among them. */
export const inspectionsOfTrip = (
  { id: trip, plate }: { id: string; plate: string },
  since: Instant,
): CompiledQuery<InspectionOfTrip> =>
  sql
    .selectFrom('inspection')
    .innerJoin('checkpoint', 'checkpoint.id', 'inspection.checkpoint_id')
    .leftJoin('inspection as later', 'later.corrects', 'inspection.id')
    .leftJoin('verdict_correction', 'verdict_correction.inspection_id', 'inspection.id')
    .select(['inspection.id', 'inspection.made_at', 'inspection.checkpoint_id', 'inspection.server_row'])
    .select(['inspection.outcome', 'inspection.plate', 'checkpoint.name as checkpoint_name'])
    .select(['verdict_correction.row as corrected_row', 'verdict_correction.outcome as corrected_outcome'])
    .where('inspection.plate', '=', plate)
    .where('inspection.made_at', '>=', since)
    .where('inspection.trip_id', '=', trip)
    .where('later.id', 'is', null)
    .orderBy('inspection.made_at', 'desc')
    .limit(20)
    .compile()

export type ToldThere = Pick<Tables['code_event'], 'person_tag' | 'event'>

/** What an inspection wrote into the ledgers of everybody in it. */
export const eventsOfInspection = (inspection: string): CompiledQuery<ToldThere> =>
  sql
    .selectFrom('code_event')
    .select(['person_tag', 'event'])
    .where('inspection_id', '=', inspection)
    .orderBy('person_tag')
    .orderBy('id')
    .compile()

/** The one about this reason, where one is running. */
export const codeAppeal = (person: string, opening: string): CompiledQuery<AppealRow> =>
  sql
    .selectFrom('appeal')
    .selectAll()
    .where('kind', '=', 'code')
    .where('person_tag', '=', person)
    .where('opening', '=', opening)
    .where('decided_at', 'is', null)
    .compile()

/** The one about this verdict, where one is running. */
export const verdictAppeal = (inspection: string): CompiledQuery<AppealRow> =>
  sql
    .selectFrom('appeal')
    .selectAll()
    .where('kind', '=', 'verdict')
    .where('inspection_id', '=', inspection)
    .where('decided_at', 'is', null)
    .compile()

/** Tasks that the corrected verdict no longer sets, and trackings of those who are no longer let go with a sample pending. */
export const withdrawUngrounded = (
  inspection: string,
  kept: { tasks: readonly string[]; seats: readonly number[] },
  by: { staff: string; at: Instant },
): readonly Write[] => [
  sql
    .updateTable('task')
    .set({ state: 'withdrawn' })
    .where('inspection_id', '=', inspection)
    .where('state', '=', 'open')
    .where('kind', 'not in', among(kept.tasks))
    .compile(),
  sql
    .updateTable('tracking')
    .set({ state: 'withdrawn', closed_at: by.at, closed_by: by.staff })
    .where('inspection_id', '=', inspection)
    .where('state', '=', 'waiting')
    .where('seat', 'not in', raw<number>`(select value from json_each(${JSON.stringify(kept.seats)}))`)
    .compile(),
]
