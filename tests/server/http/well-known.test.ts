import { describe, expect, it } from 'vitest'
import { api } from '../../../schema/api/index.ts'
import { listCheckpoints } from '../../../schema/api/office.ts'
import { bind } from '../../../server/http/bind.ts'
import { smallWorld } from './small-world.ts'

const world = () =>
  smallWorld((app, deps) => {
    bind(app, deps, listCheckpoints, async () => ({ items: [] }))
  })

describe('the addresses for machines', () => {
  it('describe each conversation', async () => {
    const { app } = await world()
    type Description = { openapi: string; paths: Record<string, Record<string, { operationId: string }>> }
    const description: Description = await (await app.request('/openapi.json')).json()
    expect(description.openapi).toBe('3.1.0')
    const names = Object.values(description.paths).flatMap((path) => Object.values(path).map((one) => one.operationId))
    expect(names.sort()).toEqual(api.map((endpoint) => endpoint.name).sort())
    expect(JSON.stringify(description)).not.toContain('{}:')
    expect(Object.keys(description.paths)).toContain('/api/trips/{id}/code')
  })

  it('tell state, public keys and figures', async () => {
    const { app, deps } = await world()
    expect(await (await app.request('/healthz')).json()).toMatchObject({ ok: true, time: '2022-05-16T10:00:00+08:00' })
    await deps.keyring.signer('freight')
    const keys = await (await app.request('/.well-known/jwks.json')).json()
    expect(keys).toMatchObject({ keys: [{ kty: 'EC', crv: 'P-256', alg: 'ES256', cx_use: 'freight' }] })
    expect(JSON.stringify(keys)).not.toContain('"d"')
    await app.request(listCheckpoints.path)
    await app.request('/api/plates/secret')
    const figures = await (await app.request('/metrics')).text()
    expect(figures).toContain('changxing_requests_total{route="listCheckpoints",method="GET",status="200"} 1')
    expect(figures).toContain('changxing_request_seconds_count{route="listCheckpoints"} 1')
    expect(figures).toContain('changxing_inspections_last_hour 0')
    expect(figures).not.toContain('secret')
    expect(figures).toContain('changxing_key_age_days{use="freight"} 0')
    expect(figures).toContain('changxing_key_days_left{use="freight"} 90')
    const health = await (await app.request('/healthz')).json()
    expect(health).toMatchObject({ keys: [{ use: 'freight', ageDays: 0, daysLeft: 90, next: false }] })
  })

  it('keep plates and queries out of the log', async () => {
    const { app, logged } = await world()
    await app.request(`${listCheckpoints.path}?plate=YUH12345`)
    await app.request('/api/plates/YUH12345')
    expect(logged.map(({ line }) => line?.['route'])).toEqual(['listCheckpoints', 'unknown'])
    expect(JSON.stringify(logged)).not.toContain('YUH12345')
  })
})
