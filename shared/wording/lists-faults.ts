import type { FaultWords } from './faults.ts'

/** White lists: what is refused, and what to do then. */
export const listFaultWords: Readonly<Record<string, FaultWords>> = {
  'WL-01': { zh: '没有这条名单。', en: 'There is no such entry.' },
  'WL-02': { zh: '这条名单刚被他人改过，请刷新后再办。', en: 'The entry was changed meanwhile. Load it again.' },
  'WL-03': { zh: '期限少于7天，请调整。', en: 'The term is shorter than 7 days. Make it longer.' },
  'WL-04': { zh: '已在名单内，期限重叠，请核对。', en: 'On the list already for that time. Check the dates.' },
  'WL-05': { zh: '证件号重复，请删去一行。', en: 'The same number twice. Remove one line.' },
  'WL-06': {
    zh: '未见核准文号，不能生效，请填写文号。',
    en: 'Without the number of the document it is not in force. Give it.',
  },
  'WL-07': { zh: '还没到这一步，请按顺序办理。', en: 'This is not the next step. Take the steps in order.' },
  'WL-08': {
    zh: '起草人不能核准，请由另一人办理。',
    en: 'Whoever drafted it may not approve it. Ask a second person.',
  },
  'WL-09': { zh: '未确认闭环管理，请先落实。', en: 'The closed loop is not confirmed. See to it first.' },
  'WL-10': {
    zh: '没有这家重点企业或尚未生效，请核对统一社会信用代码。',
    en: 'No such key enterprise, or not in force. Check the credit code.',
  },
  'WL-11': {
    zh: '结束时间不晚于开始时间，或已过去，请改正。',
    en: 'The end is not after the beginning, or is past. Correct it.',
  },
  'WL-12': { zh: '当前状态不能这样办理，请刷新。', en: 'Not possible as the entry stands now. Load it again.' },
  'WL-13': { zh: '不能以此为由，请另选原因。', en: 'This reason does not fit here. Choose another.' },
  'WL-14': { zh: '新的结束时间要晚于现在的结束时间。', en: 'The new end must be later than the present one.' },
  'WL-15': { zh: '缺少必填项，请补上。', en: 'Something needed is missing. Add it.' },
  'WL-17': { zh: '查询条件有误，请重新选择。', en: 'The query is not right. Choose again.' },
}
