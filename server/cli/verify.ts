import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { claimsText } from '../../shared/credential/claims.ts'
import { importKeys } from '../../shared/credential/keys.ts'
import type { KeySet } from '../../shared/credential/keys.ts'
import { openCredential } from '../../shared/credential/open.ts'
import type { Opened } from '../../shared/credential/open.ts'
import { decodeQr } from '../../shared/credential/qr.ts'
import { standingFromLists } from '../../shared/credential/standing.ts'
import { readStatusListToken } from '../../shared/credential/status-list.ts'
import type { StatusList } from '../../shared/credential/status-list.ts'
import { Fault } from '../../shared/fault.ts'
import { beijingIso, instant, parseInstant } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import { readConfig } from '../config.ts'
import { publicKeysOf } from '../keys/rows.ts'
import { listSigningKeys } from '../store/signing-keys.ts'
import { openSqlite } from '../store/sqlite.ts'
import { Usage } from '../usage.ts'
import { fileCapped, streamCapped } from './read-capped.ts'
import { codesInImage, isImage } from './read-code-image.ts'

const help = `changxing verify [--keys JWKS] [--status LIST]… [--at ISO] [--data DIR] <TOKEN | IMAGE.png | ->

Checks one pass or freight code, with no network, and prints one JSON object: valid, kind, state, claims, reason, code.
离线核验一张通行证或货畅码，输出一个 JSON 对象。

  TOKEN          a compact JWS, or the text of our QR code / 凭证文本或二维码内容
  IMAGE.png      a picture of the code, also a scan of the paper (PNG, JPEG); or a file with the text / 二维码图片或文本文件
  -              either of them from standard input / 从标准输入读取
  --keys JWKS    public keys, as at /.well-known/jwks.json; else those of the data folder / 公钥文件，缺省取数据目录
  --status LIST  a status list token, as the server gives it at /status/N; may be repeated / 状态列表，可多次给出
  --at ISO       the moment to judge by, with its offset; else now / 核验时刻，缺省为当前

reason / 原因  unreadable 无法识读 · not-ours 非本系统 · malformed 格式有误 · bad-signature 签名不符 · unknown-key 密钥未知
               not-yet-valid 未生效 · expired 已过期 · revoked 已撤销 · suspended 已暂停
Exit code / 退出码  0 valid 有效 · 1 not valid 无效 · 2 bad usage 用法有误
`

export type Streams = {
  input: AsyncIterable<Uint8Array | string>
  output: (text: string) => void
  errors: (text: string) => void
}
const standard = (): Streams => ({
  input: process.stdin,
  output: (text) => void process.stdout.write(text),
  errors: (text) => void process.stderr.write(text),
})

/** Answers the exit code 0 or 1; 2 is thrown as Usage. */
export async function verifyCommand(args: readonly string[], streams: Streams = standard()): Promise<number> {
  const { values, positionals } = readArgs(args)
  if (values.help === true) {
    streams.output(help)
    return 0
  }
  const [given, ...more] = positionals
  if (given === undefined || more.length > 0) throw new Usage(help)
  const now = momentOf(values.at)
  const keys = await keysOf(values, now)
  const lists = await Promise.all((values.status ?? []).map((path) => listIn(path, { keys, now, ...streams })))
  const text = await textOf(given, streams)
  const opened = await openCredential(text, { keys, now, standing: standingFromLists(newestFirst(lists)) })
  streams.output(`${JSON.stringify(answerOf(opened))}\n`)
  return opened.ok ? 0 : 1
}

function readArgs(args: readonly string[]) {
  try {
    const options = {
      keys: { type: 'string' },
      status: { type: 'string', multiple: true },
      at: { type: 'string' },
      data: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    } as const
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (cause) {
    throw new Usage(`${cause instanceof Error ? `${cause.message}\n\n` : ''}${help}`, { cause })
  }
}

function momentOf(text: string | undefined): Instant {
  if (text === undefined) return instant(Date.now())
  const at = parseInstant(text)
  if (at === undefined) throw new Usage(`--at ${text}: 例如 / for example 2022-05-16T10:00:00+08:00`)
  return at
}

/** The claims are told as they stand in the token, for whoever compares. */
function answerOf(opened: Opened) {
  const claims: unknown = opened.claims === undefined ? null : JSON.parse(claimsText(opened.claims))
  if (opened.ok) return { valid: true, kind: opened.kind, state: opened.state, claims, reason: null, code: null }
  return { valid: false, kind: opened.kind ?? null, state: null, claims, reason: opened.reason, code: opened.code }
}

async function keysOf({ keys, data }: { keys?: string; data?: string }, now: Instant): Promise<KeySet> {
  if (keys !== undefined) return importedFrom(keys)
  const { database } = readConfig(data === undefined ? [] : ['--data', data], process.env, true)
  if (!existsSync(database))
    throw new Usage(
      `没有数据库 ${database}，请用 --keys 给出公钥 / no database ${database}: give the public keys by --keys`,
    )
  const db = openSqlite(database)
  try {
    return await importKeys(publicKeysOf(await listSigningKeys(db), now))
  } finally {
    db.close()
  }
}

async function importedFrom(path: string): Promise<KeySet> {
  try {
    return await importKeys(JSON.parse(readText(path)))
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof Fault)
      throw new Usage(`--keys ${path}: 不是公钥文件 / no key set: ${cause.message}`, { cause })
    throw cause
  }
}

type Reading = Pick<Streams, 'errors'> & { keys: KeySet; now: Instant }

/** A list that nobody should rely on any more is still better than none; it is said. */
async function listIn(path: string, { keys, now, errors }: Reading): Promise<StatusList> {
  const read = await readStatusListToken(readText(path), keys)
  if (!read.ok) throw new Usage(`--status ${path}: 不是可信的状态列表 / no status list to rely on: ${read.reason}`)
  const { expiresAt } = read.list
  if (expiresAt !== undefined && expiresAt <= now)
    errors(`${path}: 列表已于 ${beijingIso(expiresAt)} 过期 / the list expired then\n`)
  return read.list
}

/** Of two that were given of one address the later one speaks, whichever came first. */
const newestFirst = (lists: readonly StatusList[]) => lists.toSorted((a, b) => b.issuedAt - a.issuedAt)

function readText(path: string): string {
  const bytes = readBytes(path)
  if (bytes === undefined) throw new Usage(`文件过大 / too large: ${path}`)
  return bytes.toString('utf8')
}

function readBytes(path: string): Buffer | undefined {
  try {
    return fileCapped(path)
  } catch (cause) {
    throw new Usage(`读不到文件 / cannot read ${path}`, { cause })
  }
}

async function textOf(given: string, { input }: Streams): Promise<string> {
  if (given === '-') return contentOf(await streamCapped(input))
  if (isPath(given)) return contentOf(readBytes(given))
  return given
}

/** No credential begins or ends like a path, so that a file which is not there is not taken for one. */
const isPath = (given: string): boolean =>
  /^\.{0,2}\/|\.(png|jpe?g|gif|bmp|txt|jwt)$/i.test(given) || (given.length < 1000 && existsSync(given))

const isWhole = (text: string): boolean => decodeQr(text).ok

function isOurs(text: string): boolean {
  const decoded = decodeQr(text)
  return decoded.ok || decoded.reason !== 'not-ours'
}

/**
 * Of several codes the first that is ours, and of those the first that is whole. The line end of a file is not of the text.
 * What is too large holds nothing that can be read.
 */
async function contentOf(bytes: Buffer | undefined): Promise<string> {
  if (bytes === undefined) return ''
  if (!isImage(bytes)) return bytes.toString('utf8').replace(/\r?\n$/, '')
  const texts = await codesInImage(bytes, (found) => found.some(isWhole))
  return texts.find(isWhole) ?? texts.find(isOurs) ?? texts[0] ?? ''
}
