import type { BodyOf } from '../../schema/api/endpoint.ts'
import type { amendmentDraft, changeDraft as changeContract } from '../../schema/api/editions.ts'
import type * as z from 'zod/mini'
import type { Tables } from '../../schema/tables.ts'
import { Fault } from '../../shared/fault.ts'
import { parseAmendment, type Amendment } from '../../shared/policy/amendment.ts'
import type { Told } from '../deps.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import {
  addAmendment,
  addStep,
  amendmentById,
  setAmendment,
  type AmendmentRow,
  type ListedAmendment,
} from '../store/amendments.ts'
import { Taken } from '../store/db.ts'
import { byStaff } from './actor.ts'
import { changesOf, viewOfAmendment, type AmendmentView } from './amendment-view.ts'
import { permit } from './may.ts'
import { newId } from './new-id.ts'

type Draft = z.infer<typeof amendmentDraft>

export async function amendmentNamed(deps: Pick<Deps, 'db'>, id: string): Promise<ListedAmendment> {
  const [row] = await deps.db.all(amendmentById(id))
  if (row === undefined) throw new Fault('not-found', 'AM-20', 'there is no such amendment', { path: 'path.id' })
  return row
}

/** @throws Fault conflict AM-21 when it is no draft any more, AM-22 when it was written anew meanwhile */
export function refuseUnless(row: ListedAmendment, version: number): void {
  if (row.state !== 'draft') throw new Fault('conflict', 'AM-21', 'this is no draft any more')
  if (row.version !== version) throw changedMeanwhile()
}

const changedMeanwhile = () =>
  new Fault('conflict', 'AM-22', 'it was changed meanwhile; load it again', { path: 'version' })

export type Step = { step: Tables['amendment_step']['step']; by: string; version?: number; draft?: string }

type Numbered = Pick<ListedAmendment, 'id' | 'version' | 'steps'>

/** One more step, with what it writes. Of two who act at once the second is told (AM-22). */
export async function takeStep(deps: Deps, row: Numbered, step: Step, told: Told): Promise<void> {
  const number = addStep({
    amendment_id: row.id,
    number: row.steps + 1,
    step: step.step,
    version: step.version ?? row.version,
    by_staff: step.by,
    at: deps.now(),
    draft: step.draft ?? null,
  })
  try {
    await deps.audit.commit([...told.writes, number], told.entries)
  } catch (cause) {
    if (cause instanceof Taken && cause.on.startsWith('amendment_step')) throw changedMeanwhile()
    throw cause
  }
}

/** The numbers it would set must be others than those in force. */
function readDraft(deps: Deps, given: Draft): Amendment {
  const amendment = parseAmendment(given)
  const now = deps.now()
  const changes = changesOf(amendment, deps.law.editionAt(now).numbersAt(now))
  if (changes.every(({ before, after }) => before === after))
    throw new Fault('bad-input', 'AM-23', 'every number is as it stands already', { path: 'values' })
  return amendment
}

export async function getAmendment(deps: Deps, asker: Asker, id: string): Promise<AmendmentView> {
  permit(asker, 'see editions')
  return viewOfAmendment(deps, await amendmentNamed(deps, id))
}

const newRow = (deps: Deps, amendment: Amendment, drafter: string): AmendmentRow => ({
  id: newId(deps),
  version: 1,
  draft: JSON.stringify(amendment),
  class: amendment.class,
  state: 'draft',
  drafted_by: drafter,
  drafted_at: deps.now(),
  dry_run: null,
  first_by: null,
  first_at: null,
  second_by: null,
  published_at: null,
  from_at: null,
  edition: null,
  ended_at: null,
  ended_by: null,
  end_reason: null,
})

export async function draftAmendment(deps: Deps, asker: Asker, given: Draft): Promise<AmendmentView> {
  const permitted = permit(asker, 'draft or sign an amendment')
  const row = newRow(deps, readDraft(deps, given), permitted.staff)
  const step = { step: 'draft', by: permitted.staff, draft: row.draft } as const
  const entry = {
    by: byStaff(permitted),
    action: 'amendment-drafted',
    subject: row.id,
    detail: { version: 1 },
  } as const
  await takeStep(deps, { ...row, steps: 0 }, step, { writes: [addAmendment(row)], entries: [entry] })
  return viewOfAmendment(deps, await amendmentNamed(deps, row.id))
}

type Change = BodyOf<typeof changeContract> & { id: string }

/** What was tried out and signed was the text before. */
export async function changeDraft(deps: Deps, asker: Asker, { id, version, draft }: Change): Promise<AmendmentView> {
  const permitted = permit(asker, 'draft or sign an amendment')
  const row = await amendmentNamed(deps, id)
  refuseUnless(row, version)
  const amendment = readDraft(deps, draft)
  const next = version + 1
  const text = JSON.stringify(amendment)
  const values = {
    version: next,
    draft: text,
    class: amendment.class,
    drafted_by: permitted.staff,
    drafted_at: deps.now(),
    dry_run: null,
    first_by: null,
    first_at: null,
  }
  await takeStep(
    deps,
    row,
    { step: 'change', by: permitted.staff, version: next, draft: text },
    {
      writes: [setAmendment(id, values)],
      entries: [{ by: byStaff(permitted), action: 'amendment-drafted', subject: id, detail: { version: next } }],
    },
  )
  return viewOfAmendment(deps, await amendmentNamed(deps, id))
}

export async function dropDraft(
  deps: Deps,
  asker: Asker,
  { id, version }: { id: string; version: number },
): Promise<AmendmentView> {
  const permitted = permit(asker, 'draft or sign an amendment')
  const row = await amendmentNamed(deps, id)
  refuseUnless(row, version)
  await takeStep(
    deps,
    row,
    { step: 'drop', by: permitted.staff },
    {
      writes: [setAmendment(id, { state: 'dropped', ended_at: deps.now(), ended_by: permitted.staff })],
      entries: [{ by: byStaff(permitted), action: 'amendment-dropped', subject: id, detail: { version } }],
    },
  )
  return viewOfAmendment(deps, await amendmentNamed(deps, id))
}
