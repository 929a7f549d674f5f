import type { Hono } from 'hono'
import * as trackingApi from '../../schema/api/tracking.ts'
import type { Deps } from '../deps.ts'
import { bind } from '../http/bind.ts'
import { handleTracking, matchTracking } from '../usecases/tracking-handle.ts'
import { getTracking, listTrackings } from '../usecases/tracking.ts'

export function mountTracking(app: Hono, deps: Deps): void {
  bind(app, deps, trackingApi.listTrackings, ({ asker, query }) => listTrackings(deps, asker, query))
  bind(app, deps, trackingApi.getTracking, ({ asker, params }) => getTracking(deps, asker, params.id))
  bind(app, deps, trackingApi.matchTracking, ({ asker, params, body }) =>
    matchTracking(deps, asker, { ...params, ...body }),
  )
  bind(app, deps, trackingApi.handleTracking, ({ asker, params, body }) =>
    handleTracking(deps, asker, { ...params, ...body }),
  )
}
