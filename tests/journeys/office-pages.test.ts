import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { en } from '../../checkpoint-app/office/words.en.ts'
import { zh } from '../../checkpoint-app/office/words.zh.ts'
import { menuOf } from '../../checkpoint-app/office/pages.ts'
import { demoPassword } from '../../server/demo/places.ts'
import { audit, deskSizes } from './kit/audit.ts'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { deskSize, sitDown } from './kit/desk.ts'
import { snapFailure } from './kit/looks.ts'
import { startServer } from './kit/server.ts'
import type { Server } from './kit/server.ts'

/** Every page of the office with the demonstration's data in it, in both languages, by day and by night, wide and narrow. */
describe.skipIf(noChromium)('every page of the office', () => {
  let server: Server
  let desk: Phone

  beforeAll(async () => {
    server = await startServer({}, ['--demo'])
    desk = await startPhone(deskSize)
  })
  afterEach((context) => snapFailure(context, [desk]))
  afterAll(async () => {
    await desk?.forget()
    await server?.remove()
  })

  /** Looks at each page of the menu, and at its first line where it has any. */
  async function lookAtAll(words: typeof zh | typeof en, language: string): Promise<string[]> {
    const { page } = desk
    const faults: string[] = []
    for (const name of menuOf('supervisor')) {
      await page.goto(`${server.origin}/office/#/${name}`)
      await page.getByRole('heading', { name: words.pages[name], level: 1 }).waitFor()
      await page.locator('main').getByText(words.loading).waitFor({ state: 'detached' })
      await page.waitForTimeout(300)
      faults.push(...(await audit(page, `${language}-${name}`, deskSizes)))
    }
    return faults
  }

  test('in Chinese', { timeout: 180_000 }, async () => {
    await sitDown(desk.page, server, 'supervisor', demoPassword)
    expect(await lookAtAll(zh, 'zh')).toEqual([])
  })

  test('in English, whose words are longer', { timeout: 180_000 }, async () => {
    const { page } = desk
    await page.evaluate(() => localStorage.setItem('changxing.language', '"en"'))
    await page.reload()
    expect(await lookAtAll(en, 'en')).toEqual([])
    expect(desk.complaints).toEqual([])
  })
})
