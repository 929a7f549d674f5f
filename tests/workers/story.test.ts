import { Miniflare, Response as Answer } from 'miniflare'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nonePublished } from '../../shared/wording/published-numbers.ts'
import { rulebookFiles } from '../../server/rulebook/files.ts'
import { importKeys } from '../../shared/credential/keys.ts'
import { readStatusListToken } from '../../shared/credential/status-list.ts'
import { instant } from '../../shared/instant.ts'
import { editionInForce } from '../../shared/policy/edition.ts'
import { expectedAftermath, tellStory } from '../server/story.ts'
import { bundleWorker } from './bundle.ts'

const origin = 'https://changxing.test'
const setUpToken = 'the-first-administrator-of-this-test'
let workerd: Miniflare
let modules: string[]

beforeAll(async () => {
  const bundle = await bundleWorker()
  modules = bundle.modules
  workerd = new Miniflare({
    modules: true,
    script: bundle.code,
    compatibilityDate: '2026-05-01',
    d1Databases: ['DB'],
    bindings: { CHANGXING_ORIGIN: origin, CHANGXING_SECRET: 'A'.repeat(43), CHANGXING_SETUP: setUpToken },
    serviceBindings: {
      ASSETS: (request) => {
        const { pathname } = new URL(request.url)
        return new Answer(pathname, { status: ['/', '/assets/a.js'].includes(pathname) ? 200 : 404 })
      },
    },
    cf: false,
  })
})
afterAll(() => workerd.dispose())

const send = async (request: Request): Promise<Response> => {
  const body = request.method === 'GET' ? {} : { body: await request.text() }
  const headers = Object.fromEntries(request.headers)
  const answer = await workerd.dispatchFetch(request.url, { method: request.method, headers, ...body })
  return new Response(answer.status === 304 ? null : await answer.text(), {
    status: answer.status,
    headers: [...answer.headers] as [string, string][],
  })
}

describe('the server on workerd with D1', () => {
  it('answers for itself', async () => {
    const response = await send(new Request(`${origin}/healthz`))
    expect([response.status, await response.json()]).toMatchObject([200, { ok: true }])
    expect(response.headers.get('strict-transport-security')).toBe('max-age=31536000')
  })

  it('publishes the standings of passes, and does not send them twice', async () => {
    const list = await send(new Request(`${origin}/status/1`))
    const jwks = await (await send(new Request(`${origin}/.well-known/jwks.json`))).json()
    const read = await readStatusListToken(await list.text(), await importKeys(jwks), instant(Date.now()))
    expect(read).toMatchObject({ ok: true, list: { uri: `${origin}/status/1`, bits: 2 } })
    const tag = list.headers.get('etag') ?? ''
    expect((await send(new Request(`${origin}/status/1`, { headers: { 'if-none-match': tag } }))).status).toBe(304)
    expect((await send(new Request(`${origin}/status/99`))).status).toBe(404)
  })

  it('tells the same story as on Node: register, code, enrol, upload, record', async () => {
    const story = await tellStory({ send, origin, setUpToken, now: () => Date.now() })
    expect(story.code).toEqual({ state: expect.any(String), opened: true })
    expect(story.known.registered).toBe(true)
    expect(story.uploads).toEqual(['recorded', 'refused', 'already', 'refused'])
    expect(story.ledger).toHaveLength(1)
    expect(story.ledger[0]?.agrees).toBe(true)
    expect(story.envelopeKept).toBe(true)
    expect(story.aftermath).toEqual(expectedAftermath)
  })

  it('refuses what Node refuses', async () => {
    const bad = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' }
    const response = await send(new Request(`${origin}/api/trips`, bad))
    expect([response.status, await response.json()]).toMatchObject([400, { error: { code: 'IN-02', path: 'body' } }])
    expect((await send(new Request(`${origin}/api/nothing`))).status).toBe(404)
  })

  it('hands out the pages with the same headers as on Node', async () => {
    const get = (path: string) => send(new Request(`${origin}${path}`))
    const [start, asset, none] = [await get('/'), await get('/assets/a.js'), await get('/nowhere')]
    expect([start, asset, none].map((page) => page.status)).toEqual([200, 200, 404])
    expect(start.headers.get('cache-control')).toBe('no-cache')
    expect(asset.headers.get('cache-control')).toContain('immutable')
    expect(start.headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(await none.text()).toContain('没有这个页面')
  })

  it('shows the rule book, byte for byte as on Node', async () => {
    const now = instant(Date.now())
    const files = rulebookFiles(editionInForce(now), now, { numbers: nonePublished })
    for (const [path, name] of [
      ['/rules/', 'index.html'],
      ['/rules/en/', 'en/index.html'],
      ['/rules/rules.css', 'rules.css'],
    ] as const) {
      const shown = await send(new Request(`${origin}${path}`))
      expect([shown.status, await shown.text()]).toEqual([200, files[name].text])
    }
  })

  it('carries no part of the other home', () => {
    expect(
      modules.filter((name) => /better-sqlite3|node-server|server\/node\.ts|store\/(open-)?sqlite/.test(name)),
    ).toEqual([])
  })
})
