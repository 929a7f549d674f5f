import { instant, minute, plus } from '../../../shared/instant.ts'
import { isDecided } from '../../../shared/appeals/kinds.ts'
import type { Write } from '../../store/db.ts'
import { appealById, appealsToAlarm } from '../../store/appeals.ts'
import type { AppealRow } from '../../store/appeals.ts'
import { settleMoot } from '../../usecases/appeals-moot.ts'
import { tellOverdueAppeal, tellWaiting } from '../../usecases/appeals-tell.ts'
import type { DueSource } from '../due-source.ts'

const page = 500

const appealOf = (row: AppealRow) => ({
  id: row.id,
  submittedAt: instant(row.submitted_at),
  decidedAt: row.decided_at === null ? null : instant(row.decided_at),
})

/** T14: an appeal that waits for a person. One whose reason has gone by itself is closed instead of called out. */
export const appeals: DueSource = {
  name: 'appeals',
  actions: ['remind-appeal', 'alert-appeal'],
  load: async (deps, until) => {
    const { appealTarget } = deps.law.numbersAt(until)
    const rows = await deps.db.all(appealsToAlarm(plus(until, -appealTarget * minute), page))
    return { appeals: rows.map(appealOf) }
  },
  act: async (deps, due, told): Promise<readonly Write[]> => {
    const [row] = await deps.db.all(appealById(due.subject))
    if (row === undefined || isDecided(row.state) || !told) return []
    const settled = await settleMoot(deps, row)
    if (settled.length > 0) return settled
    return due.action === 'alert-appeal' ? tellOverdueAppeal(deps, row) : tellWaiting(deps, row)
  },
}
