import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type { decideAppeal as contract } from '../../schema/api/appeals.ts'
import { isDecided } from '../../shared/appeals/kinds.ts'
import type { AuditEntry } from '../../shared/audit/entry.ts'
import type { AppealDecided } from '../../shared/codes/events.ts'
import { Fault } from '../../shared/fault.ts'
import { regionOf } from '../../shared/identity/region.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { decideAppealRow } from '../store/appeals.ts'
import type { Decision, ListedAppeal } from '../store/appeals.ts'
import { Taken } from '../store/db.ts'
import type { Write } from '../store/db.ts'
import { byStaff } from './actor.ts'
import { loadAppeal, permitDeciding, readerOf, takenUp } from './appeals-queue.ts'
import { tellCleared, tellReferred, tellUpheld } from './appeals-tell.ts'
import { lineOfAppeal } from './appeals-view.ts'
import { writeChecked } from './code-ledger.ts'
import { permit } from './may.ts'
import type { Permitted } from './may.ts'

type Form = BodyOf<typeof contract>

/**
 * A person's decision. Of a code it goes through the ledger, which asks whether this role may do this to this reason; of a
 * verdict the head may only say why it stands, and puts it right by a correction (correct-verdict.ts).
 */
export async function decideAppeal(
  deps: Deps,
  asker: Asker,
  { id, ...form }: Form & { id: string },
): Promise<AnswerOf<typeof contract>> {
  const seen = permit(asker, 'see appeals')
  const row = await loadAppeal(deps, seen, id)
  const permitted = permitDeciding(asker, row)
  if (isDecided(row.state)) throw takenUp()
  refuseOther(row, form)
  const now = deps.now()
  const writes = [...decideAppealRow(row, decisionOf(permitted, form), now), ...(await tellDecision(deps, row, form))]
  try {
    await write(deps, { row, form, permitted, writes })
  } catch (cause) {
    throw cause instanceof Taken ? takenUp(cause) : cause
  }
  return lineOfAppeal(deps, await loadAppeal(deps, seen, id), readerOf(permitted))
}

function refuseOther(row: ListedAppeal, form: Form): void {
  if (row.kind === 'verdict' && form.decision !== 'upheld')
    throw new Fault('bad-input', 'AP-12', 'a verdict is put right by a correction', { path: 'decision' })
  if (form.decision === 'referred' && regionOf(form.region) === undefined)
    throw new Fault('bad-input', 'TR-07', 'there is no such region', { path: 'region' })
}

const decisionOf = ({ staff }: Permitted, form: Form): Decision => ({
  decided_by: staff,
  state: form.decision,
  reply: form.reply ?? null,
  ...(form.decision === 'cleared' && { way: form.way, document: form.document }),
  ...(form.decision === 'upheld' && { why: form.why, false_evidence: form.why === 'evidence-false' ? 1 : 0 }),
  ...(form.decision === 'referred' && { region: form.region }),
})

async function tellDecision(deps: Deps, row: ListedAppeal, form: Form): Promise<readonly Write[]> {
  if (form.decision === 'cleared') return tellCleared(deps, row, false)
  return form.decision === 'upheld' ? tellUpheld(deps, row) : tellReferred(deps, row, form.region)
}

type Decided = { row: ListedAppeal; form: Form; permitted: Permitted; writes: readonly Write[] }

async function write(deps: Deps, { row, form, permitted, writes }: Decided): Promise<void> {
  const entry = entryOf(deps, row, form, permitted)
  if (row.kind !== 'code' || row.person_tag === null || row.opening === null) return deps.audit.commit(writes, [entry])
  const role = permitted.role === 'epidemic' ? 'epidemic' : 'appeal-officer'
  const event: AppealDecided = {
    kind: 'appeal-decided',
    id: `appeal/${row.id}`,
    at: deps.now(),
    source: 'office',
    actor: { role, id: permitted.staff },
    opening: row.opening,
    ...(form.decision === 'cleared' ? { decision: form.decision, way: form.way } : { decision: form.decision }),
  }
  return writeChecked(deps, row.person_tag, event, [entry], writes)
}

const entryOf = (deps: Deps, row: ListedAppeal, form: Form, permitted: Permitted): AuditEntry => ({
  by: byStaff(permitted),
  action: 'appeal-decided',
  subject: row.id,
  ...(form.reply !== undefined && { reason: form.reply }),
  detail: {
    kind: row.kind,
    decision: form.decision,
    automatic: false,
    code: row.reason,
    opening: row.opening ?? row.inspection_id,
    elapsedSeconds: Math.round((deps.now() - row.submitted_at) / 1000),
    ...(form.decision === 'cleared' && { way: form.way, document: form.document }),
    ...(form.decision === 'upheld' && { why: form.why, falseEvidence: form.why === 'evidence-false' }),
    ...(form.decision === 'referred' && { region: form.region }),
  },
})
