import { mkdirSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'

/** Where the pictures of a run are kept for people to look at; not in the repository. */
const folder = new URL('../out/', import.meta.url)

export async function snap(page: Page | Locator, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: new URL(`${name}.png`, folder).pathname })
}
