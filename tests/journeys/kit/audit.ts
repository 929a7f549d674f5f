import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { snap } from './looks.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Violation = { id: string; impact: string; nodes: { target: string[]; failureSummary: string }[] }
type Size = { width: number; height: number }

export const phoneSizes: readonly Size[] = [
  { width: 390, height: 844 },
  { width: 360, height: 640 },
]
export const deskSizes: readonly Size[] = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]

/** One screen by day and by night and in each size; answers what is wrong with it, and keeps its pictures. */
export async function audit(page: Page, name: string, sizes = phoneSizes): Promise<string[]> {
  const faults: string[] = []
  for (const size of sizes) {
    await page.setViewportSize(size)
    for (const colorScheme of ['light', 'dark'] as const) {
      const day = colorScheme === 'light'
      await page.emulateMedia({ colorScheme })
      await page.waitForTimeout(60) // colours change in a moment, not at once
      const at = `${name} ${size.width} ${day ? 'day' : 'night'}`
      // Colours do not depend on the size, so the rules are asked once each.
      if (size === sizes[0]) faults.push(...(await broken(page)).map((rule) => `${at}: ${rule}`))
      if (day || size === sizes[0]) await snap(page, `screens/${name}-${size.width}-${day ? 'day' : 'night'}`)
      if (day) faults.push(...(await misfits(page)).map((misfit) => `${at}: ${misfit}`))
    }
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(sizes[0]!)
  return faults
}

/** Serious and critical violations that axe finds, contrast among them. */
async function broken(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const violations = await page.evaluate<Violation[]>(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)`,
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)
}

/** Sideways scrolling, words cut off or broken in their middle, and a first button that cannot be reached. */
const misfits = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const wrong: string[] = []
    const root = document.documentElement
    const brokenWords = (element: HTMLElement): string[] => {
      const broken: string[] = []
      for (const text of element.childNodes) {
        if (text.nodeType !== Node.TEXT_NODE) continue
        for (const word of (text.nodeValue ?? '').matchAll(/(?<!\S)[a-z]{3,24}(?=[.,:;!?)]*(\s|$))/gi)) {
          const range = document.createRange()
          range.setStart(text, word.index)
          range.setEnd(text, word.index + word[0].length)
          if (new Set(Array.from(range.getClientRects(), ({ top }) => top)).size > 1) broken.push(word[0])
        }
      }
      return broken
    }
    if (root.scrollWidth > root.clientWidth) wrong.push(`scrolls sideways by ${root.scrollWidth - root.clientWidth} px`)
    for (const element of document.querySelectorAll<HTMLElement>('button, h1, h2, h3, label, legend, dt, dd, p')) {
      const box = element.getBoundingClientRect()
      if (box.width < 2 || element.closest('.only-read') !== null) continue
      const cut = element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX === 'hidden'
      if (cut) wrong.push(`cut off: ${element.innerText.slice(0, 30)}`)
      for (const word of brokenWords(element)) wrong.push(`broken word: ${word}`)
      const inside = element.closest('table, .menu, [role=toolbar]') !== null
      if (!inside && box.right > root.clientWidth + 1) wrong.push(`out of the page: ${element.innerText.slice(0, 30)}`)
    }
    const [open] = [...document.querySelectorAll('dialog[open]')].slice(-1)
    const first = [...(open ?? document).querySelectorAll<HTMLElement>('.button-primary')].find((button) =>
      button.checkVisibility(),
    )
    if (first !== undefined) {
      first.scrollIntoView({ block: 'nearest' })
      const { top, bottom, left, width } = first.getBoundingClientRect()
      const hit = document.elementFromPoint(left + width / 2, (top + bottom) / 2)
      if (hit === null || !(first.contains(hit) || hit.contains(first)))
        wrong.push(`cannot be pressed: ${first.innerText}`)
      scrollTo(0, 0)
    }
    return wrong
  })
