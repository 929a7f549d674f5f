/** Over which a notice goes. `robot`: the group robots of a county, DingTalk or WeCom, as configured there. */
export const noticeChannels = ['sms', 'robot', 'push', 'webhook'] as const
export type NoticeChannel = (typeof noticeChannels)[number]

/** What it is about: the steps of the ladder (decision table §4) and their answers; ids only, never shown. */
export const noticeSteps = [
  'L0',
  'L1',
  'L2',
  'L3',
  'LM',
  'ack',
  'end',
  'green',
  'tracking',
  'case',
  'region',
  'road',
] as const
/** `message`: one of the screens' messages that goes out by SMS as well. */
export type NoticeStep = (typeof noticeSteps)[number] | 'message'

/**
 * queued → sending → sent → delivered, or failed. `dropped`: moot before it was sent; `merged`: its words went out in another's
 * message, because a robot may not say more than so many a minute.
 */
export const noticeStandings = ['queued', 'sending', 'sent', 'delivered', 'failed', 'dropped', 'merged'] as const
export type NoticeStanding = (typeof noticeStandings)[number]

/** What is shown of a notice: on its way, gone, arrived by the gateway's word, not sent, moot. */
export const sentStates = ['waiting', 'sent', 'delivered', 'failed', 'dropped'] as const
export type SentState = (typeof sentStates)[number]

/** What somebody who is summoned answers. */
export const summonsAnswers = ['acknowledged', 'arrived', 'cannot'] as const
export type SummonsAnswer = (typeof summonsAnswers)[number]

/** Technical kinds of line; a robot's line has its county behind it, `dingtalk:410822`. */
export const lineKinds = ['sms', 'dingtalk', 'wecom', 'robot', 'push', 'webhook'] as const
export type LineKind = (typeof lineKinds)[number]

/** `dingtalk:410822` → its kind and its county; of the lines that a whole server has one of, no county. */
export function readLane(lane: string): { kind: LineKind; county: string | null } {
  const [name, county = null] = lane.split(':')
  return { kind: lineKinds.find((kind) => kind === name) ?? 'webhook', county }
}
