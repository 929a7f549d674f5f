import type { AnswerOf, QueryOf } from '../../schema/api/endpoint.ts'
import type { acceptAppeal as acceptContract, getAppeal as getContract } from '../../schema/api/appeals.ts'
import type { listAppeals as listContract } from '../../schema/api/appeals.ts'
import { Fault } from '../../shared/fault.ts'
import { instant, minute } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { appealById, decidedAppeals, runningAppeals, runningSince, takeUpAppeal } from '../store/appeals.ts'
import type { AppealPage, ListedAppeal } from '../store/appeals.ts'
import { Taken } from '../store/db.ts'
import { byStaff } from './actor.ts'
import { lineOfAppeal, toldOf } from './appeals-view.ts'
import type { Reader } from './appeals-view.ts'
import { ledgersOf } from './code-ledger.ts'
import { permit, permitAt } from './may.ts'
import type { Permitted } from './may.ts'

type Query = QueryOf<typeof listContract>
const usualPage = 50
/** The counts on top stop here: more than that is told by the queue itself. */
const counted = 500

export const readerOf = ({ role, only }: Permitted): Reader => ({
  decides: role === 'epidemic' || role === 'appeal-officer' ? role : null,
  heads: role === 'head' ? only : null,
})

/** The queue, the longest waiting first, or what was decided, newest first. */
export async function listAppeals(deps: Deps, asker: Asker, query: Query): Promise<AnswerOf<typeof listContract>> {
  const permitted = permit(asker, 'see appeals')
  const limit = query.limit ?? usualPage
  const after = query.after === undefined ? undefined : readCursor(query.after)
  const page: AppealPage = { checkpoint: permitted.only, after, limit }
  const running = query.state === 'running'
  const [rows, since] = await Promise.all([
    deps.db.all(running ? runningAppeals(page) : decidedAppeals(page)),
    deps.db.all(runningSince(permitted.only, counted)),
  ])
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const next = rows.length > limit && last ? `${last.decided_at ?? last.submitted_at}_${last.id}` : null
  return {
    counts: countsOf(deps, since),
    items: items.map((row) => lineOfAppeal(deps, row, readerOf(permitted))),
    next,
  }
}

function countsOf(deps: Deps, since: readonly { submitted_at: number }[]) {
  const now = deps.now()
  const beyond = (which: 'appealTarget' | 'appealAlert') =>
    since.filter(({ submitted_at: at }) => now - at >= deps.law.numbersAt(instant(at))[which] * minute).length
  return { running: since.length, late: beyond('appealTarget'), overdue: beyond('appealAlert') }
}

function readCursor(text: string): { at: number; id: string } {
  const [, at, id] = /^(\d{1,15})_([0-9a-fA-F-]{36})$/.exec(text) ?? []
  if (at === undefined || id === undefined)
    throw new Fault('bad-input', 'AP-14', 'not the `next` of a page', { path: 'query.after' })
  return { at: Number(at), id }
}

/** @throws Fault not-found AP-01, also for a head whose checkpoint it does not concern */
export async function loadAppeal(deps: Deps, { only }: Pick<Permitted, 'only'>, id: string): Promise<ListedAppeal> {
  const [row] = await deps.db.all(appealById(id))
  if (row === undefined || (only !== null && row.checkpoint_id !== only))
    throw new Fault('not-found', 'AP-01', 'there is no such appeal', { path: 'path.id' })
  return row
}

/** With what the driver wrote in his own words; that it was read stands in the log. */
export async function getAppeal(deps: Deps, asker: Asker, id: string): Promise<AnswerOf<typeof getContract>> {
  const permitted = permit(asker, 'see appeals')
  const row = await loadAppeal(deps, permitted, id)
  await deps.audit.commit(
    [],
    [{ by: byStaff(permitted), action: 'appeal-read', subject: id, detail: { kind: row.kind } }],
  )
  const { person_tag: person, opening, note_sealed: note } = row
  const ledger = person === null ? undefined : (await ledgersOf(deps, [person])).get(person)
  const reason = [...(ledger?.open ?? []), ...(ledger?.proposed ?? [])].find((one) => one.opening === opening)
  const { decides } = readerOf(permitted)
  return {
    appeal: lineOfAppeal(deps, row, readerOf(permitted)),
    note: note === null ? null : await deps.vault.open('appeal-note', note),
    person: decides === null ? null : person,
    told: reason === undefined ? null : toldOf(deps, reason),
  }
}

/** Codes are decided by the offices, verdicts by the head of that checkpoint. */
export function permitDeciding(asker: Asker, { kind, checkpoint_id: checkpoint }: ListedAppeal): Permitted {
  return kind === 'verdict' ? permitAt(asker, 'correct a verdict', checkpoint) : permit(asker, 'decide appeals')
}

export const takenUp = (cause?: unknown) =>
  new Fault('conflict', 'AP-05', 'somebody took this up or decided it', { cause })

/** Of two who take it up at once, the second is told. */
export async function acceptAppeal(deps: Deps, asker: Asker, id: string): Promise<AnswerOf<typeof acceptContract>> {
  const seen = permit(asker, 'see appeals')
  const row = await loadAppeal(deps, seen, id)
  const permitted = permitDeciding(asker, row)
  if (row.state !== 'waiting') throw takenUp()
  const waited = Math.round((deps.now() - row.submitted_at) / 1000)
  try {
    await deps.audit.commit(takeUpAppeal(id, permitted.staff, deps.now()), [
      {
        by: byStaff(permitted),
        action: 'appeal-accepted',
        subject: id,
        detail: { kind: row.kind, waitedSeconds: waited },
      },
    ])
  } catch (cause) {
    throw cause instanceof Taken ? takenUp(cause) : cause
  }
  return lineOfAppeal(deps, await loadAppeal(deps, seen, id), readerOf(permitted))
}
