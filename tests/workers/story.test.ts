import { Miniflare } from 'miniflare'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tellStory } from '../server/story.ts'
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

  it('tells the same story as on Node: register, code, enrol, upload, record', async () => {
    const story = await tellStory({ send, origin, setUpToken, now: () => Date.now() })
    expect(story.code).toEqual({ state: expect.any(String), opened: true })
    expect(story.known.registered).toBe(true)
    expect(story.uploads).toEqual(['recorded', 'refused', 'already', 'refused'])
    expect(story.ledger).toHaveLength(1)
    expect(story.ledger[0]?.agrees).toBe(true)
    expect(story.envelopeKept).toBe(true)
  })

  it('refuses what Node refuses', async () => {
    const bad = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' }
    const response = await send(new Request(`${origin}/api/trips`, bad))
    expect([response.status, await response.json()]).toMatchObject([400, { error: { code: 'IN-02', path: 'body' } }])
    expect((await send(new Request(`${origin}/api/nothing`))).status).toBe(404)
  })

  it('carries no part of the other home', () => {
    expect(
      modules.filter((name) => /better-sqlite3|node-server|server\/node\.ts|store\/(open-)?sqlite/.test(name)),
    ).toEqual([])
  })
})
