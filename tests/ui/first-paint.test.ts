import { expect, it } from 'vitest'
import { begunBy, withStylesFirst } from '../../checkpoint-app/first-paint/plugin.ts'

const icon = '<link rel="icon" href="/i.svg" />'
const script = '<script type="module" src="/a.js"></script>'
const preload = '<link rel="modulepreload" href="/b.js">'
const [one, two] = ['<link rel="stylesheet" href="/1.css">', '<link rel="stylesheet" href="/2.css">']
const page = (...lines: readonly string[]) => ['<head>', ...lines.map((line) => `    ${line}`), '</head>'].join('\n')

it('styles come before the scripts, in the order in which they were', () => {
  expect(withStylesFirst(page(icon, script, preload, one, two))).toBe(page(icon, one, two, script, preload))
})

it.each([
  ['without scripts', page(icon, one)],
  ['without styles', page(icon, script)],
])('a page %s stays as it is', (_, html) => expect(withStylesFirst(html)).toBe(html))

it("the page's own script is fetched at once, before its parts, and run by the one that waits for the first picture", () => {
  const crossing = '<script type="module" crossorigin src="/a.js"></script>'
  expect(begunBy(page(icon, crossing, preload), '/begin.js')).toBe(
    page(
      icon,
      '<script type="module" crossorigin src="/begin.js"></script>',
      '<link rel="modulepreload" crossorigin href="/a.js">',
      preload,
    ),
  )
})

it('a page without scripts needs none to begin it', () => {
  expect(begunBy(page(icon, one), '/begin.js')).toBe(page(icon, one))
})
