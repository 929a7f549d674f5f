import { createServer as createHttp } from 'node:http'
import { createSecureServer, type Http2SecureServer, type ServerHttp2Session } from 'node:http2'
import { createServer as createNet } from 'node:net'
import type { Server, Socket } from 'node:net'
import { getRequestListener, RequestError } from '@hono/node-server'
import type { Hono } from 'hono'
import { faultWords } from '../shared/wording/faults.ts'

export type Where = {
  port: number
  host: string
  certificate: { key: string; cert: string } | undefined
  /** How long a running request may take once we are told to stop, milliseconds. */
  patience?: number
}
export type Listening = { close: () => Promise<void> }
/** A server behind a door of its own; `hush` ends what hangs on it unused. */
type Behind = { door: Server; hush: () => void }

/** Resolves once it listens. `close` lets running requests end, for three seconds at most. */
export async function listen(app: Hono, where: Where): Promise<Listening> {
  const answer = getRequestListener(app.fetch, { errorHandler: refuseUnreadable })
  const { door, hush } = where.certificate === undefined ? plainly(answer) : secretly(where.certificate, answer)
  const open = socketsOf(door)
  await new Promise<void>((listening, failed) => {
    door.once('error', failed)
    door.listen(where.port, where.host, listening)
  })
  const close = () =>
    new Promise<void>((done) => {
      door.close(() => done())
      hush()
      setTimeout(() => open.forEach((socket) => socket.destroy()), where.patience ?? 3000).unref()
    })
  return { close }
}

type Answer = ReturnType<typeof getRequestListener>

function plainly(answer: Answer): Behind {
  const server = createHttp(answer)
  return { door: server, hush: () => server.closeIdleConnections() }
}

/** HTTP/2 for browsers, which fetch a page's twenty files over one connection; HTTP/1.1 for whoever asks for it. */
function secretly(certificate: { key: string; cert: string }, answer: Answer): Behind {
  const server = createSecureServer({ ...certificate, allowHTTP1: true }, answer)
  const sessions = new Set<ServerHttp2Session>()
  server.on('session', (session) => {
    sessions.add(session)
    // A phone that has gone out of reach says no goodbye.
    session.setTimeout(120_000, () => session.close())
    session.once('close', () => sessions.delete(session))
  })
  server.on('sessionError', () => undefined)
  return { door: doorTo(server), hush: () => sessions.forEach((session) => session.close()) }
}

/** All that are open, those included that have said nothing yet or half a line: no server knows of these. */
function socketsOf(door: Server): ReadonlySet<Socket> {
  const open = new Set<Socket>()
  door.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  return open
}

/** What comes before the app: a host or an address that makes no URL. */
function refuseUnreadable(error: unknown): Response {
  if (!(error instanceof RequestError)) return new Response(null, { status: 500 })
  const refusal = { code: 'IN-07', message: faultWords['IN-07']?.zh ?? error.message, path: 'host' }
  return Response.json({ error: refusal }, { status: 400, headers: { 'Cache-Control': 'no-store' } })
}

/** First byte of a TLS handshake. Anything else on this port is a browser that was given http:// by hand. */
const handshake = 22

function doorTo(secure: Http2SecureServer): Server {
  const plain = createHttp((request, response) => {
    const location = `https://${request.headers.host ?? 'localhost'}${request.url ?? '/'}`
    response.writeHead(308, { Location: location, Connection: 'close' }).end()
  })
  const door = createNet((socket: Socket) => {
    socket.setTimeout(10_000, () => socket.destroy())
    socket.on('error', () => socket.destroy())
    socket.once('data', (first: Buffer) => {
      socket.setTimeout(0)
      socket.pause()
      socket.unshift(first)
      ;(first[0] === handshake ? secure : plain).emit('connection', socket)
      process.nextTick(() => socket.resume())
    })
  })
  // Node begins to watch slow and idle connections at this event, which the two behind the door would never hear.
  door.once('listening', () => [secure, plain].forEach((server) => server.emit('listening')))
  return door
}
