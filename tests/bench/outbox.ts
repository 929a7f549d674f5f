import type { Page } from 'playwright-core'
import { noChromium, startPhone } from '../journeys/kit/browser.ts'
import { issuerOf } from '../journeys/kit/codes.ts'
import { cutLine } from '../journeys/kit/cut-line.ts'
import { driveFast, hearNotes, inOrder } from '../journeys/kit/fast-driver.ts'
import type { Note } from '../journeys/kit/fast-driver.ts'
import { enrolByLink } from '../journeys/kit/inspector.ts'
import { manyCodes } from '../journeys/kit/many-codes.ts'
import { officeByApi } from '../journeys/kit/office-by-api.ts'
import { startServer } from '../journeys/kit/server.ts'
import type { Line } from './measure.ts'
import { fillQueue } from './fill-queue.ts'

const sizes = [0, 500, 2000, 5000]
const throttles = [1, 4, 6]
/** Trucks at each size and speed. */
const trucksEach = 12

/** Real Chromium, real screens, no network: what one more record costs while so many wait, opening the app with them, and sending them. */
export async function benchOutbox(): Promise<Line[]> {
  if (noChromium) return []
  const booth = await openBooth(sizes.length * throttles.length * trucksEach + 1)
  const { page, line, origin } = booth
  const lines: Line[] = []
  try {
    await booth.drive(1)
    let waiting = 1
    for (const size of sizes) {
      if (size > waiting) {
        const bytes = await usageOf(page)
        await fillQueue(page, size - waiting)
        const each = Math.round(((await usageOf(page)) - bytes) / (size - waiting))
        console.log(`outbox: ${size} wait; ${each} bytes of disk a record, as the browser counts them`)
      }
      lines.push({ name: `outbox: app opened offline with ${size} waiting`, ours: await opens(page, origin), count: 1 })
      for (const rate of throttles) {
        const notes = await slowed(page, rate, () => booth.drive(trucksEach))
        const what = `outbox: ${size} waiting, ${rate} × slower: `
        lines.push({ name: `${what}verdict → recorded`, ours: notes.map(({ writeMs }) => writeMs), count: 1 })
        lines.push({ name: `${what}gun → recorded`, ours: notes.map(({ ms }) => ms), count: 1 })
      }
      waiting = Math.max(size, waiting) + throttles.length * trucksEach
      if (size !== 2000) continue
      line.mend()
      lines.push({ name: `outbox: ${waiting} sent in batches`, ours: [await sent(page)], count: waiting })
      line.cut()
      waiting = 0
    }
    return lines
  } finally {
    await booth.close()
  }
}

async function openBooth(codes: number) {
  const env: Record<string, string> = { CHANGXING_LOG: 'problems' }
  const server = await startServer(env)
  const line = await cutLine(Number(new URL(server.origin).port))
  env['CHANGXING_ORIGIN'] = line.origin
  const trucks = await manyCodes(await issuerOf(server), codes)
  const office = await officeByApi(server)
  const phone = await startPhone({ camera: 'absent' })
  const heard: Extract<Note, { recorded: string }>[] = []
  await hearNotes(phone.page, (note) => void ('recorded' in note && heard.push(note)))
  await enrolByLink(phone.page, await office.enrolmentLink('inspector'))
  line.cut()
  let done = 0
  return {
    page: phone.page,
    line,
    origin: line.origin,
    async drive(count: number) {
      const before = heard.length
      await driveFast(phone.page, { trucks: trucks.slice(0, done + count), from: done, answers: inOrder })
      done += count
      if (heard.length !== before + count) throw new Error('a truck of the benchmark was not recorded')
      return heard.slice(before)
    },
    async close() {
      await phone.forget()
      await line.close()
      await server.remove()
    },
  }
}

const usageOf = (page: Page) => page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0)

/** The main thread only; workers are not slowed down. */
async function slowed<T>(page: Page, rate: number, work: () => Promise<T>): Promise<T> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
  const done = await work()
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  await session.detach()
  return done
}

/** Milliseconds from the navigation to the screen that takes a gun, five times. */
async function opens(page: Page, origin: string): Promise<number[]> {
  const times: number[] = []
  for (let n = 0; n < 5; n++) {
    await page.goto(`${origin}/checkpoint/`)
    const at = await page.waitForFunction(() => document.querySelector('main.scan') !== null && performance.now())
    times.push(Number(await at.jsonValue()))
  }
  return times
}

async function sent(page: Page): Promise<number> {
  const start = performance.now()
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await page.getByText('0待传').waitFor({ timeout: 120_000 })
  return performance.now() - start
}
