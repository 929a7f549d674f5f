import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { aliyunSms } from '../../server/ports/channels/aliyun-sms.ts'
import { openMigrated } from '../../server/store/open-sqlite.ts'
import { sql } from '../../server/store/db.ts'
import { noticeWrites } from '../../server/usecases/notices.ts'
import { createVault } from '../../server/vault.ts'
import { beijing, instant } from '../../shared/instant.ts'
import { account, smsGateway } from './gateway.ts'
import { notice } from './kit.ts'
import { closedPort, receiver } from './receiver.ts'

const at = receiver()
const now = () => instant(Date.now())
const gateway = smsGateway(() => {
  const { year, month, day } = beijing(now())
  return `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`
})
const folder = mkdtempSync(join(tmpdir(), 'changxing-killed-'))
const running: ChildProcess[] = []
afterAll(() => {
  for (const one of running) one.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

const secret = 'A'.repeat(43)
const template = 'SMS_1'

const freePort = async () => Number(new URL(await closedPort()).port)

/** The real server, as a process, with its real timers. */
function starts(port: number): ChildProcess {
  const sms = JSON.stringify({ ...account, template, url: at.address() })
  const env = { ...process.env, PORT: String(port), CHANGXING_SECRET: secret, CHANGXING_SMS: sms }
  const args = ['server/cli/changxing.mjs', 'serve', '--data', folder]
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  running.push(child)
  return child
}

async function until(what: () => Promise<boolean>): Promise<void> {
  while (!(await what())) await new Promise((wait) => setTimeout(wait, 200))
}

it('a server killed with SIGKILL while its gateway answers: the next one asks by OutId and does not send again', async () => {
  const db = await openMigrated(join(folder, 'changxing.db'))
  const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
  const vault = createVault(new Uint8Array(Buffer.from(secret, 'base64url')))
  const sms = aliyunSms({ ...account, template, clock: now, nonce: () => crypto.randomUUID() })
  const writes = await noticeWrites({ db, now, random, vault, channels: { robots: [], sms } }, now(), notice())
  await db.commit(writes)
  const first = starts(await freePort())
  const gone = new Promise<void>((exited) => first.once('exit', () => exited()))
  at.state.answer = (asked) => {
    const answer = gateway.answer(asked)
    if (asked.headers['x-acs-action'] !== 'SendSms' || first.killed) return answer
    first.kill('SIGKILL')
    return 'silence'
  }
  await gone
  const standing = async () => (await db.all(sql.selectFrom('notice').select(['state', 'tries']).compile()))[0]
  expect([gateway.kept.length, await standing()]).toEqual([1, { state: 'sending', tries: 1 }])
  starts(await freePort())
  await until(async () => (await standing())?.state === 'sent')
  expect([gateway.kept.length, await standing()]).toEqual([1, { state: 'sent', tries: 2 }])
  const attempts = await db.all(sql.selectFrom('notice_attempt').select('outcome').orderBy('at').compile())
  expect(attempts.map(({ outcome }) => outcome)).toEqual([null, 'found'])
  db.close()
}, 170_000)
