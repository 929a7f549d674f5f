import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'

const candidates = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const chromiumPath: string | undefined = candidates.find((path) => path !== undefined && existsSync(path))
const howToAdd = 'Add one with `apt-get install chromium fonts-noto-cjk`, or name it in CHROMIUM.'

/** Journeys are left out where there is no Chromium, and say so; a build server must have one. */
export const noChromium = chromiumPath === undefined
if (noChromium && process.env.CI === 'true') throw new Error(`No Chromium on a build server. ${howToAdd}`)
if (noChromium) console.warn(`No Chromium found: the browser journeys are LEFT OUT. ${howToAdd}`)

/** Pages of Chromium's own, drawn behind its address bar at each start: more work than a page of ours, and never seen. */
const neverSeen = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup', 'PreloadTopChromeWebUI']

const quiet = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-field-trial-config',
  `--disable-features=${neverSeen.join()}`,
  '--lang=zh-CN',
  '--hide-scrollbars', // a phone's lie over the page
  '--remote-debugging-port=0',
]
const cameras = {
  /** Chromium's own test picture: no code in it, so a few a second are enough to look for one. */
  'test-picture': ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream=fps=5'],
  /** The driver of the phone said no. */
  denied: ['--deny-permission-prompts', '--use-fake-device-for-media-stream'],
  absent: ['--use-fake-ui-for-media-stream'],
} as const

export type Options = {
  /** What the camera sees, fixed for the life of the process: a film (y4m), or one of the states of `cameras`. */
  camera?: keyof typeof cameras | { film: string }
  /** Goes on where a certificate is the machine's own, as a person would who was told to. */
  goesOn?: boolean
  /** The phone's memory; a new phone when left out. */
  profile?: string
  width?: number
  height?: number
}

/** A phone: a real Chromium with its own profile on disk, so that it can be killed and started again. */
export type Phone = {
  page: Page
  profile: string
  /** Each origin that a page asked for anything. */
  asked: ReadonlySet<string>
  /** Errors that no page caught, and refusals by the content security policy. */
  complaints: readonly string[]
  /** SIGKILL to the whole process group: what a flat battery does. */
  kill: () => Promise<void>
  /** The browser is closed; its profile stays. */
  close: () => Promise<void>
  forget: () => Promise<void>
}

export async function startPhone(options: Options = {}): Promise<Phone> {
  const {
    camera = 'test-picture',
    goesOn = false,
    profile = mkdtempSync(join(tmpdir(), 'phone-')),
    width = 390,
    height = 844,
  } = options
  const portFile = join(profile, 'DevToolsActivePort')
  rmSync(portFile, { force: true })
  const film = typeof camera === 'string' ? [] : [`--use-file-for-fake-video-capture=${camera.film}`]
  const lens = typeof camera === 'string' ? cameras[camera] : cameras['test-picture']
  const trust = goesOn ? ['--ignore-certificate-errors'] : []
  const args = [...quiet, ...lens, ...film, ...trust, `--user-data-dir=${profile}`, 'about:blank']
  // Without a language of its own the machine cannot name a file in Chinese, and Chromium calls it "download".
  const env = { ...process.env, LANG: 'C.UTF-8' }
  const child = spawn(chromiumPath!, args, { stdio: 'ignore', detached: true, env })
  const browser = await connect(portFile)
  const context = browser.contexts()[0]!
  const page = context.pages()[0] ?? (await context.newPage())
  await page.setViewportSize({ width, height })
  // How long a busy machine may take, not how long a user waits.
  page.setDefaultTimeout(40_000)
  const close = () => end(child, browser, 'SIGTERM')
  return {
    ...listen(page),
    page,
    profile,
    kill: () => end(child, browser, 'SIGKILL'),
    close,
    // Nothing of it is needed any more, so nothing is waited for.
    forget: async () => {
      await end(child, browser, 'SIGKILL')
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
}

function listen(page: Page): Pick<Phone, 'asked' | 'complaints'> {
  const asked = new Set<string>()
  const complaints: string[] = []
  page.on('request', (request) => {
    if (/^(https?|wss?):/.test(request.url())) asked.add(new URL(request.url()).origin)
  })
  page.on('console', (message) => {
    const text = message.text()
    // What is refused by the server (401 before signing in) is a console error too, and none of ours.
    if (/content security policy|trusted types/i.test(text)) complaints.push(text)
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  return { asked, complaints }
}

async function connect(portFile: string): Promise<Browser> {
  for (let tries = 0; tries < 800; tries++) {
    await new Promise((done) => setTimeout(done, 25))
    if (!existsSync(portFile)) continue
    const [port] = readFileSync(portFile, 'utf8').split('\n')
    if (port) return chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  }
  throw new Error('Chromium did not open its debugging port within 20 s')
}

async function end(child: ChildProcess, browser: Browser, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((done) => {
    child.once('exit', () => done())
  })
  if (signal !== 'SIGKILL') {
    const session = await browser.newBrowserCDPSession().catch(() => undefined)
    await session?.send('Browser.close').catch(() => undefined)
  } else process.kill(-child.pid!, signal)
  await gone
}
