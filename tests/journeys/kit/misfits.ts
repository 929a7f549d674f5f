import type { Page } from 'playwright-core'

/** Sideways scrolling, words cut off or broken in their middle, and a first button that cannot be reached. */
export const misfits = (page: Page): Promise<string[]> =>
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
      const spills = element.scrollWidth > element.clientWidth + 2 && element.matches('button')
      if (spills) wrong.push(`words run out of: ${element.innerText.slice(0, 30)}`)
      const inside = element.closest('table, .menu, [role=toolbar]') !== null
      if (!inside && box.right > root.clientWidth + 1) wrong.push(`out of the page: ${element.innerText.slice(0, 30)}`)
    }
    const [open] = [...document.querySelectorAll('dialog[open]')].slice(-1)
    const first = [...(open ?? document).querySelectorAll<HTMLElement>('.button-primary')].find((button) =>
      button.checkVisibility(),
    )
    if (first !== undefined) {
      const before = root.scrollTop
      first.scrollIntoView({ block: 'nearest' })
      const { top, bottom, left, width } = first.getBoundingClientRect()
      const hit = document.elementFromPoint(left + width / 2, (top + bottom) / 2)
      if (hit === null || !(first.contains(hit) || hit.contains(first)))
        wrong.push(`cannot be pressed: ${first.innerText}`)
      root.scrollTop = before
    }
    return wrong
  })
