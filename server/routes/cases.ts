import type { Hono } from 'hono'
import * as casesApi from '../../schema/api/cases.ts'
import type { Deps } from '../deps.ts'
import { bind } from '../http/bind.ts'
import { findCaller, openCase } from '../usecases/cases-desk.ts'
import { getCase, moveCase } from '../usecases/cases-move.ts'
import { makeCase, tellCase, tripCases } from '../usecases/cases-of-trip.ts'
import { reportCase } from '../usecases/cases-report.ts'
import { exportCases, searchCases } from '../usecases/cases-search.ts'

export function mountCases(app: Hono, deps: Deps): void {
  bind(app, deps, casesApi.tripCases, ({ asker, params }) => tripCases(deps, asker, params.id))
  bind(app, deps, casesApi.makeCase, ({ asker, params, body }) => makeCase(deps, asker, { ...body, trip: params.id }))
  bind(app, deps, casesApi.tellCase, ({ asker, params, body }) =>
    tellCase(deps, asker, { ...body, trip: params.id, id: params.case }),
  )
  bind(app, deps, casesApi.reportCase, ({ asker, body }) => reportCase(deps, asker, body))
  bind(app, deps, casesApi.openCase, ({ asker, body }) => openCase(deps, asker, body))
  bind(app, deps, casesApi.findCaller, ({ asker, body }) => findCaller(deps, asker, body))
  bind(app, deps, casesApi.searchCases, ({ asker, body }) => searchCases(deps, asker, body))
  bind(app, deps, casesApi.exportCases, ({ asker, body }) => exportCases(deps, asker, body))
  bind(app, deps, casesApi.getCase, ({ asker, params }) => getCase(deps, asker, params.id))
  bind(app, deps, casesApi.moveCase, ({ asker, params, body }) => moveCase(deps, asker, { ...body, ...params }))
}
