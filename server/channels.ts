import type { ChannelSettings } from './channel-settings.ts'
import type { Deps } from './deps.ts'
import { aliyunSms } from './ports/channels/aliyun-sms.ts'
import type { Channels } from './ports/channels/channel.ts'
import { dingtalkRobot } from './ports/channels/dingtalk.ts'
import { webPush } from './ports/channels/web-push.ts'
import { signedWebhook } from './ports/channels/webhook.ts'
import { wecomRobot } from './ports/channels/wecom.ts'

type Around = Pick<Deps, 'now' | 'random' | 'origin'>

/** The channels as they are configured; without any, everything else works and says that nothing was sent. */
export function createChannels(settings: ChannelSettings, { now: clock, random, origin }: Around): Channels {
  const { sms, smsHook, robots, pushHosts: hosts, webhook } = settings
  const nonce = () => Array.from(random(16), (byte) => byte.toString(16).padStart(2, '0')).join('')
  const subject = origin.startsWith('https:') ? origin : 'mailto:nobody@localhost.invalid'
  return {
    ...(sms === undefined ? {} : { sms: aliyunSms({ ...sms, clock, nonce }) }),
    robots: robots.flatMap(({ county, dingtalk, wecom }) => [
      ...(dingtalk === undefined ? [] : [dingtalkRobot({ county, ...withoutNone(dingtalk), clock })]),
      ...(wecom === undefined ? [] : [wecomRobot({ county, ...withoutNone(wecom) })]),
    ]),
    ...(hosts.length === 0 ? {} : { push: webPush({ hosts, subject, clock }) }),
    ...(webhook === undefined ? {} : { webhook: signedWebhook({ ...webhook, clock }) }),
    ...(smsHook === undefined ? {} : { hookSecret: smsHook }),
  }
}

/** A setting that is left out is left out, not undefined. */
const withoutNone = <Given extends { url?: string | undefined }>({ url, ...rest }: Given) => ({
  ...rest,
  ...(url === undefined ? {} : { url }),
})
