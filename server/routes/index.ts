import type { Hono } from 'hono'
import * as inspectionsApi from '../../schema/api/inspections.ts'
import * as officeApi from '../../schema/api/office.ts'
import * as terminalsApi from '../../schema/api/terminals.ts'
import * as tripsApi from '../../schema/api/trips.ts'
import type { Deps } from '../deps.ts'
import { bind } from '../http/bind.ts'
import type { AnswerSummons } from '../usecases/notice-answers.ts'
import { bindTerminal } from '../usecases/bind-terminal.ts'
import { changeTrip } from '../usecases/change-trip.ts'
import { addCheckpoint, changeCheckpoint, listCheckpoints } from '../usecases/checkpoints.ts'
import { enrol } from '../usecases/enrol.ts'
import { currentCode, getTrip, liveCode } from '../usecases/get-trip.ts'
import { getInspection, listInspections } from '../usecases/inspections.ts'
import { lookUpPlate } from '../usecases/look-up-plate.ts'
import { recordArrival, sayArrived } from '../usecases/arrivals.ts'
import { applyForPass, getPass } from '../usecases/passes.ts'
import { registerTrip } from '../usecases/register-trip.ts'
import { sayLeft } from '../usecases/say-left.ts'
import { whoAmI } from '../usecases/sessions.ts'
import { addStaff, changeStaff, listStaff } from '../usecases/staff.ts'
import { takeInResults } from '../usecases/take-in-results.ts'
import { listTerminals, releaseTerminal } from '../usecases/terminals.ts'
import { uploadInspections } from '../usecases/upload-inspections.ts'
import { mountCases } from './cases.ts'
import { mountCodes } from './codes.ts'
import { mountShifts } from './shifts.ts'
import { mountTracking } from './tracking.ts'
import { mountMessages } from './messages.ts'
import { mountLists } from './lists.ts'
import { mountAppeals } from './appeals.ts'
import { mountEditions } from './editions.ts'
import { mountAudit } from './audit.ts'
import { mountBundle } from './bundle.ts'
import { mountLeads } from './leads.ts'
import { mountPaper } from './paper.ts'
import { mountNotices } from './notices.ts'
import { mountPasses } from './passes.ts'
import { mountRiskAreas } from './risk-areas.ts'
import { mountDispatch } from './dispatch.ts'
import { mountSituation } from './situation.ts'
import { findTripRoute } from './find-trip.ts'
import { setUpRoute, signInRoute, signOutRoute } from './sessions.ts'

/** Every endpoint of schema/api and the use case behind it. */
export function mountRoutes(app: Hono, deps: Deps, tellLadder?: AnswerSummons): void {
  mountTrips(app, deps)
  mountTerminals(app, deps)
  mountInspections(app, deps)
  mountOffice(app, deps)
  mountCodes(app, deps)
  mountTracking(app, deps)
  mountMessages(app, deps)
  mountLists(app, deps)
  mountAppeals(app, deps)
  mountEditions(app, deps)
  mountAudit(app, deps)
  mountPasses(app, deps)
  mountPaper(app, deps)
  mountLeads(app, deps)
  mountRiskAreas(app, deps)
  mountShifts(app, deps)
  mountBundle(app, deps)
  mountNotices(app, deps, tellLadder)
  mountDispatch(app, deps)
  mountSituation(app, deps)
  mountCases(app, deps)
}

function mountTrips(app: Hono, deps: Deps): void {
  bind(app, deps, tripsApi.registerTrip, ({ asker, body }) => registerTrip(deps, asker, body))
  bind(app, deps, tripsApi.findTrip, findTripRoute(deps))
  bind(app, deps, tripsApi.getTrip, ({ asker, params }) => getTrip(deps, asker, params.id))
  bind(app, deps, tripsApi.changeTrip, ({ asker, params, body }) => changeTrip(deps, asker, params.id, body))
  bind(app, deps, tripsApi.currentCode, ({ asker, params }) => currentCode(deps, asker, params.id))
  bind(app, deps, tripsApi.liveCode, ({ asker, params, body }) => liveCode(deps, asker, params.id, body.shownBy))
  bind(app, deps, tripsApi.sayLeft, ({ asker, params }) => sayLeft(deps, asker, params.id))
  bind(app, deps, tripsApi.sayArrived, ({ asker, params, body }) => sayArrived(deps, asker, { ...params, ...body }))
  bind(app, deps, tripsApi.recordArrival, ({ asker, params, body }) =>
    recordArrival(deps, asker, { ...params, ...body }),
  )
  bind(app, deps, tripsApi.applyForPass, ({ asker, params }) => applyForPass(deps, asker, params.id))
  bind(app, deps, tripsApi.getPass, ({ asker, params }) => getPass(deps, asker, params.id))
}

function mountTerminals(app: Hono, deps: Deps): void {
  bind(app, deps, terminalsApi.enrol, ({ asker, body }) => enrol(deps, asker, body))
  bind(app, deps, terminalsApi.bindTerminal, ({ body }) => bindTerminal(deps, body))
  bind(app, deps, terminalsApi.listTerminals, ({ asker }) => listTerminals(deps, asker))
  bind(app, deps, terminalsApi.releaseTerminal, ({ asker, params, body }) =>
    releaseTerminal(deps, asker, { ...params, ...body }),
  )
  bind(app, deps, terminalsApi.lookUpPlate, ({ asker, params }) => lookUpPlate(deps, asker, params.plate))
}

function mountInspections(app: Hono, deps: Deps): void {
  bind(app, deps, inspectionsApi.uploadInspections, ({ asker, body }) => uploadInspections(deps, asker, body.items))
  bind(app, deps, inspectionsApi.listInspections, ({ asker, query }) => listInspections(deps, asker, query))
  bind(app, deps, inspectionsApi.getInspection, ({ asker, params }) => getInspection(deps, asker, params.id))
}

function mountOffice(app: Hono, deps: Deps): void {
  bind(app, deps, officeApi.setUp, setUpRoute(deps))
  bind(app, deps, officeApi.signIn, signInRoute(deps))
  bind(app, deps, officeApi.whoAmI, ({ asker }) => whoAmI(deps, asker))
  bind(app, deps, officeApi.signOut, signOutRoute(deps))
  bind(app, deps, officeApi.listStaff, ({ asker }) => listStaff(deps, asker))
  bind(app, deps, officeApi.addStaff, ({ asker, body }) => addStaff(deps, asker, body))
  bind(app, deps, officeApi.changeStaff, ({ asker, params, body }) => changeStaff(deps, asker, { ...params, ...body }))
  bind(app, deps, officeApi.listCheckpoints, () => listCheckpoints(deps))
  bind(app, deps, officeApi.addCheckpoint, ({ asker, body }) => addCheckpoint(deps, asker, body))
  bind(app, deps, officeApi.changeCheckpoint, ({ asker, params, body }) =>
    changeCheckpoint(deps, asker, { ...params, ...body }),
  )
  bind(app, deps, officeApi.takeInResults, ({ asker, body }) => takeInResults(deps, asker, body))
}
