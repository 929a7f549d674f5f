import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type { takeBatchStep as batchContract, takeStep as stepContract } from '../../schema/api/lists.ts'
import { Fault } from '../../shared/fault.ts'
import { chainOf, refusalOfStep, stepOf } from '../../shared/lists/chain.ts'
import type { StepId, StepRefusal } from '../../shared/lists/chain.ts'
import type { ListKind } from '../../shared/lists/kinds.ts'
import type { Stage } from '../../shared/lists/stage.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { Taken } from '../store/db.ts'
import type { Write } from '../store/db.ts'
import { addStep, changeEntryRow, entriesById, entriesOfBatch } from '../store/lists.ts'
import type { EntryRow } from '../store/lists.ts'
import { byStaff } from './actor.ts'
import { holding, stagesOf } from './lists-in-force.ts'
import { entryNamed } from './lists.ts'
import { momentNow, standingAt, viewOfEntry } from './lists-view.ts'
import type { EntryView } from './lists-view.ts'
import { permit } from './may.ts'
import type { Permitted } from './may.ts'

export const changedMeanwhile = () =>
  new Fault('conflict', 'WL-02', 'the entry was changed meanwhile; load it again', { path: 'version' })

const faults: Readonly<Record<StepRefusal, readonly [Fault['kind'], string, string, string?]>> = {
  'not-yours': ['not-allowed', 'MA-01', 'your role may not do this'],
  'not-next': ['conflict', 'WL-07', 'this is not the next step', 'step'],
  'drafted-it': ['not-allowed', 'WL-08', 'whoever drafted it may not approve it'],
  'no-document': ['bad-input', 'WL-06', 'the number of the document is missing', 'documentNo'],
  'no-closed-loop': ['conflict', 'WL-09', 'the closed loop is not confirmed'],
  'no-enterprise': ['conflict', 'WL-10', 'the key enterprise is not in force'],
  over: ['conflict', 'WL-11', 'the term is over'],
}

function refused(why: StepRefusal): Fault {
  const [kind, code, message, path] = faults[why]
  return new Fault(kind, code, message, path === undefined ? {} : { path })
}

/** City and county put forward; what a higher level decided is recorded by the command. */
function permitStep(asker: Asker, list: ListKind, step: StepId): Permitted {
  const higher = stepOf(list, step)?.by.includes('command') === true
  return permit(asker, higher ? 'record an approval of a higher level' : 'draft white-list entries')
}

const done = (stage: Stage | undefined): StepId | null =>
  stage === undefined || stage === 'complete' || stage === 'suspended' || stage === 'removed' ? null : stage

type Step = { step: StepId; documentNo?: string }

/** What a step writes, or why it may not be taken. */
async function drafted(deps: Deps, rows: readonly EntryRow[], by: Permitted, { step, documentNo }: Step) {
  const at = momentNow(deps)
  const stages = await stagesOf(deps, rows)
  const enterprises = rows.flatMap(({ for_entry }) => for_entry ?? [])
  const inForce = await holding(
    deps,
    enterprises.length === 0 ? [] : await deps.db.all(entriesById(enterprises)),
    at.now,
  )
  const held = new Set(inForce.map(({ id }) => id))
  return rows.map((row) => {
    const stage = stages.get(row.id)
    const why = refusalOfStep({
      list: row.list,
      done: done(stage),
      step,
      role: by.role,
      drafter: row.made_by === by.staff,
      document: documentNo !== undefined,
      closedLoop: row.closed_loop === 1,
      enterprise: row.for_entry !== null && held.has(row.for_entry),
      over: stage !== undefined && standingAt(row, stage, at) === 'ended',
    })
    return {
      row,
      why,
      writes: why === null ? writesOf(deps, row, by, { step, ...(documentNo && { documentNo }) }) : [],
    }
  })
}

const lastOf = (list: ListKind) => chainOf(list).at(-1)?.id

const writesOf = (deps: Deps, row: EntryRow, { staff }: Permitted, { step, documentNo }: Step): readonly Write[] => [
  addStep({
    entry_id: row.id,
    version: row.version + 1,
    step,
    by_staff: staff,
    at: deps.now(),
    document_no: documentNo ?? null,
    reason: null,
  }),
  changeEntryRow(row.id, { version: row.version + 1, state: lastOf(row.list) === step ? 'complete' : step }),
]

export async function commitStep(commit: Promise<void>): Promise<void> {
  try {
    await commit
  } catch (cause) {
    if (cause instanceof Taken) throw changedMeanwhile()
    throw cause
  }
}

/** One entry, one step. Of two at once the second is told (WL-02). */
export async function takeStep(
  deps: Deps,
  asker: Asker,
  asked: BodyOf<typeof stepContract> & { id: string },
): Promise<EntryView> {
  permit(asker, 'see white lists')
  const row = await entryNamed(deps, asked.id)
  const by = permitStep(asker, row.list, asked.step)
  if (row.version !== asked.version) throw changedMeanwhile()
  const [draft] = await drafted(deps, [row], by, asked)
  if (draft === undefined || draft.why !== null) throw refused(draft?.why ?? 'not-next')
  const detail = { list: row.list, step: asked.step, document: asked.documentNo ?? null }
  await commitStep(deps.audit.commit(draft.writes, [{ by: byStaff(by), action: 'list-step', subject: row.id, detail }]))
  return viewOfEntry(deps, await entryNamed(deps, row.id), momentNow(deps))
}

/** More would not fit one commit of the smallest database. */
const mostAtOnce = 500

/** Every entry of an import that stands before this step. Those that may not take it are counted and left. */
export async function takeBatchStep(
  deps: Deps,
  asker: Asker,
  asked: BodyOf<typeof batchContract> & { batch: string },
): Promise<AnswerOf<typeof batchContract>> {
  const by = permitStep(asker, asked.list, asked.step)
  const chain = chainOf(asked.list)
  const before = chain[chain.findIndex(({ id }) => id === asked.step) - 1]
  if (before === undefined) throw refused('not-next')
  const asking = { list: asked.list, state: before.id, limit: mostAtOnce + 1 }
  const rows = await deps.db.all(entriesOfBatch(asked.batch, asking))
  const drafts = await drafted(deps, rows.slice(0, mostAtOnce), by, asked)
  const taken = drafts.filter(({ why }) => why === null)
  const why = drafts[0]?.why
  if (taken.length === 0 && why !== null && why !== undefined) throw refused(why)
  const detail = { list: asked.list, step: asked.step, document: asked.documentNo ?? null, entries: taken.length }
  if (taken.length > 0)
    await commitStep(
      deps.audit.commit(
        taken.flatMap(({ writes }) => writes),
        [{ by: byStaff(by), action: 'list-step', subject: asked.batch, detail }],
      ),
    )
  return { taken: taken.length, refused: drafts.length - taken.length, left: Math.max(0, rows.length - mostAtOnce) }
}
