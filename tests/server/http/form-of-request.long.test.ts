import { describe, expect, it } from 'vitest'
import { listInspections, uploadInspections } from '../../../schema/api/inspections.ts'
import { addCheckpoint, listCheckpoints, signIn } from '../../../schema/api/office.ts'
import { bind } from '../../../server/http/bind.ts'
import { limitsOf } from '../../../server/http/limits.ts'
import { Taken } from '../../../server/store/db.ts'
import { Fault } from '../../../shared/fault.ts'
import { faultWords } from '../../../shared/wording/faults.ts'
import { post, smallWorld } from './small-world.ts'

const bucket = { name: 'test', burst: 2, perMinute: 1 }

/** Anyone may sign in here; the login says what happens. */
const world = (home?: Parameters<typeof smallWorld>[1]) =>
  smallWorld((app, deps) => {
    bind(app, deps, listCheckpoints, async () => ({ items: [] }))
    bind(app, deps, signIn, async ({ body, context }) => {
      if (body.login === 'taken') throw new Taken('staff.login')
      if (body.login === 'bug') throw new TypeError('豫H12345 张三 13000000001')
      if (body.login === 'disk') throw new Fault('unavailable', 'DB-01', 'no', { retryAfterSeconds: 5 })
      if (body.login === 'own') throw new Fault('gone', 'XX-99', 'a fault of its own words', { path: 'login' })
      limitsOf(context).take(body.login, bucket, deps.now())
      throw new Fault('bad-input', 'IN-01', 'x', { path: 'login' })
    })
  }, home)

type Refused = { error: { code: string; message: string; path?: string } }
const good = { login: 'li', password: 'x' }

const bytes = (...values: number[]): RequestInit => ({ ...post(''), body: new Uint8Array(values) })

/** As a phone sends it that loses its network: chunks of unknown number, and then an error. */
const brokenBody = (): RequestInit =>
  Object.assign(post(''), {
    body: new ReadableStream({
      start(stream) {
        stream.enqueue(new TextEncoder().encode('{"login":'))
        stream.error(new Error('aborted'))
      },
    }),
    duplex: 'half',
  })

describe('a request in bad form', () => {
  it('is refused for its address before its type', async () => {
    const { app } = await world()
    expect((await app.request('/api/nothing', { method: 'POST', body: 'x' })).status).toBe(404)
  })

  it.each([
    ['text instead of JSON', post('{'), '400 IN-02 body'],
    ['nothing', post(''), '400 IN-02 body'],
    ['a list', post([]), '400 IN-01 body'],
    ['null', post('null'), '400 IN-01 body'],
    ['a missing field', post({ login: 'li' }), '400 IN-01 password'],
    ['a field of another type', post({ ...good, login: 5 }), '400 IN-01 login'],
    ['an unknown field', post({ ...good, more: 1 }), '400 IN-01 body'],
    ['__proto__ as a field', post('{"login":"li","password":"x","__proto__":{"a":1}}'), '400 IN-01 body'],
    ['too long a field', post({ ...good, login: 'x'.repeat(65) }), '400 IN-01 login'],
    ['a form of a foreign page', post(good, { 'content-type': 'text/plain' }), '415 IN-04 content-type'],
    ['another kind of JSON', post(good, { 'content-type': 'application/json-seq' }), '415 IN-04 content-type'],
    ['more than 2 MiB', post(`"${'x'.repeat(2 * 1024 * 1024)}"`), '413 IN-03 body'],
    ['other bytes than UTF-8', bytes(0x22, 0xff, 0x22), '400 IN-02 body'],
    ['a body that breaks off', brokenBody(), '400 IN-02 body'],
    ['JSON nested a hundred thousand deep', post('['.repeat(1e5) + ']'.repeat(1e5)), '400 IN-01 body'],
  ])('%s is refused with its place: %#', async (_title, request, answer) => {
    const { app } = await world()
    const response = await app.request(signIn.path, request)
    const { error }: Refused = await response.json()
    expect(`${response.status} ${error.code} ${error.path}`).toBe(answer)
    expect(error.message).not.toBe('')
  })

  it('says the charset may stand beside the type', async () => {
    const { app } = await world()
    const response = await app.request(signIn.path, post(good, { 'content-type': 'application/json; charset=utf-8' }))
    expect(await response.json()).toMatchObject({ error: { code: 'IN-01', path: 'login' } })
  })

  it('names what an address takes when the method is another', async () => {
    const { app } = await world()
    for (const [path, allow] of [
      [listCheckpoints.path, 'HEAD, GET, POST'],
      [signIn.path, 'POST'],
      ['/api/trips/x', 'HEAD, GET, PUT'],
    ] as const) {
      for (const method of ['PATCH', 'OPTIONS', 'PROPFIND']) {
        const response = await app.request(path, { method })
        expect([path, method, response.status, response.headers.get('allow')]).toEqual([path, method, 405, allow])
      }
    }
  })

  it('knows no other address', async () => {
    const { app } = await world()
    for (const path of ['/api', '/api/', '/api/nothing', '/api/trips/x/y/z', '/api/%ff', '/api/..%2f']) {
      const response = await app.request(path)
      expect([path, response.status]).toEqual([path, 404])
    }
    expect(await (await app.request('/api/nothing')).json()).toMatchObject({ error: { code: 'IN-05' } })
    const page = await app.request('/nowhere')
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=UTF-8'])
    expect(await page.text()).toContain('没有这个页面')
  })

  it('answers HEAD like GET, without the body', async () => {
    const { app } = await world()
    const response = await app.request(listCheckpoints.path, { method: 'HEAD' })
    expect([response.status, await response.text()]).toEqual([200, ''])
  })

  it('refuses before it reads the body when nobody is proved', async () => {
    const { app } = await smallWorld((app, deps) =>
      bind(app, deps, uploadInspections, async () => {
        throw new Error('not reached')
      }),
    )
    expect((await app.request(uploadInspections.path, post('{'))).status).toBe(401)
  })

  it('names the place in the address or the query', async () => {
    const { app } = await smallWorld((app, deps) => {
      bind(app, deps, { ...listInspections, callers: ['anyone'] }, async () => ({ items: [], next: null }))
      bind(app, deps, { ...addCheckpoint, callers: ['anyone'] }, async () => {
        throw new Error('not reached')
      })
    })
    const pathOf = async (response: Response) => {
      const { error }: Refused = await response.json()
      return error.path
    }
    expect(await pathOf(await app.request('/api/inspections?limit=0'))).toBe('query.limit')
    expect(await pathOf(await app.request('/api/inspections?nonsense=0'))).toBe('query')
    expect(await pathOf(await app.request('/api/checkpoints', post({})))).toBe('id')
  })
})

describe('a fault', () => {
  const ask = async (login: string, headers: Record<string, string> = {}) => {
    const made = await world()
    return { ...made, response: await made.app.request(signIn.path, post({ ...good, login }, headers)) }
  }

  it('speaks Chinese, and English to those who ask for it first', async () => {
    const words = faultWords['DB-01']!
    for (const [language, message] of [
      [undefined, words.zh],
      ['zh-CN,en;q=0.8', words.zh],
      ['en-GB,en;q=0.9', words.en],
      ['*', words.zh],
    ] as const) {
      const { response } = await ask('disk', language === undefined ? {} : { 'accept-language': language })
      const { error }: Refused = await response.json()
      expect(error.message.startsWith(message)).toBe(true)
    }
  })

  it('says when to come again', async () => {
    const { response } = await ask('disk')
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5'])
  })

  it('keeps its own words where there are no others', async () => {
    const { response } = await ask('own')
    expect(response.status).toBe(410)
    expect(await response.json()).toEqual({
      error: { code: 'XX-99', message: 'a fault of its own words', path: 'login' },
    })
  })

  it('of a race that nobody caught is a conflict', async () => {
    const { response } = await ask('taken')
    expect([response.status, await response.json()]).toMatchObject([409, { error: { code: 'DB-10' } }])
  })

  it('that nobody foresaw gets a number, and neither answer nor log says more', async () => {
    const { response, logged } = await ask('bug')
    const text = await response.text()
    expect(response.status).toBe(500)
    const incident = logged.find(({ event }) => event === 'incident')!.line!
    expect(text).toContain(`#${String(incident['incident'])}`)
    expect(incident).toMatchObject({ code: 'SV-01', error: 'TypeError' })
    expect(String(incident['at'])).toContain('form-of-request.long.test.ts')
    expect(text + JSON.stringify(logged)).not.toMatch(/豫H12345|张三|13000000001/)
  })
})

describe('limits', () => {
  it('are kept by target', async () => {
    const { app } = await world()
    const ask = async (login: string) => (await app.request(signIn.path, post({ ...good, login }))).status
    expect([await ask('a'), await ask('a'), await ask('a'), await ask('b')]).toEqual([400, 400, 429, 400])
  })

  it('leave hundreds of phones behind one address alone', async () => {
    const { app, forward } = await world({ addressOf: () => '10.0.0.1' })
    const statuses = new Set<number>()
    for (let n = 0; n < 1200; n += 1) statuses.add((await app.request(listCheckpoints.path)).status)
    expect([...statuses]).toEqual([200])
    const after = await app.request(listCheckpoints.path)
    expect([after.status, after.headers.get('retry-after')]).toEqual([429, '1'])
    forward(1000)
    expect((await app.request(listCheckpoints.path)).status).toBe(200)
  })

  it('let one address try passwords sixty times at once, and go on with all else', async () => {
    const { app } = await world({ addressOf: () => '10.0.0.1' })
    const tries: number[] = []
    for (let n = 0; n < 61; n += 1) {
      tries.push((await app.request(signIn.path, post({ ...good, login: `x${n}` }))).status)
    }
    expect([tries.filter((status) => status === 400).length, tries.at(-1)]).toEqual([60, 429])
    expect((await app.request(listCheckpoints.path)).status).toBe(200)
  })
})

describe('every answer', () => {
  it('carries the headers that keep foreign code out', async () => {
    const { app } = await world()
    for (const path of ['/', '/healthz', listCheckpoints.path, '/api/nothing']) {
      const { headers } = await app.request(path)
      expect(headers.get('content-security-policy')).toContain("default-src 'self'")
      expect(headers.get('content-security-policy')).not.toContain('unsafe-inline')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000')
      expect(headers.get('access-control-allow-origin')).toBeNull()
    }
  })

  it('of the API is kept by nobody', async () => {
    const { app } = await world()
    for (const path of [listCheckpoints.path, '/api/nothing']) {
      expect((await app.request(path)).headers.get('cache-control')).toBe('no-store')
    }
  })

  it.each(['http://localhost:8787', 'https://localhost:8787', 'https://192.168.1.5:8787', 'https://[::1]:8787'])(
    'binds %s to https for nobody: it is no public name',
    async (origin) => {
      const { app } = await smallWorld(() => undefined, {}, origin)
      expect((await app.request('/healthz')).headers.get('strict-transport-security')).toBeNull()
    },
  )
})
