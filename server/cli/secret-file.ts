import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import type { Config } from '../config.ts'
import { Usage } from '../usage.ts'

/**
 * The master secret: from the environment, else from `<data>/secrets.json`, made at the first start for its owner only (0600).
 * Never made anew beside a database: what is sealed there would stay closed.
 */
export function masterSecret({ data, secret, database }: Config): Uint8Array<ArrayBuffer> {
  if (secret !== undefined) return bytes(secret)
  const file = `${data}/secrets.json`
  if (!existsSync(file)) {
    if (holdsSomething(database)) throw lost(file, database)
    make(file)
  }
  chmodSync(file, 0o600)
  const text = /"secret"\s*:\s*"([A-Za-z0-9_-]{43})"/.exec(readFileSync(file, 'utf8'))?.[1]
  if (text === undefined)
    throw new Usage(`${file} holds no secret; put the backup of it back / 密钥文件损坏，请恢复备份`)
  return bytes(text)
}

function holdsSomething(file: string): boolean {
  const found = statSync(file, { throwIfNoEntry: false })
  return found?.isFile() === true && found.size > 0
}

const lost = (file: string, database: string) =>
  new Usage(
    `缺少密钥文件 ${file}，数据库 ${database} 须用原密钥打开：请恢复备份，或设置 CHANGXING_SECRET\n` +
      `${file} is missing, and ${database} opens with the secret it was made with: put the backup back, or set CHANGXING_SECRET`,
  )

/** On the disk before anything is sealed with it. Of two that start at once, the second takes what the first made. */
function make(file: string): void {
  const text = `${JSON.stringify({ secret: randomBytes(32).toString('base64url') })}\n`
  try {
    writeFileSync(file, text, { mode: 0o600, flag: 'wx', flush: true })
  } catch (cause) {
    if (!existsSync(file)) throw cause
  }
}

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'))
