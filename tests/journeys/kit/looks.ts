import { mkdirSync } from 'node:fs'
import { basename } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import type { TestContext } from 'vitest'
import type { Phone } from './browser.ts'

/** Where the pictures of a run are kept for people to look at; not in the repository. */
const folder = new URL('../out/', import.meta.url)

export async function snap(page: Page | Locator, name: string): Promise<void> {
  mkdirSync(new URL(`${name}/..`, folder), { recursive: true })
  await page.screenshot({ path: new URL(`${name}.png`, folder).pathname })
}

/** What stood on each phone when a step of this journey failed. */
export async function snapFailure({ task }: TestContext, phones: readonly (Phone | undefined)[]): Promise<void> {
  if (task.result?.state !== 'fail') return
  for (const [index, phone] of phones.entries())
    await phone?.page
      .screenshot({ path: new URL(`failed-${journeyOf(task)}-${index}.png`, folder).pathname, timeout: 2000 })
      .catch(() => {})
}

const journeyOf = ({ file }: TestContext['task']) => basename(file.name, '.test.ts')
