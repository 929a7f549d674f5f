import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { noChromium, startPhone } from '../journeys/kit/browser.ts'
import { filmFolder, qrPicture, type Hand } from '../journeys/kit/camera.ts'
import { sealedCode, strangersKey } from '../journeys/kit/codes.ts'
import { enrolByLink } from '../journeys/kit/inspector.ts'
import { officeByApi } from '../journeys/kit/office-by-api.ts'
import { startServer } from '../journeys/kit/server.ts'
import { median, quantile } from './measure.ts'

/** A camera that has shown nothing for so long is moved by its owner. */
const patienceMs = 5_000
const seeds = [1, 2, 3]

/** `px`: camera pixels that one module of the code is wide, which decides more than anything else. */
type Film = { px: number; hand: Omit<Hand, 'width'> }

const still = { drift: 15, turn: 6, lean: 0.05, blur: 1 }
const films: Readonly<Record<string, Film>> = {
  'steady, sharp': { px: 4, hand: { ...still, blur: 0 } },
  'moving, smeared 8 px': { px: 3, hand: { drift: 150, turn: 8, lean: 0.05, blur: 0, harm: { smear: 8 } } },
  'out of focus': { px: 3.5, hand: { ...still, blur: 2 } },
  'far out of focus': { px: 4.5, hand: { ...still, blur: 3 } },
  'tilted back, turned 24°': { px: 4, hand: { drift: 20, turn: 24, lean: 0.42, blur: 1 } },
  'dark, white at 24 of 255': { px: 3, hand: { ...still, harm: { dark: { white: 24, grain: 4 } } } },
  'darker, white at 16': { px: 4, hand: { ...still, harm: { dark: { white: 16, grain: 4 } } } },
  'mud over 6 %': { px: 4, hand: { ...still, harm: { dirt: 0.06 } } },
  'glare, 97 % in its middle': { px: 3, hand: { ...still, drift: 60, harm: { glare: 0.97 } } },
  'small, sharp': { px: 1.8, hand: { ...still, blur: 0 } },
}

declare global {
  var firstPicture: number | undefined
}

type Seen = { ms: number | undefined; look: string | undefined; frames: number }

/** Films of one freight code in Chromium's camera, read by the page itself: read or not, and how soon. A table of its own. */
export async function benchCamera(): Promise<[]> {
  if (noChromium) return []
  const server = await startServer({ CHANGXING_LOG: 'problems' })
  const folder = filmFolder()
  const code = await qrPicture(await sealedCode(await strangersKey(), 0))
  const modules = PNG.sync.read(code).width / 6
  const link = await (await officeByApi(server)).enrolmentLink('inspector')
  const bound = await startPhone()
  await enrolByLink(bound.page, link)
  await bound.close()
  const rows: string[][] = []
  try {
    for (const [name, { px, hand }] of Object.entries(films)) {
      const seen: Seen[] = []
      for (const seed of seeds) {
        const harm = { ...hand.harm, seed }
        const camera = folder.film('bench', code, { ...hand, width: Math.round(px * modules), harm })
        const phone = await startPhone({ camera, profile: bound.profile })
        seen.push(await firstCode(phone.page, `${server.origin}/checkpoint/?measure`))
        await phone.close()
      }
      rows.push(rowOf(`${name}, ${px} px/module`, seen))
    }
  } finally {
    await server.remove()
    folder.remove()
    await bound.forget()
  }
  print(rows)
  return []
}

/** From the first picture on the screen to the first code in it. */
async function firstCode(page: Page, address: string): Promise<Seen> {
  await page.addInitScript(() => {
    document.addEventListener('playing', () => (globalThis.firstPicture = performance.now()), true)
  })
  await page.goto(address)
  await page.waitForFunction(() => globalThis.firstPicture !== undefined)
  await page
    .waitForFunction(() => window.__changxing?.looks.some(({ found }) => found), undefined, { timeout: patienceMs })
    .catch(() => undefined)
  return page.evaluate(() => {
    const looks = window.__changxing?.looks ?? []
    const hit = looks.find(({ found }) => found)
    return { ms: hit && hit.at - (globalThis.firstPicture ?? 0), look: hit?.look, frames: looks.length }
  })
}

function rowOf(name: string, seen: readonly Seen[]): string[] {
  const times = seen.flatMap(({ ms }) => (ms === undefined ? [] : [ms]))
  const looks = [...new Set(seen.map(({ look }) => look ?? 'none'))]
  const ms = (value: number) => (Number.isNaN(value) ? '–' : `${Math.round(value)} ms`)
  return [name, `${times.length} of ${seen.length}`, ms(median(times)), ms(quantile(times, 0.95)), looks.join(', ')]
}

function print(rows: readonly string[][]): void {
  const heading = [`film, ${seeds.length} seeds each`, `read within ${patienceMs / 1000} s`, 'median', 'p95', 'by look']
  const lines = [heading, heading.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`)
  console.log(`${lines.join('\n')}\n`)
}
