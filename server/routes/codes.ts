import type { Hono } from 'hono'
import * as codesApi from '../../schema/api/codes.ts'
import type { Deps } from '../deps.ts'
import { bind } from '../http/bind.ts'
import { addToList, listPersonsAtRisk, removeFromList } from '../usecases/people-at-risk.ts'
import { closeReason } from '../usecases/people-close.ts'
import { findPeople, listPeople } from '../usecases/people-list.ts'
import { getPerson } from '../usecases/people-person.ts'
import { declineRed, proposeRed, proposeReds, signRed } from '../usecases/people-red.ts'
import { revealPerson } from '../usecases/people-reveal.ts'
import { exportTrace } from '../usecases/people-traces.ts'

export function mountCodes(app: Hono, deps: Deps): void {
  bind(app, deps, codesApi.listPeople, ({ asker, query }) => listPeople(deps, asker, query))
  bind(app, deps, codesApi.findPeople, ({ asker, body }) => findPeople(deps, asker, body))
  bind(app, deps, codesApi.proposeReds, ({ asker, body }) => proposeReds(deps, asker, body))
  bind(app, deps, codesApi.getPerson, ({ asker, params }) => getPerson(deps, asker, params.person))
  bind(app, deps, codesApi.revealPerson, ({ asker, params, body }) => revealPerson(deps, asker, { ...params, ...body }))
  bind(app, deps, codesApi.proposeRed, ({ asker, params, body }) => proposeRed(deps, asker, { ...params, ...body }))
  bind(app, deps, codesApi.signRed, ({ asker, params, body }) => signRed(deps, asker, { ...params, ...body }))
  bind(app, deps, codesApi.declineRed, ({ asker, params, body }) => declineRed(deps, asker, { ...params, ...body }))
  bind(app, deps, codesApi.closeReason, ({ asker, params, body }) => closeReason(deps, asker, { ...params, ...body }))
  bind(app, deps, codesApi.listPersonsAtRisk, ({ asker, query }) => listPersonsAtRisk(deps, asker, query))
  bind(app, deps, codesApi.addToList, ({ asker, body }) => addToList(deps, asker, body))
  bind(app, deps, codesApi.removeFromList, ({ asker, params, body }) =>
    removeFromList(deps, asker, { ...params, ...body }),
  )
  bind(app, deps, codesApi.exportTrace, ({ asker, body }) => exportTrace(deps, asker, body))
}
