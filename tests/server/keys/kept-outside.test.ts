import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { base64url } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { notice } from '../../../server/keys/line.ts'
import { environmentKeys } from '../../../server/ports/key-home-environment.ts'
import { httpKms } from '../../../server/ports/kms-http.ts'
import { listSigningKeys } from '../../../server/store/signing-keys.ts'
import { minded } from '../../../server/timers/keys.ts'
import { revokeKey, rotateKey } from '../../../server/usecases/keys.ts'
import { generateKey, importSigningKey, toJwks } from '../../../shared/credential/keys.ts'
import type { PrivateJwk } from '../../../shared/credential/keys.ts'
import { es256Signer } from '../../../shared/credential/seal.ts'
import { day, instant } from '../../../shared/instant.ts'
import { fetched, issue, keyRoom, opens, operator } from './kit.ts'

const began = instant(Date.parse('2022-05-01T00:00:00+08:00'))

describe('keys of the environment', () => {
  const setOf = (...keys: PrivateJwk[]) => JSON.stringify({ keys })

  it('sign from the first start on, and are never written down', async () => {
    const key = await generateKey('freight', began)
    const room = await keyRoom({ homes: [await environmentKeys(setOf(key))] })
    expect((await room.deps.keyring.signer('freight')).kid).toBe(key.kid)
    expect(await opens(room, await issue(room), await fetched(room))).toBe('open')
    const [row] = await listSigningKeys(room.deps.db)
    expect([row?.home, row?.private_sealed]).toEqual(['environment', ''])
    expect(JSON.stringify(row)).not.toContain(key.d)
    expect((await room.deps.keyring.signer('pass')).kid).not.toBe(key.kid)
  })

  it('given later take over after a day’s notice', async () => {
    const room = await keyRoom()
    const old = (await room.deps.keyring.signer('freight')).kid
    const key = await generateKey('freight', began)
    const now = room.beside({ homes: [await environmentKeys(setOf(key))] })
    await minded(now)
    await minded(now)
    const phone = await fetched({ ...room, deps: now })
    expect([...phone.keys()].sort()).toEqual([old, key.kid].sort())
    expect((await now.keyring.signer('freight')).kid).toBe(old)
    room.forward(notice)
    const kid = (await now.keyring.signer('freight')).kid
    expect(kid).toBe(key.kid)
    expect(await opens(room, await issue({ ...room, deps: now }), phone)).toBe('open')
    await expect(rotateKey(now, 'freight', operator)).rejects.toMatchObject({ code: 'KE-03' })
    // A process that was not given them says so, and makes no key of its own.
    await expect(room.deps.keyring.signer('freight')).rejects.toMatchObject({ kind: 'unavailable', code: 'KE-04' })
  })

  it('one that is not to sign yet waits for its day, and a stolen one gives way to the next', async () => {
    const [first, later] = [
      await generateKey('freight', began),
      await generateKey('freight', instant(began + 40 * day)),
    ]
    const room = await keyRoom({ homes: [await environmentKeys(setOf(first, later))] })
    await minded(room.deps)
    expect((await room.deps.keyring.signer('freight')).kid).toBe(first.kid)
    expect(await revokeKey(room.deps, first.kid, 'x', operator)).toMatchObject({ instead: later.kid })
    expect((await room.deps.keyring.signer('freight')).kid).toBe(later.kid)
  })

  it.each([
    ['no d', { d: undefined }],
    ['another curve', { crv: 'P-384' }],
    ['no use', { cx_use: 'lunch' }],
    ['a point that is none', { y: 'A'.repeat(43) }],
  ])('refused: %s', async (_, change) => {
    const key = { ...(await generateKey('freight', began)), ...change }
    await expect(environmentKeys(JSON.stringify({ keys: [key] }))).rejects.toMatchObject({ code: 'C-23' })
  })
})

describe('a key service', () => {
  /** A real service on a real socket. */
  let keys: PrivateJwk[] = []
  let mood: 'well' | 'down' | 'silent' | 'lies' | 'refuses' = 'well'
  const asked: { path: string; authorization: string | undefined; body: unknown }[] = []
  const toSign = z.object({ kid: z.string(), alg: z.literal('ES256'), input: z.string() })
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    let body = ''
    request.on('data', (chunk) => (body += String(chunk)))
    request.on('end', () => void answer(request, response, body))
  })
  async function answer(request: IncomingMessage, response: ServerResponse, body: string): Promise<void> {
    const { url: path = '', headers } = request
    asked.push({ path, authorization: headers.authorization, body: body === '' ? null : JSON.parse(body) })
    if (mood === 'silent') return
    if (mood === 'down' || mood === 'refuses') {
      response.statusCode = mood === 'down' ? 503 : 403
      return void response.end('{}')
    }
    if (path === '/v1/keys') return void response.end(JSON.stringify(toJwks(keys)))
    const { kid, input } = toSign.parse(JSON.parse(body))
    const key = keys.find((each) => each.kid === kid)
    if (key === undefined) return void response.end('{}')
    const text = base64url.decode(input)
    const signature = await es256Signer(kid, await importSigningKey(key)).sign(text)
    if (mood === 'lies') signature[9]! ^= 1
    response.end(JSON.stringify({ signature: base64url.encode(signature) }))
  }
  let url = ''
  beforeAll(async () => {
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const address = server.address()
    url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/v1`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  beforeEach(async () => {
    keys = [await generateKey('freight', began)]
    mood = 'well'
    asked.length = 0
  })
  /** Short only where silence is waited out: a busy machine may answer late. */
  const kms = (timeout = 20_000) => httpKms({ url, token: 'the-token', timeout, backOff: 1 })

  it('signs what phones open, asked with its token, and its private halves are nowhere here', async () => {
    const room = await keyRoom({ homes: [kms()] })
    expect(await opens(room, await issue(room), await fetched(room))).toBe('open')
    expect(asked.map(({ path, authorization }) => [path, authorization])).toEqual([
      ['/v1/keys', 'Bearer the-token'],
      ['/v1/sign', 'Bearer the-token'],
    ])
    expect(asked[1]?.body).toMatchObject({ kid: keys[0]?.kid, alg: 'ES256' })
    expect((await listSigningKeys(room.deps.db)).map(({ home, private_sealed }) => [home, private_sealed])).toEqual([
      ['kms', ''],
    ])
  })

  it.each([
    ['down', 'unavailable KE-05'],
    ['silent', 'unavailable KE-05'],
    ['refuses', 'unavailable KE-05'],
    ['lies', 'broken KE-06'],
  ] as const)('when it is %s no code is signed, and it is said plainly: %s', async (how, said) => {
    const room = await keyRoom({ homes: [how === 'silent' ? kms(400) : kms()] })
    await room.deps.keyring.signer('freight')
    mood = how
    const refused = await issue(room).catch((cause: { kind: string; code: string }) => `${cause.kind} ${cause.code}`)
    expect(refused).toBe(said)
    mood = 'well'
    expect(await opens(room, await issue(room), await fetched(room))).toBe('open')
  })

  it('that is down at the very first start gets no rival made here', async () => {
    mood = 'down'
    const room = await keyRoom({ homes: [kms()] })
    await expect(room.deps.keyring.signer('freight')).rejects.toMatchObject({ code: 'KE-05' })
    expect(await listSigningKeys(room.deps.db)).toEqual([])
    mood = 'well'
    expect((await room.deps.keyring.signer('freight')).kid).toBe(keys[0]?.kid)
  })

  it('is tried twice, and left alone for half a minute after five failures', async () => {
    const room = await keyRoom({ homes: [kms()] })
    const signer = await room.deps.keyring.signer('freight')
    mood = 'down'
    asked.length = 0
    for (let turn = 0; turn < 8; turn += 1)
      await signer.sign(new TextEncoder().encode('e30.e30')).catch(() => undefined)
    expect(asked.length).toBe(10)
  })

  it('with a new key gives it a day’s notice', async () => {
    const room = await keyRoom({ homes: [kms()] })
    const [old] = [(await room.deps.keyring.signer('freight')).kid]
    keys = [...keys, await generateKey('freight', began)]
    await minded(room.deps)
    expect([(await fetched(room)).size, (await room.deps.keyring.signer('freight')).kid]).toEqual([2, old])
    room.forward(notice)
    expect((await room.deps.keyring.signer('freight')).kid).toBe(keys[1]?.kid)
  })
})

describe('another profile of signature', () => {
  it('can be signed with, and opens nowhere that does not know it', async () => {
    const room = await keyRoom()
    const ours = await room.deps.keyring.signer('freight')
    const sm2 = { ...ours, alg: 'X-SM2-TEST', sign: async () => new Uint8Array(64).fill(3) }
    const other = { ...room, deps: { ...room.deps, keyring: { ...room.deps.keyring, signer: async () => sm2 } } }
    const token = await issue(other)
    expect(JSON.parse(new TextDecoder().decode(base64url.decode(token.split('.')[0] ?? '')))).toMatchObject({
      alg: 'X-SM2-TEST',
    })
    expect(await opens(room, token, await fetched(room))).toBe('bad-signature')
  })
})
