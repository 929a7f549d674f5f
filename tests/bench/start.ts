import type { Page } from 'playwright-core'
import { noChromium, startPhone } from '../journeys/kit/browser.ts'
import { enrolByLink } from '../journeys/kit/inspector.ts'
import { officeByApi } from '../journeys/kit/office-by-api.ts'
import { startServer } from '../journeys/kit/server.ts'
import { builtPages } from '../kit/built-pages.ts'
import type { Line } from './measure.ts'

const rates = [1, 4, 6] as const
const starts = 5

declare global {
  /** Milliseconds after the navigation began. */
  var cameraAt: number | undefined
}

/** Bytes of the first load and of what is kept, and the app opened without a network by a browser just started. */
export async function benchStart(): Promise<Line[]> {
  printBytes()
  if (noChromium) return []
  const server = await startServer({ CHANGXING_LOG: 'problems' })
  const bound = await startPhone()
  try {
    await enrolByLink(bound.page, await (await officeByApi(server)).enrolmentLink('inspector'))
    await bound.close()
    await server.stop()
    const lines: Line[] = []
    for (const rate of rates) {
      const camera: number[] = []
      const desk: number[] = []
      for (let n = 0; n < starts; n++) {
        const phone = await startPhone({ profile: bound.profile })
        const took = await coldStart(phone.page, `${server.origin}/checkpoint/`, rate)
        camera.push(took.camera)
        desk.push(took.desk)
        await phone.close()
      }
      lines.push({ name: `no network, browser just started, ${rate}×: opened → camera live`, ours: camera, count: 1 })
      lines.push({ name: `… → all of the app ready, ${rate}×`, ours: desk, count: 1 })
    }
    return lines
  } finally {
    await server.remove()
    await bound.forget()
  }
}

async function coldStart(page: Page, address: string, rate: number): Promise<{ camera: number; desk: number }> {
  const slow = await page.context().newCDPSession(page)
  await slow.send('Emulation.setCPUThrottlingRate', { rate })
  await page.addInitScript(() => {
    document.addEventListener('playing', () => (globalThis.cameraAt ??= performance.now()), true)
  })
  await page.goto(address)
  await page.waitForFunction(() => globalThis.cameraAt !== undefined)
  // Its figures come from the phone and the desk, once both are open.
  const desk = await page.waitForFunction(() =>
    document.querySelector('.tally:not(.tally-blank)') === null ? false : performance.now(),
  )
  return { camera: await page.evaluate(() => globalThis.cameraAt ?? Number.NaN), desk: Number(await desk.jsonValue()) }
}

function printBytes(): void {
  const pages = builtPages()
  const kb = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
  const rows = (['checkpoint', 'driver'] as const).map((app) => {
    const { files, bytes, sent } = pages.kept(app)
    return [`/${app}/`, kb(pages.firstLoad(`${app}/index.html`)), String(files.length), kb(bytes), kb(sent)]
  })
  pages.remove()
  const heading = ['page', 'first load, script, gzip', 'files kept for offline', 'bytes on the disk', 'gzip']
  const lines = [heading, heading.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`)
  console.log(`${lines.join('\n')}\n`)
}
