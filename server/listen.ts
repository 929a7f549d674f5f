import { createServer as createHttp } from 'node:http'
import { createServer as createHttps } from 'node:https'
import { createServer as createNet } from 'node:net'
import type { Server, Socket } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'

export type Where = { port: number; host: string; certificate: { key: string; cert: string } | undefined }
export type Listening = { close: () => Promise<void> }

/** Resolves once it listens. `close` lets running requests end, for five seconds at most. */
export async function listen(app: Hono, where: Where): Promise<Listening> {
  const { key, cert } = where.certificate ?? {}
  const tls = where.certificate === undefined ? {} : { createServer: createHttps, serverOptions: { key, cert } }
  const server = createAdaptorServer({ fetch: app.fetch, ...tls })
  const door = where.certificate === undefined ? server : doorTo(server)
  await new Promise<void>((listening, failed) => {
    door.once('error', failed)
    door.listen(where.port, where.host, listening)
  })
  return { close: () => closed(door, server) }
}

function closed(door: Server, server: ReturnType<typeof createAdaptorServer>): Promise<void> {
  return new Promise((done) => {
    door.close(() => done())
    if (!('closeIdleConnections' in server)) return
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 5000).unref()
  })
}

/** First byte of a TLS handshake. Anything else on this port is a browser that was given http:// by hand. */
const handshake = 22

function doorTo(https: ReturnType<typeof createAdaptorServer>): Server {
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
      ;(first[0] === handshake ? https : plain).emit('connection', socket)
      process.nextTick(() => socket.resume())
    })
  })
  // Node begins to watch slow and idle connections at this event, which the two behind the door would never hear.
  door.once('listening', () => [https, plain].forEach((server) => server.emit('listening')))
  return door
}
