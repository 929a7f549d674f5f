import type { Ledger } from '../../shared/codes/ledger.ts'
import type { Deps } from '../deps.ts'
import { decideAppealRow, runningOnCodes, runningOnUndone } from '../store/appeals.ts'
import type { AppealRow } from '../store/appeals.ts'
import { Taken } from '../store/db.ts'
import type { Write } from '../store/db.ts'
import { ledgersOf } from './code-ledger.ts'

/** The reason that an appeal is about has ended meanwhile, by a test, by leaving or by another decision: then it is over, too. */
export async function settleMoot(deps: Deps, row: AppealRow): Promise<readonly Write[]> {
  if (row.kind === 'verdict')
    return (await deps.db.all(runningOnUndone(1, row.id))).length === 0 ? [] : undone(deps, row)
  if (row.kind !== 'code' || row.person_tag === null) return []
  return settled(deps, row, (await ledgersOf(deps, [row.person_tag])).get(row.person_tag))
}

function settled(deps: Deps, row: AppealRow, ledger: Ledger | undefined): readonly Write[] {
  const closed = ledger?.closed.find(({ opening }) => opening === row.opening)?.closed
  if (closed === undefined) return []
  return decideAppealRow(row, { decided_by: null, state: 'cleared', automatic: 1, way: closed.way }, deps.now())
}

/** The inspector took the record back within his two minutes, or the phone sent that later: there is no such verdict any more. */
const undone = (deps: Deps, row: AppealRow): readonly Write[] =>
  decideAppealRow(row, { decided_by: null, state: 'corrected', automatic: 1, way: 'corrected' }, deps.now())

const atOnce = 500

/** All that are over; whoever decides one at the same moment was first. */
export async function settleMootAppeals(deps: Deps): Promise<void> {
  for (const row of await deps.db.all(runningOnUndone(atOnce))) await commitUnlessTaken(deps, undone(deps, row))
  const rows = await deps.db.all(runningOnCodes(atOnce))
  if (rows.length === 0) return
  const ledgers = await ledgersOf(deps, [...new Set(rows.flatMap((row) => row.person_tag ?? []))])
  for (const row of rows) {
    const writes = settled(deps, row, ledgers.get(row.person_tag ?? ''))
    if (writes.length > 0) await commitUnlessTaken(deps, writes)
  }
}

async function commitUnlessTaken(deps: Deps, writes: readonly Write[]): Promise<void> {
  try {
    await deps.db.commit(writes)
  } catch (cause) {
    if (!(cause instanceof Taken)) throw cause
  }
}
