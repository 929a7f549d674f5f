import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'

const candidates = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
export const chromiumPath: string | undefined = candidates.find((path) => path !== undefined && existsSync(path))

if (chromiumPath === undefined)
  console.warn(
    'No Chromium found: the browser journeys are LEFT OUT. Add one with `apt-get install chromium fonts-noto-cjk`, or name it in CHROMIUM.',
  )

const quiet = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=zh-CN',
  '--remote-debugging-port=0',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
]

/** A phone: a real Chromium with its own profile on disk, so that it can be killed and started again. */
export type Phone = { page: Page; kill: () => Promise<void>; close: () => Promise<void>; profile: string }

export const newProfile = (): string => mkdtempSync(join(tmpdir(), 'phone-'))

/** `video` is what the camera sees; it is fixed for the life of the process. */
export async function startPhone(
  options: { profile?: string; video?: string; width?: number; height?: number; locale?: string } = {},
): Promise<Phone> {
  const profile = options.profile ?? newProfile()
  const portFile = join(profile, 'DevToolsActivePort')
  rmSync(portFile, { force: true })
  const camera = options.video === undefined ? [] : [`--use-file-for-fake-video-capture=${options.video}`]
  const child = spawn(chromiumPath!, [...quiet, ...camera, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: 'ignore',
    detached: true,
  })
  const browser = await connect(portFile)
  const context = browser.contexts()[0]!
  const page = context.pages()[0] ?? (await context.newPage())
  await page.setViewportSize({ width: options.width ?? 390, height: options.height ?? 844 })
  return {
    page,
    profile,
    /** SIGKILL to the whole process group: what a flat battery does. */
    kill: () => end(child, browser, 'SIGKILL'),
    close: async () => {
      await end(child, browser, 'SIGTERM')
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
}

async function connect(portFile: string): Promise<Browser> {
  for (let tries = 0; tries < 150; tries++) {
    await new Promise((done) => setTimeout(done, 100))
    if (!existsSync(portFile)) continue
    const [port] = readFileSync(portFile, 'utf8').split('\n')
    if (port) return chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  }
  throw new Error('Chromium did not open its debugging port within 15 s')
}

async function end(child: ChildProcess, browser: Browser, signal: NodeJS.Signals): Promise<void> {
  const gone = new Promise<void>((done) => {
    child.once('exit', () => done())
  })
  if (signal !== 'SIGKILL') await browser.close().catch(() => undefined)
  try {
    process.kill(-child.pid!, signal)
  } catch {
    return // it had gone by itself
  }
  await gone
}
