/** What is said of the channels themselves, and on the page where a summons is answered. */
import type { LineKind, SentState, SummonsAnswer } from '../notices/kinds.ts'
import type { Bilingual } from '../policy/documents.ts'

export const lineNames: Readonly<Record<LineKind, Bilingual>> = {
  sms: { zh: '短信', en: 'SMS' },
  dingtalk: { zh: '钉钉群机器人', en: 'DingTalk robot' },
  wecom: { zh: '企业微信群机器人', en: 'WeCom robot' },
  robot: { zh: '群机器人', en: 'group robot' },
  push: { zh: '应用推送', en: 'app push' },
  webhook: { zh: '对接系统', en: 'webhook' },
}

/** What became of a notice, as a page shows it. */
export const sentWords: Readonly<Record<SentState, Bilingual>> = {
  waiting: { zh: '待发送', en: 'waiting' },
  sent: { zh: '已发出', en: 'sent' },
  delivered: { zh: '已送达', en: 'delivered' },
  failed: { zh: '未发出', en: 'not sent' },
  dropped: { zh: '不再需要', en: 'no longer needed' },
}

type Line = { kind: LineKind; place: string | null; code: string }
const named = ({ kind, place }: Line, language: 'zh' | 'en') =>
  language === 'zh'
    ? `${place ?? ''}${lineNames[kind].zh}`
    : `${lineNames[kind].en}${place === null ? '' : ` of ${place}`}`

export const lineDead = (line: Line): Bilingual => ({
  zh: `【通道中断】${named(line, 'zh')}发不出通知（${line.code}），请改用电话，并报告系统管理员`,
  en: `[Channel down] ${named(line, 'en')} sends no notices (${line.code}). Use the telephone and tell the administrator`,
})
export const lineMissing = (line: Line): Bilingual => ({
  zh: `【通道未配置】${named(line, 'zh')}尚未配置，通知没有发出，请改用电话，并报告系统管理员`,
  en: `[No channel] ${named(line, 'en')} is not configured; the notice was not sent. Use the telephone and tell the administrator`,
})
export const lineBack = (line: Line): Bilingual => ({
  zh: `【通道恢复】${named(line, 'zh')}已恢复，积压的通知已继续发送`,
  en: `[Channel back] ${named(line, 'en')} works again; what waited is being sent`,
})
export const replyUnread: Bilingual = {
  zh: '【短信回复】被通知的人回了短信，系统未能识别，请电话核实',
  en: '[SMS reply] Somebody who was summoned sent a reply that could not be understood. Please call',
}

/** Heading of several notices in one message of a robot. */
export const mergedHeading = (count: number): string => `【合并通知】${count}条`

export const answerWords: Readonly<Record<SummonsAnswer, Bilingual>> = {
  acknowledged: { zh: '收到', en: 'Received' },
  arrived: { zh: '已到场', en: 'On site' },
  cannot: { zh: '无法到场', en: 'Cannot come' },
}
export const answeredWords: Readonly<Record<SummonsAnswer, Bilingual>> = {
  acknowledged: { zh: '已回复「收到」', en: 'Answered: received' },
  arrived: { zh: '已回复「已到场」', en: 'Answered: on site' },
  cannot: { zh: '已回复「无法到场」，将另行通知他人', en: 'Answered: cannot come; somebody else is called' },
}
export const answerPage = {
  title: { zh: '回复通知', en: 'Answer' },
  kept: { zh: '系统已记下，无需再做。', en: 'Your answer is kept. Nothing else to do.' },
  sentAt: (at: string): Bilingual => ({ zh: `${at} 发出`, en: `sent ${at}` }),
  until: (at: string): Bilingual => ({ zh: `${at} 前有效`, en: `valid until ${at}` }),
  over: (at: string): Bilingual => ({ zh: `${at} 已解除，不必再来`, en: `It ended ${at}; no need to come` }),
  expired: { zh: '链接已过期', en: 'This link has expired' },
  unknown: { zh: '没有这个链接', en: 'There is no such link' },
  call: { zh: '如需答复，请拨打 12328。', en: 'To answer, call 12328.' },
  busy: { zh: '请稍等片刻再试', en: 'Please wait a moment and try again' },
  notChosen: { zh: '请按下面的一个按钮', en: 'Press one of the buttons' },
}
