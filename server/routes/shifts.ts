import type { Hono } from 'hono'
import * as conflictsApi from '../../schema/api/conflicts.ts'
import * as shiftsApi from '../../schema/api/shifts.ts'
import type { Deps } from '../deps.ts'
import { bind } from '../http/bind.ts'
import { listConflicts, reviewConflict } from '../usecases/conflicts.ts'
import { lookAtDuty } from '../usecases/duty.ts'
import { laneEvents } from '../usecases/lane-events.ts'
import { releaseShift } from '../usecases/release-shift.ts'
import { shiftBefore } from '../usecases/shift-before.ts'
import { uploadShiftEvents } from '../usecases/shift-events.ts'

export function mountShifts(app: Hono, deps: Deps): void {
  bind(app, deps, shiftsApi.uploadShiftEvents, ({ asker, body }) => uploadShiftEvents(deps, asker, body.items))
  bind(app, deps, shiftsApi.shiftBefore, ({ asker }) => shiftBefore(deps, asker))
  bind(app, deps, shiftsApi.lookAtDuty, ({ asker, query }) => lookAtDuty(deps, asker, query))
  bind(app, deps, shiftsApi.releaseShift, ({ asker, params, body }) =>
    releaseShift(deps, asker, { ...params, ...body }),
  )
  bind(app, deps, shiftsApi.laneEvents, ({ asker, query }) => laneEvents(deps, asker, query))
  bind(app, deps, conflictsApi.listConflicts, ({ asker, query }) => listConflicts(deps, asker, query))
  bind(app, deps, conflictsApi.reviewConflict, ({ asker, params, body }) =>
    reviewConflict(deps, asker, { ...params, ...body }),
  )
}
