import { mkdirSync, writeFileSync } from 'node:fs'
import { PNG } from 'pngjs'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { verdictTone } from '../../checkpoint-app/inspector/verdict-tone.ts'
import { rowsByGravity, type Row } from '../../shared/policy/verdict.ts'
import { headlines } from '../../shared/wording/headlines.ts'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import * as booth from './kit/inspector.ts'
import { snapFailure } from './kit/looks.ts'
import { officeByApi } from './kit/office-by-api.ts'
import { startServer } from './kit/server.ts'
import type { Server } from './kit/server.ts'
import { fillBay, goTo, waitingFor } from './kit/waiting-trucks.ts'

const folder = new URL('out/greyscale/', import.meta.url)

/** These ask on, so they stand above the questions and not on a card of their own. */
const asking: readonly Row[] = ['V9', 'ASK']
/** Two rows that say the same to the eye because they are the same to the driver: fast release. */
const saidAlike: readonly Row[] = ['V5', 'V8']

type Seen = { row: Row; path: string; word: string; shape: PNG }

/** Every pixel as dark or light, whatever the ground behind it is. */
function lights({ data, width, height }: PNG): boolean[] {
  const grey = Array.from({ length: width * height }, (_, at) => data[at * 4] ?? 0)
  const middle = (Math.min(...grey) + Math.max(...grey)) / 2
  const ground = (grey[0] ?? 0) > middle
  return grey.map((one) => one > middle !== ground)
}

/** Share of the pixels in which two shapes differ. */
function difference(a: PNG, b: PNG): number {
  const [one, two] = [lights(a), lights(b)]
  return one.filter((light, at) => light !== two[at]).length / one.length
}

const coloured = ({ data }: PNG): number => {
  let most = 0
  for (let at = 0; at < data.length; at += 4)
    most = Math.max(
      most,
      Math.abs((data[at] ?? 0) - (data[at + 1] ?? 0)),
      Math.abs((data[at] ?? 0) - (data[at + 2] ?? 0)),
    )
  return most
}

/** Who sees no colour, or reads in the glare of noon, tells every verdict by its shape and its word. */
describe.skipIf(noChromium)('without any colour', () => {
  let server: Server
  let phone: Phone
  const seen: Seen[] = []

  beforeAll(async () => {
    mkdirSync(folder, { recursive: true })
    server = await startServer()
    const office = await officeByApi(server)
    phone = await startPhone()
    const { page } = phone
    await booth.enrolByLink(page, await office.enrolmentLink('inspector'))
    await fillBay(
      page,
      rowsByGravity.map((row) => waitingFor(row)),
    )
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Emulation.setEmulatedVisionDeficiency', { type: 'achromatopsia' })
  })
  afterEach((context) => snapFailure(context, [phone]))
  afterAll(async () => {
    await phone?.forget()
    await server?.remove()
  })

  test.each(rowsByGravity.map((row) => [row]))('%s stands on screen in grey', async (row) => {
    const { page } = phone
    await goTo(page, row)
    const place = asking.includes(row) ? page.locator('.running') : page.locator('.verdict-head')
    await place.waitFor()
    const word = (await place.locator('strong, h1').innerText()).replaceAll(/\s/g, '')
    expect(word).toBe(headlines[row].zh.replaceAll(/\s/g, ''))
    const svg = place.locator('svg').first()
    const path = (await svg.locator('path').getAttribute('d')) ?? ''
    const shape = PNG.sync.read(await svg.screenshot())
    const whole = await page.screenshot()
    expect(coloured(PNG.sync.read(whole))).toBeLessThan(12)
    writeFileSync(new URL(`${row}.png`, folder), whole)
    seen.push({ row, path, word, shape })
    await (asking.includes(row) ? booth.press(page, '先放一边') : booth.nextTruck(page))
  })

  test('each tone has a shape of its own', () => {
    const shapes = new Map(seen.map(({ row, path }) => [verdictTone[row], path]))
    expect(new Set(shapes.values()).size).toBe(new Set(Object.values(verdictTone)).size)
    for (const { row, path } of seen) expect([row, path]).toEqual([row, shapes.get(verdictTone[row])])
  })

  test('each row has a word of its own', () => {
    const words = seen.filter(({ row }) => row !== saidAlike[0]).map(({ word }) => word)
    expect(new Set(words).size).toBe(words.length)
  })

  test('the shapes of two tones differ to the eye, those of one tone do not', () => {
    const cards = seen.filter(({ row }) => !asking.includes(row))
    const pairs = cards.flatMap((a, at) => cards.slice(at + 1).map((b) => ({ a, b, by: difference(a.shape, b.shape) })))
    const alike = pairs.filter(({ a, b }) => verdictTone[a.row] === verdictTone[b.row])
    const apart = pairs.filter(({ a, b }) => verdictTone[a.row] !== verdictTone[b.row])
    const least = Math.min(...apart.map(({ by }) => by))
    console.log(`shapes of two tones differ in ${(least * 100).toFixed(0)} % of their pixels at least`)
    expect(apart.length).toBeGreaterThan(50)
    expect(least).toBeGreaterThan(0.15)
    expect(Math.max(...alike.map(({ by }) => by))).toBeLessThan(0.05)
  })
})
