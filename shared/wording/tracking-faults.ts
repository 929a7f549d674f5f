import type { FaultWords } from './faults.ts'

/** What the trackings and the messages refuse. */
export const trackingFaultWords: Readonly<Record<string, FaultWords>> = {
  'TK-01': { zh: '没有这条动态追踪记录。', en: 'There is no such tracking.' },
  'TK-02': {
    zh: '这条追踪已对应到人，或已办结。请刷新。',
    en: 'This tracking is matched to a person, or done. Load again.',
  },
  'TK-03': {
    zh: '该报备不是这辆车的，或没有此人。请从列表中选择。',
    en: 'That registration is not of this plate, or has no such person. Choose from the list.',
  },
  'TK-04': {
    zh: '状态已变，不能这样办结。请刷新后再办。',
    en: 'Its state has changed; it cannot be closed this way. Load again.',
  },
  'TK-05': { zh: '翻页位置无效，请从第一页看起。', en: 'Not the place of a page. Start from the first.' },
  'MS-01': { zh: '没有这条消息，或不属于您。', en: 'There is no such message, or it is not yours.' },
  'MS-02': { zh: '翻页位置无效，请从第一页看起。', en: 'Not the place of a page. Start from the first.' },
  'MS-03': { zh: '这条消息由收件岗位确认收到。', en: 'Whoever the message is for acknowledges it.' },
}
