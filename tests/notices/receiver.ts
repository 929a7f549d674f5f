import { createServer } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import { afterAll, beforeAll, beforeEach } from 'vitest'

export type Asked = { method: string; path: string; query: URLSearchParams; headers: IncomingHttpHeaders; body: Buffer }
/** `silence`: takes the request and never answers; `cut`: breaks the line after it; `half`: begins an answer and breaks off. */
export type Reply =
  { status?: number; json?: unknown; text?: string; headers?: Record<string, string> } | 'silence' | 'cut' | 'half'

/** A real neighbour on a real socket: answers by `answer`, unless `next` holds a reply for the request that comes. */
export function receiver() {
  const seen: Asked[] = []
  const state: { answer: (asked: Asked) => Reply; next: Reply[]; during: () => Promise<void> } = {
    answer: () => ({ json: {} }),
    next: [],
    during: async () => undefined,
  }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://receiver')
      const { method = '', headers } = request
      const asked = { method, path: pathname, query: searchParams, headers, body: Buffer.concat(chunks) }
      seen.push(asked)
      const reply = state.next.shift() ?? state.answer(asked)
      if (reply === 'silence') return
      if (reply === 'cut') {
        request.socket.destroy()
        return
      }
      if (reply === 'half') {
        response.writeHead(200, { 'content-length': '100' })
        response.write('{"errcode"')
        setTimeout(() => request.socket.destroy(), 10)
        return
      }
      void state.during().then(() => {
        response.writeHead(reply.status ?? 200, { 'content-type': 'application/json', ...reply.headers })
        response.end(reply.text ?? JSON.stringify(reply.json ?? {}))
      })
    })
  })
  const address = () => {
    const at = server.address()
    return `http://127.0.0.1:${typeof at === 'object' ? at?.port : 0}`
  }
  beforeAll(() => new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening)))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  beforeEach(() => {
    seen.length = 0
    state.next = []
    state.during = async () => undefined
  })
  return { seen, state, address }
}
/** An address at which nobody listens any more. */
export async function closedPort(): Promise<string> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const at = server.address()
  await new Promise<void>((closed) => server.close(() => closed()))
  return `http://127.0.0.1:${typeof at === 'object' ? at?.port : 0}`
}
export type Receiver = ReturnType<typeof receiver>
