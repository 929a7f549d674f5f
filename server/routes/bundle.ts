import type { Hono } from 'hono'
import * as bundleApi from '../../schema/api/bundle.ts'
import { Fault } from '../../shared/fault.ts'
import type { Deps } from '../deps.ts'
import { bind } from '../http/bind.ts'
import { fetchBundle } from '../usecases/fetch-bundle.ts'

export function mountBundle(app: Hono, deps: Deps): void {
  bind(app, deps, bundleApi.fetchBundle, ({ asker, body }) => fetchBundle(deps, asker, body))
  // A page that was open while the server was renewed still asks in the old way.
  app.get(bundleApi.fetchBundle.path, () => {
    throw new Fault('gone', 'BU-03', 'this page is older than the server: load it again')
  })
}
