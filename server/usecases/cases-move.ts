import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type { getCase as getContract, moveCase as moveContract } from '../../schema/api/cases.ts'
import { mayClose } from '../../shared/cases/clocks.ts'
import type { CaseDeed } from '../../shared/cases/events.ts'
import { mayMove } from '../../shared/cases/moves.ts'
import type { AuditEntry } from '../../shared/audit/entry.ts'
import { Fault } from '../../shared/fault.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { Taken } from '../store/db.ts'
import { byStaff } from './actor.ts'
import { loadCase, noCase } from './cases-load.ts'
import type { LoadedCase } from './cases-load.ts'
import { permitCases, reaches } from './cases-reach.ts'
import type { CasePermit } from './cases-reach.ts'
import { numberOf } from './cases-number.ts'
import { tellDeed } from './cases-tell.ts'
import { sheetOfCase } from './cases-view.ts'
import { changedMeanwhile, deedWrites, notSo } from './cases-write.ts'
import type { Spoken } from './cases-write.ts'
import type { Permitted } from './may.ts'

type Form = BodyOf<typeof moveContract>
type DeskRole = 'dispatcher' | 'supervisor' | 'command' | 'head'

/** In which of the table's roles a member of staff acts. */
export const deskRole = ({ role }: Permitted): DeskRole =>
  role === 'supervisor' || role === 'command' || role === 'head' ? role : 'dispatcher'

/** One case whole; that it was read stands in the log. */
export async function getCase(deps: Deps, asker: Asker, id: string): Promise<AnswerOf<typeof getContract>> {
  const permitted = permitCases(asker, 'see cases')
  const loaded = await seen(deps, permitted, id)
  const detail = { number: numberOf(loaded.row) }
  await deps.audit.commit([], [{ by: byStaff(permitted), action: 'case-read', subject: id, detail }])
  return sheetOfCase(deps, loaded, deskRole(permitted))
}

async function seen(deps: Deps, permitted: CasePermit, id: string): Promise<LoadedCase> {
  const loaded = await loadCase(deps, id)
  if (!reaches(permitted, loaded.row)) throw noCase()
  return loaded
}

/**
 * One move of the table. @throws Fault conflict CA-03 (not in this state, not by this role), CA-02 (somebody was first), and where it
 * is to be closed CA-05 without a reply, CA-06 without the reporter's word or enough calls
 */
export async function moveCase(
  deps: Deps,
  asker: Asker,
  { id, ...form }: Form & { id: string },
): Promise<AnswerOf<typeof moveContract>> {
  const permitted = permitCases(asker, 'move cases')
  const loaded = await seen(deps, permitted, id)
  const role = deskRole(permitted)
  if (form.move === 'close') refuseClosing(loaded)
  if (!mayMove(loaded.file, form.move, role)) throw notSo()
  const spoken = spokenBy(deps, permitted, form)
  const after = await caseDone(deps, loaded, spoken, entryOf(permitted, loaded, form))
  return sheetOfCase(deps, after, role)
}

function refuseClosing({ file, numbers }: LoadedCase): void {
  if (file.state === 'closed') return
  if (file.firstReplyAt === null)
    throw new Fault('bad-input', 'CA-05', 'without a reply nothing is closed', { path: 'move' })
  if (!mayClose(file, numbers))
    throw new Fault('conflict', 'CA-06', 'the reporter has not been heard, nor called often enough', { path: 'move' })
}

function spokenBy(deps: Deps, permitted: Permitted, form: Form): readonly Spoken[] {
  const by = { role: deskRole(permitted), id: permitted.staff } as const
  const common = { at: deps.now(), by }
  const words = 'words' in form ? form.words : undefined
  if (form.move !== 'answer') return [{ deed: deedOf(common, form), words }]
  const answer: Spoken = { deed: { ...common, move: 'answer', result: form.result }, words }
  const up: Spoken = { deed: { ...common, move: 'escalate', why: 'dissatisfied' } }
  return form.escalate === true && form.result === 'dissatisfied' ? [answer, up] : [answer]
}

function deedOf(common: Pick<CaseDeed, 'at' | 'by'>, form: Exclude<Form, { move: 'answer' }>): CaseDeed {
  switch (form.move) {
    case 'dispatch':
      return { ...common, move: form.move, to: form.to }
    case 'escalate':
      return { ...common, move: form.move, why: 'by-hand' }
    case 'recategorise':
      return { ...common, move: form.move, category: form.category }
    default:
      return { ...common, move: form.move }
  }
}

const entryOf = (permitted: Permitted, { row, file }: LoadedCase, form: Form): AuditEntry => ({
  by: byStaff(permitted),
  action: 'case-moved',
  subject: row.id,
  detail: {
    number: numberOf(row),
    move: form.move,
    before: file.state,
    level: file.level,
    ...(form.move === 'dispatch' && { to: form.to }),
    ...(form.move === 'answer' && { result: form.result, escalate: form.escalate === true }),
    ...(form.move === 'recategorise' && { category: form.category, was: file.category }),
  },
})

/** Writes deeds with what they make known, and answers the case as it stands then. */
export async function caseDone(
  deps: Deps,
  loaded: LoadedCase,
  spoken: readonly Spoken[],
  entry?: AuditEntry,
): Promise<LoadedCase> {
  const { row, numbers } = loaded
  const { writes, file } = await deedWrites(deps, loaded, spoken)
  const news = await Promise.all(
    spoken.map((one, at) => tellDeed(deps, { row, file, event: row.events + 1 + at }, one, numbers)),
  )
  try {
    const all = [...writes, ...news.flat()]
    await (entry === undefined ? deps.db.commit(all) : deps.audit.commit(all, [entry]))
  } catch (cause) {
    throw cause instanceof Taken ? changedMeanwhile(cause) : cause
  }
  return loadCase(deps, row.id)
}
