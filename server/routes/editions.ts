import type { Hono } from 'hono'
import * as api from '../../schema/api/editions.ts'
import type { Deps } from '../deps.ts'
import { bind } from '../http/bind.ts'
import { dryRun } from '../usecases/amendment-dry-run.ts'
import { rollBack, signAmendment } from '../usecases/amendment-sign.ts'
import { changeDraft, draftAmendment, dropDraft, getAmendment } from '../usecases/amendments.ts'
import { getEdition, listEditions } from '../usecases/editions.ts'
import { acceptOverlay, checkOverlayFile, endOverlay } from '../usecases/overlays.ts'

export function mountEditions(app: Hono, deps: Deps): void {
  bind(app, deps, api.listEditions, ({ asker }) => listEditions(deps, asker))
  bind(app, deps, api.getEdition, ({ asker, params }) => getEdition(deps, asker, params.edition))
  bind(app, deps, api.getAmendment, ({ asker, params }) => getAmendment(deps, asker, params.id))
  bind(app, deps, api.draftAmendment, ({ asker, body }) => draftAmendment(deps, asker, body))
  bind(app, deps, api.changeDraft, ({ asker, params, body }) => changeDraft(deps, asker, { ...params, ...body }))
  bind(app, deps, api.dropDraft, ({ asker, params, body }) => dropDraft(deps, asker, { ...params, ...body }))
  bind(app, deps, api.dryRun, ({ asker, params, body }) => dryRun(deps, asker, { ...params, ...body }))
  bind(app, deps, api.signAmendment, ({ asker, params, body }) => signAmendment(deps, asker, { ...params, ...body }))
  bind(app, deps, api.rollBack, ({ asker, params, body }) => rollBack(deps, asker, { ...params, ...body }))
  bind(app, deps, api.checkOverlayFile, ({ asker, body }) => checkOverlayFile(deps, asker, body))
  bind(app, deps, api.acceptOverlay, ({ asker, body }) => acceptOverlay(deps, asker, body))
  bind(app, deps, api.endOverlay, ({ asker, params, body }) => endOverlay(deps, asker, { ...params, ...body }))
}
