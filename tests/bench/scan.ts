import type { CDPSession, Page } from 'playwright-core'
import { noChromium, startPhone } from '../journeys/kit/browser.ts'
import { filmFolder, qrPicture, tiredHand } from '../journeys/kit/camera.ts'
import { registerByApi } from '../journeys/kit/driver-by-api.ts'
import { enrolByLink, nextTruck, press, verdict } from '../journeys/kit/inspector.ts'
import { officeByApi } from '../journeys/kit/office-by-api.ts'
import { zhang } from '../journeys/kit/people.ts'
import { startServer } from '../journeys/kit/server.ts'
import type { Line } from './measure.ts'

/** Times slower than this machine: as it is, a middling phone, a cheap one. */
const rates = [1, 4, 6] as const
const scans = 12

/** Milliseconds from a frame taken to the code found in it, and how many of them the worker took. */
type Decoded = { ms: number; worker: number }
type Measured = { timings: { from: string; to: string; ms: number }[]; frames: Decoded[]; paints: number[] }

declare global {
  var framesToCode: Decoded[]
}

/**
 * Real Chromium, fake camera with a moving, tilted, slightly blurred code; the server answers on the same machine. Slowing
 * down reaches the page's own thread only, so the worker's time is multiplied here.
 */
export async function benchScan(): Promise<Line[]> {
  if (noChromium) return []
  const films = filmFolder()
  const server = await startServer({ CHANGXING_LOG: 'problems' })
  const office = await officeByApi(server)
  // A trip within the province: nothing is asked between code and verdict but the look at the plate.
  const truck = await registerByApi(server, { plate: '豫AX0005', from: '410105', to: '410811', person: zhang })
  const phone = await startPhone({ camera: films.film('code', await qrPicture(truck.code.qr), tiredHand) })
  try {
    const { page } = phone
    await page.addInitScript(watchFrames)
    await enrolByLink(page, (await office.enrolmentLink('inspector')).replace('/checkpoint/', '/checkpoint/?measure'))
    const lines: Line[] = []
    const slow = await page.context().newCDPSession(page)
    await slow.send('Performance.enable')
    for (const rate of rates) {
      await slow.send('Emulation.setCPUThrottlingRate', { rate })
      await page.evaluate(() => {
        globalThis.framesToCode = []
        window.__changxing = { timings: [], looks: [] }
      })
      const busy: number[] = []
      for (let scan = 0; scan < scans; scan++) {
        const before = await taskMs(slow)
        await oneScan(page)
        busy.push((await taskMs(slow)) - before)
      }
      lines.push(...linesOf(await page.evaluate(measured), rate, busy))
    }
    return lines
  } finally {
    await phone.forget()
    await server.remove()
    films.remove()
  }
}

/** What the page's own thread has worked so far. */
async function taskMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
}

async function oneScan(page: Page): Promise<void> {
  await press(page, /与车牌一致/)
  const { headline } = await verdict(page)
  if (!/放行/.test(headline)) throw new Error(`the truck of the benchmark was not released: ${headline}`)
  await page.waitForTimeout(100) // painted and noted
  await nextTruck(page)
}

/** Notes when the frame was taken from the video in which a code was then found. */
function watchFrames(): void {
  globalThis.framesToCode = []
  let taken = 0
  const Given = globalThis.VideoFrame
  const note = performance.mark.bind(performance)
  Object.assign(globalThis, {
    VideoFrame: class extends Given {
      constructor(...given: ConstructorParameters<typeof Given>) {
        taken = performance.now()
        super(...given)
      }
    },
  })
  performance.mark = (name, options) => {
    const mark = note(name, options)
    if (name === 'cx-decoded')
      globalThis.framesToCode.push({
        ms: mark.startTime - taken,
        worker: window.__changxing?.looks.at(-1)?.ms ?? Number.NaN,
      })
    return mark
  }
}

/** What was noted, and beside it how long this page takes to put one word on the glass. */
async function measured(): Promise<Measured> {
  const paints: number[] = []
  const word = document.body.appendChild(document.createElement('p'))
  for (let i = 0; i < 30; i++) {
    await new Promise((done) => setTimeout(done, 20))
    const start = performance.now()
    word.textContent = String(i)
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)))
    paints.push(performance.now() - start)
  }
  return { timings: window.__changxing?.timings ?? [], frames: globalThis.framesToCode, paints }
}

function linesOf({ timings, frames, paints }: Measured, rate: number, busy: readonly number[]): Line[] {
  const of = (from: string, to: string) =>
    timings.filter((each) => each.from === from && each.to === to).map(({ ms }) => ms)
  const plate = of('decoded', 'plate-match')
  const judged = of('confirmed', 'verdict')
  const count = Math.min(plate.length, judged.length, frames.length)
  if (count < scans - 1) throw new Error(`only ${count} of ${scans} scans were measured`)
  const turns = Array.from({ length: count }, (_, scan) => scan)
  const decoding = frames.map(({ ms, worker }) => ms + (rate - 1) * worker)
  const limit = { name: 'one word painted, twice', samples: paints.map((paint) => 2 * paint) }
  const at = `at ${rate}×`
  return [
    {
      name: `${at}: code in view → verdict painted`,
      ours: turns.map((n) => decoding[n]! + plate[n]! + judged[n]!),
      limit,
      count: 1,
    },
    { name: `${at}: … from the decoded code on`, ours: turns.map((n) => plate[n]! + judged[n]!), limit, count: 1 },
    { name: `${at}: … frame → decoded, the worker’s part × ${rate}`, ours: decoding, count: 1 },
    { name: `${at}: … the worker as measured`, ours: frames.map(({ worker }) => worker), count: 1 },
    { name: `${at}: … plate confirmed → verdict painted`, ours: judged, count: 1 },
    { name: `${at}: the page’s thread at work, a whole truck with its camera`, ours: busy, count: 1 },
  ]
}
