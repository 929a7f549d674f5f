import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { Usage } from '../usage.ts'

/** The master secret: from the environment, else from `<data>/secrets.json`, made at the first start for its owner only (0600). */
export function masterSecret(data: string, given: string | undefined): Uint8Array<ArrayBuffer> {
  if (given !== undefined) return bytes(given)
  const file = `${data}/secrets.json`
  if (!existsSync(file)) {
    const made = { secret: randomBytes(32).toString('base64url') }
    writeFileSync(file, `${JSON.stringify(made)}\n`, { mode: 0o600, flag: 'wx' })
  }
  chmodSync(file, 0o600)
  const text = /"secret"\s*:\s*"([A-Za-z0-9_-]{43})"/.exec(readFileSync(file, 'utf8'))?.[1]
  if (text === undefined)
    throw new Usage(`${file} holds no secret; put the backup of it back / 密钥文件损坏，请恢复备份`)
  return bytes(text)
}

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'))
