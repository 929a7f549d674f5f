import { readFileSync } from 'node:fs'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TopBefore } from '../../checkpoint-app/inspector/top-before.tsx'
import { terminalKept } from '../device/terminal-row.ts'
import { noChromium, startPhone, type Phone } from './kit/browser.ts'

const styles = ['ui/tokens.css', 'ui/base.css', 'inspector/inspector.css'].map((path) =>
  readFileSync(new URL(`../../checkpoint-app/${path}`, import.meta.url), 'utf8'),
)
const name = 'Jiaozuo West Toll Station'
const top = renderToStaticMarkup(
  createElement(TopBefore, {
    terminal: { ...terminalKept, checkpoint: { ...terminalKept.checkpoint, name }, lane: 3 },
  }),
)

describe.skipIf(noChromium)('the top line of the smallest phone', () => {
  let phone: Phone
  beforeAll(async () => {
    phone = await startPhone({ camera: 'absent', width: 320, height: 640 })
    const head = `<meta name="viewport" content="width=device-width">${styles.map((css) => `<style>${css}</style>`).join('')}`
    await phone.page.setContent(`<!doctype html><html lang="en"><head>${head}</head><body>${top}</body></html>`)
  })
  afterAll(() => phone?.forget())

  test('a long name takes one line, the lane is seen whole, and a reader hears all of it', async () => {
    const sizes = await phone.page.evaluate(() => {
      const box = (of: string) => document.querySelector(of)?.getBoundingClientRect()
      const place = box('.top-place')
      const line = document.querySelector('.top-place')
      const height = line === null ? 0 : Number.parseFloat(getComputedStyle(line).lineHeight)
      return { lines: (place?.height ?? 0) / height, room: (place?.right ?? 0) - (box('.top-lane')?.right ?? Infinity) }
    })
    expect(sizes.lines).toBeLessThan(1.5)
    expect(sizes.room).toBeGreaterThanOrEqual(0)
    expect(await phone.page.locator('.top-line').ariaSnapshot()).toContain(`${name} · 3道`)
  })
})
