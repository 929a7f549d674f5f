import type { Tracking } from '../../../shared/codes/coming-follow-up.ts'
import type { Due } from '../../../shared/codes/timers.ts'
import { instant } from '../../../shared/instant.ts'
import type { Deps } from '../../deps.ts'
import { resultsOf } from '../../store/people.ts'
import { trackingById, waitingUnalerted, waitingWithResult } from '../../store/tracking.ts'
import type { TrackingRow } from '../../store/tracking.ts'
import { answered, followResults, isTold, readAroundResults } from '../../usecases/tracking-results.ts'
import type { Told } from '../../usecases/tracking-results.ts'
import { tellOverdue } from '../../usecases/tracking-tell.ts'
import type { DueSource } from '../due-source.ts'

const page = 500

/** T5: no result in time; and records that came in after the result they wait for, which the intake could not settle. */
export const trackings: DueSource = {
  name: 'trackings',
  actions: ['close-tracking', 'alert-ahead', 'alert-test-point'],
  load: async (deps) => {
    const [waiting, told] = await Promise.all([
      deps.db.all(waitingUnalerted(page)),
      deps.db.all(waitingWithResult(page)),
    ])
    const results = await resultsFor(deps, told)
    return {
      trackings: [
        ...told.map((row) => stateOf(row, results)),
        ...waiting.filter(({ id }) => told.every((one) => one.id !== id)).map((row) => stateOf(row, [])),
      ],
    }
  },
  act: async (deps, due, told) => {
    const [row] = await deps.db.all(trackingById(due.subject))
    if (row === undefined) return []
    if (due.action === 'alert-test-point') return told ? tellOverdue(deps, row, row.checkpoint_name) : []
    return follow(deps, row, due)
  },
}

const resultsFor = async (deps: Deps, rows: readonly TrackingRow[]): Promise<readonly Told[]> =>
  rows.length === 0 ? [] : (await deps.db.all(resultsOf(rows.flatMap((row) => row.person_tag ?? [])))).filter(isTold)

/** Of several that may be its answer, a positive one; else the first that came in. */
const answerOf = (row: TrackingRow, results: readonly Told[]): Told | undefined => {
  const fitting = results.filter((result) => answered(result, [row]).length > 0)
  return fitting.find(({ result }) => result === 'positive') ?? fitting.at(-1)
}

/** The result is known here from the moment both it and the record are here; what came first waits for the other. */
function stateOf(row: TrackingRow, results: readonly Told[]): Tracking {
  const answer = answerOf(row, results)
  const at = answer === undefined ? 0 : Math.max(answer.taken_in_at, row.opened_at)
  return {
    id: row.id,
    openedAt: instant(row.opened_at),
    result: answer === undefined ? null : { id: answer.id, at: instant(at), result: answer.result },
  }
}

async function follow(deps: Deps, row: TrackingRow, { id }: Due) {
  const answer = answerOf(row, await resultsFor(deps, [row]))
  if (answer === undefined || !id.endsWith(answer.id)) return []
  const around = await readAroundResults(deps, [answer])
  return followResults(deps, [answer], { ...around, trackings: around.trackings.filter((one) => one.id === row.id) })
}
