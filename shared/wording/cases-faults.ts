import type { FaultWords } from './faults.ts'

/** What the cases refuse. */
export const caseFaultWords: Readonly<Record<string, FaultWords>> = {
  'CA-01': { zh: '没有这个工单。', en: 'There is no such case.' },
  'CA-02': { zh: '工单状态已变，请刷新后再办。', en: 'The case has changed meanwhile. Load again.' },
  'CA-03': { zh: '这个状态下不能这样办理，或不属于您的岗位。', en: 'Not in this state, or not by your role.' },
  'CA-04': { zh: '翻页位置无效，请从第一页看起。', en: 'Not the place of a page. Start from the first.' },
  'CA-05': {
    zh: '没有答复内容，不能归档；请先答复反映人。',
    en: 'Without a reply to the reporter a case cannot be closed. Reply first.',
  },
  'CA-06': {
    zh: '反映人还没有表示意见：请先回访，多次未接通后才能归档。',
    en: 'The reporter has not been heard: call back first; after calls that nobody answered it may be closed.',
  },
  'CA-07': { zh: '这个编号下已有另一个工单。', en: 'Another case was sent under this id.' },
  'CA-08': { zh: '没有这个检查点。', en: 'There is no such checkpoint.' },
  'CA-09': { zh: '没有这个行程。', en: 'There is no such trip.' },
  'CA-10': {
    zh: '今天反映的次数较多，请直接拨打12328。',
    en: 'Many reports today: call 12328 instead.',
  },
  'CA-11': { zh: '请选择满意度，或写下补充内容。', en: 'Say whether you are satisfied, or add something.' },
  'CA-12': { zh: '填报时间晚于现在，请先校准本机时间。', en: 'Taken down later than now: set the clock of the phone.' },
  'CA-13': { zh: '登记的人太多，请稍后再试。', en: 'Too many at once. Try again.' },
}
