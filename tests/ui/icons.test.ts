import { readFileSync } from 'node:fs'
import { globSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as icons from '../../checkpoint-app/ui/icons.ts'

const sources = globSync('checkpoint-app/**/*.tsx').map((path) => ({ path, text: readFileSync(path, 'utf8') }))

/** Drawings that are no icons. */
const drawings = [
  'ui/icon.tsx', // where the set is shown
  'ui/state-mark.tsx', // the shapes of states
  'ui/qr-code.tsx',
  'ui/busy.tsx', // a ring that turns
  'driver/code-picture.tsx', // how much of the stamp's life is left
  'office/editions/flow-picture.tsx',
  'office/editions/hour-bars.tsx',
  'office/shifts/day-strip.tsx',
  'inspector/plate-guide.tsx', // the place for a plate in the camera's picture
  'dispatch/standing-mark.tsx', // the shapes of how a checkpoint stands
  'dispatch/live-mark.tsx', // a light: is what is shown of now
  ...['checkpoint-side', 'curve', 'forecast-chart', 'road-map', 'spark', 'verdict-mix'].map(
    (chart) => `dispatch/${chart}.tsx`,
  ),
].map((path) => `checkpoint-app/${path}`)

test('icons are drawn in one place', () => {
  const elsewhere = sources.filter(({ path, text }) => text.includes('<svg') && !drawings.includes(path))
  expect(elsewhere.map(({ path }) => path)).toEqual([])
})

test('no letter stands for an icon', () => {
  const found = sources.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line) => (/^\s*[←→↩⌫×✕☰＋]( |$)/.test(line) ? [`${path}: ${line.trim()}`] : [])),
  )
  expect(found).toEqual([])
})

test.each(Object.entries(icons))('%s stays on its grid of 24', (_name, path) => {
  expect(path).toMatch(/^M[\dMLHVAZ .-]+$/)
  const numbers = (path.match(/\d+(\.\d+)?/g) ?? []).map(Number)
  expect(Math.max(...numbers)).toBeLessThanOrEqual(24)
})
