import { connect } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterAll, describe, expect, it } from 'vitest'
import { lanCertificate } from '../../../server/cli/lan-certificate.ts'
import { listen } from '../../../server/listen.ts'
import { instant } from '../../../shared/instant.ts'

const folder = mkdtempSync(join(tmpdir(), 'changxing-listen-'))
afterAll(() => rmSync(folder, { recursive: true }))

const freePort = () =>
  new Promise<number>((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => found(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

async function open(certificate?: { key: string; cert: string }) {
  const port = await freePort()
  const app = new Hono().get('/', (context) => context.text('here')).post('/', async (c) => c.text(await c.req.text()))
  app.onError((_, context) => context.text('broke off', 400))
  const server = await listen(app, { port, host: '127.0.0.1', certificate, patience: 150 })
  const say = (text: string) =>
    new Promise<string>((heard) => {
      let answer = ''
      const socket = connect(port, '127.0.0.1', () => void socket.write(text))
      socket.on('data', (data) => (answer += data.toString()))
      socket.on('error', () => undefined)
      socket.on('close', () => heard(answer))
    })
  return { server, say }
}

/** Connections that no request ends: silent, in the middle of a line, in the middle of a body, kept alive. */
const unfinished = [
  '',
  '\x16',
  'GET /he',
  'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{',
  'GET / HTTP/1.1\r\nHost: a\r\n\r\n',
]

describe('told to stop', () => {
  it.each(['http', 'https'])('%s ends soon, whatever hangs on it', async (kind) => {
    const certificate = kind === 'https' ? await lanCertificate(folder, [], instant(Date.now())) : undefined
    const { server, say } = await open(certificate)
    const ended = unfinished.map((text) => say(text))
    await new Promise((later) => setTimeout(later, 50))
    const from = performance.now()
    await server.close()
    expect(performance.now() - from).toBeLessThan(1500)
    await Promise.all(ended)
  })
})

describe('a request that makes no URL', () => {
  it.each([
    ['a host with a space', 'GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n'],
    ['a host with a path', 'GET / HTTP/1.1\r\nHost: a/../b?\r\nConnection: close\r\n\r\n'],
    ['a broken address', 'GET http://[/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
  ])('%s is refused in the agreed form', async (_title, text) => {
    const { server, say } = await open()
    const answer = await say(text)
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(answer).toContain('"code":"IN-07"')
    await server.close()
  })
})
