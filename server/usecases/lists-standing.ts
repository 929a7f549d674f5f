import type { BodyOf } from '../../schema/api/endpoint.ts'
import type { changeEntry as changeContract, extendEntry as extendContract } from '../../schema/api/lists.ts'
import { Fault } from '../../shared/fault.ts'
import { beijingIso, instant } from '../../shared/instant.ts'
import { reasonsFor } from '../../shared/lists/reasons.ts'
import { deedsAt } from '../../shared/lists/stage.ts'
import type { EntryDeed, Stage } from '../../shared/lists/stage.ts'
import { refusalOfExtension } from '../../shared/lists/term.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import type { Write } from '../store/db.ts'
import { addStep, changeEntryRow } from '../store/lists.ts'
import type { EntryRow, StepRow } from '../store/lists.ts'
import { byStaff } from './actor.ts'
import { stagesOf } from './lists-in-force.ts'
import { changedMeanwhile, commitStep } from './lists-steps.ts'
import { entryNamed } from './lists.ts'
import { momentNow, standingAt, viewOfEntry } from './lists-view.ts'
import type { EntryView } from './lists-view.ts'
import { permit } from './may.ts'
import type { Permitted } from './may.ts'
import { momentOf } from './trip-fields.ts'

type Change = BodyOf<typeof changeContract> & { id: string }

const after = { suspend: 'suspended', resume: 'complete', remove: 'removed' } as const satisfies Record<
  Change['deed'],
  Stage
>
const actions = { suspend: 'list-suspended', resume: 'list-resumed', remove: 'list-removed' } as const

/** Suspended or removed, it has no effect from the next look-up on; resumed, it has again. */
export async function changeEntry(deps: Deps, asker: Asker, change: Change): Promise<EntryView> {
  const by = permit(asker, 'suspend white-list entries')
  if (!reasonsFor(change.deed).includes(change.reason))
    throw new Fault('bad-input', 'WL-13', 'this reason does not fit', { path: 'reason' })
  const row = await entryFor(deps, change, change.deed)
  const values = { state: after[change.deed], ended_at: change.deed === 'resume' ? null : deps.now() }
  const detail = { list: row.list }
  await commitStep(
    deps.audit.commit(writesOf(deps, row, by, { step: change.deed, reason: change.reason, values }), [
      { by: byStaff(by), action: actions[change.deed], subject: row.id, reason: change.reason, detail },
    ]),
  )
  return viewOfEntry(deps, await entryNamed(deps, row.id), momentNow(deps))
}

/** The entry as it was seen, if the deed makes sense for it now. */
async function entryFor(deps: Deps, asked: { id: string; version: number }, deed: EntryDeed): Promise<EntryRow> {
  const row = await entryNamed(deps, asked.id)
  if (row.version !== asked.version) throw changedMeanwhile()
  const stage = (await stagesOf(deps, [row])).get(row.id) ?? 'removed'
  if (!deedsAt(standingAt(row, stage, momentNow(deps))).includes(deed))
    throw new Fault('conflict', 'WL-12', 'not possible as the entry stands now')
  return row
}

type Said = Pick<StepRow, 'step'> &
  Partial<Pick<StepRow, 'reason' | 'document_no'>> & {
    values: Partial<Pick<EntryRow, 'state' | 'to_at' | 'ended_at'>>
  }

function writesOf(deps: Deps, { id, version }: EntryRow, { staff }: Permitted, said: Said): readonly Write[] {
  const { values, ...step } = said
  const next = { entry_id: id, version: version + 1, by_staff: staff, at: deps.now() }
  return [
    addStep({ ...next, document_no: null, reason: null, ...step }),
    changeEntryRow(id, { version: version + 1, ...values }),
  ]
}

/** A later end on a new document; the beginning stays. */
export async function extendEntry(
  deps: Deps,
  asker: Asker,
  asked: BodyOf<typeof extendContract> & { id: string },
): Promise<EntryView> {
  const by = permit(asker, 'record an approval of a higher level')
  const row = await entryFor(deps, asked, 'extend')
  const to = momentOf(asked.to, 'to')
  if (row.from_at === null || row.to_at === null) throw new Fault('conflict', 'WL-12', 'this list has no term')
  const before = { from: instant(row.from_at), to: instant(row.to_at) }
  if (refusalOfExtension(before, to, deps.now()) !== null)
    throw new Fault('bad-input', 'WL-14', 'the new end must be later', { path: 'to' })
  const detail = { list: row.list, document: asked.documentNo, before: beijingIso(before.to), to: beijingIso(to) }
  const said = { step: 'extend', document_no: asked.documentNo, values: { to_at: to } }
  await commitStep(
    deps.audit.commit(writesOf(deps, row, by, said), [
      { by: byStaff(by), action: 'list-extended', subject: row.id, detail },
    ]),
  )
  return viewOfEntry(deps, await entryNamed(deps, row.id), momentNow(deps))
}
