import type { Page } from 'playwright-core'
import { noChromium, startPhone } from '../journeys/kit/browser.ts'
import { filmFolder, qrPicture, tiredHand } from '../journeys/kit/camera.ts'
import { registerByApi } from '../journeys/kit/driver-by-api.ts'
import { enrolByLink, nextTruck, press, verdict } from '../journeys/kit/inspector.ts'
import { officeByApi } from '../journeys/kit/office-by-api.ts'
import { zhang } from '../journeys/kit/people.ts'
import { startServer } from '../journeys/kit/server.ts'
import type { Line } from './measure.ts'

const scans = 24

type Measured = { timings: { from: string; to: string; ms: number }[]; frames: number[]; paints: number[] }

declare global {
  /** Milliseconds from a frame taken to the code found in it. */
  var framesToCode: number[]
}

/** Real Chromium, fake camera with a moving, tilted, slightly blurred code; the server answers on the same machine. */
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
    for (let scan = 0; scan < scans; scan++) await oneScan(page)
    return linesOf(await page.evaluate(measured))
  } finally {
    await phone.forget()
    await server.remove()
    films.remove()
  }
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
  const take = globalThis.createImageBitmap
  const note = performance.mark.bind(performance)
  Object.assign(globalThis, {
    createImageBitmap: (...given: Parameters<typeof take>) => {
      taken = performance.now()
      return take(...given)
    },
  })
  performance.mark = (name, options) => {
    const mark = note(name, options)
    if (name === 'cx-decoded') globalThis.framesToCode.push(mark.startTime - taken)
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

function linesOf({ timings, frames, paints }: Measured): Line[] {
  const of = (from: string, to: string) =>
    timings.filter((each) => each.from === from && each.to === to).map(({ ms }) => ms)
  const plate = of('decoded', 'plate-match')
  const judged = of('confirmed', 'verdict')
  const count = Math.min(plate.length, judged.length, frames.length)
  if (count < scans - 1) throw new Error(`only ${count} of ${scans} scans were measured`)
  const turns = Array.from({ length: count }, (_, scan) => scan)
  const limit = { name: 'one word painted, twice', samples: paints.map((paint) => 2 * paint) }
  return [
    { name: 'decoded frame → verdict painted', ours: turns.map((n) => plate[n]! + judged[n]!), limit, count: 1 },
    {
      name: 'camera frame → verdict painted',
      ours: turns.map((n) => frames[n]! + plate[n]! + judged[n]!),
      limit,
      count: 1,
    },
    { name: '… of it: camera frame → decoded', ours: frames, count: 1 },
    { name: '… of it: plate confirmed → verdict painted', ours: judged, count: 1 },
  ]
}
