import { parseArgs } from 'node:util'
import { channelSettings } from './channel-settings.ts'
import type { ChannelSettings } from './channel-settings.ts'
import { kms, rotateDays, signingKeys } from './key-settings.ts'
import { Usage } from './usage.ts'

/** Settings of the environment, as `changxing serve --help` lists them. */
export const settings = {
  PORT: '8787 · port / 端口 (--port)',
  CHANGXING_HOST: 'localhost · address to listen on; 0.0.0.0 = every network / 监听地址 (--host)',
  CHANGXING_DATA: './data · folder of database, secret, certificate / 数据目录 (--data)',
  CHANGXING_DB: '<data>/changxing.db · SQLite file / 数据库文件',
  CHANGXING_ORIGIN: 'http://localhost:PORT · public address behind a proxy, no slash at the end / 对外网址',
  CHANGXING_SECRET: 'made at first start in <data>/secrets.json · 32 bytes, base64url / 主密钥',
  CHANGXING_HEALTH_DATA_URL: 'none · address of the health authority’s data service / 卫健数据接口',
  CHANGXING_HEALTH_DATA_TOKEN: 'none · its bearer token / 接口令牌',
  CHANGXING_SIGNING_KEYS:
    'none · private keys as a JWK set (changxing keys make); a new one signs after a day’s notice / 环境变量中的签名私钥',
  CHANGXING_KMS_URL: 'none · key service: GET /keys, POST /sign / 密钥服务(KMS)接口',
  CHANGXING_KMS_TOKEN: 'none · its bearer token / 密钥服务令牌',
  CHANGXING_ROTATE_DAYS: 'none · rotate keys by itself after so many days (7–365), with notice / 自动轮换天数',
  CHANGXING_SMS:
    'none · SMS gateway (Aliyun): {"keyId","keySecret","signature","template","linkTemplate"} as JSON / 短信网关(JSON)',
  CHANGXING_SMS_HOOK:
    'none · shared secret of the gateway’s receipts and replies, ≥ 24 characters / 短信回执与上行的共享密钥',
  CHANGXING_ROBOTS:
    'none · group robots: [{"county","dingtalk":{"token","secret"},"wecom":{"key"}}] as JSON / 各县区群机器人(JSON)',
  CHANGXING_PUSH_HOSTS: 'none = no app push · push services that may be called, with commas / 允许的推送服务主机',
  CHANGXING_WEBHOOK_URL: 'none · address that gets every notice for it, signed (schema/webhooks.md) / 对接系统地址',
  CHANGXING_WEBHOOK_SECRET: 'none · its key, 24–64 bytes in base64 / 签名密钥',
  CHANGXING_TRUST_PROXY: '0 · 1 = X-Forwarded-For names the asker / 信任反向代理',
  CHANGXING_LOG: 'all, at a terminal problems · request lines on standard error / 日志',
} as const satisfies Record<string, string>

export type Config = Readonly<{
  port: number
  host: string
  data: string
  database: string
  /** undefined = made by the server from port and mode. */
  origin: string | undefined
  secret: string | undefined
  healthData: Readonly<{ url: string; token: string }> | undefined
  /** A JWK set of private keys, as text. */
  signingKeys: string | undefined
  kms: Readonly<{ url: string; token: string | undefined }> | undefined
  rotateDays: number | undefined
  channels: ChannelSettings
  trustProxy: boolean
  log: 'all' | 'problems'
  build: boolean
  lan: boolean
  demo: boolean
  /** How many times as fast the demonstration goes, its server's clock with it. */
  demoSpeed: number
  help: boolean
}>

const flags = {
  port: { type: 'string' },
  host: { type: 'string' },
  data: { type: 'string' },
  build: { type: 'boolean', default: false },
  lan: { type: 'boolean', default: false },
  demo: { type: 'boolean', default: false },
  'demo-speed': { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const

export type Environment = Readonly<Record<string, string | undefined>>

/** Flags win over the environment. Anything not understood stops the start with a sentence that helps (`Usage`). */
export function readConfig(args: readonly string[], env: Environment, terminal: boolean): Config {
  const given = readFlags(args)
  const set = (name: keyof typeof settings) => (env[name] === '' ? undefined : env[name])
  const base = given.data ?? set('CHANGXING_DATA') ?? './data'
  const data = given.demo ? `${base}/demo` : base
  return Object.freeze({
    port: port(given.port ?? set('PORT') ?? '8787'),
    host: given.host ?? set('CHANGXING_HOST') ?? (given.lan ? '0.0.0.0' : 'localhost'),
    data,
    database: database((given.demo ? undefined : set('CHANGXING_DB')) ?? `${data}/changxing.db`),
    origin: origin(set('CHANGXING_ORIGIN')),
    secret: secret(set('CHANGXING_SECRET')),
    healthData: healthData(set('CHANGXING_HEALTH_DATA_URL'), set('CHANGXING_HEALTH_DATA_TOKEN')),
    signingKeys: signingKeys(set('CHANGXING_SIGNING_KEYS')),
    kms: kms(set('CHANGXING_KMS_URL'), set('CHANGXING_KMS_TOKEN')),
    rotateDays: rotateDays(set('CHANGXING_ROTATE_DAYS')),
    channels: channelSettings({
      sms: set('CHANGXING_SMS'),
      smsHook: set('CHANGXING_SMS_HOOK'),
      robots: set('CHANGXING_ROBOTS'),
      pushHosts: set('CHANGXING_PUSH_HOSTS'),
      webhookUrl: set('CHANGXING_WEBHOOK_URL'),
      webhookSecret: set('CHANGXING_WEBHOOK_SECRET'),
    }),
    trustProxy: oneOf('CHANGXING_TRUST_PROXY', set('CHANGXING_TRUST_PROXY') ?? '0', ['0', '1']) === '1',
    log: oneOf('CHANGXING_LOG', set('CHANGXING_LOG') ?? (terminal ? 'problems' : 'all'), ['all', 'problems'] as const),
    build: given.build,
    lan: given.lan,
    demo: given.demo,
    demoSpeed: demoSpeed(given['demo-speed'] ?? '1'),
    help: given.help,
  })
}

function readFlags(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: flags, allowPositionals: false }).values
  } catch (cause) {
    throw new Usage(`${cause instanceof Error ? cause.message : ''}\nchangxing serve --help`)
  }
}

function port(text: string): number {
  const number = Number(text)
  if (/^\d{1,5}$/.test(text) && number >= 1 && number <= 65_535) return number
  throw new Usage(`port (PORT, --port) must be 1 to 65535, not "${text}" / 端口必须是 1–65535`)
}

function demoSpeed(text: string): number {
  const number = Number(text)
  if (/^\d{1,2}$/.test(text) && number >= 1 && number <= 60) return number
  throw new Usage(`--demo-speed must be 1 to 60, not "${text}" / 演示速度须为 1–60`)
}

function database(text: string): string {
  if (/^postgres(ql)?:/.test(text)) {
    throw new Usage(
      'CHANGXING_DB: PostgreSQL comes with a later version; name a SQLite file for now / PostgreSQL 将在后续版本支持，请先填写 SQLite 文件路径',
    )
  }
  if (/^\w+:\/\//.test(text))
    throw new Usage(`CHANGXING_DB must be a file, not "${text.split(':')[0]}://…" / 必须是文件路径`)
  return text
}

function origin(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text) return text
  throw new Usage(
    'CHANGXING_ORIGIN must look like https://host, without a path or a slash at the end / 形如 https://host',
  )
}

function secret(text: string | undefined): string | undefined {
  if (text === undefined || /^[A-Za-z0-9_-]{43}$/.test(text)) return text
  throw new Usage(
    'CHANGXING_SECRET must be 32 bytes in base64url, 43 characters / 必须是 32 字节的 base64url(43 个字符)',
  )
}

function healthData(url: string | undefined, token: string | undefined): Config['healthData'] {
  if (url === undefined && token === undefined) return undefined
  if (url === undefined || token === undefined) {
    throw new Usage('CHANGXING_HEALTH_DATA_URL and CHANGXING_HEALTH_DATA_TOKEN belong together / 两项须同时填写')
  }
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return { url: url.replace(/\/$/, ''), token }
  throw new Usage('CHANGXING_HEALTH_DATA_URL must be an http(s) address / 必须是 http(s) 地址')
}

function oneOf<const Allowed extends string>(name: string, text: string, allowed: readonly Allowed[]): Allowed {
  const found = allowed.find((value) => value === text)
  if (found !== undefined) return found
  throw new Usage(`${name} must be ${allowed.join(' or ')}, not "${text}"`)
}
