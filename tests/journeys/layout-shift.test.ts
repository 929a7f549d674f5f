import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { demoPassword } from '../../server/demo/places.ts'
import { openStage } from '../screens/stage.ts'
import type { Stage } from '../screens/stage.ts'
import { deskSize } from '../screens/walk.ts'
import { noChromium } from './kit/browser.ts'
import { sitDown } from './kit/desk.ts'
import { enrolByLink } from './kit/inspector.ts'

declare global {
  var shifted: number
}

/** Counts what moves by itself on this page from now on: Chromium's own measure, without what follows a press. */
const watch = (page: Page) =>
  page.addInitScript(() => {
    globalThis.shifted = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!entry.hadRecentInput) globalThis.shifted += entry.value
    }).observe({ type: 'layout-shift', buffered: true })
  })

/** Nothing moves under a finger while a page loads. */
describe.skipIf(noChromium)('no layout shift', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await openStage()
  })
  afterEach(() => stage?.leave())
  afterAll(() => stage?.close())

  async function shiftOf(page: Page, address: string): Promise<number> {
    await page.goto('about:blank')
    await page.goto(`${stage.origin}${address}`)
    await page.waitForLoadState('networkidle')
    await page.waitForTimeout(300)
    return page.evaluate(() => globalThis.shifted)
  }

  const faces = [
    '/',
    '/driver/',
    '/checkpoint/',
    '/apply/',
    '/office/',
    '/p',
    '/rules/',
    '/demo/',
    '/driver/#/register/1',
  ]

  test('a first visit to each face, and the second', async () => {
    const { page: any } = await stage.phone()
    for (const address of faces) {
      const stranger = await any
        .context()
        .browser()!
        .newContext({ viewport: { width: 390, height: 844 } })
      const page = await stranger.newPage()
      await watch(page)
      for (const visit of ['first', 'second'])
        expect(await shiftOf(page, address), `${address}, ${visit} visit`).toBeLessThan(0.01)
      await stranger.close()
    }
  })

  test('a bound phone opens on its camera', async () => {
    const { page } = await stage.phone()
    await watch(page)
    await enrolByLink(page, await stage.enrolment('shift-watch'))
    expect(await shiftOf(page, '/checkpoint/')).toBeLessThan(0.01)
  })

  test('a driver opens his code', async () => {
    const { page } = await stage.phone()
    const [link = ''] = await stage.demoLinks(/^\/driver\/#trip=/)
    await page.goto(`${stage.origin}${link}`)
    await page.getByRole('img', { name: '货畅码二维码' }).waitFor()
    await watch(page)
    expect(await shiftOf(page, '/driver/')).toBeLessThan(0.01)
  })

  test('ledgers of the office', async () => {
    const { page } = await stage.phone(deskSize)
    await sitDown(page, stage.server, 'supervisor', demoPassword)
    await watch(page)
    for (const name of ['inspections', 'people', 'passes', 'audit'])
      expect(await shiftOf(page, `/office/#/${name}`), name).toBeLessThan(0.01)
  })
})
