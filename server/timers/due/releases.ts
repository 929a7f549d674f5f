import type { Due } from '../../../shared/codes/timers.ts'
import { minute, plus } from '../../../shared/instant.ts'
import type { Deps } from '../../deps.ts'
import type { Write } from '../../store/db.ts'
import { letGoById, letGoDue, lookAgain } from '../../store/let-go.ts'
import { tripById } from '../../store/trips.ts'
import { nextLookOf, releasedOf } from '../../usecases/let-go.ts'
import { tellNotArrived } from '../../usecases/tell-not-arrived.ts'
import type { DueSource } from '../due-source.ts'

const page = 500

/** T6: not at the company by then. T10: from now on a second checkpoint inspects it again; nobody has to be told. */
export const releases: DueSource = {
  name: 'releases',
  actions: ['remind-company', 'alert-command', 'end-prior-release'],
  load: async (deps, until) => ({ releases: (await deps.db.all(letGoDue(until, page))).map(releasedOf) }),
  act: async (deps, due, told) => (told && due.action !== 'end-prior-release' ? tellOf(deps, due) : []),
  settle: (deps, { releases: loaded = [] }, { seen, failed }) =>
    loaded.map((one) =>
      lookAgain(
        one.id,
        failed.has(one.id) ? plus(seen, minute) : nextLookOf(one, seen, (at) => deps.law.numbersAt(at)),
      ),
    ),
}

async function tellOf(deps: Deps, due: Due): Promise<readonly Write[]> {
  const [row] = await deps.db.all(letGoById(due.subject))
  const [trip] = row?.trip_id ? await deps.db.all(tripById(row.trip_id)) : []
  return row === undefined || trip === undefined ? [] : tellNotArrived(deps, due, trip, row.at)
}
