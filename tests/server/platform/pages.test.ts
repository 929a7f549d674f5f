import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { afterAll, describe, expect, it } from 'vitest'
import { mountPages } from '../../../server/http/pages.ts'

const folder = mkdtempSync(join(tmpdir(), 'changxing-pages-'))
afterAll(() => rmSync(folder, { recursive: true }))
const long = `<p>${'畅行'.repeat(1000)}</p>`
const root = join(folder, 'dist')
for (const name of ['assets', 'driver', 'empty']) mkdirSync(join(root, name), { recursive: true })
writeFileSync(join(root, 'index.html'), 'start')
writeFileSync(join(root, 'driver/index.html'), long)
writeFileSync(join(root, 'driver/sw.js'), 'self')
writeFileSync(join(root, 'driver/app.webmanifest'), '{}')
writeFileSync(join(root, 'assets/a-1234.js'), 'x')
writeFileSync(join(folder, 'secrets.json'), 'secret')

const app = new Hono()
mountPages(app, root)
const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })

describe('the pages', () => {
  it.each([
    ['/', 200, 'text/html; charset=utf-8', 'no-cache'],
    ['/driver/', 200, 'text/html; charset=utf-8', 'no-cache'],
    ['/driver/sw.js', 200, 'text/javascript; charset=utf-8', 'no-cache'],
    ['/driver/app.webmanifest', 200, 'application/manifest+json', 'no-cache'],
    ['/assets/a-1234.js', 200, 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  ])('%s → %i %s, %s', async (path, status, type, cache) => {
    const response = await get(path)
    const { headers } = response
    expect([response.status, headers.get('content-type'), headers.get('cache-control')]).toEqual([status, type, cache])
  })

  it('send a folder without its slash to the one with', async () => {
    const response = await get('/driver?a=1')
    expect([response.status, response.headers.get('location')]).toEqual([308, '/driver/'])
    expect((await get('/empty')).status).toBe(404)
    expect((await get('/empty/')).status).toBe(404)
  })

  it.each([
    '/../secrets.json',
    '/%2e%2e/secrets.json',
    '/..%2fsecrets.json',
    '/driver/..%2f..%2fsecrets.json',
    '/%5c..%5csecrets.json',
    '/%00',
    '/%ff',
    '//driver',
    '/nowhere',
    '/index.html/',
    `/${'x'.repeat(3000)}`,
  ])('hand out nothing for %s', async (path) => {
    expect((await app.request(`http://localhost${path}`)).status).toBe(404)
  })

  it('travel small, and mean the same', async () => {
    const [br, zip, plain] = [
      await get('/driver/', { 'accept-encoding': 'gzip, deflate, br' }),
      await get('/driver/', { 'accept-encoding': 'gzip' }),
      await get('/driver/'),
    ]
    expect([br, zip, plain].map((one) => one.headers.get('content-encoding'))).toEqual(['br', 'gzip', null])
    expect(brotliDecompressSync(Buffer.from(await br.arrayBuffer())).toString()).toBe(long)
    expect(gunzipSync(Buffer.from(await zip.arrayBuffer())).toString()).toBe(long)
    expect(await plain.text()).toBe(long)
  })

  it('do not travel again while they are the same, and do when built anew', async () => {
    const etag = (await get('/')).headers.get('etag')!
    const again = await get('/', { 'if-none-match': etag })
    expect([again.status, await again.text()]).toEqual([304, ''])
    writeFileSync(join(root, 'index.html'), 'start, built anew')
    const anew = await get('/', { 'if-none-match': etag })
    expect([anew.status, await anew.text()]).toEqual([200, 'start, built anew'])
  })
})
