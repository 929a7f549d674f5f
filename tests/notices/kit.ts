import { aliyunSms } from '../../server/ports/channels/aliyun-sms.ts'
import { dingtalkRobot } from '../../server/ports/channels/dingtalk.ts'
import { webPush } from '../../server/ports/channels/web-push.ts'
import { signedWebhook } from '../../server/ports/channels/webhook.ts'
import { wecomRobot } from '../../server/ports/channels/wecom.ts'
import type { Channels } from '../../server/ports/channels/channel.ts'
import { sql } from '../../server/store/db.ts'
import { deliverNotices } from '../../server/usecases/notices-deliver.ts'
import { noticeWrites } from '../../server/usecases/notices.ts'
import type { NewNotice } from '../../server/ports/notice.ts'
import { noticeStates } from '../../server/usecases/notices-states.ts'
import { beijing } from '../../shared/instant.ts'
import { world } from '../kit/world.ts'
import { account } from './gateway.ts'
import type { Receiver } from './receiver.ts'

export const robotSecret = 'SEC-of-the-robot'
export const webhookSecret = 'whsec_Y2hhbmd4aW5nLXdlYmhvb2stc2VjcmV0LTMyLWJ5'
/** A busy machine may answer late; silence is waited out in ports.test.ts alone. */
export const patience = 20_000

type Pick = { sms?: boolean; dingtalk?: boolean; wecom?: boolean; push?: boolean; webhook?: boolean }

/** A city whose channels all end at the receiver of the test; each path begins with the channel's name. */
export async function city(at: Receiver, has: Pick = {}) {
  const road = await world()
  const { now, forward } = road.clock
  const url = (name: string) => `${at.address()}/${name}`
  const timeout = patience
  const channels: Channels = {
    robots: [
      ...(has.dingtalk === true
        ? [
            dingtalkRobot({
              county: '410822',
              token: 'tok',
              secret: robotSecret,
              url: url('dingtalk'),
              timeout,
              clock: now,
            }),
          ]
        : []),
      ...(has.wecom === true ? [wecomRobot({ county: '410822', key: 'wecom-key', url: url('wecom'), timeout })] : []),
    ],
    ...(has.sms === true
      ? {
          sms: aliyunSms({
            ...account,
            template: 'SMS_1',
            linkTemplate: 'SMS_2',
            url: at.address(),
            timeout,
            clock: now,
            nonce: () => crypto.randomUUID(),
          }),
        }
      : {}),
    ...(has.push === true
      ? {
          push: webPush({
            hosts: [new URL(at.address()).host],
            subject: 'https://cx.example.org',
            timeout,
            clock: now,
            plainHttp: true,
          }),
        }
      : {}),
    ...(has.webhook === true
      ? { webhook: signedWebhook({ url: url('webhook'), secret: webhookSecret, timeout, clock: now }) }
      : {}),
    hookSecret: 'the-word-of-the-gateway-24',
  }
  road.deps.channels = channels
  const tells = async (...notices: Partial<NewNotice>[]) => {
    for (const one of notices) await road.db.commit(await noticeWrites(road.deps, now(), notice(one)))
  }
  return {
    ...road,
    tells,
    seconds: (n: number) => forward(n / 60),
    delivers: () => deliverNotices(road.deps, () => 0),
    states: () => noticeStates(road.deps, 'incident-1'),
    rowCounts: road.rows,
    subscriptions: () => road.db.all(sql.selectFrom('push_subscription').selectAll().compile()),
    rows: () => road.db.all(sql.selectFrom('notice').selectAll().orderBy('at').orderBy('id').compile()),
    attempts: () => road.db.all(sql.selectFrom('notice_attempt').selectAll().orderBy('at').orderBy('id').compile()),
    messages: () => road.db.all(sql.selectFrom('message').select(['kind', 'zh', 'audience']).orderBy('id').compile()),
    today: () => {
      const { year, month, day } = beijing(now())
      return `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`
    },
  }
}
export type City = Awaited<ReturnType<typeof city>>

export const leader = { kind: 'person', duty: 'duty-1', name: '示例', phone: '13000000001' } as const

let told = 0
/** A summons to the leader by SMS, unless told otherwise; each is news of its own. */
export function notice(more: Partial<NewNotice> = {}): NewNotice {
  told += 1
  return {
    dedupe: `incident-1/L1/duty-1/${told}`,
    incident: 'incident-1',
    checkpoint: 'JZ-G01',
    county: '410822',
    to: leader,
    channel: 'sms',
    step: 'L1',
    urgent: false,
    title: '【拥堵·超20分钟】柏香站',
    text: '【拥堵·超20分钟】柏香站已拥堵21分钟，排队长约450米。请分包县级领导现场指挥。回复「收到」',
    article: 'jiaozuo-20#19',
    ackKey: null,
    notAfter: null,
    ...more,
  }
}
