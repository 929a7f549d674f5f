import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { startServer } from './server.ts'
import type { Server } from './server.ts'

const run = promisify(execFile)
const preload = new URL('clock-ahead.mjs', import.meta.url)

/** A server whose clock can be put forward (it starts anew for it), and its command line on the same clock. */
export async function serverInTime(env: Readonly<Record<string, string>> = {}) {
  const its: Record<string, string> = { ...env, NODE_OPTIONS: `--import=${preload.href}`, CLOCK_AHEAD: '0' }
  const server = await startServer(its)
  return {
    server,
    /** Milliseconds ahead of the real clock. */
    async ahead(ms: number): Promise<void> {
      await server.stop()
      its['CLOCK_AHEAD'] = String(ms)
      await server.start()
    },
    command: (...args: string[]) => command(server, args, its),
  }
}

async function command({ data }: Server, args: readonly string[], env: Readonly<Record<string, string>>) {
  const cli = fileURLToPath(new URL('../../../server/cli/changxing.mjs', import.meta.url))
  const { stdout } = await run(process.execPath, [cli, ...args, '--data', data], { env: { ...process.env, ...env } })
  return stdout
}

/** The clock of this phone from now on: so far ahead, and going on by itself. */
export const phoneAhead = (page: Page, ms: number): Promise<void> => page.clock.install({ time: Date.now() + ms })

/** A code that is shown to the booth without its camera. */
export const shownToBooth = (page: Page, text: string): Promise<void> =>
  page.evaluate((code) => {
    location.hash = `code=${encodeURIComponent(code)}`
  }, text)
