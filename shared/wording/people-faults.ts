import type { FaultWords } from './faults.ts'

/** What the epidemic office is told where a person, a paper or a record does not fit. */
export const peopleFaultWords: Readonly<Record<string, FaultWords>> = {
  'CO-10': { zh: '没有这个人员的记录，请重新查找。', en: 'There is no such person here. Search again.' },
  'CO-11': {
    zh: '没有登记过报备，系统内只有证件尾号，无法显示完整信息。',
    en: 'This person never registered; only the tail of the number is known here.',
  },
  'CO-12': {
    zh: '同一赋码原因已在办理或已生效，请在原记录上复核或解除。',
    en: 'The same reason is waiting or open already. Sign or end that one.',
  },
  'CO-13': {
    zh: '依据的记录不存在，或不是此人的记录，请从列表中选择。',
    en: 'There is no such record of this person. Choose one from the list.',
  },
  'CO-14': { zh: '此人不在风险名单上，请刷新。', en: 'This person is on no list. Load again.' },
  'CO-15': {
    zh: '时间范围应在31天以内，且开始早于结束。',
    en: 'The window is 31 days at most, and must not end before it begins.',
  },
  'CO-16': { zh: '翻页位置无法识别，请从头查看。', en: 'Not the end of a page. Start again.' },
}
