import { automaticWay, foundPath } from '../../shared/appeals/conditions.ts'
import type { Appealed, Automatic } from '../../shared/appeals/conditions.ts'
import type { AppealDecided } from '../../shared/codes/events.ts'
import type { Way } from '../../shared/codes/reasons.ts'
import type { AuditEntry } from '../../shared/audit/entry.ts'
import { Fault } from '../../shared/fault.ts'
import type { Deps } from '../deps.ts'
import { addAppeal, codeAppeal, decideAppealRow } from '../store/appeals.ts'
import type { AppealRow } from '../store/appeals.ts'
import type { Write } from '../store/db.ts'
import { appealable, lookAtCrew, pathsNow } from './appeals-look.ts'
import type { Looked } from './appeals-look.ts'
import type { Form, Setting } from './appeals-make.ts'
import { appealRow } from './appeals-row.ts'
import { tellCleared, tellNewAppeal } from './appeals-tell.ts'
import { addEvents, writeChecked } from './code-ledger.ts'

type CodeForm = Extract<Form, { kind: 'code' }>

/** The authority's system is asked again, then the ledger, then the conditions; a person only where none of them clears it. */
export async function appealCode(deps: Deps, setting: Setting, form: CodeForm): Promise<AppealRow> {
  const { people } = await lookAtCrew(deps, [setting.member])
  const looked = people[0]
  const found = looked?.cleared.find(({ opening }) => opening === form.opening)
  if (looked && found) {
    const row = clearedRow(deps, { setting, form, appealed: found }, found.closed.way)
    await deps.audit.commit([...(await withIt(deps, looked, row)), addAppeal(row)], [entryOf(row)])
    return row
  }
  const appealed = looked && appealable(looked).find(({ opening }) => opening === form.opening)
  if (!looked || !appealed) throw new Fault('conflict', 'AP-03', 'this is not open any more', { path: 'opening' })
  const paths = pathsNow(looked, appealed)
  const automatic = automaticWay(appealed.reason, paths)
  if (automatic) return clearAtOnce(deps, { setting, form, appealed, looked }, automatic)
  const row = appealRow(deps, { ...aboutIt({ setting, form, appealed }), paths })
  await deps.db.commit([...known(deps, looked), addAppeal(row), ...tellNewAppeal(deps, row)])
  return row
}

type About = { setting: Setting; form: CodeForm; appealed: Pick<Appealed, 'opening' | 'reason' | 'ground'> }

const aboutIt = ({ setting, form, appealed: { opening, reason, ground } }: About) => ({
  ...setting.common,
  kind: 'code' as const,
  said: form.said,
  opening,
  reason,
  ground,
})

const known = (deps: Deps, { member, fresh }: Looked) => addEvents(member.personTag, fresh, { now: deps.now() })

/** What was just learnt; and one about the same reason that still waited for a person is over, too. */
async function withIt(deps: Deps, looked: Looked, { opening, way }: AppealRow): Promise<readonly Write[]> {
  const waiting = await deps.db.all(codeAppeal(looked.member.personTag, opening ?? ''))
  const decision = { decided_by: null, state: 'cleared', automatic: 1, way } as const
  return [...known(deps, looked), ...waiting.flatMap((one) => decideAppealRow(one, decision, deps.now()))]
}

/** What opened it, with every condition met. */
function clearedRow(deps: Deps, about: About, way: Way): AppealRow {
  const now = deps.now()
  const decided = { state: 'cleared', automatic: 1, decided_at: now, elapsed_ms: 0, way } as const
  return appealRow(deps, { ...aboutIt(about), ...decided, paths: [foundPath(way)] })
}

async function clearAtOnce(
  deps: Deps,
  { looked, ...about }: About & { looked: Looked; appealed: Appealed },
  { way, by }: Automatic,
): Promise<AppealRow> {
  const paths = pathsNow(looked, about.appealed).filter((path) => path.way === way)
  const row = { ...clearedRow(deps, about, way), checks: JSON.stringify(paths) }
  const event: AppealDecided = {
    kind: 'appeal-decided',
    id: `appeal/${row.id}`,
    at: deps.now(),
    source: by === 'feed' ? 'feed' : 'office',
    actor: { role: by, id: 'appeals' },
    opening: about.appealed.opening,
    decision: 'cleared',
    way,
  }
  const writes = [...(await withIt(deps, looked, row)), addAppeal(row), ...(await tellCleared(deps, row, true))]
  await writeChecked(deps, looked.member.personTag, event, [entryOf(row)], writes)
  return row
}

const entryOf = ({ id, reason, way, opening }: AppealRow): AuditEntry => ({
  by: { id: 'appeals', role: 'system', device: null },
  action: 'appeal-decided',
  subject: id,
  detail: { decision: 'cleared', automatic: true, way, code: reason, opening, elapsedSeconds: 0 },
})
