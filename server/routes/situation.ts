import type { Hono } from 'hono'
import * as placesApi from '../../schema/api/places.ts'
import * as situationApi from '../../schema/api/situation.ts'
import type { Deps } from '../deps.ts'
import { bind } from '../http/bind.ts'
import { closePlace, listPlaces, openPlace, putPlace } from '../usecases/places.ts'
import { putBlock, resolveBlock } from '../usecases/roads.ts'
import { situation } from '../usecases/situation.ts'

/** What concerns more than one checkpoint: neighbours, roads, and the places that drivers look for. */
export function mountSituation(app: Hono, deps: Deps): void {
  bind(app, deps, situationApi.situation, ({ asker }) => situation(deps, asker))
  bind(app, deps, situationApi.putBlock, ({ asker, params, body }) => putBlock(deps, asker, { ...body, ...params }))
  bind(app, deps, situationApi.resolveBlock, ({ asker, params, body }) =>
    resolveBlock(deps, asker, { ...body, ...params }),
  )
  bind(app, deps, placesApi.listPlaces, ({ asker }) => listPlaces(deps, asker))
  bind(app, deps, placesApi.putPlace, ({ asker, params, body }) => putPlace(deps, asker, { ...body, ...params }))
  bind(app, deps, placesApi.closePlace, ({ asker, params, body }) => closePlace(deps, asker, { ...body, ...params }))
  bind(app, deps, placesApi.openPlace, ({ asker, params, body }) => openPlace(deps, asker, { ...body, ...params }))
}
