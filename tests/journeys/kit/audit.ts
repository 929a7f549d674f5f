import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { misfits } from './misfits.ts'
import { smallTargets } from './targets.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Violation = { id: string; impact: string; nodes: { target: string[]; failureSummary: string }[] }
type Size = { width: number; height: number }

/** A usual phone, the smallest that we promise, and the first lying on its side. */
export const phoneSizes: readonly Size[] = [
  { width: 390, height: 844 },
  { width: 320, height: 640 },
  { width: 844, height: 390 },
]
export const deskSizes: readonly Size[] = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]

/**
 * One screen by day and by night and in each size: what axe finds, however small, what does not fit, what is too small to press.
 * Colours do not depend on the size and boxes not on the colours, so each is asked once.
 */
export async function audit(page: Page, name: string, sizes = phoneSizes): Promise<string[]> {
  const faults: string[] = []
  const add = (at: string, found: readonly string[]) => faults.push(...found.map((fault) => `${name} ${at}: ${fault}`))
  for (const size of sizes) {
    await page.setViewportSize(size)
    add(`${size.width}`, [...(await misfits(page)), ...(await smallTargets(page))])
  }
  await page.setViewportSize(sizes[0]!)
  add('day', await broken(page))
  await dress(page, 'dark')
  add('night', await broken(page, ['color-contrast', 'link-in-text-block']))
  await dress(page, 'light')
  return faults
}

/** The same screen in the other language: names and sizes of words; colours were looked at. */
export async function auditWords(page: Page, name: string, sizes = phoneSizes): Promise<string[]> {
  const faults: string[] = []
  for (const size of sizes) {
    await page.setViewportSize(size)
    const found = [...(await misfits(page)), ...(await smallTargets(page))]
    faults.push(...found.map((fault) => `${name} ${size.width}: ${fault}`))
  }
  await page.setViewportSize(sizes[0]!)
  faults.push(...(await broken(page, undefined, ['color-contrast'])).map((fault) => `${name}: ${fault}`))
  return faults
}

async function dress(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

/** Every violation that axe finds, of any impact and its best practices too; or of these rules only. */
async function broken(page: Page, only?: readonly string[], without: readonly string[] = []): Promise<string[]> {
  if (!(await page.evaluate('globalThis.axe !== undefined'))) await page.evaluate(axe)
  const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]))
  const options = { resultTypes: ['violations'], rules, ...(only && { runOnly: { type: 'rule', values: only } }) }
  const violations = await page.evaluate<Violation[]>(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
  )
  return violations.map(
    ({ id, impact, nodes }) => `${id} (${impact}) at ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
  )
}
