import { CompactSign, exportJWK, generateKeyPair } from 'jose'
import { describe, expect, it } from 'vitest'
import { currentCode, registerTrip } from '../../../schema/api/trips.ts'
import { fetchBundle } from '../../../schema/api/bundle.ts'
import { lookUpPlate } from '../../../schema/api/terminals.ts'
import { listStaff, signIn, signOut, whoAmI } from '../../../schema/api/office.ts'
import { whoIsAsking } from '../../../server/http/who-is-asking.ts'
import { giveSession, newSession, takeSession } from '../../../server/http/session.ts'
import { sql } from '../../../server/store/db.ts'
import { insertSession } from '../../../server/store/staff-sessions.ts'
import { tripKeyOf } from '../../../server/trip-key.ts'
import { Fault } from '../../../shared/fault.ts'
import { hour, minute, plus } from '../../../shared/instant.ts'
import { checkpointRow, smallWorld, staffRow } from './small-world.ts'

const trip = '0198c0de-0000-7000-8000-000000000001'
const terminal = '0198c0de-0000-7000-8000-00000000000a'

/** An app whose every endpoint answers who is asking. */
const world = (origin?: string) =>
  smallWorld(
    (app, deps) => {
      for (const endpoint of [currentCode, registerTrip, fetchBundle, lookUpPlate, listStaff, whoAmI, signOut]) {
        app.on(endpoint.method, endpoint.path, async (context) =>
          context.json(await whoIsAsking(deps, context, endpoint.callers)),
        )
      }
      app.post(signIn.path, async (context) => {
        const session = await newSession(deps)
        const expiresAt = plus(deps.now(), 12 * hour)
        await deps.db.commit([insertSession({ tokenTag: session.tag, staff: 'admin', now: deps.now(), expiresAt })])
        giveSession(deps, context, session.token, 12 * 3600)
        return context.json({})
      })
      app.post('/api/out', (context) => {
        takeSession(deps, context)
        return context.json({})
      })
    },
    {},
    origin,
  )

const codeOf = async (response: Response) => {
  const body: { error?: { code: string } } = await response.json()
  return `${response.status} ${body.error?.code ?? 'ok'}`
}

describe('a driver', () => {
  it('opens the trip whose key he has, and no other', async () => {
    const { app, deps } = await world()
    const bearer = { headers: { authorization: `Bearer ${await tripKeyOf(deps, trip)}` } }
    const own = await app.request(`/api/trips/${trip}/code`, bearer)
    expect(await own.json()).toEqual({ kind: 'driver', trip })
    const other = `/api/trips/${trip.replace(/1$/, '2')}/code`
    expect(await codeOf(await app.request(other, bearer))).toBe('401 AU-02')
  })

  it.each(['', 'Bearer', 'Bearer ', 'Bearer x', 'bearer x', 'Basic x', 'Terminal x', 'Bearer é'.normalize()])(
    'is refused with %j',
    async (authorization) => {
      const { app } = await world()
      const response = await app.request(`/api/trips/${trip}/code`, { headers: { authorization } })
      expect(response.status).toBe(401)
    },
  )
})

describe('a member of staff', () => {
  async function signedIn(origin?: string) {
    const { app, db, ...rest } = await world(origin)
    await db.commit([staffRow('admin', 'admin')])
    const response = await app.request(signIn.path, { method: 'POST', headers: { 'content-type': 'application/json' } })
    const cookie = response.headers.get('set-cookie') ?? ''
    return { app, db, ...rest, set: cookie, cookie: cookie.split(';')[0]! }
  }

  it('holds a cookie that only our own pages over https can send', async () => {
    const { app, set, cookie } = await signedIn()
    expect(set).toMatch(/^__Host-cx=[0-9a-f]{64}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
    const me = await app.request(whoAmI.path, { headers: { cookie } })
    expect(await me.json()).toMatchObject({ kind: 'staff', staff: 'admin', role: 'admin', checkpoint: null })
  })

  it('holds a plain one where the server is this machine', async () => {
    const { set } = await signedIn('http://localhost:8787')
    expect(set).toMatch(/^cx=[0-9a-f]{64}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/)
  })

  it('changes nothing without the header that a foreign page cannot set', async () => {
    const { app, cookie } = await signedIn()
    const out = (headers: Record<string, string>) => app.request(signOut.path, { method: 'DELETE', headers })
    expect(await codeOf(await out({ cookie }))).toBe('403 AU-05')
    expect(await codeOf(await out({ cookie, 'x-changxing': '1' }))).toBe('200 ok')
  })

  it('is out when the time is over, when disabled, and with another cookie', async () => {
    const { app, db, cookie, forward } = await signedIn()
    const ask = async (sent = cookie) => codeOf(await app.request(whoAmI.path, { headers: { cookie: sent } }))
    expect(await ask()).toBe('200 ok')
    expect(await ask(cookie.replace(/.$/, (last) => (last === '0' ? '1' : '0')))).toBe('401 AU-01')
    expect(await ask(cookie.replace('__Host-cx', 'cx'))).toBe('401 AU-01')
    await db.commit([sql.updateTable('staff').set({ disabled_at: 1 }).compile()])
    expect(await ask()).toBe('401 AU-01')
    await db.commit([sql.updateTable('staff').set({ disabled_at: null }).compile()])
    forward(12 * hour - 1)
    expect(await ask()).toBe('200 ok')
    forward(1)
    expect(await ask()).toBe('401 AU-01')
  })

  it('may not do what his role may not', async () => {
    const { app, db, cookie } = await signedIn()
    await db.commit([sql.updateTable('staff').set({ role: 'inspector' }).compile()])
    expect(await codeOf(await app.request(listStaff.path, { headers: { cookie } }))).toBe('403 AU-04')
  })

  it('has an empty cookie after signing out', async () => {
    const { app } = await signedIn()
    const out = await app.request('/api/out', { method: 'POST', headers: { 'content-type': 'application/json' } })
    expect(out.headers.get('set-cookie')).toMatch(/^__Host-cx=; Max-Age=0; Path=\/; HttpOnly; Secure/)
  })
})

describe('a terminal', () => {
  async function bound() {
    const made = await world()
    const { publicKey, privateKey } = await generateKeyPair('ES256')
    const row = {
      id: terminal,
      staff_id: 'li',
      checkpoint_id: 'JZ-G01',
      lane: 2,
      device: 'x',
      segment: null,
      public_jwk: JSON.stringify(await exportJWK(publicKey)),
      thumbprint: 't',
      bound_at: 1,
      last_seen_at: null,
      released_at: null,
      released_by: null,
      release_reason: null,
    }
    const insert = sql.insertInto('terminal').values(row).compile()
    await made.db.commit([checkpointRow('JZ-G01'), staffRow('li', 'inspector'), insert])
    type Change = { claims?: object; kid?: string; alg?: string; key?: CryptoKey }
    const proof = async ({ claims = {}, kid = terminal, alg = 'ES256', key = privateKey }: Change = {}) => {
      const iat = Math.floor(made.deps.now() / 1000)
      const payload = { terminal, method: 'POST', path: '/api/bundle', iat, jti: 'j1', ...claims }
      return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
        .setProtectedHeader({ alg, kid })
        .sign(key)
    }
    const ask = (text: string, path = '/api/bundle') =>
      made.app.request(path, { method: 'POST', headers: { authorization: `Terminal ${text}` } })
    return { ...made, proof, ask }
  }

  it('is known by its signature over this call', async () => {
    const { ask, proof } = await bound()
    expect(await (await ask(await proof())).json()).toEqual({
      kind: 'terminal',
      terminal,
      staff: 'li',
      checkpoint: 'JZ-G01',
      lane: 2,
      key: {},
    })
  })

  it('is let in though the disk is full and nobody can note that it was seen', async () => {
    const { ask, proof, deps } = await bound()
    deps.db.commit = () => Promise.reject(new Fault('unavailable', 'DB-01', 'full'))
    expect((await ask(await proof())).status).toBe(200)
  })

  it('keeps when it was seen, to the minute', async () => {
    const { ask, proof, db, deps, forward } = await bound()
    const seen = async () =>
      (await db.all(sql.selectFrom('terminal').select('last_seen_at').compile()))[0]?.last_seen_at
    const first = deps.now()
    await ask(await proof())
    expect(await seen()).toBe(first)
    forward(minute - 1)
    await ask(await proof())
    expect(await seen()).toBe(first)
    forward(1)
    await ask(await proof())
    expect(await seen()).toBe(first + minute)
  })

  it.each([
    ['another method', { method: 'GET' }, '401 AU-06'],
    ['another path', { path: '/api/trips' }, '401 AU-06'],
    ['another terminal', { terminal: trip }, '401 AU-06'],
    ['no time', { iat: undefined }, '401 AU-06'],
    ['no jti', { jti: undefined }, '401 AU-06'],
    ['milliseconds', { iat: 1_652_666_400_000 }, '401 AU-08'],
    ['five minutes and a second ago', { iat: 1_652_666_400 - 301 }, '401 AU-08'],
    ['five minutes and a second ahead', { iat: 1_652_666_400 + 301 }, '401 AU-08'],
    ['five minutes ago', { iat: 1_652_666_400 - 300 }, '200 ok'],
    ['five minutes ahead', { iat: 1_652_666_400 + 300 }, '200 ok'],
  ])('a proof with %s: %j → %s', async (_title, claims, answer) => {
    const { ask, proof } = await bound()
    expect(await codeOf(await ask(await proof({ claims })))).toBe(answer)
  })

  it('is refused with a key that is not its own, and with a terminal that does not exist', async () => {
    const { ask, proof } = await bound()
    const { privateKey } = await generateKeyPair('ES256')
    expect(await codeOf(await ask(await proof({ key: privateKey })))).toBe('401 AU-06')
    expect(await codeOf(await ask(await proof({ kid: trip })))).toBe('401 AU-07')
    expect(await codeOf(await ask(await proof({ kid: 'x' })))).toBe('401 AU-06')
  })

  it('is refused once released', async () => {
    const { ask, proof, db } = await bound()
    await db.commit([sql.updateTable('terminal').set({ released_at: 5 }).compile()])
    expect(await codeOf(await ask(await proof()))).toBe('401 AU-07')
  })

  it.each(['', 'x', 'a.b.c', 'eyJhbGciOiJub25lIn0..', '😀.😀.😀'.replaceAll('😀', 'w'), 'a'.repeat(5000)])(
    'is refused with %j',
    async (text) => {
      const { ask } = await bound()
      expect((await ask(text)).status).toBe(401)
    },
  )

  it('reads a path with Chinese in it as the same path, encoded or not', async () => {
    const { app, proof } = await bound()
    const path = '/api/plates/豫H12345'
    for (const claimed of [path, encodeURI(path)]) {
      const headers = { authorization: `Terminal ${await proof({ claims: { method: 'GET', path: claimed } })}` }
      expect((await app.request(encodeURI(path), { headers })).status).toBe(200)
    }
  })
})

describe('anyone', () => {
  it('may call where anyone may, but not with a proof that does not hold', async () => {
    const { app } = await world()
    const ask = (headers: Record<string, string>) =>
      app.request(registerTrip.path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers } })
    expect(await (await ask({})).json()).toEqual({ kind: 'anyone' })
    expect(await codeOf(await ask({ authorization: 'Terminal x' }))).toBe('401 AU-06')
  })

  it('may not call where only some may', async () => {
    const { app } = await world()
    for (const path of [whoAmI.path, lookUpPlate.path, `/api/trips/${trip}/code`]) {
      expect(await codeOf(await app.request(path))).toBe('401 AU-01')
    }
  })
})
