import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
}

/** What stands before the server: the pages of a build that can be exchanged, and a line to the API that can be cut. */
export async function startFront(port: number, firstBuild: string) {
  let pages = firstBuild
  let up = true
  const front = createServer((asked, answer) => {
    const path = new URL(asked.url ?? '/', 'http://x').pathname
    const file = join(pages, path.endsWith('/') ? `${path}index.html` : path)
    if (existsSync(file) && statSync(file).isFile()) {
      answer.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream')
      answer.setHeader('cache-control', 'no-cache')
      return answer.end(readFileSync(file))
    }
    if (!up) return asked.socket.destroy()
    const { method, headers, url } = asked
    const onward = request({ host: 'localhost', port, path: url, method, headers }, (said) => {
      answer.writeHead(said.statusCode ?? 502, said.headers)
      said.pipe(answer)
    })
    onward.on('error', () => asked.socket.destroy())
    return asked.pipe(onward)
  })
  await new Promise<void>((done) => front.listen(0, 'localhost', done))
  return {
    origin: `http://localhost:${(front.address() as AddressInfo).port}`,
    serve: (build: string) => void (pages = build),
    cut: () => void (up = false),
    mend: () => void (up = true),
    stop: () => {
      front.closeAllConnections()
      return new Promise((done) => front.close(done))
    },
  }
}
export type Front = Awaited<ReturnType<typeof startFront>>
