import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

export type RunningFeed = { url: string; token: string; stop: () => void }

/** The made-up health authority, in a process of its own as the real one would be. */
export async function startDemoFeed(): Promise<RunningFeed> {
  const port = await freePort()
  const token = randomBytes(16).toString('base64url')
  const child = fork(fileURLToPath(new URL('./main.ts', import.meta.url)), ['demo-feed', '--port', String(port)], {
    env: { ...process.env, CHANGXING_HEALTH_DATA_TOKEN: token },
  })
  await new Promise<void>((ready, failed) => {
    child.once('message', () => ready())
    child.once('exit', (code) => failed(new Error(`the demo feed ended with ${code}`)))
  })
  return { url: `http://127.0.0.1:${port}`, token, stop: () => stop(child) }
}

function stop(child: ChildProcess): void {
  child.kill()
  if (child.connected) child.disconnect()
  child.unref()
}

const freePort = () =>
  new Promise<number>((found, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => found(port))
    })
  })
