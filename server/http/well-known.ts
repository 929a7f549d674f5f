import type { Hono } from 'hono'
import { beijingIso } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import { recentCounts } from '../store/counts.ts'
import { version } from '../version.ts'
import { bundleHealth } from './bundle-health.ts'
import { keyAges } from './key-ages.ts'
import { metricsPage } from './metrics.ts'
import type { Meter } from './metrics.ts'
import { openApi } from './openapi.ts'

/** The addresses for machines: state, figures, contracts, public keys. */
export function mountWellKnown(app: Hono, deps: Deps, meter: Meter): void {
  app.get('/healthz', async (context) => {
    context.set('endpoint', 'healthz')
    await recentCounts(deps.db, deps.now())
    context.header('Cache-Control', 'no-store')
    const edition = deps.law.editionAt(deps.now()).id
    const bundle = await bundleHealth(deps)
    const keys = (await keyAges(deps)).map(({ use, ageDays, daysLeft, next }) => ({ use, ageDays, daysLeft, next }))
    return context.json({ ok: true, version, edition, bundle, keys, demo: deps.demo, time: beijingIso(deps.now()) })
  })
  app.get('/metrics', async (context) => {
    context.set('endpoint', 'metrics')
    const type = 'text/plain; version=0.0.4; charset=utf-8'
    return context.body(await metricsPage(deps, meter), 200, { 'Content-Type': type, 'Cache-Control': 'no-store' })
  })
  // Made once, when somebody asks: it takes longer than all the rest of a start.
  let description: ReturnType<typeof openApi> | undefined
  app.get('/openapi.json', (context) => {
    description ??= openApi(deps.origin)
    return context.json(description, 200, { 'Cache-Control': 'no-cache' })
  })
  app.get('/.well-known/jwks.json', async (context) => {
    context.header('Cache-Control', 'public, max-age=60')
    return context.json(await deps.keyring.publicKeys())
  })
}
