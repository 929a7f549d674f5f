import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'

/** A line to the server that can be cut and mended at once, in the middle of whatever is on it. */
export async function cutLine(port: number) {
  const open = new Set<Socket>()
  let up = true
  const line = createServer((near) => {
    if (!up) {
      near.destroy()
      return
    }
    const far = connect(port, 'localhost')
    for (const [here, there] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(here)
      here.pipe(there)
      here.on('error', () => there.destroy())
      here.on('close', () => {
        open.delete(here)
        there.destroy()
      })
    }
  })
  await new Promise<void>((done) => line.listen(0, 'localhost', done))
  return {
    origin: `http://localhost:${(line.address() as AddressInfo).port}`,
    cut() {
      up = false
      for (const socket of open) socket.destroy()
    },
    mend: () => void (up = true),
    async close() {
      up = false
      for (const socket of open) socket.destroy()
      await new Promise((done) => line.close(done))
    },
  }
}
export type CutLine = Awaited<ReturnType<typeof cutLine>>
