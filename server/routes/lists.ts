import type { Hono } from 'hono'
import * as api from '../../schema/api/lists.ts'
import type { Deps } from '../deps.ts'
import { bind } from '../http/bind.ts'
import { importEntries } from '../usecases/lists-import.ts'
import { changeEntry, extendEntry } from '../usecases/lists-standing.ts'
import { takeBatchStep, takeStep } from '../usecases/lists-steps.ts'
import { exportEntries, revealEntry } from '../usecases/lists-whole.ts'
import { getEntry, listEntries } from '../usecases/lists.ts'

export function mountLists(app: Hono, deps: Deps): void {
  bind(app, deps, api.importEntries, ({ asker, params, body }) => importEntries(deps, asker, { ...params, ...body }))
  bind(app, deps, api.listEntries, ({ asker, params, query }) => listEntries(deps, asker, { ...params, ...query }))
  bind(app, deps, api.getEntry, ({ asker, params }) => getEntry(deps, asker, params.id))
  bind(app, deps, api.takeStep, ({ asker, params, body }) => takeStep(deps, asker, { ...params, ...body }))
  bind(app, deps, api.takeBatchStep, ({ asker, params, body }) => takeBatchStep(deps, asker, { ...params, ...body }))
  bind(app, deps, api.changeEntry, ({ asker, params, body }) => changeEntry(deps, asker, { ...params, ...body }))
  bind(app, deps, api.extendEntry, ({ asker, params, body }) => extendEntry(deps, asker, { ...params, ...body }))
  bind(app, deps, api.revealEntry, ({ asker, params, body }) => revealEntry(deps, asker, { ...params, ...body }))
  bind(app, deps, api.exportEntries, ({ asker, params, body }) => exportEntries(deps, asker, { ...params, ...body }))
}
