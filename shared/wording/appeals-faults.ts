import type { FaultWords } from './faults.ts'

/** What the green lane refuses, and what to do then. */
export const appealFaultWords: Readonly<Record<string, FaultWords>> = {
  'AP-01': { zh: '没有这条申诉，请刷新。', en: 'There is no such appeal. Load again.' },
  'AP-02': { zh: '这一项已在申诉中，请等候结果。', en: 'An appeal about this is running. Wait for its answer.' },
  'AP-03': {
    zh: '这一项已不存在或已解除，无须申诉，请刷新。',
    en: 'This is not open any more; nothing to appeal. Load again.',
  },
  'AP-04': { zh: '请从列表中选择申诉理由。', en: 'Choose what you say from the list.' },
  'AP-05': { zh: '这条申诉已有人受理或已办结，请刷新。', en: 'Somebody took this up or decided it. Load again.' },
  'AP-06': {
    zh: '更正后会比原结论更严，不能更正；只能朝放行方向更正。',
    en: 'The verdict would become stricter. A correction goes towards release only.',
  },
  'AP-07': {
    zh: '按更正后的情况，结论不变，无须更正。',
    en: 'With these facts the verdict stays as it is; nothing to correct.',
  },
  'AP-08': {
    zh: '查验后两分钟内由查验员在终端上撤销，过后再更正。',
    en: 'Within two minutes the inspector undoes it on the phone. Correct it after that.',
  },
  'AP-09': { zh: '这条查验记录已更正过。', en: 'This record was corrected already.' },
  'AP-10': { zh: '没有这名司乘人员，请刷新。', en: 'Nobody sits in this seat. Load again.' },
  'AP-11': {
    zh: '申诉次数过多，请等候已有申诉的结果，或拨打 12328。',
    en: 'Too many appeals on this trip. Wait for an answer or call 12328.',
  },
  'AP-12': {
    zh: '这类申诉不能这样办理，请按列出的方式办理。',
    en: 'This kind of appeal is not decided in this way. Use what is offered.',
  },
  'AP-13': { zh: '请填写至少一项更正内容。', en: 'Name at least one fact that was wrong.' },
  'AP-14': { zh: '翻页位置无法识别，请从头查看。', en: 'Not the end of a page. Start again.' },
  'AP-15': {
    zh: '同一编号已有另一条申诉，请重新提交。',
    en: 'Another appeal was sent under this id. Send it anew.',
  },
  'AP-16': {
    zh: '超过两天的查验记录请拨打 12328 反映。',
    en: 'This inspection is more than two days old. Call 12328.',
  },
}
