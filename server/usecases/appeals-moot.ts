import type { Deps } from '../deps.ts'
import { decideAppealRow } from '../store/appeals.ts'
import type { AppealRow } from '../store/appeals.ts'
import type { Write } from '../store/db.ts'
import { ledgersOf } from './code-ledger.ts'

/** The reason that an appeal is about has ended meanwhile, by a test, by leaving or by another decision: then it is over, too. */
export async function settleMoot(deps: Deps, row: AppealRow): Promise<readonly Write[]> {
  if (row.kind !== 'code' || row.person_tag === null) return []
  const ledger = (await ledgersOf(deps, [row.person_tag])).get(row.person_tag)
  const closed = ledger?.closed.find(({ opening }) => opening === row.opening)?.closed
  if (closed === undefined) return []
  return decideAppealRow(row, { decided_by: null, state: 'cleared', automatic: 1, way: closed.way }, deps.now())
}
