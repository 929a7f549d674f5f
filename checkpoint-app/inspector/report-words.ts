import { useWords } from '../ui/language.tsx'
import type { Wording } from '../ui/wording.ts'

const zh = {
  button: '代报12328',
  title: '代司机向12328反映',
  lead: '车辆照常放行。没有网络也能提交，联网后自动上传。',
  category: '反映什么',
  choose: '请选择一项',
  words: '说明情况',
  wordsHint: '谁、在哪里、什么事；不写证件号',
  wordsNeeded: '请写一下情况（至少2个字）',
  send: '提交',
  call: '拨打12328',
  kept: '已记下，联网后自动上传；编号可在「查验记录」里查看',
  notOnDisk: '手机存储已满：请保持页面打开，联网后自动上传',
  line: '12328反映',
}
export type ReportWords = Wording<typeof zh>
const en: ReportWords = {
  button: 'Tell 12328',
  title: 'Tell 12328 for the driver',
  lead: 'The truck goes on as before. Works without a network; it is sent when there is one.',
  category: 'What is it about',
  choose: 'Choose one',
  words: 'What happened',
  wordsHint: 'Who, where, what; no ID numbers',
  wordsNeeded: 'Say what happened (at least 2 characters)',
  send: 'Send',
  call: 'Call 12328',
  kept: 'Noted, and sent when there is a network; its number stands in the list of checks',
  notOnDisk: 'The phone is full: keep this page open until it is sent',
  line: 'Report to 12328',
}

export const useReportWords = (): ReportWords => useWords<ReportWords>({ zh, en })
