import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createApp } from '../../../server/app.ts'
import { nodePress } from '../../../server/http/press-node.ts'
import { revokeKey } from '../../../server/usecases/keys.ts'
import { importKeys } from '../../../shared/credential/keys.ts'
import { openCredential } from '../../../shared/credential/open.ts'
import { standingFromLists } from '../../../shared/credential/standing.ts'
import { readStatusListToken, statusAt } from '../../../shared/credential/status-list.ts'
import { day, hour, minute, plus } from '../../../shared/instant.ts'
import { operator } from '../keys/kit.ts'
import { issuedPass, setStanding, statusWorld } from './kit.ts'

type Road = Awaited<ReturnType<typeof statusWorld>>
const get = async ({ app }: Road, path: string, headers: Record<string, string> = {}) => app.request(path, { headers })
const keysOf = async ({ deps }: Road) => importKeys(await deps.keyring.publicKeys())

async function listOf(road: Road, path = '/status/1') {
  const read = await readStatusListToken(await (await get(road, path)).text(), await keysOf(road), road.clock.now())
  if (!read.ok) throw new Error(read.reason)
  return read.list
}

describe('the public list of standings', () => {
  it('says at the place named in the pass how the pass stands, whoever fetches it', async () => {
    const road = await statusWorld()
    const pass = await issuedPass(road, '豫HD0001')
    const at = pass.claims.status.index
    expect(pass.claims.status.uri).toBe('http://localhost:8787/status/1')
    expect(statusAt(await listOf(road), at)).toBe(0)
    await setStanding(road, pass, 'revoked')
    const list = await listOf(road)
    expect([list.uri, statusAt(list, at)]).toEqual([pass.claims.status.uri, 1])
    expect(list.bytes.reduce((sum, byte) => sum + byte, 0)).toBe(1 << ((at % 4) * 2))
    await setStanding(road, pass, 'suspended')
    expect(statusAt(await listOf(road), at)).toBe(2)
    await setStanding(road, pass, 'valid')
    expect(statusAt(await listOf(road), at)).toBe(0)
  })

  it('opens a pass or refuses it, with nothing but the list and the keys', async () => {
    const road = await statusWorld()
    const pass = await issuedPass(road, '豫HD0002')
    await setStanding(road, pass, 'revoked')
    const standing = standingFromLists([await listOf(road)])
    const options = { keys: await keysOf(road), now: road.clock.now() }
    expect(await openCredential(pass.token, options)).toMatchObject({ ok: true })
    expect(await openCredential(pass.token, { ...options, standing })).toMatchObject({ ok: false, reason: 'revoked' })
  })

  it('is a signed token of its kind, for any page, and names itself among the others', async () => {
    const road = await statusWorld()
    const answer = await get(road, '/status/1')
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/statuslist+jwt',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=900',
      vary: 'Accept-Encoding',
    })
    expect(await listOf(road)).toMatchObject({
      uri: 'http://localhost:8787/status/1',
      bits: 2,
      issuedAt: road.clock.now(),
      expiresAt: plus(road.clock.now(), day),
      ttlSeconds: 900,
    })
    expect(await (await get(road, '/status')).json()).toEqual({ status_lists: ['http://localhost:8787/status/1'] })
  })

  it('is not sent again while nothing changed, on no server of ours, and is sent when something did', async () => {
    const road = await statusWorld()
    const pass = await issuedPass(road, '豫HD0003')
    const tag = (await get(road, '/status/1')).headers.get('etag') ?? ''
    const asked = { 'if-none-match': `"else", ${tag}` }
    const again = await get(road, '/status/1', asked)
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag])
    expect((await createApp(road.deps).request('/status/1', { headers: asked })).status).toBe(304)
    await setStanding(road, pass, 'revoked')
    expect((await get(road, '/status/1', asked)).status).toBe(200)
  })

  it('is signed anew before it is stale, and fetched again long before it expires', async () => {
    const road = await statusWorld()
    const first = await get(road, '/status/1')
    const tag = first.headers.get('etag') ?? ''
    const token = await first.text()
    road.forward(9)
    const same = await get(road, '/status/1')
    expect([await same.text(), same.headers.get('cache-control')]).toEqual([token, 'public, max-age=360'])
    road.forward(1)
    expect((await listOf(road)).issuedAt).toBe(road.clock.now())
    expect((await get(road, '/status/1', { 'if-none-match': tag })).status).toBe(304)
    road.forward((6 * hour) / minute)
    expect((await get(road, '/status/1', { 'if-none-match': tag })).status).toBe(200)
  })

  it('is signed by another key the moment its own is revoked, and no copy of the old one is called fresh', async () => {
    const road = await statusWorld()
    await issuedPass(road, '豫HD0004')
    const tag = (await get(road, '/status/1')).headers.get('etag') ?? ''
    const { kid } = await road.deps.keyring.signer('pass')
    await revokeKey(road.deps, kid, '备份盘遗失', operator)
    road.forward(2)
    const again = await get(road, '/status/1', { 'if-none-match': tag })
    expect(again.status).toBe(200)
    expect(await readStatusListToken(await again.text(), await keysOf(road), road.clock.now())).toMatchObject({
      ok: true,
    })
    expect((await road.deps.keyring.signer('pass')).kid).not.toBe(kid)
  })

  it('is pressed as the asker takes it', async () => {
    const road = await statusWorld()
    const app = createApp(road.deps, { press: nodePress })
    const plain = await app.request('/status/1')
    const token = await plain.text()
    const br = await app.request('/status/1', { headers: { 'accept-encoding': 'gzip, br' } })
    const zip = await app.request('/status/1', { headers: { 'accept-encoding': 'gzip' } })
    const noBr = await app.request('/status/1', { headers: { 'accept-encoding': 'br;q=0, gzip;q=0.5' } })
    const asked = [plain, br, zip, noBr].map(({ headers }) => headers.get('content-encoding'))
    expect(asked).toEqual([null, 'br', 'gzip', 'gzip'])
    expect(brotliDecompressSync(await br.arrayBuffer()).toString()).toBe(token)
    expect(gunzipSync(await zip.arrayBuffer()).toString()).toBe(token)
  })

  it.each(['/status/2', '/status/0', '/status/01', '/status/x', '/status/1e3', '/status/999999999'])(
    '%s is nobody’s list, and the answer says where the lists are',
    async (path) => {
      const answer = await get(await statusWorld(), path)
      expect(answer.status).toBe(404)
      expect(await answer.json()).toMatchObject({
        error: { code: 'SL-01', message: expect.stringContaining('/status') },
      })
    },
  )

  it('how it was at another time is not kept, and nobody writes to it', async () => {
    const road = await statusWorld()
    expect((await get(road, '/status/1?time=1652666400')).status).toBe(501)
    expect((await road.app.request('/status/1', { method: 'HEAD' })).status).toBe(200)
    const posted = await road.app.request('/status/1', { method: 'POST' })
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })
})
