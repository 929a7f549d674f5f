import type { Hono } from 'hono'
import * as situationApi from '../../schema/api/situation.ts'
import type { Deps } from '../deps.ts'
import { bind } from '../http/bind.ts'
import { situation } from '../usecases/situation.ts'

/** What concerns more than one checkpoint. */
export function mountSituation(app: Hono, deps: Deps): void {
  bind(app, deps, situationApi.situation, ({ asker }) => situation(deps, asker))
}
