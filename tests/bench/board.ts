import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { noChromium, startPhone } from '../journeys/kit/browser.ts'
import type { Line } from './measure.ts'

const clients = 1000
const aSession = 3
const samples = 12

/** The dispatcher's board: from a commit to the row on the screen, scrolling, and a thousand who listen. */
export async function benchBoard(): Promise<Line[]> {
  const lines: Line[] = []
  for (const count of [30, 3000]) {
    if (noChromium) continue
    lines.push(...(await onScreen(count)))
  }
  return [...lines, await toMany()]
}

const freePort = (): Promise<number> =>
  new Promise((found) => {
    const probe = createServer()
    probe.listen(0, () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => found(port))
    })
  })

async function serverWith(count: number, sessions: number) {
  const port = await freePort()
  const script = new URL('board-server.ts', import.meta.url).pathname
  const child = spawn(process.execPath, [script, String(count), String(sessions), String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said = await new Promise<string>((told, failed) => {
    child.stdout.once('data', (text: Buffer) => told(String(text)))
    child.once('exit', () => failed(new Error('the server of the bench did not start')))
  })
  const { data } = JSON.parse(said) as { data: string }
  const origin = `http://localhost:${port}`
  /** Resolves when it is committed. */
  const report = async (n: number) => {
    const body = { id: crypto.randomUUID(), checkpoint: idOf(n), congested: true, waitMinutes: 24 }
    const headers = { 'content-type': 'application/json', 'x-changxing': '1', cookie: 'cx=bench-0' }
    const init = { method: 'POST', headers, body: JSON.stringify(body) }
    const answer = await fetch(`${origin}/api/queue/reports`, init)
    if (!answer.ok) throw new Error(await answer.text())
    return Date.now()
  }
  const stop = () => {
    child.removeAllListeners('exit')
    child.kill('SIGKILL')
    rmSync(data, { recursive: true, force: true })
  }
  return { port, origin, report, stop }
}

const idOf = (n: number) => `JZ-B${String(n).padStart(4, '0')}`
const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))

async function onScreen(count: number): Promise<Line[]> {
  const server = await serverWith(count, 1)
  const phone = await startPhone({ width: 1440, height: 900 })
  try {
    const { page } = phone
    await page.context().addCookies([{ name: 'cx', value: 'bench-0', url: server.origin, httpOnly: true }])
    await page.goto(`${server.origin}/dispatch/`)
    await page.evaluate(() => localStorage.setItem('changxing.office-session', 'true'))
    await page.reload()
    await page.locator('.board-row').first().waitFor({ timeout: 60_000 })
    const frames = await page.evaluate(scrolls)
    await page.evaluate(() => document.querySelector('.board-scroll')!.scrollTo(0, 0))
    const times: number[] = []
    for (let n = 0; n < samples; n++) {
      const shown = page.evaluate(seesRow, idOf(n))
      const committed = await server.report(n)
      times.push(Math.max(0, (await shown) - committed))
      await wait(1500 + n * 70)
    }
    return [
      { name: `board of ${count}: from the commit to the row on the screen`, ours: times, count: 1 },
      { name: `… a frame while its list is scrolled`, ours: frames, count: 1 },
    ]
  } finally {
    await phone.forget()
    server.stop()
  }
}

/** Runs in the page: when the row stands there as one of an incident. */
function seesRow(id: string): Promise<number> {
  return new Promise((seen) => {
    const look = () => {
      const row = document.querySelector(`[data-id="${id}"]`)?.parentElement
      if (row !== null && row !== undefined && /of-(begun|L)/.test(row.className)) seen(Date.now())
      else requestAnimationFrame(look)
    }
    look()
  })
}

/** Runs in the page: milliseconds of each frame while the list is scrolled, three rows a frame. */
function scrolls(): Promise<number[]> {
  return new Promise((done) => {
    const list = document.querySelector('.board-scroll')!
    const frames: number[] = []
    let last = performance.now()
    const step = (now: number) => {
      frames.push(now - last)
      last = now
      list.scrollTop += 230
      if (list.scrollTop + list.clientHeight >= list.scrollHeight) list.scrollTop = 0
      if (frames.length > 240) done(frames.slice(2))
      else requestAnimationFrame(step)
    }
    requestAnimationFrame(step)
  })
}

/** A thousand listen; from the commit until each has the change. */
async function toMany(): Promise<Line> {
  const server = await serverWith(30, Math.ceil(clients / aSession) + 1)
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity })
  const heard = new Map<string, number[]>()
  let begun = 0
  const listen = (n: number) =>
    new Promise<void>((open, failed) => {
      const headers = { cookie: `cx=bench-${Math.floor(n / aSession)}` }
      const asked = request({ port: server.port, path: '/api/dispatch/stream', headers, agent }, (answer) => {
        if (answer.statusCode !== 200) return failed(new Error(`client ${n}: ${answer.statusCode}`))
        let buffered = ''
        answer.on('data', (chunk: Buffer) => {
          buffered += String(chunk)
          for (let at = buffered.indexOf('\n\n'); at >= 0; at = buffered.indexOf('\n\n')) {
            const block = buffered.slice(0, at)
            buffered = buffered.slice(at + 2)
            if (block.includes('event: board')) {
              begun += 1
              open()
            }
            if (!block.includes('event: change')) continue
            const incident = /"incident":\{/.test(block)
            for (const [id, times] of heard) if (incident && block.includes(`"${id}"`)) times.push(Date.now())
          }
        })
      })
      asked.on('error', failed)
      asked.end()
    })
  try {
    for (let from = 0; from < clients; from += 50)
      await Promise.all(Array.from({ length: 50 }, (_, n) => listen(from + n)))
    const times: number[] = []
    for (let n = 0; n < 6; n++) {
      const id = idOf(n)
      const arrivals: number[] = []
      heard.clear()
      heard.set(id, arrivals)
      const committed = await server.report(n)
      for (let tries = 0; arrivals.length < clients && tries < 100; tries++) await wait(100)
      if (arrivals.length < clients) throw new Error(`${arrivals.length} of ${begun} heard it`)
      times.push(...arrivals.map((at) => Math.max(0, at - committed)))
      await wait(1700)
    }
    return { name: `${clients} who listen: from the commit to each of them`, ours: times, count: 1 }
  } finally {
    agent.destroy()
    server.stop()
  }
}
