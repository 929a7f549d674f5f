import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The real server as `npm start` runs it, on a free port with a data folder of its own. */
export type Server = {
  origin: string
  /** The folder of its database and its master secret. */
  data: string
  /** What it printed so far. */
  printed: () => string
  stop: () => Promise<void>
  start: () => Promise<void>
  remove: () => Promise<void>
}

export async function startServer(
  env: Readonly<Record<string, string>> = {},
  more: readonly string[] = [],
): Promise<Server> {
  const data = mkdtempSync(join(tmpdir(), 'changxing-'))
  const port = await freePort()
  const plain = `http://localhost:${port}`
  const origin = more.includes('--lan') ? plain.replace('http:', 'https:') : plain
  let output = ''
  let child: ChildProcess | undefined

  const start = async () => {
    const args = ['server/cli/changxing.mjs', 'serve', '--build', '--port', String(port), '--data', data, ...more]
    child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...asUsersHaveIt(), ...env } })
    const keep = (chunk: Buffer) => (output += chunk.toString())
    child.stdout!.on('data', keep)
    child.stderr!.on('data', keep)
    await answers(`${plain}/healthz`, () => output)
  }
  const stop = async () => {
    const running = child
    if (running === undefined || running.exitCode !== null) return
    const gone = new Promise<void>((done) => {
      running.once('exit', () => done())
    })
    running.kill('SIGTERM')
    await gone
  }
  const remove = async () => {
    await stop()
    rmSync(data, { recursive: true, force: true })
  }
  await start()
  return { origin, data, printed: () => output, start, stop, remove }
}

/** Without what vitest put there: a build under NODE_ENV=test is another one than users get. */
export const asUsersHaveIt = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== 'NODE_ENV' && !name.startsWith('VITEST')))

async function answers(url: string, output: () => string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const ok = await fetch(url, { redirect: 'manual' }).then(
      (response) => response.status < 400, // With --lan it leads to https, whose certificate nobody knows.
      () => false,
    )
    if (ok) return
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error(`the server did not answer within 60 s; it printed:\n${output()}`)
}

const freePort = (): Promise<number> =>
  new Promise((found) => {
    const probe = createServer()
    probe.listen(0, () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => found(port))
    })
  })
