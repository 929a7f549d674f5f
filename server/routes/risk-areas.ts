import type { Hono } from 'hono'
import * as riskAreasApi from '../../schema/api/risk-areas.ts'
import type { Deps } from '../deps.ts'
import { bind } from '../http/bind.ts'
import { addRiskAreas, endRiskArea } from '../usecases/risk-areas-change.ts'
import { listRiskAreas, readRiskAreas } from '../usecases/risk-areas.ts'

export function mountRiskAreas(app: Hono, deps: Deps): void {
  bind(app, deps, riskAreasApi.readRiskAreas, () => readRiskAreas(deps))
  bind(app, deps, riskAreasApi.listRiskAreas, ({ asker, query }) => listRiskAreas(deps, asker, query))
  bind(app, deps, riskAreasApi.addRiskAreas, ({ asker, body }) => addRiskAreas(deps, asker, body))
  bind(app, deps, riskAreasApi.endRiskArea, ({ asker, params, body }) =>
    endRiskArea(deps, asker, { ...params, ...body }),
  )
}
