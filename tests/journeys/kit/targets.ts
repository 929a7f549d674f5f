import type { Page } from 'playwright-core'

/** The booth is worked in gloves; everywhere else a bare finger or a mouse presses. CSS pixels. */
const leastAtTheBooth = 56
const least = 44

/** What may be smaller, in its width only or in both, and why. */
export const smaller: readonly { at: string; by: 'width' | 'both'; why: string }[] = [
  { at: '.plate-key', by: 'width', why: 'ten keys fill the width of the smallest phone; they are full high' },
  { at: '.plate-character', by: 'width', why: 'the seven or eight of a plate stand in one row; they are full high' },
  { at: 'p a, dd a, li a:not(.row), td a, .cited a', by: 'both', why: 'a link within a sentence or a line of a table' },
  {
    at: '.open-book main a',
    by: 'both',
    why: 'a reference within the text of the law, or the number of what stands beside it',
  },
  {
    at: '.contents a',
    by: 'both',
    why: 'a line of the table of contents: 44 high on a phone, close beside the text on a desk',
  },
  { at: '.skip', by: 'both', why: 'seen by the keyboard only' },
  { at: 'input[type=checkbox], input[type=radio]', by: 'both', why: 'its label is pressed' },
]

/** Two targets overlap, or one is too small to press. A label counts as the target of its field. */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(
    ({ smaller: exceptions, booth, elsewhere }) => {
      const need = location.pathname.startsWith('/checkpoint') ? booth : elsewhere
      const root = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document
      const pressed = 'a[href], button, select, textarea, summary, input:not([type=hidden]), [role=button]'
      const found: { name: string; box: DOMRect; layer: Element | null }[] = []
      const wrong: string[] = []
      /** What scrolls by itself or sticks to an edge lies over what is below it: only one layer's targets are compared. */
      const layerOf = (element: Element | null): Element | null => {
        for (let up = element; up !== null; up = up.parentElement) {
          const { position, overflowY } = getComputedStyle(up)
          if (['fixed', 'sticky'].includes(position) || ['auto', 'scroll'].includes(overflowY)) return up
        }
        return null
      }
      for (const element of root.querySelectorAll<HTMLElement>(pressed)) {
        if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('.only-read') !== null) continue
        if (element.matches(':disabled')) continue
        const box = (element.closest('label') ?? element).getBoundingClientRect()
        if (box.width < 2 || box.height < 2) continue
        const words = (element.innerText || element.getAttribute('aria-label') || element.tagName).trim()
        const name = `${words.slice(0, 24).replaceAll('\n', ' ')} <${element.className || element.tagName}>`
        const may = exceptions.filter(({ at }) => element.matches(at)).map(({ by }) => by)
        const low = box.height < need - 0.5 && !may.includes('both')
        const narrow = box.width < need - 0.5 && may.length === 0
        if (low || narrow) wrong.push(`too small: ${name} ${Math.round(box.width)}×${Math.round(box.height)}`)
        if (!may.includes('both')) found.push({ name, box, layer: layerOf(element) })
      }
      for (const [index, one] of found.entries()) {
        const over = found.slice(index + 1).find(({ box, layer }) => {
          if (layer !== one.layer) return false
          const across = Math.min(box.right, one.box.right) - Math.max(box.left, one.box.left)
          const down = Math.min(box.bottom, one.box.bottom) - Math.max(box.top, one.box.top)
          return across > 1 && down > 1 && across < Math.min(box.width, one.box.width) - 1
        })
        if (over !== undefined) wrong.push(`overlap: ${one.name} and ${over.name}`)
      }
      return wrong
    },
    { smaller: smaller.map(({ at, by }) => ({ at, by })), booth: leastAtTheBooth, elsewhere: least },
  )
