import * as z from 'zod/mini'
import { Usage } from './usage.ts'

// Apart from config.ts, which reads a command line: a Worker has none.

const word = z.string().check(z.minLength(1), z.maxLength(200))
const address = z.string().check(
  z.refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)),
  z.overwrite((text) => text.replace(/\/$/, '')),
)

const sms = z.strictObject({
  keyId: word,
  keySecret: word,
  signature: word,
  template: word,
  linkTemplate: z.optional(word),
  url: z.optional(address),
})
const robots = z.array(
  z.strictObject({
    county: z.string().check(z.regex(/^\d{6}$/)),
    dingtalk: z.optional(z.strictObject({ token: word, secret: word, url: z.optional(address) })),
    wecom: z.optional(z.strictObject({ key: word, url: z.optional(address) })),
  }),
)

export type ChannelSettings = Readonly<{
  sms: z.infer<typeof sms> | undefined
  smsHook: string | undefined
  robots: z.infer<typeof robots>
  pushHosts: readonly string[]
  webhook: Readonly<{ url: string; secret: string }> | undefined
}>

type Given = Readonly<
  Record<'sms' | 'smsHook' | 'robots' | 'pushHosts' | 'webhookUrl' | 'webhookSecret', string | undefined>
>

/** Never repeats what was given: it is secret. @throws Usage */
export function channelSettings(given: Given): ChannelSettings {
  const list = read('CHANGXING_ROBOTS', robots, given.robots) ?? []
  if (new Set(list.map(({ county }) => county)).size < list.length)
    throw new Usage('CHANGXING_ROBOTS names a county twice / 同一县区重复')
  return {
    sms: read('CHANGXING_SMS', sms, given.sms),
    smsHook: smsHook(given.smsHook),
    robots: list,
    pushHosts: pushHosts(given.pushHosts),
    webhook: webhook(given.webhookUrl, given.webhookSecret),
  }
}

function read<Schema extends z.ZodMiniType>(
  name: string,
  schema: Schema,
  text: string | undefined,
): z.infer<Schema> | undefined {
  if (text === undefined) return undefined
  const result = z.safeParse(schema, jsonOf(text))
  if (result.success) return result.data
  const where = result.error.issues[0]?.path.join('.') ?? ''
  throw new Usage(
    `${name} is not in the form that README describes${where === '' ? '' : ` (at ${where})`} / 格式不符，见 README`,
  )
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function smsHook(text: string | undefined): string | undefined {
  if (text === undefined || /^[\w-]{24,100}$/.test(text)) return text
  throw new Usage('CHANGXING_SMS_HOOK must have 24 to 100 letters, digits, - or _ / 须为 24–100 个字母、数字、-、_')
}

function pushHosts(text: string | undefined): readonly string[] {
  const hosts = (text ?? '').split(',').map((host) => host.trim().toLowerCase())
  const named = hosts.filter((host) => host !== '')
  if (named.every((host) => /^(\*\.)?([a-z0-9-]+\.)+[a-z]{2,}$/.test(host))) return named
  throw new Usage('CHANGXING_PUSH_HOSTS must be names of hosts with commas between / 须为逗号分隔的主机名')
}

function webhook(url: string | undefined, secret: string | undefined): ChannelSettings['webhook'] {
  if (url === undefined && secret === undefined) return undefined
  if (url === undefined || secret === undefined)
    throw new Usage('CHANGXING_WEBHOOK_URL and CHANGXING_WEBHOOK_SECRET belong together / 两项须同时填写')
  if (!z.safeParse(address, url).success)
    throw new Usage('CHANGXING_WEBHOOK_URL must be an http(s) address / 必须是 http(s) 地址')
  const key = secret.replace(/^whsec_/, '')
  if (!/^(?:[A-Za-z0-9+/]{4}){8,21}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(key))
    throw new Usage('CHANGXING_WEBHOOK_SECRET must be 24 to 64 bytes in base64 / 须为 24–64 字节的 base64')
  return { url, secret }
}
