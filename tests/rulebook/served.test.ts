import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { compress } from 'hono/compress'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { rulebookCommand } from '../../server/cli/rulebook.ts'
import { fileNames } from '../../server/rulebook/files.ts'
import { Usage } from '../../server/usage.ts'
import { editionInForce } from '../../shared/policy/edition.ts'
import { smallWorld } from '../server/http/small-world.ts'

const { app, deps } = await smallWorld(() => undefined, { compress: compress() })
const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })
const address = (name: string) => `/rules/${name.replace('index.html', '')}`

describe('the rule book at its address', () => {
  test.each([
    ['/rules/', 'text/html; charset=utf-8'],
    ['/rules/en/', 'text/html; charset=utf-8'],
    ['/rules/rules.css', 'text/css; charset=utf-8'],
    ['/rules/edition.json', 'application/json'],
  ])('%s is public, %s', async (path, type) => {
    const { status, headers } = await get(path)
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([200, type, 'public, no-cache'])
    expect(headers.get('content-security-policy')).toContain("style-src 'self'")
  })
  test.each([
    ['/rules', 308, '/rules/'],
    ['/rules/en', 308, '/rules/en/'],
    ['/rules/?lang=en', 302, '/rules/en/'],
  ])('%s → %i %s', async (path, status, location) => {
    const response = await get(path)
    expect([response.status, response.headers.get('location')]).toEqual([status, location])
  })
  test.each(['/rules/?lang=zh', '/rules/?x=1'])('%s is the Chinese page', async (path) =>
    expect(await (await get(path)).text()).toContain('<html lang="zh-CN">'),
  )
  test('nothing else is there', async () => expect((await get('/rules/secret')).status).toBe(404))

  test('does not travel again while it is the same, squeezed or not', async () => {
    const plain = await get('/rules/')
    const squeezed = await get('/rules/', { 'accept-encoding': 'gzip' })
    expect(squeezed.headers.get('content-encoding')).toBe('gzip')
    const body = Buffer.from(await squeezed.arrayBuffer())
    expect(body.length).toBeLessThan(30_000)
    expect(gunzipSync(body).toString()).toBe(await plain.text())
    for (const { headers } of [plain, squeezed]) {
      const again = await get('/rules/', { 'if-none-match': headers.get('etag')! })
      expect([again.status, await again.text()]).toEqual([304, ''])
    }
    expect((await get('/rules/en/', { 'if-none-match': plain.headers.get('etag')! })).status).toBe(200)
  })
  test('edition.json names the edition in force and holds it', async () => {
    const json = await (await get('/rules/edition.json')).json()
    expect(json).toMatchObject({ edition: { id: editionInForce(deps.now()).id } })
    expect(Object.keys(json)).toEqual([
      'edition',
      'promises',
      'chapters',
      'modifiers',
      'elsewhere',
      'numbers',
      'documents',
      'published',
      'changes',
    ])
  })
})

describe('changxing rulebook', () => {
  const out = mkdtempSync(join(tmpdir(), 'changxing-rules-'))
  afterAll(() => rmSync(out, { recursive: true }))
  test('writes what the address shows, byte for byte', async () => {
    const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
    expect(await rulebookCommand(['--out', out, '--edition', editionInForce(deps.now()).id])).toBe(0)
    expect(said.mock.calls.map(([line]) => line)).toEqual(fileNames.map((name) => `${join(out, name)}\n`))
    said.mockRestore()
    for (const name of fileNames)
      expect(readFileSync(join(out, name), 'utf8')).toBe(await (await get(address(name))).text())
  })
  test.each([['--to', 'x'], ['--out'], ['somewhere']])('refuses %s', async (...args) => {
    await expect(rulebookCommand(args)).rejects.toThrow(Usage)
  })
  test('an edition that is not there is not found', async () => {
    await expect(rulebookCommand(['--out', out, '--edition', 'none'])).rejects.toThrow(/known: /)
  })
})
