import type { Hono } from 'hono'
import * as dispatchApi from '../../schema/api/dispatch.ts'
import * as forecastApi from '../../schema/api/forecast.ts'
import * as incidentsApi from '../../schema/api/incidents.ts'
import * as queueApi from '../../schema/api/queue.ts'
import * as rosterApi from '../../schema/api/roster.ts'
import * as numbersApi from '../../schema/api/published-numbers.ts'
import * as registerApi from '../../schema/api/register.ts'
import * as sitesApi from '../../schema/api/sites.ts'
import type { Deps } from '../deps.ts'
import { bind, bindStream, bindUnlessSame } from '../http/bind.ts'
import { eventStream } from '../http/event-stream.ts'
import { limitsOf, rules, takeOfAddress } from '../http/limits.ts'
import { watchBoard } from '../usecases/board-stream.ts'
import { board, checkpointOnBoard } from '../usecases/board.ts'
import { dayReport, finishCallTask, listCallTasks } from '../usecases/call-tasks.ts'
import { checkpointForecast } from '../usecases/forecast-view.ts'
import {
  allOnDuty,
  closeIncident,
  closingPhoto,
  judgeCandidate,
  mySummonses,
  setGreenLane,
} from '../usecases/incident-deeds.ts'
import { getIncident } from '../usecases/incident-view.ts'
import { publicQueue } from '../usecases/public-queue.ts'
import { decideNumber, listNumberProposals, proposeNumber, publishedNumbersNow } from '../usecases/published-numbers.ts'
import { checkIn, reportQueue, reportQueueAsDriver } from '../usecases/queue-told.ts'
import { dutyGaps, endDuty, listDuty, putDuty } from '../usecases/roster.ts'
import { changeRegister, listRegister } from '../usecases/register.ts'
import { changeSite, getSite } from '../usecases/sites.ts'
import { answerForSummoned, answerMySummons } from '../usecases/summons-answer.ts'

export function mountDispatch(app: Hono, deps: Deps): void {
  bindUnlessSame(app, deps, dispatchApi.board, async ({ asker }) => {
    const answer = await board(deps, asker)
    return { answer, same: answer.items }
  })
  bindStream(app, deps, dispatchApi.boardStream, ({ asker, query, context }) =>
    eventStream(context, watchBoard(deps, asker, context.req.header('last-event-id') ?? query.after)),
  )
  bind(app, deps, dispatchApi.checkpointOnBoard, ({ asker, params, query }) =>
    checkpointOnBoard(deps, asker, { ...params, ...query }),
  )
  bind(app, deps, forecastApi.checkpointForecast, ({ asker, params }) => checkpointForecast(deps, asker, params.id))
  bind(app, deps, dispatchApi.listCallTasks, ({ asker, query }) => listCallTasks(deps, asker, query))
  bind(app, deps, dispatchApi.finishCallTask, ({ asker, params, body }) =>
    finishCallTask(deps, asker, { ...params, ...body }),
  )
  bind(app, deps, dispatchApi.dayReport, ({ asker, query }) => dayReport(deps, asker, query))
  mountIncidents(app, deps)
  mountQueue(app, deps)
  mountNumbers(app, deps)
  bind(app, deps, registerApi.listRegister, ({ asker }) => listRegister(deps, asker))
  bind(app, deps, registerApi.changeRegister, ({ asker, params, body }) =>
    changeRegister(deps, asker, { ...params, ...body }),
  )
  bind(app, deps, sitesApi.getSite, ({ asker, params }) => getSite(deps, asker, params.id))
  bind(app, deps, sitesApi.changeSite, ({ asker, params, body }) => changeSite(deps, asker, { ...params, ...body }))
  bind(app, deps, rosterApi.listDuty, ({ asker, query }) => listDuty(deps, asker, query))
  bind(app, deps, rosterApi.putDuty, ({ asker, params, body }) => putDuty(deps, asker, { ...params, ...body }))
  bind(app, deps, rosterApi.endDuty, ({ asker, params }) => endDuty(deps, asker, params.id))
  bind(app, deps, rosterApi.dutyGaps, ({ asker }) => dutyGaps(deps, asker))
}

function mountNumbers(app: Hono, deps: Deps): void {
  bind(app, deps, numbersApi.publishedNumbers, () => publishedNumbersNow(deps))
  bind(app, deps, numbersApi.listNumberProposals, ({ asker }) => listNumberProposals(deps, asker))
  bind(app, deps, numbersApi.proposeNumber, ({ asker, body }) => proposeNumber(deps, asker, body))
  bind(app, deps, numbersApi.decideNumber, ({ asker, params, body }) =>
    decideNumber(deps, asker, { ...params, ...body }),
  )
}

function mountIncidents(app: Hono, deps: Deps): void {
  bind(app, deps, incidentsApi.getIncident, ({ asker, params }) => getIncident(deps, asker, params.id))
  bind(app, deps, incidentsApi.answerForSummoned, ({ asker, params, body }) =>
    answerForSummoned(deps, asker, { ...params, ...body }),
  )
  bind(app, deps, incidentsApi.judgeCandidate, ({ asker, params, body }) =>
    judgeCandidate(deps, asker, { ...params, ...body }),
  )
  bind(app, deps, incidentsApi.allOnDuty, ({ asker, params }) => allOnDuty(deps, asker, params.id))
  bind(app, deps, incidentsApi.closeIncident, ({ asker, params, body }) =>
    closeIncident(deps, asker, { ...params, ...body }),
  )
  bind(app, deps, incidentsApi.closingPhoto, ({ asker, params }) => closingPhoto(deps, asker, params.id))
  bind(app, deps, incidentsApi.setGreenLane, ({ asker, params, body }) =>
    setGreenLane(deps, asker, { ...params, ...body }),
  )
  bind(app, deps, incidentsApi.mySummonses, ({ asker }) => mySummonses(deps, asker))
  bind(app, deps, incidentsApi.answerMySummons, ({ asker, params, body }) =>
    answerMySummons(deps, asker, { ...params, ...body }),
  )
}

function mountQueue(app: Hono, deps: Deps): void {
  bind(app, deps, queueApi.reportQueue, ({ asker, body }) => reportQueue(deps, asker, body))
  bind(app, deps, queueApi.reportQueueAsDriver, ({ asker, params, body, context }) => {
    limitsOf(context).take(params.id, rules.driverReport, deps.now())
    return reportQueueAsDriver(deps, asker, { ...params, ...body })
  })
  bind(app, deps, queueApi.checkIn, ({ body, context }) => {
    limitsOf(context).take(body.plate, rules.checkIn, deps.now())
    takeOfAddress(context, rules.checkInAddress, deps.now())
    return checkIn(deps, body)
  })
  bind(app, deps, queueApi.publicQueue, () => publicQueue(deps))
}
