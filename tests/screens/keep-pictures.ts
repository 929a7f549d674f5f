import { mkdirSync, writeFileSync } from 'node:fs'
import type { CDPSession, Page } from 'playwright-core'
import { settled, speak } from './walk.ts'
import type { At, Face, Language, Size } from './walk.ts'

export type Picture = { face: Face; screen: string; language: Language; theme: 'day' | 'night' }

export const fileOf = ({ screen, language, theme }: Omit<Picture, 'face'>) => `${screen}-${language}-${theme}.webp`

/** `whole`: the page below the fold, too; `size`: of phones, instead of the walk's own. */
type How = { whole: boolean; size?: Size }

/** Keeps each screen in its dresses below `folder`; answers what was kept. */
export function keepPictures(folder: URL, face: Face, { whole, size }: How): { at: At; kept: Picture[] } {
  const kept: Picture[] = []
  mkdirSync(new URL(`${face}/`, folder), { recursive: true })
  const at: At = async (page, screen, only) => {
    const before = page.viewportSize()!
    if (size !== undefined && before.width < 1000) await page.setViewportSize(size)
    const cdp = await page.context().newCDPSession(page)
    for (const language of only === undefined ? (['zh', 'en'] as const) : [only.in]) {
      if (only === undefined) await speak(page, language)
      for (const theme of ['day', 'night'] as const) {
        await page.emulateMedia({ colorScheme: theme === 'day' ? 'light' : 'dark', reducedMotion: 'reduce' })
        await settled(page)
        const picture: Picture = { face, screen, language, theme }
        writeFileSync(new URL(`${face}/${fileOf(picture)}`, folder), await shoot(cdp, page, whole))
        kept.push(picture)
      }
    }
    if (only === undefined) await speak(page, 'zh')
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize(before)
    await cdp.detach()
  }
  return { at, kept }
}

/** WebP: half the size of a JPEG of the same look, and playwright writes none. */
async function shoot(cdp: CDPSession, page: Page, whole: boolean): Promise<Buffer> {
  const { width, height } = page.viewportSize()!
  const tall = whole ? await page.evaluate(() => document.documentElement.scrollHeight) : height
  const clip = { x: 0, y: 0, width, height: Math.max(height, tall), scale: 1 }
  const beyond = whole ? { captureBeyondViewport: true, clip } : {}
  const { data } = await cdp.send('Page.captureScreenshot', { format: 'webp', quality: 62, ...beyond })
  return Buffer.from(data, 'base64')
}
