import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, describe, expect, it } from 'vitest'

const bin = fileURLToPath(new URL('../../../server/cli/changxing.mjs', import.meta.url))
const folders: string[] = []
/** A dozen starts of the same program need not each strip and compile it anew. */
const compiled = mkdtempSync(join(tmpdir(), 'changxing-compiled-'))
afterAll(() => rmSync(compiled, { recursive: true, force: true }))
const running: { kill: (signal: 'SIGKILL') => void }[] = []
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'changxing-serve-'))
  folders.push(folder)
  return folder
}

const freePort = () =>
  new Promise<number>((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => found(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

/** `changxing …` as a shell would run it. `says` resolves once standard output holds the text. */
function changxing(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [bin, ...args], {
    env: { ...process.env, NODE_COMPILE_CACHE: compiled, ...env },
  })
  running.push(child)
  const heard = { out: '', err: '' }
  child.stdout.on('data', (data: Buffer) => (heard.out += data.toString()))
  child.stderr.on('data', (data: Buffer) => (heard.err += data.toString()))
  const ended = new Promise<number | null>((end) => child.on('exit', (code) => end(code)))
  const says = (text: string) =>
    new Promise<string>((said, failed) => {
      const look = () => heard.out.includes(text) && said(heard.out)
      child.stdout.on('data', look)
      void ended.then((code) => failed(new Error(`ended with ${code}: ${heard.err}`)))
      look()
    })
  const feed = () => readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim()
  return { heard, ended, says, feed, stop: () => child.kill('SIGTERM') }
}

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

const setUpBody = (token: string) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ token, login: 'admin', name: '演示', password: 'a long password' }),
})

describe('changxing', () => {
  it.each([
    [['--version'], 0, 'out', /^\d+\.\d+\.\d+\n$/],
    [['--help'], 0, 'out', /serve[\s\S]*decide[\s\S]*keys/],
    [['serve', '--help'], 0, 'out', /--demo[\s\S]*CHANGXING_SECRET/],
    [['constructor'], 2, 'err', /unknown command/],
    [['serve', '--nonsense'], 2, 'err', /--nonsense/],
    [['keys', 'nonsense'], 2, 'err', /keys list/],
  ] as const)('%j → %i, on %s', async (args, code, where, says) => {
    const { heard, ended } = changxing([...args])
    expect(await ended).toBe(code)
    expect(heard[where]).toMatch(says)
  })

  it('says that PostgreSQL comes later', async () => {
    const { heard, ended } = changxing(['serve'], { CHANGXING_DB: 'postgres://x' })
    expect([await ended, heard.err]).toEqual([2, expect.stringContaining('later version')])
  })
})

describe('changxing serve', { timeout: 30_000 }, () => {
  it('lets the first administrator in once, keeps everything, and ends in peace', async () => {
    const [data, port] = [freshFolder(), String(await freePort())]
    const first = changxing(['serve', '--data', data, '--port', port])
    const link = /#setup=(\S+)/.exec(await first.says('#setup='))![1]!
    expect(statSync(join(data, 'secrets.json')).mode & 0o077).toBe(0)
    expect(statSync(join(data, 'changxing.db')).mode & 0o077).toBe(0)
    expect((await fetch(`http://localhost:${port}/healthz`)).status).toBe(200)
    first.stop()
    expect(await first.ended).toBe(0)

    const second = changxing(['serve', '--data', data, '--port', port])
    const newLink = /#setup=(\S+)/.exec(await second.says('#setup='))![1]!
    const setUp = `http://localhost:${port}/api/setup`
    expect((await fetch(setUp, setUpBody(link))).status).toBe(410)
    expect((await fetch(setUp, setUpBody(newLink))).status).toBe(201)
    expect((await fetch(setUp, setUpBody(newLink))).status).toBe(410)
    second.stop()
    expect(await second.ended).toBe(0)

    const third = changxing(['serve', '--data', data, '--port', port])
    expect(await third.says('/office/')).not.toContain('#setup=')
    expect(first.heard.err + second.heard.err + third.heard.err).not.toMatch(new RegExp(`${link}|${newLink}`))
  })

  it('says which port is in use', async () => {
    const data = freshFolder()
    const taken = createServer().listen(0, 'localhost')
    await new Promise((listening) => taken.once('listening', listening))
    const address = taken.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const { heard, ended } = changxing(['serve', '--data', data, '--port', String(port)])
    expect([await ended, heard.err]).toEqual([2, expect.stringContaining(`Port ${port} is in use`)])
    taken.close()
  })

  it('does not start with a secret that is not of this database', async () => {
    const [data, port] = [freshFolder(), String(await freePort())]
    const first = changxing(['serve', '--data', data, '--port', port])
    await first.says('/office/')
    first.stop()
    await first.ended
    writeFileSync(join(data, 'secrets.json'), JSON.stringify({ secret: 'A'.repeat(43) }))
    const second = changxing(['serve', '--data', data, '--port', port])
    expect([await second.ended, second.heard.err]).toEqual([1, expect.stringContaining('signing keys do not open')])
  })

  it('lists its keys and announces a new one a day ahead', async () => {
    const [data, port] = [freshFolder(), String(await freePort())]
    const server = changxing(['serve', '--data', data, '--port', port])
    await server.says('/office/')
    const rotate = changxing(['keys', 'rotate', 'freight', '--data', data])
    expect(await rotate.ended).toBe(0)
    const lines = rotate.heard.out.trim().split('\n')
    expect(lines.map((line) => line.split(/\s+/).slice(0, 3).toSpliced(1, 1).join(' ')).sort()).toEqual([
      'bundle signs',
      'freight signs',
      'freight waits',
      'pass signs',
    ])
    const again = changxing(['keys', 'rotate', 'freight', '--data', data])
    expect([await again.ended, again.heard.err]).toEqual([1, expect.stringContaining('already waits')])
  })

  it('shows the demonstration with its feed, afresh each time, and leaves no process behind', async () => {
    const [data, port] = [freshFolder(), String(await freePort())]
    mkdirSync(join(data, 'demo'))
    writeFileSync(join(data, 'demo/changxing.db'), 'left over from the start before')
    const server = changxing(['serve', '--demo', '--data', data, '--port', port])
    expect(await server.says('/office/')).toContain('虚构')
    expect((await fetch(`http://localhost:${port}/demo/`)).status).toBe(200)
    expect(await (await fetch(`http://localhost:${port}/healthz`)).json()).toMatchObject({ ok: true, demo: true })
    const feed = Number(server.feed())
    expect(alive(feed)).toBe(true)
    server.stop()
    expect(await server.ended).toBe(0)
    await expect.poll(() => alive(feed), { timeout: 5000 }).toBe(false)
  })

  it('serves phones over https with a certificate that it keeps', async () => {
    const [data, port] = [freshFolder(), String(await freePort())]
    const first = changxing(['serve', '--lan', '--data', data, '--port', port])
    const said = await first.says('/office/')
    expect(said).toMatch(/https:\/\/[\d.]+|https:\/\/localhost/)
    const one = await overTls(port)
    expect(one).toMatchObject({ status: 200, sts: undefined })
    expect(one.names).toContain('DNS:localhost, IP Address:127.0.0.1')
    const plain = await fetch(`http://127.0.0.1:${port}/driver/?a=1`, { redirect: 'manual' })
    expect([plain.status, plain.headers.get('location')]).toEqual([308, `https://127.0.0.1:${port}/driver/?a=1`])
    first.stop()
    expect(await first.ended).toBe(0)
    const second = changxing(['serve', '--lan', '--data', data, '--port', port])
    await second.says('/office/')
    expect((await overTls(port)).fingerprint).toBe(one.fingerprint)
  })
})

type Answer = { status: number | undefined; sts: unknown; names: string | undefined; fingerprint: string }

const overTls = (port: string) =>
  new Promise<Answer>((answered, failed) => {
    const asked = request(`https://127.0.0.1:${port}/healthz`, { rejectUnauthorized: false }, (response) => {
      const socket = response.socket
      if (!('getPeerCertificate' in socket) || typeof socket.getPeerCertificate !== 'function') return
      const certificate: { subjectaltname?: string; fingerprint256: string } = socket.getPeerCertificate()
      response.resume()
      answered({
        status: response.statusCode,
        sts: response.headers['strict-transport-security'],
        names: certificate.subjectaltname,
        fingerprint: certificate.fingerprint256,
      })
    })
    asked.on('error', failed)
    asked.end()
  })
