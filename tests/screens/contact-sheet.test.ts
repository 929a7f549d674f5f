import { expect, test } from 'vitest'
import { contactSheet } from './contact-sheet.ts'
import type { Picture } from './keep-pictures.ts'

const dresses = (face: Picture['face'], screen: string): Picture[] =>
  (['zh', 'en'] as const).flatMap((language) =>
    (['day', 'night'] as const).map((theme) => ({ face, screen, language, theme })),
  )

test('a table a face, a line a screen, a picture a dress', () => {
  const page = contactSheet([...dresses('driver', 'code-green'), ...dresses('office', 'sign-in')])
  expect(page).toContain('2 screens of 2 faces')
  expect(page.match(/^## (.+)$/gm)).toEqual(['## driver', '## office'])
  const [line = ''] = page.match(/^\| code-green .*$/m) ?? []
  expect(Array.from(line.matchAll(/src="([^"]+)"/g), ([, src]) => src)).toEqual([
    'driver/code-green-zh-day.webp',
    'driver/code-green-zh-night.webp',
    'driver/code-green-en-day.webp',
    'driver/code-green-en-night.webp',
  ])
})

test('a page of one language leaves the other places empty', () => {
  const page = contactSheet([{ face: 'home', screen: 'doors', language: 'zh', theme: 'day' }])
  expect(page).toMatch(/^\| doors \| <img [^|]+> \| {2}\| {2}\| {2}\|$/m)
})
