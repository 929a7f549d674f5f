/** `changxing audit verify` as an auditor runs it. */
import { spawn, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import SqliteFile from 'better-sqlite3'
import { auditHeadsPath, openDeps } from '../../server/node.ts'
import { readConfig } from '../../server/config.ts'
import { auditCommand } from '../../server/cli/audit.ts'
import { masterSecret } from '../../server/cli/secret-file.ts'
import { Usage } from '../../server/usage.ts'
import { fill } from '../audit/kit.ts'

const bin = fileURLToPath(new URL('../../server/cli/changxing.mjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'changxing-audit-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))
let copies = 0

/** A data folder with 40 entries, heads at 20 and 30, one of them kept outside as well. */
beforeAll(async () => {
  const config = readConfig(['--data', folder], {}, true)
  const { deps, close } = await openDeps(config, masterSecret(config), 'http://localhost')
  await fill(deps, 20)
  await deps.audit.signHead()
  await fill(deps, 10)
  await deps.audit.signHead()
  await fill(deps, 10)
  close()
})

/** The same folder for one test, tampered with. */
function copy(...tampering: string[]): string {
  const data = join(folder, `copy-${(copies += 1)}`)
  mkdirSync(data)
  for (const name of ['changxing.db', 'audit-heads.ndjson', 'secrets.json'])
    copyFileSync(join(folder, name), join(data, name))
  const db = new SqliteFile(join(data, 'changxing.db'))
  if (tampering.length > 0)
    for (const lock of ['audit_is_not_changed', 'audit_is_not_deleted', 'audit_head_is_not_deleted'])
      db.exec(`drop trigger ${lock}`)
  for (const sql of tampering) db.exec(sql)
  db.close()
  return data
}

async function audit(...args: string[]) {
  const heard = { stdout: '', stderr: '' }
  const voices = { output: (text: string) => (heard.stdout += text), errors: (text: string) => (heard.stderr += text) }
  try {
    const status = await auditCommand(args, voices)
    return { status, ...heard }
  } catch (cause) {
    if (!(cause instanceof Usage)) throw cause
    return { status: 2, stdout: heard.stdout, stderr: cause.message }
  }
}
const verify = (data: string, ...more: string[]) => audit('verify', '--data', data, ...more)

describe('changxing audit verify', () => {
  it('says what a whole log proves and what it cannot', async () => {
    const { status, stdout } = await verify(copy())
    expect(status).toBe(0)
    expect(stdout).toContain('审计日志完整\nthe log is whole')
    expect(stdout).toContain('nothing in 1–40 was altered, deleted, inserted or moved; heads are signed up to 30')
    expect(stdout).toContain('not cut short or put back to an older day, up to 30')
    expect(stdout).toContain('not provable: whether entries after 30 were cut off together')
    expect(stdout).toMatch(/40 条 entries · [\d.]+ s · [\d,]+\/s/)
  })

  it('says what it cannot prove without the heads outside', async () => {
    const data = copy()
    rmSync(join(data, 'audit-heads.ndjson'))
    const { status, stdout } = await verify(data)
    expect([status, stdout]).toEqual([0, expect.stringContaining('not provable: without heads outside')])
  })

  it.each([
    ["update audit set reason = '' where seq = 17", '第 17 条被改动 (20', 'entry 17 was altered (20'],
    ['delete from audit where seq = 9', '第 9 条缺失', 'entry 9 is missing'],
    [
      'delete from audit where seq > 25; delete from audit_head where seq > 25',
      '从第 26 条起被截去',
      'cut off from entry 26',
    ],
    ['select 1', '触发器不见了', 'triggers that forbid'],
    ['drop table audit', '第 1 条起无法读出', 'entry 1 and what follows cannot be read'],
    [
      "update signing_key set public_jwk = 'x' where key_use = 'audit'",
      '第 20 条的校验头签名无效',
      'head of entry 20 does not hold',
    ],
  ])('%s: exit 1, the place and what is wrong in both languages', async (sql, zh, en) => {
    const { status, stdout } = await verify(copy(sql))
    expect([status, stdout]).toEqual([1, expect.stringContaining(zh)])
    expect(stdout).toContain(en)
  })

  it('takes heads kept on another machine', async () => {
    const data = copy('delete from audit where seq > 25', 'delete from audit_head where seq > 25')
    const file = join(data, 'audit-heads.ndjson')
    const [first, second] = readFileSync(file, 'utf8').trim().split('\n')
    writeFileSync(file, `${first}\n`)
    const elsewhere = join(data, 'elsewhere.ndjson')
    writeFileSync(elsewhere, `${first}\n${second}\n`)
    expect((await verify(data)).stdout).toContain('triggers that forbid')
    expect((await verify(data, '--heads', elsewhere)).stdout).toContain('cut off from entry 26')
  })

  it('reads past a line that a power cut left half written, and says so', async () => {
    const data = copy()
    appendFileSync(join(data, 'audit-heads.ndjson'), '{"seq":40,"at"')
    expect(await verify(data)).toMatchObject({ status: 0, stderr: expect.stringContaining('1 行无法读取') })
  })

  it('finds a file that is no database any more', async () => {
    const data = copy()
    writeFileSync(join(data, 'changxing.db'), 'x'.repeat(8192))
    expect(await verify(data)).toMatchObject({ status: 1, stdout: expect.stringContaining('cannot be read') })
  })

  it.each([
    [['verify', '--data', '/nowhere'], 'there is no database'],
    [['verify', '--data', folder, '--heads', '/nowhere'], 'there is no file'],
    [['verify', 'more'], 'changxing audit verify'],
    [['verfy'], 'changxing audit verify'],
    [['verify', '--dat', 'x'], 'changxing audit verify'],
  ])('%j: exit 2, and how it is asked', async (args, says) => {
    const { status, stderr } = await audit(...args)
    expect([status, stderr]).toEqual([2, expect.stringContaining(says)])
  })

  it('is a command of changxing', () => {
    const { status, stdout } = spawnSync(process.execPath, [bin, 'audit', '--help'], { encoding: 'utf8' })
    expect([status, stdout]).toEqual([0, expect.stringContaining('changxing audit verify [--data DIR]')])
  })
})

it('the heads stand beside the database, one a line, for their owner alone', () => {
  const path = auditHeadsPath({ data: folder })
  const lines = readFileSync(path, 'utf8').trim().split('\n')
  expect(lines.map((line) => Reflect.get(Object(JSON.parse(line)), 'seq'))).toEqual([20, 30])
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

it('a server that is stopped leaves nothing unsigned, inside or outside', { timeout: 30_000 }, async () => {
  const [data, port] = [join(folder, 'served'), await freePort()]
  const child = spawn(process.execPath, [bin, 'serve', '--data', data, '--port', String(port)])
  try {
    const token = await new Promise<string>((said, failed) => {
      let heard = ''
      child.stdout.on('data', (data: Buffer) => {
        heard += data.toString()
        const link = /#setup=(\S+)/.exec(heard)?.[1]
        if (link !== undefined) said(link)
      })
      child.once('exit', () => failed(new Error('it ended')))
    })
    const body = JSON.stringify({ token, login: 'admin', name: '演示', password: 'a long password' })
    const headers = { 'content-type': 'application/json' }
    const made = await fetch(`http://localhost:${port}/api/setup`, { method: 'POST', headers, body })
    expect(made.status).toBe(201)
    expect((await verify(data)).stdout).toContain('inserted or moved; heads are signed up to 0')
  } finally {
    const ended = new Promise((end) => child.once('exit', end))
    child.kill('SIGTERM')
    await ended
  }
  const { status, stdout } = await verify(data)
  expect([status, stdout]).toEqual([0, expect.stringContaining('heads are signed up to 1')])
  expect(stdout).toContain('not cut short or put back to an older day, up to 1')
})

const freePort = () =>
  new Promise<number>((found) => {
    const server = createServer().listen(0, 'localhost', () => {
      const address = server.address()
      server.close(() => found(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
