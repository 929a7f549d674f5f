import type { Page } from 'playwright-core'
import type { Stage } from './stage.ts'

export type Face = 'home' | 'driver' | 'checkpoint' | 'apply' | 'office' | 'dispatch' | 'queue' | 'p' | 'rules' | 'demo'
export type Language = 'zh' | 'en'
export type Size = { width: number; height: number }

export const phoneSize: Size = { width: 390, height: 844 }
export const deskSize: Size = { width: 1440, height: 900 }

/**
 * The page shows a screen now: it is kept under this name in both languages, by day and by night (or looked into by a test).
 * `in`: a page that speaks one language only.
 */
export type At = (page: Page, name: string, only?: { in: Language }) => Promise<void>

/**
 * A way through some screens of a face, pressed in Chinese. A new screen is one line: bring the page there and `await at(page,
 * 'its-name')`. A walk that breaks loses the rest of its screens and no other's.
 */
export type Walk = { name: string; size?: Size; go: (stage: Stage, at: At) => Promise<void> }

/** Changes the language of the page as another tab would, so that the screen stays as it is. */
export async function speak(page: Page, language: Language): Promise<void> {
  await page.evaluate((chosen) => {
    const key = 'changxing.language'
    if (localStorage.getItem(key) === JSON.stringify(chosen)) return
    localStorage.setItem(key, JSON.stringify(chosen))
    dispatchEvent(new StorageEvent('storage', { key }))
  }, language)
}

/** Until nothing moves: what is still loading, fonts, pictures. A walk may hold an answer back for as long as it likes. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('load')
  await page
    .locator('.busy')
    .first()
    .waitFor({ state: 'detached', timeout: 3000 })
    .catch(() => undefined)
  await page.evaluate(async () => {
    await document.fonts.ready
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  })
}
