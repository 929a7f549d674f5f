import type { AuditEntry } from '../../shared/audit/entry.ts'
import { callOf, roundIn } from '../../shared/cases/clocks.ts'
import type { CaseDeed } from '../../shared/cases/events.ts'
import { levelAbove, type CaseState } from '../../shared/cases/kinds.ts'
import type { HotlineCall } from '../../shared/codes/coming-office.ts'
import type { Due } from '../../shared/codes/timers.ts'
import { beijingIso, minute, plus } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import { caseById, casesToCallBack, casesToLookAt, changeCaseRow, lookedAtCase } from '../store/cases.ts'
import { Taken } from '../store/db.ts'
import type { Write } from '../store/db.ts'
import { allWithEvents, withEvents } from './cases-load.ts'
import type { LoadedCase } from './cases-load.ts'
import { numberOf } from './cases-number.ts'
import { tellDeed, tellNotDispatched, tellUnanswered } from './cases-tell.ts'
import { deedWrites } from './cases-write.ts'

const system = { role: 'system', id: null } as const
const page = 500
/** Something could not be done for a case; the others go first. */
const tryAgainAfter = minute

/** The rounds that a timer has to look at by then, as T15 counts them. */
export async function callsToLookAt(deps: Deps, until: Instant): Promise<readonly HotlineCall[]> {
  const rows = await deps.db.all(casesToLookAt(until, page))
  return (await allWithEvents(deps, rows)).map(({ row, file, numbers }) => callOf(row.id, file, numbers))
}

type Done = { writes: readonly Write[]; entries: readonly AuditEntry[] }
const nothing: Done = { writes: [], entries: [] }

/** Nobody dispatched it, or nobody answered and the next level has it. Of a round that is over nothing is done. */
export async function callIsDue(deps: Deps, due: Due): Promise<Done> {
  const round = roundIn(due.subject)
  const [row] = round === undefined ? [] : await deps.db.all(caseById(round.id))
  if (row === undefined) return nothing
  const loaded = await withEvents(deps, row)
  const { file, numbers } = loaded
  if (file.round !== round?.round || file.answeredAt !== null || file.state === 'closed') return nothing
  const late = changeCaseRow(row.id, { overdue: 1 })
  const told = { row, file, event: row.events }
  if (due.action === 'escalate-dispatch') {
    if (file.dispatchedAt !== null) return nothing
    const writes = [late, ...(await tellNotDispatched(deps, told, numbers.dispatchWithin))]
    return { writes, entries: [entryOf(loaded, due, { what: 'not-dispatched' })] }
  }
  if (levelAbove[file.level] === null) {
    const writes = [late, ...(await tellUnanswered(deps, told, numbers.replyWithin))]
    return { writes, entries: [entryOf(loaded, due, { what: 'unanswered' })] }
  }
  return {
    writes: [...(await rise(deps, loaded, due.dueAt)), late],
    entries: [entryOf(loaded, due, { move: 'escalate', why: 'unanswered', before: file.state })],
  }
}

/** As of whoever does it by hand, with the moment at which it was due. */
const entryOf = (
  { row, file }: LoadedCase,
  { timer, dueAt, late }: Due,
  what: { move: 'escalate'; why: 'unanswered'; before: CaseState } | { what: 'not-dispatched' | 'unanswered' },
): AuditEntry => ({
  by: { id: timer, role: 'system', device: null },
  action: 'move' in what ? 'case-moved' : 'case-late',
  subject: row.id,
  detail: { number: numberOf(row), level: file.level, ...what, dueAt: beijingIso(dueAt), late },
})

/** At the moment at which it was due: a late run takes nothing of the next level's time and gives it none. */
async function rise(deps: Deps, loaded: LoadedCase, at: Instant): Promise<readonly Write[]> {
  const deed: CaseDeed = { at, by: system, move: 'escalate', why: 'unanswered' }
  const { writes, file, events } = await deedWrites(deps, loaded, [{ deed }])
  const told = { row: loaded.row, file, event: events }
  return [...writes, ...(await tellDeed(deps, told, { deed }, loaded.numbers))]
}

type Run = { readonly seen: Instant; readonly failed: ReadonlySet<string> }

/** When each of those gone through is to be looked at again: at the end of its round, or when something is done to it. */
export const lookedAt = (deps: Deps, calls: readonly HotlineCall[], { seen, failed }: Run): readonly Write[] =>
  calls.flatMap((call) => {
    const named = roundIn(call.id)
    if (named === undefined) return []
    const level = plus(call.acceptedAt, deps.law.numbersAt(call.acceptedAt).hotlineReplyWithin * minute)
    const later = level > seen ? level : null
    return [lookedAtCase({ ...named, seen, next: failed.has(call.id) ? plus(seen, tryAgainAfter) : later })]
  })

/** 已反馈 → 待回访, once the reporter has had his time to answer by himself. */
export async function askCallBacks(deps: Deps): Promise<void> {
  const rows = await deps.db.all(casesToCallBack(deps.now(), page))
  for (const loaded of await allWithEvents(deps, rows)) {
    const deed: CaseDeed = { at: deps.now(), by: system, move: 'ask-call-back' }
    const { writes } = await deedWrites(deps, loaded, [{ deed }])
    try {
      await deps.db.commit(writes)
    } catch (cause) {
      // Somebody did something to it meanwhile, and that says when to look again.
      if (!(cause instanceof Taken)) throw cause
    }
  }
}
