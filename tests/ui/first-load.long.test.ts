import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtPages } from '../kit/built-pages.ts'

/** Bytes are the same on every machine, so they may be asserted; how long they take is measured in `bench start`. */
describe('what a page loads before it can begin', () => {
  let pages: ReturnType<typeof builtPages>
  beforeAll(() => {
    pages = builtPages()
  }, 60_000)
  afterAll(() => pages?.remove())

  test.each([
    { page: 'checkpoint/index.html', until: 'the camera starts', kilobytes: 120 },
    { page: 'driver/index.html', until: 'a driver can begin', kilobytes: 120 },
  ])('$page: at most $kilobytes kB of script, gzipped, until $until', ({ page, kilobytes }) => {
    expect(pages.firstLoad(page)).toBeLessThanOrEqual(kilobytes * 1000)
  })

  test.each(['checkpoint', 'driver'])('all of %s is kept for the time without a network', (app) => {
    const { files, bytes } = pages.kept(app)
    expect(new Set(files).size).toBe(files.length)
    expect(bytes).toBeGreaterThan(300_000)
  })

  test('what the camera need not wait for, the worker that reads codes and its engine are kept too', () => {
    const names = pages.kept('checkpoint').files.join('\n')
    for (const part of [/\/rest-[\w-]+\.js/, /\/qr-worker-[\w-]+\.js/, /\/zxing_reader-[\w-]+\.wasm/])
      expect(names).toMatch(part)
  })
})
