import type { Hono } from 'hono'
import * as appealsApi from '../../schema/api/appeals.ts'
import type { Deps } from '../deps.ts'
import { bind } from '../http/bind.ts'
import { decideAppeal } from '../usecases/appeals-decide.ts'
import { makeAppeal } from '../usecases/appeals-make.ts'
import { tripAppeals } from '../usecases/appeals-of-trip.ts'
import { acceptAppeal, getAppeal, listAppeals } from '../usecases/appeals-queue.ts'
import { correctVerdict } from '../usecases/correct-verdict.ts'

export function mountAppeals(app: Hono, deps: Deps): void {
  bind(app, deps, appealsApi.tripAppeals, ({ asker, params }) => tripAppeals(deps, asker, params.id))
  bind(app, deps, appealsApi.makeAppeal, ({ asker, params, body }) =>
    makeAppeal(deps, asker, { ...body, trip: params.id }),
  )
  bind(app, deps, appealsApi.listAppeals, ({ asker, query }) => listAppeals(deps, asker, query))
  bind(app, deps, appealsApi.getAppeal, ({ asker, params }) => getAppeal(deps, asker, params.id))
  bind(app, deps, appealsApi.acceptAppeal, ({ asker, params }) => acceptAppeal(deps, asker, params.id))
  bind(app, deps, appealsApi.decideAppeal, ({ asker, params, body }) =>
    decideAppeal(deps, asker, { ...body, id: params.id }),
  )
  bind(app, deps, appealsApi.correctVerdict, ({ asker, params, body }) =>
    correctVerdict(deps, asker, { ...body, id: params.id }),
  )
}
