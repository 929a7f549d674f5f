import { beforeAll, describe, expect, test } from 'vitest'
import { appHeader, appServedFrom } from '../../../schema/api/app-version.ts'
import { mountRoutes } from '../../../server/routes/index.ts'
import { post, smallWorld } from './small-world.ts'

describe('a page older than the server serves', () => {
  let app: Awaited<ReturnType<typeof smallWorld>>['app']
  beforeAll(async () => {
    ;({ app } = await smallWorld(mountRoutes))
  })
  const old = { [appHeader]: String(appServedFrom - 1) }
  const fresh = { [appHeader]: String(appServedFrom) }

  test('is asked to update, in words that help, before its form is looked at', async () => {
    const answer = await app.request('/api/terminals', post('not even JSON', old))
    expect(answer.status).toBe(426)
    expect(await answer.json()).toEqual({
      error: { code: 'UP-01', message: expect.stringMatching(/更新应用[^]*记录不会丢失/) },
    })
    const english = await app.request('/api/checkpoints', { headers: { ...old, 'accept-language': 'en' } })
    expect(await english.json()).toMatchObject({ error: { message: expect.stringMatching(/Update the app/) } })
  })

  test.each([[{}], [fresh], [{ [appHeader]: '9999' }]])('served: %j', async (headers) => {
    expect((await app.request('/api/checkpoints', { headers })).status).toBe(200)
  })

  test.each(['', 'new', '-1', '1e9', '1234567'])('what is no number is not served: "%s"', async (said) => {
    expect((await app.request('/api/checkpoints', { headers: { [appHeader]: said } })).status).toBe(426)
  })

  test.each(['/api/inspections', '/api/shifts/events', '/api/trips', '/api/evidence'])(
    'what was recorded in the field is taken from a page of any age: %s',
    async (path) => {
      const answer = await app.request(path, post({ items: ['x'] }, old))
      expect(answer.status).not.toBe(426)
      expect(await answer.json()).toMatchObject({ error: { code: expect.not.stringContaining('UP-') } })
    },
  )
})
